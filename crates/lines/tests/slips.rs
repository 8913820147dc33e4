// SPDX-License-Identifier: AGPL-3.0-or-later
//! Invented lines, right and with slips in them: whatever comes is answered, and an answer that refuses names what is
//! wrong. The fuzzer holds the same promises for longer (fuzz/README.md).
use proptest::{collection::vec, prelude::*, sample::Index};
use serde_json::{Value, json};
use soglia_samples::{TODAY, dwelling_line, household_line};

fn evaluated(line: &[u8], brief: bool) -> Vec<Value> {
    let mut output = Vec::new();
    let tally = soglia_lines::evaluate(TODAY, TODAY, brief, line, &mut output).expect("memory can be read");
    let answers = answers(&output);
    assert_eq!(answers.len() as u64, tally.n_lines);
    answers
}

fn ceilings(line: &[u8], certificates: bool) -> Vec<Value> {
    let mut output = Vec::new();
    let tally = soglia_lines::ceilings(TODAY, certificates, line, &mut output).expect("memory can be read");
    let answers = answers(&output);
    assert_eq!(answers.len() as u64, tally.n_lines);
    answers
}

fn answers(output: &[u8]) -> Vec<Value> {
    let lines = output
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty());
    lines
        .map(|line| serde_json::from_slice(line).expect("an answer is JSON"))
        .collect()
}

/// The line with some of its bytes taken out, doubled or written over.
fn with_slips(line: &str, slips: &[(Index, u8, u8)]) -> Vec<u8> {
    let mut bytes = line.as_bytes().to_vec();
    for (at, what, byte) in slips {
        let at = at.index(bytes.len());
        match what % 3 {
            0 if bytes.len() > 1 => drop(bytes.remove(at)),
            1 => bytes.insert(at, bytes[at]),
            _ => bytes[at] = *byte,
        }
    }
    bytes
}

/// Values that belong nowhere, or nowhere near.
fn absurd() -> Vec<Value> {
    vec![
        json!("NaN"),
        json!(1e30),
        json!("1e30"),
        json!("-1"),
        json!("2090-01-01"),
        json!([[]]),
        json!({ "kind": "ordinary", "value": "1e30", "dsu_date": "2026-02-30" }),
        json!("99999999999999999999.99"),
        Value::from(vec![json!({}); 400]),
    ]
}

#[test]
fn an_absurd_value_is_refused_with_the_name_of_its_field() {
    let whole: Value = serde_json::from_str(&household_line(7)).expect("a sample is JSON");
    let fields = [
        "members",
        "citizenship",
        "regular_work",
        "resides_in_region",
        "works_in_region",
        "isee",
        "sap_patrimony",
        "equivalence_scale",
        "owns_adequate_home",
        "revoked_assignment_last_5_years",
        "illegal_occupation_last_5_years",
        "net_monthly_income",
        "followed_by_social_services",
        "manages_primary_needs",
        "temporary_difficulty",
        "needs_accompaniment",
    ];
    for field in fields {
        for value in absurd() {
            let mut line = whole.clone();
            line[field] = value.clone();
            let found = &evaluated(line.to_string().as_bytes(), true)[0];
            let error = found["error"].as_str();
            assert!(
                error.is_some_and(|error| error.contains(field)),
                "{field} {value}: {found}"
            );
        }
    }
}

#[test]
fn every_invented_line_is_evaluated() {
    for number in 0..2_000 {
        let found = evaluated(household_line(number).as_bytes(), number % 2 == 0);
        assert!(found.len() == 1 && found[0]["error"].is_null(), "{}", found[0]);
        let found = ceilings(dwelling_line(number).as_bytes(), number % 2 == 0);
        assert!(found.len() == 1 && found[0]["error"].is_null(), "{}", found[0]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn a_household_with_slips_is_evaluated_or_refused(
        number in 0_u64..100_000,
        slips in vec((any::<Index>(), any::<u8>(), any::<u8>()), 0..6),
        brief in any::<bool>(),
    ) {
        for found in evaluated(&with_slips(&household_line(number), &slips), brief) {
            let (verdict, error) = (&found["supported"]["verdict"], &found["error"]);
            prop_assert!(verdict.is_string() != error.is_string(), "{}", found);
        }
    }

    #[test]
    fn a_dwelling_with_slips_gets_its_ceiling_or_a_refusal(
        number in 0_u64..100_000,
        slips in vec((any::<Index>(), any::<u8>(), any::<u8>()), 0..6),
        certificates in any::<bool>(),
    ) {
        for found in ceilings(&with_slips(&dwelling_line(number), &slips), certificates) {
            let amount = found.get("yearly_ceiling").or(found.get("yearly"));
            prop_assert!(amount.is_some() != found.get("error").is_some(), "{}", found);
        }
    }

    #[test]
    fn a_certificate_with_a_slip_does_not_hold(
        number in 0_u64..100_000,
        at in any::<Index>(),
        byte in b' '..=b'~',
    ) {
        let mut issued = Vec::new();
        soglia_lines::ceilings(TODAY, true, dwelling_line(number).as_bytes(), &mut issued).expect("memory can be read");
        let issued = issued.trim_ascii_end().to_vec();
        let verified = |certificate: &[u8]| {
            let mut output = Vec::new();
            let tally = soglia_lines::verify(certificate, &mut output).expect("memory can be read");
            (tally.n_wrong, tally.n_lines)
        };
        prop_assert_eq!(verified(&issued), (0, 1));
        let mut changed = issued.clone();
        let at = at.index(changed.len());
        changed[at] = byte;
        // The same content written otherwise, such as a space for a space, is the same certificate.
        let same = serde_json::from_slice::<Value>(&changed).ok() == serde_json::from_slice(&issued).ok();
        prop_assert!(same || verified(&changed) == (1, 1), "{}", String::from_utf8_lossy(&changed));
    }
}
