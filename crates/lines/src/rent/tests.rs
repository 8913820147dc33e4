// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;
use proptest::prelude::*;
use serde_json::Value;

fn answer(line: &str, certificates: bool) -> Value {
    let ceilings = Ceilings::new(Day::constant(2026, 11, 22), certificates);
    let mut output = Vec::new();
    assert!(json_lines::run(&ceilings, line.as_bytes(), &mut output).is_ok());
    serde_json::from_slice(&output).expect("one line has one answer")
}

fn cents(amount: &Value) -> i64 {
    let digits = amount.as_str().expect("an amount is a text").replace('.', "");
    digits.parse().expect("an amount has two decimals")
}

proptest! {
    #[test]
    fn twelve_months_never_pass_the_year_and_the_year_never_passes_the_cap(hundredths in 1_i64..=1_000_000, capped in any::<bool>()) {
        let tier = if capped { "capped" } else { "reduced_capped" };
        let surface = format!("{}.{:02}", hundredths / 100, hundredths % 100);
        let found = answer(&format!("{{\"surface_m2\":{surface},\"tier\":\"{tier}\"}}"), false);
        let (yearly, monthly) = (cents(&found["yearly_ceiling"]), cents(&found["monthly_ceiling"]));
        prop_assert!(12 * monthly <= yearly);
        prop_assert!(yearly * 100 <= hundredths * cents(&found["cap"]));
        // A number is read like the text of its digits.
        let text = answer(&format!("{{\"surface_m2\":\"{surface}\",\"tier\":\"{tier}\"}}"), false);
        prop_assert_eq!(text, found);
    }

    #[test]
    fn any_text_gets_an_answer(junk in "[\\[\\]{}\":,.a-z0-9_-]{1,60}", at in 0_usize..60, certificates in any::<bool>()) {
        let good = r#"{"id":"a","surface_m2":"62.50","tier":"capped","net_monthly_income":"1000.00"}"#;
        for line in [junk.clone(), format!("{}{junk}{}", &good[..at], &good[at..])] {
            let found = answer(&line, certificates);
            let answered = found.get("yearly_ceiling").or(found.get("yearly")).is_some();
            prop_assert!(answered != found.get("error").is_some(), "{}", found);
        }
    }
}
