// SPDX-License-Identifier: AGPL-3.0-or-later
//! To whom a field is told is declared once, and what is handed over agrees with it.
use super::*;
use soglia_kernel::{author::Role, content::Reader};

/// Somebody in a role who has nothing to do with the records of the samples.
fn readers() -> impl Iterator<Item = Reader> {
    let organisation = samples::OTHER_PARTNER;
    Role::OF_RECORDS
        .into_iter()
        .map(move |role| Reader { role, organisation })
}

#[test]
fn what_is_not_told_is_not_handed_over_and_everything_else_is() {
    for edit in samples::edits() {
        let says = match edit.op.merge_rule() {
            MergeRule::OneValue => true,
            // What puts a part in says that it is there.
            MergeRule::Union => !edit.op.begins(),
            MergeRule::Transition | MergeRule::Resolution => false,
        };
        let record = samples::records()
            .into_iter()
            .find(|record| record.key() == edit.record);
        let record = record.expect("it has a record");
        if !says || !edit.op.is_present(&record) {
            continue;
        }
        for reader in readers() {
            let mut seen = record.clone();
            seen.redact(&reader);
            let told = seen.told(&edit.op.field()).has(reader.role);
            assert_eq!(edit.op.is_present(&seen), told, "{edit:?} {:?}", reader.role);
        }
    }
}

#[test]
fn who_is_told_a_record_whole_is_told_every_field_of_it() {
    for record in samples::records() {
        for reader in readers() {
            if !told_whole(record.key().kind).has(reader.role) {
                continue;
            }
            let mut seen = record.clone();
            seen.redact(&reader);
            assert_eq!(seen, record, "{:?}", reader.role);
            for edit in samples::edits().iter().filter(|edit| edit.record == record.key()) {
                assert!(
                    record.told(&edit.op.field()).has(reader.role),
                    "{edit:?} {:?}",
                    reader.role
                );
            }
        }
    }
}

#[test]
fn nobody_says_what_is_not_told_to_them() {
    let mut table = table_of_facts();
    table.retain(|fact| !fact.told.has_all(fact.by));
    assert_eq!(table, []);
}

#[test]
fn a_kind_that_is_not_known_is_told_to_nobody() {
    assert_eq!(told_whole(Kind::new("kind_of_tomorrow")), Roles::NONE);
    assert_eq!(version_of(Kind::new("kind_of_tomorrow")), None);
}
