// SPDX-License-Identifier: AGPL-3.0-or-later
use crate::place::{Place, Pulled, Someone, problem};
use soglia_domain::dwelling::Verb as DwellingVerb;
use soglia_domain::household::Verb as HouseholdVerb;
use soglia_domain::key::Identity as _;
use soglia_domain::placement::Verb as PlacementVerb;
use soglia_domain::{
    action::Action,
    answer::Answer as Told,
    area::FloorArea,
    dwelling::{DwellingAnswer, DwellingState, Origin},
    household::{Household, HouseholdAnswer},
    id::{DwellingId, HouseholdId, OrganisationId, PlacementId},
    money::Money,
    placement,
    record::{FieldKey, Key, Stored},
    rent::RentTier,
    rooms::{Common, Record, Room as _},
};
use soglia_sync::change::{Answer, Seen, SignedIn};
use uuid::Uuid;

pub(crate) fn open(someone: &Someone<'_>, label: &str) -> HouseholdId {
    let household = HouseholdId(Uuid::now_v7());
    let answer = someone.act(
        Action::on(
            household,
            HouseholdVerb::Open {
                label: label.to_owned(),
            },
        ),
        Vec::new(),
    );
    assert!(matches!(answer, Answer::Accepted { .. }), "{answer:?}");
    household
}

pub(crate) fn ready_dwelling(officer: &Someone<'_>, entrusted_to: Option<OrganisationId>) -> DwellingId {
    let dwelling = DwellingId(Uuid::now_v7());
    let mut listed = vec![DwellingAnswer::UsableArea(Told::Known(
        FloorArea::from_hundredths(5_550).unwrap(),
    ))];
    listed.extend(entrusted_to.map(|partner| DwellingAnswer::EntrustedTo(Told::Known(partner))));
    let action = Action::on(
        dwelling,
        DwellingVerb::Import {
            code: "C-0001".to_owned(),
            origin: Origin::Municipal,
            state: DwellingState::Ready,
            listed,
            demonstration: false,
        },
    );
    assert!(matches!(officer.act(action, Vec::new()), Answer::Accepted { .. }));
    dwelling
}

pub(crate) fn propose(household: HouseholdId, dwelling: DwellingId, offer: PlacementId) -> Action {
    Action::on(
        offer,
        PlacementVerb::Offer {
            household,
            dwelling,
            tier: RentTier::Capped,
            monthly_rent: Some(Money::from_cents(34_600)),
            service_charges: None,
            until: None,
            note: String::new(),
        },
    )
}

pub(crate) fn income(household: HouseholdId, euro: i64) -> Action {
    let answer = HouseholdAnswer::NetMonthlyIncome(Told::Known(Money::from_euro(euro)));
    Action::on(household, HouseholdVerb::Say(answer))
}

pub(crate) fn stored(pulled: &Pulled, key: Key) -> &Stored {
    pulled
        .records
        .iter()
        .find(|stored| stored.record.key() == key)
        .unwrap()
}

/// What a device had in view of one field after a pull.
pub(crate) fn in_view(pulled: &Pulled, key: Key, field: &str) -> Vec<Seen> {
    let field = FieldKey(field.to_owned());
    let revision = stored(pulled, key).revision_of(&field);
    vec![Seen {
        record: key,
        field,
        revision,
    }]
}

pub(crate) fn income_of(stored: &Stored) -> Option<Money> {
    let household = Household::of(&stored.record)?;
    household.facts.net_monthly_income.known().copied()
}

#[test]
fn what_one_person_does_another_one_sees() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let bruno = place.person("bruno", "housing-officer", "Casa");
    let household = open(&anna, "Famiglia Ionescu");
    // Both at once, as a tablet delivers what was done with no network: nothing was confirmed in between.
    let told = anna.act(income(household, 900), Vec::new());
    assert!(matches!(told, Answer::Accepted { .. }), "{told:?}");
    let first = bruno.pull(0);
    assert_eq!(
        income_of(stored(&first, household.key())),
        Some(Money::from_euro(900))
    );
    assert_eq!(stored(&first, household.key()).last_by, "Anna");
    let nothing = bruno.pull(first.cursor.0);
    assert!(nothing.records.is_empty());
    assert_eq!(nothing.cursor, first.cursor);
}

#[test]
fn sending_twice_changes_nothing_and_gets_the_same_answers() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let household = HouseholdId(Uuid::now_v7());
    let again = |label: &str| {
        Action::on(
            household,
            HouseholdVerb::Open {
                label: label.to_owned(),
            },
        )
    };
    let batch = [
        anna.change(again("Famiglia Uno"), Vec::new()),
        anna.change(again("Famiglia Due"), Vec::new()),
    ];
    let first = anna.push(&batch);
    assert!(matches!(first[0], Answer::Accepted { .. }));
    assert_eq!(
        first[1],
        Answer::Refused {
            refusal: Common::AlreadyExists.into()
        }
    );
    let cursor = anna.pull(0).cursor;
    assert_eq!(anna.push(&batch), first);
    assert_eq!(anna.pull(0).cursor, cursor);
}

#[test]
fn what_was_answered_is_still_there_after_the_server_was_killed() {
    let mut place = Place::new();
    let household = open(&place.person("anna", "social-worker", "Welfare"), "Famiglia Uno");
    place.restart();
    let anna = place.sign_in("anna", crate::place::PASSWORD);
    assert_eq!(stored(&anna.pull(0), household.key()).last_by, "Anna");
}

#[test]
fn a_dwelling_is_not_given_twice() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let bruno = place.person("bruno", "housing-officer", "Casa");
    let dwelling = ready_dwelling(&bruno, None);
    let (one, two) = (open(&anna, "Famiglia Uno"), open(&bruno, "Famiglia Due"));
    let answer = anna.act(propose(one, dwelling, PlacementId(Uuid::now_v7())), Vec::new());
    assert!(
        matches!(answer, Answer::Accepted { .. } | Answer::Merged { .. }),
        "{answer:?}"
    );
    let second = bruno.act(propose(two, dwelling, PlacementId(Uuid::now_v7())), Vec::new());
    assert_eq!(
        second,
        Answer::Refused {
            refusal: placement::Refusal::DwellingHeld { household: Some(one) }.into()
        }
    );
    let pulled = bruno.pull(0);
    let Record::Household(second) = &stored(&pulled, two.key()).record else {
        panic!()
    };
    assert!(second.open.is_empty());
}

#[test]
fn nobody_sends_for_somebody_else_or_from_a_device_of_somebody_else() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let bruno = place.person("bruno", "social-worker", "Welfare");
    let household = HouseholdId(Uuid::now_v7());
    let action = Action::on(
        household,
        HouseholdVerb::Open {
            label: "Famiglia Uno".to_owned(),
        },
    );
    let send = |change: &soglia_sync::change::Change| {
        bruno
            .post("/api/changes")
            .json(&serde_json::json!({ "changes": [change] }))
            .send()
            .unwrap()
    };
    let mut change = anna.change(action, Vec::new());
    assert_eq!(problem(send(&change), 403), "not_your_change");
    change.author = bruno.author.person;
    assert_eq!(problem(send(&change), 403), "not_your_device");
    assert!(anna.pull(0).records.is_empty());
}

#[test]
fn the_history_of_a_record_tells_who_did_what() {
    let place = Place::new();
    let anna = place.person("anna.neri", "social-worker", "Welfare");
    let household = open(&anna, "Famiglia Uno");
    anna.act(income(household, 900), Vec::new());
    let path = format!("/api/records/{}/history", household.key());
    let history: serde_json::Value = anna.get(&path).send().unwrap().json().unwrap();
    let entries = history["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 2);
    assert!(entries[0]["action"]["verb"]["household"]["say"].is_object());
    assert_eq!(entries[1]["by_name"], "Anna Neri");
    assert_eq!(entries[0]["role"], "social_worker");
}

/// The type under which a device keeps who signed in reads what the server sends.
#[test]
fn the_session_reads_on_the_device() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let device = soglia_domain::id::DeviceId(anna.device);
    let kept = serde_json::to_string(&SignedIn {
        author: anna.author.clone(),
        device,
    })
    .unwrap();
    assert_eq!(
        serde_json::from_str::<SignedIn>(&kept).unwrap().author,
        anna.author
    );
}
