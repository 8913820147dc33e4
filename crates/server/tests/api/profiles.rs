// SPDX-License-Identifier: AGPL-3.0-or-later
//! What shared links show of a household and of a moment.
use crate::{
    changes::{open, ready_dwelling},
    place::Place,
    shared::{LONG_AGO, OTHER, TOKEN, read, share, share_on},
};
use serde_json::{Value, json};
use soglia_domain::{
    action::Action,
    answer::Answer,
    dwelling::{self, Address, DwellingAnswer},
    id::{CaseId, PlanId},
    shared_link::{Consent, SharedView, Terms},
    tongue::Tongue,
};

#[test]
fn a_frozen_link_shows_what_was_and_another_what_is() {
    let place = Place::new();
    let bruno = place.person("bruno", "housing-officer", "Casa");
    let dwelling = ready_dwelling(&bruno, None);
    let moved = |text: &str| {
        let said = DwellingAnswer::Address(Answer::Known(Address {
            street: text.to_owned(),
            number: String::new(),
            municipality: "Milano".to_owned(),
        }));
        bruno.act(Action::on(dwelling, dwelling::Verb::Say(said)), Vec::new())
    };
    assert!(moved("Via Prima 1").position().is_some());
    let frozen = Terms {
        frozen: true,
        ..Terms::default()
    };
    share_on(&bruno, TOKEN, SharedView::Contractor { dwelling }, frozen);
    share(&bruno, OTHER, dwelling);
    assert!(moved("Via Seconda 2").position().is_some());
    let text = |token: &str| read(&place, token).text().unwrap();
    assert!(text(TOKEN).contains("Via Prima 1") && text(TOKEN).contains("It is a copy of"));
    assert!(text(OTHER).contains("Via Seconda 2") && text(OTHER).contains("As known on"));
}

#[test]
fn a_family_reads_its_plan_in_the_language_of_the_link_or_another() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Casa");
    let household = open(&anna, "Famiglia Prova");
    let plan = PlanId(uuid::Uuid::from_u128(77));
    let begin = soglia_domain::plan::Verb::Begin {
        household,
        day: LONG_AGO,
    };
    assert!(anna.act(Action::on(plan, begin), Vec::new()).position().is_some());
    let terms = Terms {
        language: Tongue::Arabic,
        ..Terms::default()
    };
    share_on(&anna, TOKEN, SharedView::FamilyPlan { household, plan }, terms);
    let asked = |language: Option<&str>| -> Value {
        let asked = json!({ "token": TOKEN, "language": language });
        let shown = place.post("/api/shared").json(&asked).send().unwrap();
        assert_eq!(shown.status(), 200);
        shown.json().unwrap()
    };
    let page = asked(None);
    assert_eq!(
        (&page["language"], &page["title"]),
        (&json!("ar"), &json!("خطتنا"))
    );
    assert_eq!(page["languages"].as_array().unwrap().len(), 8);
    assert_eq!(asked(Some("uk"))["title"], "Наш план");
    assert_eq!(
        asked(Some("pt"))["language"],
        "ar",
        "a language that there is not is that of the link"
    );
    assert!(!page.to_string().contains(&plan.to_string()));
    // The family sees how often its link was opened: what one visit asks for counts once, another device counts too.
    let standing = |page: &Value| page["standing"].as_str().unwrap().to_owned();
    let here = standing(&asked(Some("en")));
    assert!(here.contains("this one included: 1."), "{here}");
    let there: Value = read(&place, TOKEN).json().unwrap();
    let there = standing(&there);
    assert!(
        there.contains("this one included: 2. The time before: "),
        "{there}"
    );
}

#[test]
fn a_case_is_shown_with_consent_and_without_what_colleagues_wrote() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Casa");
    let household = open(&anna, "Famiglia Prova");
    let case = CaseId(uuid::Uuid::from_u128(78));
    let begin = soglia_domain::case::Verb::Open { household };
    assert!(anna.act(Action::on(case, begin), Vec::new()).position().is_some());
    let terms = Terms {
        consent: Some(Consent {
            by: "Ana Prova".to_owned(),
            day: LONG_AGO,
        }),
        ..Terms::default()
    };
    share_on(&anna, TOKEN, SharedView::CaseSummary { household, case }, terms);
    let page: Value = read(&place, TOKEN).json().unwrap();
    assert_eq!(page["title"], "Summary of the case");
    // Who consented is told to the City, not to the reader; nor is who took the step.
    for hidden in ["Ana Prova", "anna", "Impresa Prova"] {
        assert!(!page.to_string().contains(hidden), "{hidden}");
    }
}
