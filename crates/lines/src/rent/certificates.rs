// SPDX-License-Identifier: AGPL-3.0-or-later
//! `soglia rent --verify`: certificates computed again.
use crate::json_lines::{
    self, Answer, Fault, Field, Ignored, Object, Place, Refused, Tally, each, key_of, text,
};
use serde::{Deserialize, Serialize, de::IgnoredAny};
use soglia_domain::{
    area::SurfaceKind,
    certificate::{CertifiedParameter, RentCertificate},
    rent::RentTier,
    rulebook::{ParameterVersion, Status},
};
use soglia_wording::{Language, certificate_error};
use std::{
    borrow::Cow,
    io::{self, Cursor, Read, Write},
};

/// Longest single certificate over many lines, in bytes.
const LONGEST: u64 = 1 << 20;

/// The fields of a certificate.
const NAMES: [&str; 10] = [
    "dwelling",
    "day",
    "tier",
    "surface_kind",
    "area",
    "cap",
    "yearly",
    "monthly",
    "parameters",
    "checksum",
];

/// The fields of a parameter in it.
const PARAMETER: [&str; 4] = ["version", "value", "source", "status"];

/// How sure a parameter can be.
const STATUSES: [Status; 3] = [Status::Published, Status::Assumed, Status::Unverified];

/// Verifies each certificate of the input: one on each line, or a single one over many lines.
///
/// # Errors
/// When the input cannot be read or the output not written. A certificate that does not hold is answered and counted.
pub fn verify(mut input: impl Read + Send, output: impl Write) -> io::Result<Tally> {
    let mut start = Vec::new();
    input.by_ref().take(LONGEST + 1).read_to_end(&mut start)?;
    if is_one_over_many_lines(&start) {
        // Between the values of JSON a line break is a space; inside a text it is none and cannot be.
        start
            .iter_mut()
            .filter(|byte| matches!(byte, b'\n' | b'\r'))
            .for_each(|byte| *byte = b' ');
    }
    json_lines::run(&Verification, Cursor::new(start).chain(input), output)
}

/// Whether the input is a single object as it is written to be read, or the beginning of one.
fn is_one_over_many_lines(input: &[u8]) -> bool {
    let mut lines = input.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    let first = lines.find(|line| !line.is_empty()).unwrap_or_default();
    first == b"{" || (first.starts_with(b"{") && serde_json::from_slice::<IgnoredAny>(input).is_ok())
}

struct Verification;

/// What is written about a certificate, apart from its dwelling and whether it holds.
#[derive(Serialize)]
struct Verified<'a> {
    dwelling: &'a str,
    valid: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    amended: Vec<ParameterVersion>,
}

impl Answer for Verification {
    fn answer<'a>(&self, line: &'a str, output: &mut Vec<u8>, tally: &mut Tally) -> Result<(), Refused<'a>> {
        let certificate = read(line).map_err(Refused::line)?;
        let verified = match certificate.verify() {
            Ok(amended) => Verified {
                dwelling: &certificate.dwelling,
                valid: true,
                code: None,
                reason: None,
                amended,
            },
            Err(error) => {
                tally.n_wrong += 1;
                Verified {
                    dwelling: &certificate.dwelling,
                    valid: false,
                    code: Some(error.code()),
                    reason: Some(certificate_error(&error, Language::English)),
                    amended: Vec::new(),
                }
            }
        };
        // Writing to memory cannot fail.
        let _ = serde_json::to_writer(output, &verified);
        Ok(())
    }
}

fn read(line: &str) -> Result<RentCertificate, Fault> {
    let mut object = Object::empty(&NAMES, Place::Line);
    fill(&mut object, line)?;
    let [
        dwelling,
        day,
        tier,
        surface_kind,
        area,
        cap,
        yearly,
        monthly,
        parameters,
        checksum,
    ] = object.fields();
    Ok(RentCertificate {
        dwelling: dwelling.need(text)?.into_owned(),
        day: day.need(|json| as_written(json, "a day is written as \"2026-11-22\", and must exist"))?,
        tier: tier.need(key_of(&RentTier::ALL, RentTier::key))?,
        surface_kind: surface_kind.need(key_of(&SurfaceKind::ALL, SurfaceKind::key))?,
        area: area.need(|json| as_written(json, "a surface is a decimal text such as \"55.50\""))?,
        cap: cap.need(amount)?,
        yearly: yearly.need(amount)?,
        monthly: monthly.need(amount)?,
        parameters: parameters_of(parameters)?,
        checksum: checksum.need(text)?.into_owned(),
    })
}

fn parameters_of(parameters: Field) -> Result<Vec<CertifiedParameter>, Fault> {
    const HOW: &str = "is a list of parameters in brackets";
    let mut all = Vec::new();
    let json = parameters.need(Ok)?;
    let read = each(json, |at, json| {
        let mut object = Object::empty(&PARAMETER, Place::Among("parameters", at));
        fill(&mut object, json.unwrap_or_default())?;
        let [version, value, source, status] = object.fields();
        all.push(CertifiedParameter {
            version: ParameterVersion(version.need(text)?.into_owned()),
            value: value.need(text)?.into_owned(),
            source: source.need(text)?.into_owned(),
            status: status.need(key_of(&STATUSES, Status::key))?,
        });
        Ok(())
    });
    read.map_err(|fault| fault.unwrap_or_else(|| parameters.fault(HOW)))?;
    Ok(all)
}

/// Finds the fields and refuses others: they would look certified without being so.
fn fill<'a, const N: usize>(object: &mut Object<'a, N>, json: &'a str) -> Result<(), Fault> {
    let mut ignored = Ignored::default();
    object.fill(json, &mut ignored)?;
    match ignored.sentence() {
        Some(unread) => Err(Fault::of_line(format!(
            "a certificate has nothing else in it: {unread}"
        ))),
        None => Ok(()),
    }
}

fn amount<'a, T: Deserialize<'a>>(json: &'a str) -> Result<T, Cow<'static, str>> {
    as_written(json, "an amount is a decimal text such as \"3410.00\"")
}

/// A value as the certificate itself is written.
fn as_written<'a, T: Deserialize<'a>>(json: &'a str, how: &'static str) -> Result<T, Cow<'static, str>> {
    serde_json::from_str(json).map_err(|_| how.into())
}
