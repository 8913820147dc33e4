// SPDX-License-Identifier: AGPL-3.0-or-later
//! The pages of an attestation: added once, taken out once, not without end, and no partner is told of them.
use super::*;
use crate::{photo::PhotoStage, pictured::Pictured as _, world::PARTNER};
use soglia_kernel::content::{Content as _, Reader};

fn page(number: u8) -> Photo {
    Photo {
        id: PhotoId([number; 32]),
        size: 120_000,
        media_type: "image/jpeg".to_owned(),
        taken: Day::constant(2026, 3, 9),
        stage: PhotoStage::Other,
        caption: String::new(),
    }
}

fn added(number: u8) -> Action {
    let page = page(number);
    Action::on(FAMILY, Verb::AddPage { page })
}

fn taken_out(number: u8) -> Action {
    let page = page(number).id;
    Action::on(FAMILY, Verb::RemovePage { page })
}

#[test]
fn a_page_is_added_once_and_taken_out_once() {
    let mut known = world();
    assert_eq!(act(&mut known, WORKER, &added(1)), 1);
    assert_eq!(act(&mut known, Role::HousingOfficer, &added(1)), 0);
    assert_eq!(act(&mut known, Role::HousingOfficer, &added(2)), 1);
    assert_eq!(
        content::<Household>(&known, FAMILY).images(),
        [page(1).id, page(2).id]
    );
    assert_eq!(act(&mut known, WORKER, &taken_out(1)), 1);
    assert_eq!(act(&mut known, WORKER, &taken_out(1)), 0);
    assert_eq!(content::<Household>(&known, FAMILY).attestation, [page(2)]);
}

#[test]
fn an_attestation_has_not_pages_without_end_and_no_page_that_cannot_be_shown() {
    let mut known = world();
    for number in 0..MOST_PAGES as u8 {
        act(&mut known, WORKER, &added(number));
    }
    let most = MOST_PAGES as u32;
    refused(&known, WORKER, &added(99), Refusal::TooManyPages { most });
    assert_eq!(act(&mut known, WORKER, &added(3)), 0);
    let empty = Photo { size: 0, ..page(1) };
    let empty = Action::on(FAMILY, Verb::AddPage { page: empty });
    assert!(decided(&world(), WORKER, &empty).is_err());
}

#[test]
fn a_partner_is_told_of_no_page() {
    let mut known = world();
    act(&mut known, WORKER, &added(1));
    let household = content::<Household>(&known, FAMILY);
    for (role, n) in [
        (Role::SocialWorker, 1),
        (Role::HousingOfficer, 1),
        (Role::Coordinator, 1),
        (Role::ManagingPartner, 0),
    ] {
        let mut told = household.clone();
        told.redact(&Reader {
            role,
            organisation: PARTNER,
        });
        assert_eq!(told.images().len(), n, "{role:?}");
        let field = soglia_kernel::stored::FieldKey(format!("attestation/{}", page(1).id));
        assert_eq!(household.told(&field).has(role), n > 0, "{role:?}");
    }
}
