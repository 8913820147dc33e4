// SPDX-License-Identifier: AGPL-3.0-or-later
//! Decisions of every room: who may, and what a decision leads to.
use super::*;
use crate::{context::Known, decide::decide, rulebook::Rulebook};
use soglia_kernel::{author::Role, moment::Moment};

fn known() -> Known {
    let records = samples::records().into_iter();
    records.map(|record| (record.key(), record)).collect()
}

#[test]
fn the_samples_agree_with_each_other() {
    let broken = samples::invariants(&known());
    assert!(broken.is_empty(), "{broken:?}");
}

#[test]
fn nobody_does_what_is_not_theirs_to_do() {
    let rulebook = Rulebook::published();
    for action in samples::actions() {
        for role in Role::OF_RECORDS {
            let author = samples::author(role);
            let decided = decide(
                &action,
                &known(),
                &rulebook,
                Moment::on_device(samples::AT),
                &author,
            );
            let not_theirs = decided == Err(Common::NotYourTask { role }.into());
            assert_eq!(not_theirs, !action.verb.who().allows(role), "{action:?} {role:?}");
        }
    }
}

#[test]
fn a_decision_names_only_records_in_view_or_the_one_it_begins() {
    let rulebook = Rulebook::published();
    for action in samples::actions() {
        for moment in [
            Moment::on_device(samples::AT),
            Moment::at_server(samples::AT, samples::AT.ms),
        ] {
            for role in Role::OF_RECORDS {
                let author = samples::author(role);
                for known in [&known(), &Known::new()] {
                    let Ok(edits) = decide(&action, known, &rulebook, moment, &author) else {
                        continue;
                    };
                    for edit in edits {
                        let begins = edit.record == action.on && edit.record.kind == action.verb.kind();
                        assert!(begins || known.contains_key(&edit.record), "{action:?}: {edit:?}");
                        if let Some(after) = applied(known.get(&edit.record).cloned(), &edit.op) {
                            assert_eq!(after.key(), edit.record, "{action:?}: {edit:?}");
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn stating_what_stands_changes_nothing() {
    let rulebook = Rulebook::published();
    let moment = Moment::on_device(samples::AT);
    for action in samples::actions() {
        let Some(stated) = action.verb.stated() else {
            continue;
        };
        let known = known();
        let record = known.get(&action.on).expect("it has a record");
        for role in action.verb.who().roles.iter() {
            let decided = decide(&action, &known, &rulebook, moment, &samples::author(role));
            assert!(stated.is_present(record), "{action:?}");
            assert_eq!(decided, Ok(Vec::new()), "{action:?} {role:?}");
        }
    }
}
