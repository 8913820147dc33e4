// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which images records name, and to whom.
use super::*;
use crate::scope;
use soglia_kernel::author::Role;
use std::collections::BTreeSet;

/// The names of images in the text of a record, whatever their field. The samples draw theirs by one number, so that no
/// other checksum is taken for one.
fn written(record: &Record) -> BTreeSet<PhotoId> {
    let text = serde_json::to_string(record).expect("a record can be written");
    let is_drawn = |word: &&str| {
        word.len() == 64
            && word
                .as_bytes()
                .chunks(2)
                .all(|pair| *pair == word.as_bytes()[..2])
    };
    text.split('"')
        .filter(is_drawn)
        .filter_map(|name| name.parse().ok())
        .collect()
}

fn named(record: &Record) -> BTreeSet<PhotoId> {
    record.images().into_iter().collect()
}

#[test]
fn a_record_names_every_image_that_stands_in_it() {
    let with_images: Vec<Kind> = samples::records()
        .iter()
        .filter(|record| {
            assert_eq!(named(record), written(record), "{record:?}");
            !record.images().is_empty()
        })
        .map(|record| record.key().kind)
        .collect();
    assert_eq!(
        with_images,
        [Dwelling::KIND, Household::KIND, Plan::KIND, Visit::KIND]
    );
}

#[test]
fn nobody_is_shown_an_image_of_which_they_are_not_told() {
    for record in samples::records() {
        for role in Role::OF_RECORDS {
            let author = samples::author(role);
            let told = scope::told(&author, &crate::record::beginning(record.clone(), LogPosition(1)));
            assert_eq!(named(&told.record), written(&told.record), "{record:?} {role:?}");
        }
    }
}
