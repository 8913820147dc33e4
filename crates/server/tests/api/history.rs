// SPDX-License-Identifier: AGPL-3.0-or-later
//! History shows an entry only where its fields are told to the reader.
use crate::{
    changes::{in_view, income, open, propose, ready_dwelling},
    place::{Someone, on_both, problem},
};
use serde_json::Value;
use soglia_domain::{
    action::Action,
    answer::Answer as Told,
    calendar::Day,
    household::{HouseholdAnswer, HouseholdPartId, MemberAnswer, Verb as HouseholdVerb},
    id::{HouseholdId, MemberId, OrganisationId, PlacementId},
    key::{Identity as _, Key},
    placement::Verb as PlacementVerb,
    record::FieldKey,
    review::{Choosing, ReviewChoice},
    tax_code::TaxCode,
};
use soglia_sync::change::Answer;
use uuid::Uuid;

fn say(household: HouseholdId, fact: HouseholdAnswer) -> Action {
    Action::on(household, HouseholdVerb::Say(fact))
}

fn say_of(household: HouseholdId, member: MemberId, fact: MemberAnswer) -> Action {
    let part = HouseholdPartId::Member(member);
    Action::on(household, HouseholdVerb::SayOf { part, fact })
}

#[track_caller]
fn stands(answer: &Answer) {
    assert!(answer.position().is_some(), "{answer:?}");
}

/// The verbs that somebody is shown of a record, newest first.
fn shown(someone: &Someone<'_>, key: Key) -> Vec<String> {
    let response = someone
        .get(&format!("/api/records/{key}/history"))
        .send()
        .unwrap();
    assert_eq!(response.status(), 200);
    let history: Value = response.json().unwrap();
    let entries = history["entries"].as_array().unwrap();
    entries
        .iter()
        .map(|entry| entry["action"]["verb"].to_string())
        .collect()
}

#[test]
fn a_partner_reads_in_the_history_what_is_told_to_it_and_nothing_else() {
    on_both(|stage| {
        let anna = stage.person("anna", "social-worker", "Welfare");
        let bruno = stage.person("bruno", "housing-officer", "Casa");
        let sara = stage.person("sara", "managing-partner", "Cooperativa");
        let theirs = ready_dwelling(&bruno, Some(sara.author.organisation));
        let household = open(&anna, "Famiglia Uno");
        let member = MemberId(1);
        let code = TaxCode::parse("RSSMRA80A01F205X").unwrap();
        for action in [
            Action::on(household, HouseholdVerb::AddMember { member }),
            say(
                household,
                HouseholdAnswer::Phone(Told::Known("02 5550 1234".to_owned())),
            ),
            income(household, 900),
            say(household, HouseholdAnswer::NetMonthlyIncome(Told::NotAsked)),
            income(household, 950),
            say_of(
                household,
                member,
                MemberAnswer::BirthDate(Told::Known(Day::constant(1980, 1, 1))),
            ),
            say_of(household, member, MemberAnswer::TaxCode(Told::Known(code))),
        ] {
            stands(&anna.act(action, Vec::new()));
        }
        // Two values of what is not told: neither they nor the choice between them.
        let view = in_view(&anna.pull(0), household.key(), "net_monthly_income");
        stands(&anna.act(income(household, 700), view.clone()));
        stands(&bruno.act(income(household, 800), view));
        let choosing = Choosing {
            field: FieldKey("net_monthly_income".to_owned()),
            choice: ReviewChoice::Present,
            seen: Vec::new(),
        };
        let view = in_view(&anna.pull(0), household.key(), "net_monthly_income");
        stands(&anna.act(Action::on(household, HouseholdVerb::Resolve(choosing)), view));
        let offer = PlacementId(Uuid::now_v7());
        stands(&anna.act(propose(household, theirs, offer), Vec::new()));

        let starts = |verbs: &[String]| -> Vec<String> {
            let names = verbs
                .iter()
                .map(|verb| verb.split(['"', '{', ':']).filter(|word| !word.is_empty()));
            names
                .map(|words| words.take(3).collect::<Vec<_>>().join("."))
                .collect()
        };
        let seen = shown(&sara, household.key());
        let names = starts(&seen);
        assert_eq!(names[0], "placement.offer.dwelling", "{seen:?}");
        assert!(
            seen[1].contains("birth_date") && seen[2].contains("phone"),
            "{seen:?}"
        );
        assert!(names[3].starts_with("household.add_member") && names[4].starts_with("household.open"));
        assert_eq!(seen.len(), 5, "{seen:?}");
        assert_eq!(
            shown(&anna, household.key()).len(),
            12,
            "the City reads all of it"
        );
        assert_eq!(shown(&sara, offer.key()).len(), 1);

        // What names a household is read while the household is.
        assert!(
            shown(&sara, theirs.key())
                .iter()
                .any(|verb| verb.contains("offer"))
        );
        let reason = "Ha trovato altro".to_owned();
        stands(&anna.act(Action::on(offer, PlacementVerb::Withdraw { reason }), Vec::new()));
        let of_dwelling = shown(&sara, theirs.key());
        assert!(
            of_dwelling.iter().all(|verb| verb.contains("import")),
            "{of_dwelling:?}"
        );
        problem(
            sara.get(&format!("/api/records/{}/history", offer.key()))
                .send()
                .unwrap(),
            404,
        );
    });
}

/// Two partners at the same household: neither reads that there is another one.
#[test]
fn an_offer_of_another_partner_is_neither_in_the_history_nor_in_the_record() {
    on_both(|stage| {
        let anna = stage.person("anna", "social-worker", "Welfare");
        let bruno = stage.person("bruno", "housing-officer", "Casa");
        let sara = stage.person("sara", "managing-partner", "Cooperativa");
        let rosa = stage.person("rosa", "managing-partner", "Fondazione");
        let of = |partner: &Someone<'_>| -> OrganisationId { partner.author.organisation };
        let household = open(&anna, "Famiglia Uno");
        let offers = [&sara, &rosa].map(|partner| {
            let dwelling = ready_dwelling(&bruno, Some(of(partner)));
            let offer = PlacementId(Uuid::now_v7());
            stands(&anna.act(propose(household, dwelling, offer), Vec::new()));
            offer
        });
        for (partner, own, other) in [(&sara, offers[0], offers[1]), (&rosa, offers[1], offers[0])] {
            let everything: Value = partner
                .get("/api/records?since=0")
                .send()
                .unwrap()
                .json()
                .unwrap();
            let told = everything["records"].to_string();
            assert!(told.contains(&own.to_string()) && !told.contains(&other.to_string()));
            let history = shown(partner, household.key());
            assert_eq!(history.len(), 2, "{history:?}");
            problem(
                partner
                    .get(&format!("/api/records/{}/history", other.key()))
                    .send()
                    .unwrap(),
                404,
            );
        }
    });
}
