// SPDX-License-Identifier: AGPL-3.0-or-later
//! Stories of photos.
use super::{
    photo::{MOST_PHOTOS, Photo, PhotoId, PhotoStage},
    *,
};
use crate::{
    action::Action,
    author::Role,
    context::Known,
    world::{HOME, OTHER_HOME, act, content, decided, refused, world},
};
use soglia_kernel::calendar::Day;
use uuid::Uuid;

fn photo(number: u8) -> Photo {
    Photo {
        id: PhotoId([number; 32]),
        size: 200_000,
        media_type: "image/jpeg".to_owned(),
        taken: Day::new(2026, 3, 20).expect("a day that exists"),
        stage: PhotoStage::Before,
        caption: String::new(),
    }
}

fn add(dwelling: DwellingId, photo: Photo) -> Action {
    Action::on(dwelling, Verb::AddPhoto { photo })
}

fn photos(known: &Known) -> usize {
    content::<Dwelling>(known, HOME).photos.len()
}

#[test]
fn a_photo_is_added_once_and_taken_out_once() {
    let mut known = world();
    assert_eq!(act(&mut known, Role::SocialWorker, &add(HOME, photo(1))), 1);
    assert_eq!(act(&mut known, Role::SocialWorker, &add(HOME, photo(1))), 0);
    assert_eq!(act(&mut known, Role::HousingOfficer, &add(HOME, photo(2))), 1);
    assert_eq!(photos(&known), 2);
    let remove = Action::on(HOME, Verb::RemovePhoto { photo: photo(1).id });
    assert_eq!(act(&mut known, Role::SocialWorker, &remove), 1);
    assert_eq!(act(&mut known, Role::SocialWorker, &remove), 0);
    assert_eq!(photos(&known), 1);
}

#[test]
fn a_partner_adds_photos_to_the_dwellings_entrusted_to_it() {
    let known = world();
    assert!(decided(&known, Role::ManagingPartner, &add(HOME, photo(1))).is_ok());
    let elsewhere = add(OTHER_HOME, photo(1));
    refused(&known, Role::ManagingPartner, &elsewhere, Refusal::Unknown);
}

#[test]
fn a_dwelling_has_a_number_of_photos_that_somebody_can_look_at() {
    let mut known = world();
    for number in 0..MOST_PHOTOS as u8 {
        act(&mut known, Role::SocialWorker, &add(HOME, photo(number)));
    }
    let one_more = add(HOME, photo(200));
    refused(
        &known,
        Role::SocialWorker,
        &one_more,
        Refusal::TooManyPhotos { most: 40 },
    );
    // Saying again what is there is no further photo.
    assert_eq!(act(&mut known, Role::SocialWorker, &add(HOME, photo(3))), 0);
}

#[test]
fn a_photo_that_cannot_be_shown_is_refused() {
    let known = world();
    let heic = Photo {
        media_type: "image/heic".to_owned(),
        ..photo(1)
    };
    refused(
        &known,
        Role::SocialWorker,
        &add(HOME, heic),
        Refusal::MediaTypeNotUsable,
    );
    let nowhere = add(DwellingId(Uuid::from_u128(99)), photo(1));
    refused(&known, Role::SocialWorker, &nowhere, Refusal::Unknown);
}
