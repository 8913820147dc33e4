// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;
use proptest::prelude::*;
use serde_json::Value;

const AS_OF: Day = Day::constant(2026, 11, 22);

const GOOD: &str = r#"{"id":"h","members":[{"birth_date":"1985-12-10","works":true},{"birth_date":"2024-02-29","relation":"child"}],"citizenship":"eu","regular_work":true,"resides_in_region":true,"works_in_region":null,"isee":{"kind":"ordinary","value":"12300.00","dsu_date":"2026-03-15"},"sap_patrimony":"9000.5","equivalence_scale":"1.87","owns_adequate_home":false,"net_monthly_income":"1150","zone":"D12","needs_accompaniment":true}"#;

/// The answers to an input of any bytes, each of them an object.
fn answers(input: &[u8], brief: bool) -> Vec<Value> {
    let mut output = Vec::new();
    let evaluation = Evaluation::new(AS_OF, AS_OF, brief);
    assert!(json_lines::run(&evaluation, input, &mut output).is_ok());
    let lines = output
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty());
    lines
        .map(|line| serde_json::from_slice(line).expect("an answer is JSON"))
        .collect()
}

/// One piece of JSON, right or wrong, to be put where another one stood.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("null".to_owned()),
        Just("[[[[{}]]]]".to_owned()),
        Just("\"NaN\"".to_owned()),
        Just("1e30".to_owned()),
        Just("\"\\ud800\"".to_owned()),
        Just("\"99999999999999999999.99\"".to_owned()),
        Just("\"2026-02-30\"".to_owned()),
        any::<i64>().prop_map(|number| number.to_string()),
        "\"[0-9.-]{0,12}\"",
        any::<String>().prop_map(|text| Value::from(text).to_string()),
        "[\\[\\]{}\":,a-z0-9]{0,12}",
    ]
}

proptest! {
    #[test]
    fn any_bytes_get_an_answer_and_the_next_line_is_evaluated(mut bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        bytes.retain(|byte| *byte != b'\n');
        let is_line = !bytes.trim_ascii().is_empty();
        bytes.push(b'\n');
        bytes.extend_from_slice(GOOD.as_bytes());
        let answers = answers(&bytes, true);
        prop_assert_eq!(answers.len(), 1 + usize::from(is_line));
        prop_assert!(answers.last().is_some_and(|last| last["id"] == "h" && last.get("error").is_none()));
    }

    #[test]
    fn a_line_with_something_else_in_it_is_evaluated_or_refused(at in 0..GOOD.len(), n_bytes in 0_usize..40, piece in piece()) {
        let end = (at + n_bytes).min(GOOD.len());
        let line = format!("{}{}{}", &GOOD[..at], piece.replace('\n', " "), &GOOD[end..]);
        for brief in [true, false] {
            let answers = answers(line.as_bytes(), brief);
            prop_assert_eq!(answers.len(), 1);
            let (verdict, error) = (&answers[0]["supported"]["verdict"], &answers[0]["error"]);
            prop_assert!(verdict.is_string() != error.is_string(), "{}", answers[0]);
        }
    }

    #[test]
    fn with_and_without_conditions_the_verdicts_are_the_same(at in 0..GOOD.len(), n_bytes in 0_usize..60) {
        let line = format!("{}null{}", &GOOD[..at], &GOOD[(at + n_bytes).min(GOOD.len())..]);
        let (brief, full) = (answers(line.as_bytes(), true), answers(line.as_bytes(), false));
        for verdict in ["public_housing", "affordable_rent", "supported"] {
            prop_assert_eq!(&brief[0][verdict]["verdict"], &full[0][verdict]["verdict"]);
        }
        for same in ["id", "ask_next", "suggested_response", "rulebook", "error"] {
            prop_assert_eq!(brief[0].get(same), full[0].get(same));
        }
    }
}

#[test]
fn what_is_nested_without_end_takes_no_stack() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        for field in ["members", "isee", "zone", "unheard_of", "id"] {
            let nested = format!("{}null{}", open.repeat(100_000), close.repeat(100_000));
            let line = format!("{{\"{field}\":{nested}}}");
            assert_eq!(answers(line.as_bytes(), true).len(), 1);
            let cut = format!("{{\"{field}\":{}", open.repeat(190_000));
            assert!(answers(cut.as_bytes(), true)[0]["error"].is_string());
        }
    }
}
