// SPDX-License-Identifier: AGPL-3.0-or-later
//! Photos of records that are no dwellings: who is told of one may look at it, and nobody else.
use crate::{
    changes::{open, propose, ready_dwelling},
    diary::{stands, withdraw},
    photos::{image, upload},
    place::{Pulled, Someone, on_both, problem},
};
use reqwest::blocking::Response;
use soglia_domain::{
    action::Action,
    answer::Answer,
    assessment::NeedDomain,
    calendar::Day,
    digest::sha256_hex,
    id::{HouseholdId, PlacementId, PlanId, VisitId},
    key::{Identity as _, Key},
    photo::{Photo, PhotoStage},
    plan::{self, GoalAnswer, GoalId, Plan, PlanPartId, text_hash},
    rooms::Room as _,
    visit::{self, Appointment, Purpose},
};
use uuid::Uuid;

/// The day on which the devices of these tests are.
const TODAY: Day = Day::constant(2026, 9, 21);

fn photo(bytes: &[u8]) -> Photo {
    Photo {
        id: sha256_hex(bytes).parse().unwrap(),
        size: bytes.len() as u32,
        media_type: "image/jpeg".to_owned(),
        taken: TODAY,
        stage: PhotoStage::Other,
        caption: String::new(),
    }
}

fn show(someone: &Someone<'_>, bytes: &[u8], record: Key) -> Response {
    let path = format!("/api/blobs/{}?record={record}", sha256_hex(bytes));
    someone.get(&path).send().unwrap()
}

#[track_caller]
fn sees(someone: &Someone<'_>, bytes: &[u8], record: Key) {
    let shown = show(someone, bytes, record);
    assert_eq!(shown.status(), 200);
    assert_eq!(shown.bytes().unwrap(), bytes);
}

#[track_caller]
fn sees_nothing(someone: &Someone<'_>, bytes: &[u8], record: Key) {
    problem(show(someone, bytes, record), 404);
}

fn has(pulled: &Pulled, key: Key) -> bool {
    pulled.records.iter().any(|stored| stored.key == key)
}

/// Opens a household to a partner.
fn open_to(
    anna: &Someone<'_>,
    bruno: &Someone<'_>,
    partner: &Someone<'_>,
    household: HouseholdId,
) -> PlacementId {
    let dwelling = ready_dwelling(bruno, Some(partner.author.organisation));
    let offer = PlacementId(Uuid::now_v7());
    stands(&anna.act(propose(household, dwelling, offer), Vec::new()));
    offer
}

/// A visit with a photo, of which the image comes after the words, as from a device.
fn visited(someone: &Someone<'_>, household: HouseholdId, bytes: &[u8]) -> VisitId {
    let id = VisitId(Uuid::now_v7());
    let plan = visit::Verb::Plan {
        household,
        dwelling: None,
        purpose: Purpose::Home,
        appointment: Appointment {
            day: TODAY,
            from: None,
            to: None,
            place: String::new(),
        },
        who: None,
    };
    stands(&someone.act(Action::on(id, plan), Vec::new()));
    let photo = photo(bytes);
    stands(&someone.act(Action::on(id, visit::Verb::AddPhoto { photo }), Vec::new()));
    sees_nothing(someone, bytes, id.key());
    upload(someone, bytes);
    id
}

/// A plan under which somebody put a signature.
fn signed(someone: &Someone<'_>, household: HouseholdId, bytes: &[u8]) -> Key {
    let id = PlanId(Uuid::now_v7());
    let goal = GoalId(1);
    let consent = GoalAnswer::Consent(Answer::Known(true));
    for verb in [
        plan::Verb::Begin {
            household,
            day: TODAY,
        },
        plan::Verb::AddGoal {
            goal,
            domain: NeedDomain::Work,
            text: "Un lavoro stabile".to_owned(),
        },
        plan::Verb::SayOf {
            part: PlanPartId::Goal(goal),
            fact: consent,
        },
    ] {
        stands(&someone.act(Action::on(id, verb), Vec::new()));
    }
    let pulled = someone.pull(0);
    let plan = pulled.records.iter().find_map(|stored| Plan::of(&stored.record));
    let sign = plan::Verb::Sign {
        day: TODAY,
        name: "Maria Prova".to_owned(),
        image: Some(photo(bytes).id),
        text_hash: text_hash(plan.unwrap()),
    };
    stands(&someone.act(Action::on(id, sign), Vec::new()));
    upload(someone, bytes);
    id.key()
}

#[test]
fn a_photo_of_a_visit_is_seen_by_who_sees_the_visit() {
    on_both(|stage| {
        let anna = stage.person("anna", "social-worker", "Welfare");
        let bruno = stage.person("bruno", "housing-officer", "Casa");
        let elena = stage.person("elena", "coordinator", "Coordinamento");
        let sara = stage.person("sara", "managing-partner", "Cooperativa");
        let household = open(&anna, "Famiglia Uno");
        let (of_the_city, of_the_partner) = (image(1, 5_000), image(2, 5_000));
        let visit = visited(&anna, household, &of_the_city).key();
        for someone in [&anna, &bruno, &elena] {
            sees(someone, &of_the_city, visit);
        }
        sees_nothing(&sara, &of_the_city, visit);

        // An offer opens the household: not what the City saw there, but the partner's own visits.
        let offer = open_to(&anna, &bruno, &sara, household);
        sees_nothing(&sara, &of_the_city, visit);
        let id = visited(&sara, household, &of_the_partner);
        let own = id.key();
        for someone in [&anna, &sara] {
            sees(someone, &of_the_partner, own);
        }
        // Who knows the name of an image finds it under no other record.
        sees_nothing(&sara, &of_the_city, own);
        sees_nothing(&sara, &of_the_partner, household.key());
        stands(&anna.act(withdraw(offer), Vec::new()));
        sees_nothing(&sara, &of_the_partner, own);
        sees(&anna, &of_the_partner, own);
        open_to(&anna, &bruno, &sara, household);
        sees(&sara, &of_the_partner, own);

        let photo = photo(&of_the_partner).id;
        stands(&sara.act(Action::on(id, visit::Verb::RemovePhoto { photo }), Vec::new()));
        for someone in [&anna, &sara] {
            sees_nothing(someone, &of_the_partner, own);
        }
        stage.verify();
    });
}

#[test]
fn another_partner_that_sees_the_household_sees_no_photo_of_the_first() {
    on_both(|stage| {
        let anna = stage.person("anna", "social-worker", "Welfare");
        let bruno = stage.person("bruno", "housing-officer", "Casa");
        let sara = stage.person("sara", "managing-partner", "Cooperativa");
        let ugo = stage.person("ugo", "managing-partner", "Fondazione");
        let household = open(&anna, "Famiglia Uno");
        for partner in [&sara, &ugo] {
            open_to(&anna, &bruno, partner, household);
        }
        let bytes = image(3, 5_000);
        let visit = visited(&sara, household, &bytes).key();
        sees(&sara, &bytes, visit);
        // They learn that a partner comes, and see nothing of it.
        assert!(has(&ugo.pull(0), visit));
        sees_nothing(&ugo, &bytes, visit);
        stage.verify();
    });
}

#[test]
fn the_image_of_a_signature_is_for_the_city_alone() {
    on_both(|stage| {
        let anna = stage.person("anna", "social-worker", "Welfare");
        let bruno = stage.person("bruno", "housing-officer", "Casa");
        let sara = stage.person("sara", "managing-partner", "Cooperativa");
        let household = open(&anna, "Famiglia Uno");
        open_to(&anna, &bruno, &sara, household);
        let bytes = image(4, 5_000);
        let plan = signed(&anna, household, &bytes);
        for someone in [&anna, &bruno] {
            sees(someone, &bytes, plan);
        }
        // The partner reads the plan, and not who signed it.
        assert!(has(&sara.pull(0), plan));
        sees_nothing(&sara, &bytes, plan);
        stage.verify();
    });
}
