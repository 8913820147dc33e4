// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is photographed at a visit.
use super::*;

fn taken_out(number: u8) -> Action {
    let photo = photo(number).id;
    Action::on(VISIT, Verb::RemovePhoto { photo })
}

#[test]
fn a_photo_is_added_once_and_taken_out_once() {
    let mut known = with(WORKER);
    assert_eq!(act(&mut known, WORKER, &photographed(1)), 1);
    assert_eq!(act(&mut known, OFFICER, &photographed(1)), 0);
    assert_eq!(act(&mut known, OFFICER, &photographed(2)), 1);
    assert_eq!(visit(&known).photos, [photo(1), photo(2)]);
    assert_eq!(act(&mut known, OFFICER, &taken_out(1)), 1);
    assert_eq!(act(&mut known, WORKER, &taken_out(1)), 0);
    assert_eq!(visit(&known).photos, [photo(2)]);
}

#[test]
fn photos_are_added_while_it_is_to_come_and_after_it_but_to_none_that_was_called_off() {
    for before in [vec![], vec![held("")], vec![tried(1), given_up("")]] {
        let mut known = after(&before);
        assert_eq!(act(&mut known, WORKER, &photographed(1)), 1, "{before:?}");
    }
    let mut known = after(&[photographed(1), cancelled("trasferiti")]);
    refused(&known, WORKER, &photographed(2), Refusal::Over);
    // One that shows too much goes all the same.
    assert_eq!(act(&mut known, WORKER, &taken_out(1)), 1);
}

#[test]
fn a_visit_has_a_number_of_photos_that_somebody_can_look_at() {
    let mut known = with(WORKER);
    for number in 0..MOST_VISIT_PHOTOS as u8 {
        act(&mut known, WORKER, &photographed(number));
    }
    refused(
        &known,
        WORKER,
        &photographed(200),
        Refusal::TooManyPhotos { most: 20 },
    );
    assert_eq!(act(&mut known, WORKER, &photographed(3)), 0);
}

#[test]
fn what_cannot_be_shown_is_no_photo_of_a_visit() {
    let photo = Photo {
        media_type: "image/heic".to_owned(),
        ..photo(1)
    };
    refused(
        &with(WORKER),
        WORKER,
        &Action::on(VISIT, Verb::AddPhoto { photo }),
        dwelling::Refusal::MediaTypeNotUsable,
    );
}
