// SPDX-License-Identifier: AGPL-3.0-or-later
//! Stories of shared links: how they are made, how they end, and who may.
use super::{hash::is_hash, *};
use crate::answer::Answer;
use crate::{
    action::Action,
    case,
    context::Known,
    dwelling::{self, DwellingAnswer},
    plan,
    record::Identity,
    tongue::Tongue,
    world::{FAMILY, HOME, NOW, OTHER_FAMILY, TODAY, act, content, decided, refused, world},
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
        terms: Terms::default(),
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

const PLAN: PlanId = PlanId(Uuid::from_u128(92));
const CASE: CaseId = CaseId(Uuid::from_u128(93));

/// A world with a plan and a case of the family.
fn with_work() -> Known {
    let mut known = world();
    let begin = plan::Verb::Begin {
        household: FAMILY,
        day: TODAY,
    };
    act(&mut known, Role::SocialWorker, &Action::on(PLAN, begin));
    let open = case::Verb::Open { household: FAMILY };
    act(&mut known, Role::SocialWorker, &Action::on(CASE, open));
    known
}

fn viewed(view: SharedView, terms: Terms) -> Action {
    let verb = Verb::Share {
        view,
        to: "Avvocata Prova".to_owned(),
        token_hash: hash(),
        until: TODAY.plus_days(view.usual_days()),
        terms,
    };
    Action::on(LINK, verb)
}

fn consent(by: &str, day: Day) -> Terms {
    Terms {
        consent: Some(Consent {
            by: by.to_owned(),
            day,
        }),
        ..Terms::default()
    }
}

#[test]
fn a_plan_is_shared_with_its_family_and_a_case_with_the_consent_of_the_person() {
    let mut known = with_work();
    let plan = SharedView::FamilyPlan {
        household: FAMILY,
        plan: PLAN,
    };
    let in_arabic = Terms {
        language: Tongue::Arabic,
        // A plan needs no consent: what is said of one is not kept.
        ..consent("Ana Prova", TODAY)
    };
    assert!(decided(&known, OFFICER, &viewed(plan, in_arabic.clone())).is_ok());
    act(&mut known, Role::SocialWorker, &viewed(plan, in_arabic));
    let made = link(&known);
    assert_eq!(
        (made.terms.language, &made.terms.consent),
        (Tongue::Arabic, &None)
    );
    assert_eq!((made.view.of(), made.view.shows()), (FAMILY.key(), PLAN.key()));

    let known = with_work();
    let case = SharedView::CaseSummary {
        household: FAMILY,
        case: CASE,
    };
    refused(
        &known,
        OFFICER,
        &viewed(case, Terms::default()),
        Refusal::NoConsent,
    );
    refused(
        &known,
        OFFICER,
        &viewed(case, consent(" ", TODAY)),
        Refusal::NoConsent,
    );
    let tomorrow = consent("Ana Prova", TODAY.plus_days(1));
    refused(&known, OFFICER, &viewed(case, tomorrow), Refusal::ConsentToCome);
    assert!(decided(&known, OFFICER, &viewed(case, consent("Ana Prova", TODAY))).is_ok());
}

#[test]
fn what_belongs_to_another_household_is_not_shared_as_if_it_were_this_ones() {
    let known = with_work();
    let plan = SharedView::FamilyPlan {
        household: OTHER_FAMILY,
        plan: PLAN,
    };
    refused(
        &known,
        OFFICER,
        &viewed(plan, Terms::default()),
        plan::Refusal::Unknown,
    );
    let case = SharedView::CaseSummary {
        household: OTHER_FAMILY,
        case: CASE,
    };
    let terms = consent("Ana Prova", TODAY);
    refused(&known, OFFICER, &viewed(case, terms), case::Refusal::Unknown);
}

#[test]
fn a_frozen_link_keeps_what_it_showed() {
    let mut known = world();
    let frozen = Terms {
        frozen: true,
        ..Terms::default()
    };
    act(
        &mut known,
        OFFICER,
        &viewed(SharedView::Contractor { dwelling: HOME }, frozen),
    );
    let said = dwelling::Verb::Say(DwellingAnswer::Note(Answer::Known("Cambiato dopo".to_owned())));
    act(&mut known, OFFICER, &Action::on(HOME, said));
    let Some(Snapshot {
        at,
        of: SnapshotOf::Dwelling(kept),
    }) = &link(&known).snapshot
    else {
        panic!("the link holds the dwelling");
    };
    assert_eq!(*at, NOW);
    assert!(!kept.facts.note.is_known());
}

#[test]
fn a_pin_is_kept_as_a_hash_that_only_the_token_leads_to() {
    let kept = pin_hash("AbCdEfGhIjKlMnOpQrSt-g", "271828");
    assert!(is_hash(&kept) && !kept.contains("271828"));
    assert_ne!(kept, pin_hash("AbCdEfGhIjKlMnOpQrSt-A", "271828"));
    let plain = Terms {
        pin_hash: Some("271828".to_owned()),
        ..Terms::default()
    };
    let view = SharedView::Contractor { dwelling: HOME };
    refused(&world(), OFFICER, &viewed(view, plain), Refusal::NoHash);
}
