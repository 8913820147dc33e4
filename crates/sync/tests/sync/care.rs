// SPDX-License-Identifier: AGPL-3.0-or-later
//! Cases and referrals between tablets: what two did without having seen each other, and what comes and goes with a partner.
use crate::{
    arrival::two,
    deeds::{author, new_household, open, write},
    server::Server,
    tablet::Tablet,
};
use soglia_domain::{
    action::Action,
    author::{Author, Role},
    calendar::Day,
    case::{self, Case, CaseStageKind},
    diary_entry::Circle,
    id::{CaseId, DiaryEntryId, HouseholdId, OrganisationId, ReferralId},
    record::Identity as _,
    referral::{self, Referral, ReferralStateKind},
};
use uuid::Uuid;

const NEXT: OrganisationId = OrganisationId(Uuid::from_u128(6));

fn case_id(n: u128) -> CaseId {
    CaseId(Uuid::from_u128(n))
}

fn open_case(n: u128, household: HouseholdId) -> Action {
    Action::on(case_id(n), case::Verb::Open { household })
}

fn on_to(n: u128, to: CaseStageKind) -> Action {
    let (reason, due) = (String::new(), None);
    Action::on(case_id(n), case::Verb::Advance { to, reason, due })
}

fn refuse(n: u128) -> Action {
    let (reason, grounds) = ("reddito sufficiente".to_owned(), Vec::new());
    Action::on(case_id(n), case::Verb::Refuse { reason, grounds })
}

fn referral_id(n: u128) -> ReferralId {
    ReferralId(Uuid::from_u128(n))
}

pub(crate) fn send(n: u128, household: HouseholdId) -> Action {
    let verb = referral::Verb::Send {
        household,
        to: crate::deeds::PARTNER,
        to_name: "Cooperativa".to_owned(),
        reason: "cercare lavoro".to_owned(),
        answer_by: Day::constant(2030, 1, 1),
    };
    Action::on(referral_id(n), verb)
}

pub(crate) fn accept(n: u128) -> Action {
    Action::on(referral_id(n), referral::Verb::Accept {})
}

fn end(n: u128) -> Action {
    let reason = "lavoro trovato".to_owned();
    Action::on(referral_id(n), referral::Verb::End { reason })
}

fn transfer(n: u128, from: u128) -> Action {
    let verb = referral::Verb::Transfer {
        from: referral_id(from),
        to: NEXT,
        to_name: "Associazione".to_owned(),
        reason: "più vicina".to_owned(),
        answer_by: Day::constant(2030, 1, 1),
    };
    Action::on(referral_id(n), verb)
}

#[track_caller]
fn sync(tablets: &[&Tablet], server: &Server) {
    for tablet in tablets {
        tablet.sync(server).expect("the server is there");
    }
}

fn of_next() -> Author {
    Author {
        organisation: NEXT,
        ..author("Associazione", Role::ManagingPartner)
    }
}

fn stage(tablet: &Tablet, n: u128) -> CaseStageKind {
    tablet.content::<Case>(case_id(n).key()).stage()
}

/// The second one comes back as a draft with all that was done in it, and the first one arrives in its place.
#[test]
fn of_two_cases_opened_for_one_household_without_a_network_the_first_counts() {
    let server = Server::default();
    let (marta, luca) = two(&server);
    let id = new_household();
    marta.must(open(id, "Famiglia Ionescu"));
    sync(&[&marta, &luca], &server);
    marta.must(open_case(1, id));
    marta.must(on_to(1, CaseStageKind::Assessment));
    luca.must(open_case(2, id));
    luca.must(on_to(2, CaseStageKind::Assessment));
    assert_eq!(stage(&luca, 2), CaseStageKind::Assessment);
    sync(&[&marta, &luca, &marta], &server);
    assert_eq!(
        luca.n_waiting_for_author(),
        2,
        "the opening, and what was done in it"
    );
    assert_eq!(stage(&luca, 1), CaseStageKind::Assessment);
    assert!(server.stored(case_id(2).key()).is_none() && !marta.knows(case_id(2).key()));
    for change in luca.waiting_for_author() {
        luca.discard(change);
    }
    luca.must(on_to(1, CaseStageKind::Project));
    sync(&[&luca, &marta], &server);
    assert_eq!(stage(&marta, 1), CaseStageKind::Project);
    assert!(server.holds());
}

/// Both go on to the assessment. Once is enough, and the second one must not begin the project.
#[test]
fn two_who_go_on_without_seeing_each_other_go_on_once() {
    let server = Server::default();
    let (marta, luca) = two(&server);
    let id = new_household();
    marta.must(open(id, "Famiglia Ionescu"));
    marta.must(open_case(1, id));
    sync(&[&marta, &luca], &server);
    for tablet in [&marta, &luca] {
        tablet.must(on_to(1, CaseStageKind::Assessment));
    }
    sync(&[&marta, &luca, &marta], &server);
    let case = marta.content::<Case>(case_id(1).key());
    assert_eq!((case.steps.len(), case.stage()), (2, CaseStageKind::Assessment));
    assert_eq!(case.steps[1].by_name, "Marta");
    assert_eq!(luca.content::<Case>(case_id(1).key()), case);
    assert_eq!(luca.n_waiting_for_author(), 1);
}

/// One refuses and the other one goes on: whoever comes second is decided on the case as it is then.
#[test]
fn a_refusal_and_a_step_forward_meet_at_the_server_one_after_the_other() {
    let server = Server::default();
    let (marta, luca) = two(&server);
    let id = new_household();
    marta.must(open(id, "Famiglia Ionescu"));
    marta.must(open_case(1, id));
    sync(&[&marta, &luca], &server);
    marta.must(refuse(1));
    luca.must(on_to(1, CaseStageKind::Assessment));
    sync(&[&marta, &luca, &marta], &server);
    for tablet in [&marta, &luca] {
        assert_eq!(stage(tablet, 1), CaseStageKind::Refused);
    }
    assert_eq!(luca.n_waiting_for_author(), 1);
    assert!(server.holds());
}

/// The tablet of a partner: the referral first, then the household with what is for partners, and nothing once it ended.
#[test]
fn a_household_comes_to_the_tablet_of_a_partner_and_goes_with_the_referral() {
    let server = Server::default();
    let (marta, _) = two(&server);
    let partner = Tablet::new(&server, "Cooperativa", Role::ManagingPartner);
    let id = new_household();
    marta.must(open(id, "Famiglia Ionescu"));
    marta.must(write(1, id, Circle::Partners));
    marta.must(write(2, id, Circle::Team));
    marta.must(open_case(1, id));
    marta.must(send(1, id));
    sync(&[&marta, &partner], &server);
    assert_eq!(partner.rows().len(), 1, "the referral");
    let referral: Referral = partner.content(referral_id(1).key());
    assert_eq!(referral.household_label, "Famiglia Ionescu");

    // Without a network the partner accepts and sees that it did; the household comes with the next exchange.
    partner.must(accept(1));
    let referral: Referral = partner.content(referral_id(1).key());
    assert_eq!(referral.state.kind(), ReferralStateKind::Accepted);
    assert!(partner.shown(id.key()).is_none());
    sync(&[&partner], &server);
    assert_eq!(partner.rows().len(), 3, "referral, household, entry");
    assert_eq!(partner.every(DiaryEntryId::KIND).len(), 1);
    assert_eq!(partner.household(id).label(), "Famiglia Ionescu");
    assert_eq!((partner.n_outbox(), partner.n_deliveries()), (0, 1));
    partner.must(write(3, id, Circle::Partners));
    sync(&[&partner, &marta], &server);
    assert_eq!(marta.every(DiaryEntryId::KIND).len(), 3);

    marta.must(end(1));
    sync(&[&marta, &partner], &server);
    assert!(partner.rows().is_empty() && partner.reopened().rows().is_empty());
    assert!(!partner.knows(id.key()) && partner.every(DiaryEntryId::KIND).is_empty());
    assert_eq!(marta.every(DiaryEntryId::KIND).len(), 3, "the City keeps them");
    assert!(server.holds());
}

#[test]
fn a_household_sent_on_is_on_the_tablet_of_the_next_partner_and_no_longer_on_that_of_the_first() {
    let server = Server::default();
    let (marta, _) = two(&server);
    let first = Tablet::new(&server, "Cooperativa", Role::ManagingPartner);
    let next = Tablet::of(&server, of_next());
    let id = new_household();
    marta.must(open(id, "Famiglia Ionescu"));
    for (n, circle) in [(1, Circle::Partners), (2, Circle::Team), (3, Circle::Department)] {
        marta.must(write(n, id, circle));
    }
    marta.must(send(1, id));
    sync(&[&marta, &first], &server);
    first.must(accept(1));
    sync(&[&first, &marta], &server);
    assert!(first.knows(id.key()) && next.rows().is_empty());
    marta.must(transfer(2, 1));
    sync(&[&marta, &first, &next], &server);
    assert!(first.rows().is_empty());
    assert_eq!(next.rows().len(), 1, "the referral");
    next.must(accept(2));
    sync(&[&next, &first, &marta], &server);
    let entries: Vec<_> = next.every(DiaryEntryId::KIND).into_keys().collect();
    assert_eq!(entries, [DiaryEntryId(Uuid::from_u128(1)).key()]);
    assert!(next.knows(id.key()) && first.rows().is_empty());
    assert_eq!(marta.household(id).referrals.len(), 1);
    assert!(server.holds());
}

/// The partner writes its last word without a network while the referral ends: it arrives too late, and its author keeps it.
#[test]
fn what_a_partner_wrote_too_late_stays_with_its_author() {
    let server = Server::default();
    let (marta, _) = two(&server);
    let partner = Tablet::new(&server, "Cooperativa", Role::ManagingPartner);
    let id = new_household();
    marta.must(open(id, "Famiglia Ionescu"));
    marta.must(send(1, id));
    sync(&[&marta, &partner], &server);
    partner.must(accept(1));
    sync(&[&partner, &marta], &server);
    partner.must(write(1, id, Circle::Partners));
    marta.must(end(1));
    sync(&[&marta, &partner], &server);
    assert!(!partner.knows(id.key()));
    assert_eq!(partner.n_waiting_for_author(), 1);
    assert!(server.stored(DiaryEntryId(Uuid::from_u128(1)).key()).is_none());
}

/// One takes the referral back while the partner accepts it: whoever delivers first is right, and the other one hears of it.
#[test]
fn a_referral_taken_back_while_it_is_accepted_is_settled_by_who_delivers_first() {
    for marta_is_first in [true, false] {
        let server = Server::default();
        let (marta, _) = two(&server);
        let partner = Tablet::new(&server, "Cooperativa", Role::ManagingPartner);
        let id = new_household();
        marta.must(open(id, "Famiglia Ionescu"));
        marta.must(send(1, id));
        sync(&[&marta, &partner], &server);
        partner.must(accept(1));
        let reason = "errore".to_owned();
        marta.must(Action::on(referral_id(1), referral::Verb::Withdraw { reason }));
        if marta_is_first {
            sync(&[&marta, &partner, &marta], &server);
        } else {
            sync(&[&partner, &marta, &partner], &server);
        }
        assert_eq!(partner.knows(id.key()), !marta_is_first);
        assert_eq!(partner.n_waiting_for_author(), usize::from(marta_is_first));
        assert_eq!(marta.n_waiting_for_author(), usize::from(!marta_is_first));
        assert_eq!(marta.household(id).referrals.len(), usize::from(!marta_is_first));
        assert!(server.holds());
    }
}
