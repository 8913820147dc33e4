// SPDX-License-Identifier: AGPL-3.0-or-later
//! The answer to one line.
use super::{lines::Line, place};
use clap::ValueEnum;
use serde::Serialize;
use soglia_domain::{
    calendar::Day,
    identifier::{Cig, CigError, CigKind, Cup, CupError, OrganisationCode, OrganisationCodeError},
    tax_code::{Sex, TaxCode, TaxCodeError},
};
use soglia_wording::{
    Language, cig_doubt, cig_error, cup_doubt, cup_error, organisation_code_error, tax_code_error,
};

/// The language of the command line.
const ENGLISH: Language = Language::English;

/// The codes that can be checked.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum What {
    /// Tax codes of people: 16 characters, or 11 digits while provisional.
    TaxCode,
    /// VAT numbers, and tax codes of organisations.
    Vat,
    /// Tender codes.
    Cig,
    /// Project codes.
    Cup,
}

/// What is written about one line: docs/schemas/check.schema.json describes it.
#[derive(Serialize)]
pub(super) struct Judgement<'a> {
    value: &'a str,
    valid: bool,
    /// A key that stays the same, and its sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<Fault>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    #[serde(flatten)]
    told: Option<Told>,
}

/// Why a line is no valid code.
#[derive(Clone, Copy, Serialize)]
#[serde(untagged)]
enum Fault {
    Line(LineFault),
    TaxCode(TaxCodeError),
    Organisation(OrganisationCodeError),
    Cig(CigError),
    Cup(CupError),
}

/// What is wrong with a line before anybody looks for a code in it.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
enum LineFault {
    Empty,
    TooLong,
    NotUtf8,
}

impl Fault {
    const fn sentence(self) -> &'static str {
        match self {
            Self::Line(LineFault::Empty) => "The line is empty.",
            Self::Line(LineFault::TooLong) => "The line is longer than 1,000 bytes.",
            Self::Line(LineFault::NotUtf8) => "The line is not UTF-8 text.",
            Self::TaxCode(error) => tax_code_error(error, ENGLISH),
            Self::Organisation(error) => organisation_code_error(error, ENGLISH),
            Self::Cig(error) => cig_error(error, ENGLISH),
            Self::Cup(error) => cup_error(error, ENGLISH),
        }
    }
}

/// What a valid code tells.
#[derive(Serialize)]
#[serde(untagged)]
enum Told {
    TaxCode(TaxCodeTold),
    Cig {
        kind: CigKind,
        #[serde(skip_serializing_if = "Option::is_none")]
        warning: Option<&'static str>,
    },
    Cup {
        #[serde(skip_serializing_if = "Option::is_none")]
        year: Option<i16>,
        #[serde(skip_serializing_if = "Option::is_none")]
        warning: Option<&'static str>,
    },
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum TaxCodeTold {
    Person {
        /// None when the only days of the two centuries lie after the day of reference.
        #[serde(skip_serializing_if = "Option::is_none")]
        birth_date: Option<Day>,
        sex: Option<Sex>,
        place_code: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        place: Option<&'static str>,
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        homonym_form: bool,
    },
    Provisional,
}

/// Judges one line as a code of the given kind. Years of two digits are read as the latest up to the day.
pub(super) fn judge<'a>(what: What, as_of: Day, line: &'a Line) -> Judgement<'a> {
    let value = line.shown();
    match told(what, as_of, line) {
        Ok(told) => Judgement {
            value,
            valid: true,
            code: None,
            reason: None,
            told,
        },
        Err(fault) => Judgement {
            value,
            valid: false,
            code: Some(fault),
            reason: Some(fault.sentence()),
            told: None,
        },
    }
}

fn told(what: What, as_of: Day, line: &Line) -> Result<Option<Told>, Fault> {
    let text = match line {
        Line::Text("") => return Err(Fault::Line(LineFault::Empty)),
        Line::Text(text) => text,
        Line::TooLong(_) => return Err(Fault::Line(LineFault::TooLong)),
        Line::NotUtf8(_) => return Err(Fault::Line(LineFault::NotUtf8)),
    };
    match what {
        What::TaxCode => {
            let code = TaxCode::parse(text).map_err(Fault::TaxCode)?;
            Ok(Some(Told::TaxCode(tax_code(&code, as_of))))
        }
        What::Vat => {
            OrganisationCode::parse(text).map_err(Fault::Organisation)?;
            Ok(None)
        }
        What::Cig => {
            let cig = Cig::parse(text).map_err(Fault::Cig)?;
            Ok(Some(Told::Cig {
                kind: cig.kind(),
                warning: cig_doubt(cig.check(), ENGLISH),
            }))
        }
        What::Cup => {
            let cup = Cup::parse(text).map_err(Fault::Cup)?;
            Ok(Some(Told::Cup {
                year: cup.year_on(as_of),
                warning: cup_doubt(cup.check(), ENGLISH),
            }))
        }
    }
}

fn tax_code(code: &TaxCode, as_of: Day) -> TaxCodeTold {
    if code.is_provisional() {
        return TaxCodeTold::Provisional;
    }
    let place_code = code.place_code();
    TaxCodeTold::Person {
        birth_date: code.birth_date_on(as_of),
        sex: code.sex(),
        place: place_code.as_deref().and_then(place::name),
        place_code,
        homonym_form: code.is_homonym_form(),
    }
}
