// SPDX-License-Identifier: AGPL-3.0-or-later
mod bad_lines;
mod examples;
mod whole_lines;

use crate::{
    command::{objects, soglia},
    schema::assert_described,
};
use serde_json::{Value, json};

/// The answers to some households by the rules of a day, all of them good lines.
#[track_caller]
fn evaluated_on(day: &str, households: &[Value]) -> Vec<Value> {
    let input: String = households
        .iter()
        .map(|household| format!("{household}\n"))
        .collect();
    assert_described("evaluate-input", households);
    let output = soglia(&["evaluate", "--as-of", day], input.as_bytes());
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.success());
    let answers = objects(&output);
    assert_eq!(answers.len(), households.len());
    assert_described("evaluate-output", &answers);
    answers
}

/// The answer to one household on 22 November 2026.
#[track_caller]
fn evaluated(household: Value) -> Value {
    evaluated_on("2026-11-22", &[household]).remove(0)
}

/// The finding on one condition of public housing, or of another verdict.
#[track_caller]
fn finding(answer: &Value, verdict: &str, requirement: &str) -> Value {
    let findings = answer[verdict]["findings"].as_array().unwrap();
    let found = findings
        .iter()
        .find(|finding| finding["requirement"] == requirement);
    found.unwrap().clone()
}

/// A household that meets every condition of public housing.
fn eligible() -> Value {
    json!({
        "id": "eligible",
        "members": [{ "birth_date": "1985-12-10", "works": true, "relation": "head" }],
        "citizenship": "italian",
        "resides_in_region": true,
        "isee": { "kind": "ordinary", "value": "12300.00", "dsu_date": "2026-03-15" },
        "sap_patrimony": "5000.00",
        "owns_adequate_home": false,
        "revoked_assignment_last_5_years": false,
        "illegal_occupation_last_5_years": false,
        "net_monthly_income": "1150.00",
    })
}

/// The same with some fields set otherwise.
fn with(fields: Value) -> Value {
    let mut household = eligible();
    let fields = fields.as_object().unwrap().clone();
    household.as_object_mut().unwrap().extend(fields);
    household
}

#[test]
fn whoever_meets_every_condition_has_title_to_public_housing() {
    let answer = evaluated(eligible());
    assert_eq!(answer["public_housing"]["verdict"], "met");
    assert_eq!(answer["affordable_rent"]["verdict"], "not_met");
    assert_eq!(answer["supported"]["verdict"], "unknown");
    assert_eq!(
        answer["ask_next"],
        json!([
            "followed_by_social_services",
            "manages_primary_needs",
            "temporary_difficulty",
            "needs_accompaniment"
        ])
    );
    assert_eq!(answer["suggested_response"], Value::Null);
    assert_eq!(answer["suggestion_reasons"], json!(["categories_open"]));
    let limit = finding(&answer, "public_housing", "isee_limit");
    let expected = json!({
        "requirement": "isee_limit", "outcome": "met", "observed": "12300.00", "threshold": "16000.00",
        "parameter": "public_housing_isee_limit@2017-08-04", "source": "R.R. Lombardia 4/2017, art. 7 c. 1",
        "to_change": "3700.00",
    });
    assert_eq!(limit, expected);
    assert_eq!(
        finding(&answer, "public_housing", "citizenship")["observed"],
        "italian"
    );
    assert_eq!(
        finding(&answer, "public_housing", "no_adequate_home")["observed"],
        false
    );
    assert_eq!(answer["indigence"]["outcome"], "not_met");
}

#[test]
fn an_empty_household_is_unknown_and_asks_for_its_members_first() {
    let answer = evaluated(json!({}));
    assert_eq!(answer["id"], Value::Null);
    for verdict in ["public_housing", "affordable_rent", "supported"] {
        assert_eq!(answer[verdict]["verdict"], "unknown");
    }
    assert_eq!(answer["ask_next"][0], "members");
    assert_eq!(answer["ask_next"][1], "isee");
    let nulls: serde_json::Map<_, _> = eligible()
        .as_object()
        .unwrap()
        .keys()
        .map(|key| (key.clone(), Value::Null))
        .collect();
    assert_eq!(evaluated(nulls.into()), answer);
    let isee = json!({ "kind": null, "value": null, "dsu_date": null });
    let member = json!({ "birth_date": null, "disability": null, "works": null, "relation": null });
    let unknown = evaluated(json!({ "isee": isee, "members": [] }));
    assert_eq!(unknown, answer);
    let one = [
        evaluated(json!({ "members": [member] })),
        evaluated(json!({ "members": [null] })),
    ];
    assert_eq!(one[0], one[1]);
}

#[test]
fn whoever_is_above_a_limit_and_cannot_pay_the_market_gets_an_affordable_rent() {
    let answer = evaluated(with(json!({
        "isee": { "kind": "ordinary", "value": "17000.00", "dsu_date": "2026-03-15" },
        "zone": "B12", "needs_accompaniment": false,
    })));
    assert_eq!(answer["public_housing"]["verdict"], "not_met");
    assert_eq!(answer["affordable_rent"]["verdict"], "met");
    let market = finding(&answer, "affordable_rent", "market_not_affordable");
    assert_eq!(market["threshold"], "345.00");
    assert_eq!(answer["ask_next"], json!([]));
    assert_eq!(answer["suggested_response"], "capped");
    assert_eq!(answer["suggestion_reasons"], json!(["bears"]));
}

#[test]
fn a_zone_outside_the_table_is_not_known() {
    let open = |zone: Value| {
        let answer = evaluated(with(json!({
            "citizenship": "other", "zone": zone, "net_monthly_income": "1400.00",
        })));
        answer["affordable_rent"]["verdict"].clone()
    };
    assert_eq!(open(json!("Z99")), "unknown");
    assert_eq!(open(Value::Null), "unknown");
    assert_eq!(open(json!("B12")), "met");
    assert_eq!(open(json!(" b12 ")), "met");
    assert_eq!(open(json!("E7")), "not_met");
}

#[test]
fn the_head_of_household_may_stand_anywhere_in_the_list() {
    let limit = |members: Value| {
        let answer = evaluated(with(json!({ "members": members })));
        finding(&answer, "public_housing", "patrimony_limit")["threshold"].clone()
    };
    let child = |relation: &str| json!({ "birth_date": "2018-01-01", "works": false, "relation": relation });
    let head = json!({ "birth_date": "1985-12-10", "works": false, "relation": "head" });
    // One parent with a minor: 1.57 and 0.20 more.
    assert_eq!(limit(json!([head.clone(), child("child")])), "24850.00");
    assert_eq!(limit(json!([child("child"), head])), "24850.00");
}

#[test]
fn brief_gives_the_same_verdicts_without_what_they_rest_on() {
    let input = format!("{}\n{}\n", eligible(), json!({ "id": 7 }));
    let full = objects(&soglia(&["evaluate", "--as-of", "2026-11-22"], input.as_bytes()));
    let output = soglia(
        &["evaluate", "--brief", "--as-of", "2026-11-22"],
        input.as_bytes(),
    );
    assert!(output.status.success());
    let brief = objects(&output);
    assert_described("evaluate-output", &brief);
    for (brief, full) in brief.iter().zip(&full) {
        let mut expected = full.clone();
        for verdict in ["public_housing", "affordable_rent", "supported"] {
            expected[verdict].as_object_mut().unwrap().remove("findings");
        }
        expected.as_object_mut().unwrap().remove("indigence");
        expected.as_object_mut().unwrap().remove("suggestion_reasons");
        assert_eq!(*brief, expected);
    }
    let text = String::from_utf8(output.stdout).unwrap();
    let start = r#"{"id":"eligible","public_housing":{"verdict":"met"},"affordable_rent":{"verdict":"not_met"},"supported""#;
    assert!(text.starts_with(start), "{text}");
}

/// Numbers that look drawn at random and are the same on every run.
struct Draws(u64);

impl Draws {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }

    fn one_of(&mut self, of: &[Value]) -> Value {
        of[self.below(of.len() as u64) as usize].clone()
    }
}

#[test]
fn many_households_are_described_by_the_schemas_and_keep_their_order() {
    let mut draws = Draws(2026);
    let flags = [json!(true), json!(false), Value::Null];
    let kinds = [
        "ordinary",
        "current",
        "minors",
        "social_health",
        "university",
        "family_2026",
    ]
    .map(Value::from);
    let titles = ["italian", "eu", "long_term_permit", "two_year_permit", "other"].map(Value::from);
    let relations = [
        "head",
        "partner",
        "child",
        "parent",
        "other_relative",
        "not_related",
    ]
    .map(Value::from);
    let zones = ["B12", "E7", "D12", "Z9"].map(Value::from);
    let mut households = Vec::new();
    for number in 0..3_000 {
        let mut household = json!({ "id": number });
        let mut amount = |most| json!(format!("{}.{:02}", draws.below(most), draws.below(100)));
        let (value, patrimony, income) = (amount(30_000), amount(60_000), amount(4_000));
        let n_members = draws.below(8);
        // One head at most.
        let relation =
            |at, draws: &mut Draws| draws.one_of(if at == 0 { &relations } else { &relations[1..] });
        let members: Vec<Value> = (0..n_members)
            .map(|at| {
                let birth = format!("{}-0{}-11", 1930 + draws.below(97), 1 + draws.below(9));
                json!({ "birth_date": birth, "works": draws.one_of(&flags), "relation": relation(at, &mut draws) })
            })
            .collect();
        let dsu = format!("{}-05-22", 2025 + draws.below(2));
        let fields = [
            ("members", json!(members)),
            (
                "isee",
                json!({ "kind": draws.one_of(&kinds), "value": value, "dsu_date": dsu }),
            ),
            ("citizenship", draws.one_of(&titles)),
            ("sap_patrimony", patrimony),
            ("net_monthly_income", income),
            ("zone", draws.one_of(&zones)),
            ("regular_work", draws.one_of(&flags)),
            ("resides_in_region", draws.one_of(&flags)),
            ("works_in_region", draws.one_of(&flags)),
            ("owns_adequate_home", draws.one_of(&flags)),
            ("revoked_assignment_last_5_years", json!(false)),
            ("illegal_occupation_last_5_years", json!(false)),
            ("followed_by_social_services", draws.one_of(&flags)),
            ("manages_primary_needs", json!(true)),
            ("temporary_difficulty", draws.one_of(&flags)),
            ("needs_accompaniment", draws.one_of(&flags)),
        ];
        for (name, value) in fields {
            if draws.below(6) > 0 {
                household[name] = value;
            }
        }
        households.push(household);
    }
    let answers = evaluated_on("2026-12-31", &households);
    for (household, answer) in households.iter().zip(&answers) {
        assert_eq!(household["id"], answer["id"]);
    }
    // The draw reaches every verdict.
    for verdict in ["public_housing", "affordable_rent", "supported"] {
        for outcome in ["met", "not_met", "unknown"] {
            assert!(
                answers.iter().any(|answer| answer[verdict]["verdict"] == outcome),
                "{verdict} {outcome}"
            );
        }
    }
}
