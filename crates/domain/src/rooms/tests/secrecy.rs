// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is said about people never reaches a log: `Debug` names fields, verbs and identities, and no text.
use super::*;
use crate::{
    action::Action,
    context::Known,
    record::{LogPosition, Review, Written, beginning},
    samples::{AT, BY_NAME, PERSON, PERSONAL},
};
use soglia_kernel::author::Role;
use std::fmt::Debug;

#[track_caller]
fn tells_nothing(value: &impl Debug) {
    for shown in [format!("{value:?}"), format!("{value:#?}")] {
        for text in PERSONAL {
            assert!(!shown.contains(text), "{shown}");
        }
    }
}

#[test]
fn what_is_said_about_people_never_reaches_a_log() {
    for edit in samples::edits() {
        tells_nothing(&edit);
        for record in samples::records()
            .iter()
            .filter(|record| record.key() == edit.record)
        {
            tells_nothing(&after(record, &[&edit.op]));
        }
    }
    samples::actions().iter().for_each(tells_nothing);
    samples::refusals().iter().for_each(tells_nothing);
    samples::rows().iter().for_each(tells_nothing);
    let known: Known = samples::records()
        .into_iter()
        .map(|record| (record.key(), record))
        .collect();
    tells_nothing(&known);
}

#[test]
fn what_stands_around_a_record_names_nobody_either() {
    for edit in samples::edits() {
        let record = samples::records()
            .into_iter()
            .find(|record| record.key() == edit.record);
        let mut stored = beginning(record.expect("it has a record"), LogPosition(7));
        BY_NAME.clone_into(&mut stored.last_by);
        let device = DeviceId(Uuid::nil());
        stored.reviews.push(Review {
            field: edit.op.field(),
            change: ChangeId(Uuid::nil()),
            op: edit.op,
            by: PERSON,
            by_name: BY_NAME.to_owned(),
            role: Role::SocialWorker,
            device,
            at: AT,
            present: Some(Written {
                by: PERSON,
                by_name: BY_NAME.to_owned(),
                role: Role::HousingOfficer,
                device,
                at: AT,
            }),
        });
        tells_nothing(&stored);
    }
    tells_nothing(&samples::author(Role::SocialWorker));
}

#[test]
fn the_samples_do_say_something_about_people() {
    let said = [
        serde_json::to_string(&samples::records()),
        serde_json::to_string(&samples::edits()),
        serde_json::to_string(&samples::actions()),
    ];
    for said in said {
        let said = said.expect("they can be written");
        for text in PERSONAL {
            assert!(said.contains(text), "{text}");
        }
    }
    let speaks = |action: &Action| {
        let wire = serde_json::to_string(action).expect("it can be written");
        PERSONAL.iter().any(|text| wire.contains(text))
    };
    assert!(samples::actions().iter().filter(|action| speaks(action)).count() >= 20);
}
