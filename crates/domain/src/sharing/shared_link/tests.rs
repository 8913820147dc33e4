// SPDX-License-Identifier: AGPL-3.0-or-later
//! Stories of shared links: how they are made, how they end, and who may.
use super::*;
use crate::{
    action::Action,
    context::Known,
    dwelling,
    record::Identity,
    world::{HOME, NOW, TODAY, act, content, decided, refused, world},
};
use soglia_kernel::refusal::Refusal as Common;
use uuid::Uuid;

const OFFICER: Role = Role::HousingOfficer;
const LINK: SharedLinkId = SharedLinkId(Uuid::from_u128(91));

fn hash() -> String {
    token_hash("AbCdEfGhIjKlMnOpQrSt-g")
}

fn shared(dwelling: DwellingId, to: &str, token_hash: String, until: Day) -> Action {
    let verb = Verb::Share {
        view: SharedView::Contractor { dwelling },
        to: to.to_owned(),
        token_hash,
        until,
    };
    Action::on(LINK, verb)
}

fn usual() -> Action {
    shared(HOME, " Impresa Prova ", hash(), TODAY.plus_days(60))
}

fn revoke() -> Action {
    Action::on(LINK, Verb::Revoke {})
}

fn with_link() -> Known {
    let mut known = world();
    act(&mut known, OFFICER, &usual());
    known
}

fn link(known: &Known) -> &SharedLink {
    content(known, LINK)
}

#[test]
fn a_link_says_for_whom_it_is_and_keeps_the_hash_alone() {
    let known = with_link();
    let made = link(&known);
    assert_eq!(made.to, "Impresa Prova");
    assert!(is_hash(&made.token_hash) && !made.token_hash.contains("AbCdEf"));
    assert_eq!((made.at, made.view.of()), (NOW, HOME.key()));
    assert!(made.is_open_on(TODAY) && made.is_open_on(TODAY.plus_days(60)));
    assert!(!made.is_open_on(TODAY.plus_days(61)));
}

#[test]
fn a_link_taken_back_shows_nothing_and_a_second_person_finds_it_done() {
    let mut known = with_link();
    act(&mut known, Role::SocialWorker, &revoke());
    assert!(!link(&known).is_open_on(TODAY));
    assert_eq!(decided(&known, OFFICER, &revoke()), Ok(Vec::new()));
}

#[test]
fn a_link_needs_a_reader_a_hash_a_day_to_come_and_something_to_show() {
    let known = world();
    let day = TODAY.plus_days(1);
    refused(
        &known,
        OFFICER,
        &shared(HOME, "  ", hash(), day),
        Common::LabelNotUsable,
    );
    let token = "AbCdEfGhIjKlMnOpQrSt-g".to_owned();
    refused(
        &known,
        OFFICER,
        &shared(HOME, "Impresa", token, day),
        Refusal::NoHash,
    );
    let upper = hash().to_uppercase();
    refused(
        &known,
        OFFICER,
        &shared(HOME, "Impresa", upper, day),
        Refusal::NoHash,
    );
    let before = shared(HOME, "Impresa", hash(), TODAY.plus_days(-1));
    refused(&known, OFFICER, &before, Common::EndsBeforeItBegins);
    let last = TODAY.plus_days(MOST_DAYS);
    assert!(decided(&known, OFFICER, &shared(HOME, "Impresa", hash(), last)).is_ok());
    let late = shared(HOME, "Impresa", hash(), last.plus_days(1));
    refused(&known, OFFICER, &late, Refusal::TooLong { last });
    let nowhere = shared(DwellingId(Uuid::from_u128(7)), "Impresa", hash(), day);
    refused(&known, OFFICER, &nowhere, dwelling::Refusal::Unknown);
    refused(&with_link(), OFFICER, &usual(), Common::AlreadyExists);
    refused(&known, OFFICER, &revoke(), Refusal::Unknown);
}

#[test]
fn whoever_works_on_cases_shares_and_a_partner_does_not() {
    let known = world();
    assert!(decided(&known, Role::SocialWorker, &usual()).is_ok());
    for role in [Role::ManagingPartner, Role::Coordinator] {
        assert!(decided(&known, role, &usual()).is_err(), "{role:?}");
    }
    assert!(decided(&with_link(), Role::ManagingPartner, &revoke()).is_err());
    assert!(decided(&with_link(), Role::Coordinator, &revoke()).is_ok());
}
