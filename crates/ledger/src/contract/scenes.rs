// SPDX-License-Identifier: AGPL-3.0-or-later
//! What happens in the points about children, referrals and money, and how a device reads it.
use super::samples::{author, household_id, keys, organisation};
use crate::store::{Reach, Store};
use soglia_domain::{
    action::Action,
    answer::Answer as Told,
    author::{Author, Role},
    calendar::Day,
    commitment, diary_entry,
    diary_entry::{Circle, EntryTopic},
    dwelling::{self, DwellingAnswer, DwellingState, Origin},
    funding_source::{self, SourceKind},
    id::{CommitmentId, DiaryEntryId, DwellingId, FundingSourceId, OrganisationId, PlacementId, ReferralId},
    money::Money,
    placement,
    record::{Identity as _, Key, LogPosition},
    referral,
    rent::RentTier,
};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The day on which entries are written: before the clock of the suite.
const DAY: Day = Day::constant(2026, 9, 1);

/// The first person in another role; a partner works for [`partner`].
pub(super) fn in_role(role: Role) -> Author {
    let organisation = match role {
        Role::ManagingPartner => partner(),
        Role::SocialWorker
        | Role::HousingOfficer
        | Role::Coordinator
        | Role::Auditor
        | Role::Administrator => organisation(1),
    };
    Author {
        role,
        organisation,
        ..author(1)
    }
}

/// The partner to which dwellings are entrusted.
pub(super) fn partner() -> OrganisationId {
    organisation(5)
}

fn dwelling_id(n: u128) -> DwellingId {
    DwellingId(Uuid::from_u128(n))
}

/// A dwelling of a list, entrusted to the partner.
pub(super) fn imported(n: u128) -> Action {
    let verb = dwelling::Verb::Import {
        code: format!("C-{n:04}"),
        origin: Origin::Municipal,
        state: DwellingState::Ready,
        listed: vec![DwellingAnswer::EntrustedTo(Told::Known(partner()))],
        demonstration: false,
    };
    Action::on(dwelling_id(n), verb)
}

/// An entry in the diary of a household.
pub(super) fn entry(n: u128, household: u128, circle: Circle) -> Action {
    let verb = diary_entry::Verb::Write {
        household: household_id(household),
        day: DAY,
        topic: EntryTopic::Note,
        text: "Colloquio.".to_owned(),
        circle,
    };
    Action::on(DiaryEntryId(Uuid::from_u128(n)), verb)
}

/// An entry that corrects another one.
pub(super) fn entry_of(n: u128, household: u128, corrects: u128) -> Action {
    let verb = diary_entry::Verb::Correct {
        household: household_id(household),
        corrects: DiaryEntryId(Uuid::from_u128(corrects)),
        text: "Colloquio del mattino.".to_owned(),
    };
    Action::on(DiaryEntryId(Uuid::from_u128(n)), verb)
}

pub(super) fn entry_key(n: u128) -> Key {
    DiaryEntryId(Uuid::from_u128(n)).key()
}

/// A dwelling offered to a household, whose partner sees it from then on.
pub(super) fn offer(n: u128, household: u128, dwelling: u128) -> Action {
    let verb = placement::Verb::Offer {
        household: household_id(household),
        dwelling: dwelling_id(dwelling),
        tier: RentTier::ReducedCapped,
        monthly_rent: None,
        service_charges: None,
        until: None,
        note: String::new(),
    };
    Action::on(PlacementId(Uuid::from_u128(n)), verb)
}

/// An offer taken back.
pub(super) fn withdrawal(n: u128) -> Action {
    let reason = "altra soluzione".to_owned();
    Action::on(
        PlacementId(Uuid::from_u128(n)),
        placement::Verb::Withdraw { reason },
    )
}

pub(super) fn offer_key(n: u128) -> Key {
    PlacementId(Uuid::from_u128(n)).key()
}

/// A household sent to a partner.
pub(super) fn referral(n: u128, household: u128, to: OrganisationId) -> Action {
    let verb = referral::Verb::Send {
        household: household_id(household),
        to,
        to_name: "Cooperativa".to_owned(),
        reason: "cercare lavoro".to_owned(),
        answer_by: DAY.plus_days(60),
    };
    Action::on(ReferralId(Uuid::from_u128(n)), verb)
}

/// Something done with a referral.
pub(super) fn of_referral(n: u128, verb: referral::Verb) -> Action {
    Action::on(ReferralId(Uuid::from_u128(n)), verb)
}

pub(super) fn referral_key(n: u128) -> Key {
    ReferralId(Uuid::from_u128(n)).key()
}

fn source_id(n: u128) -> FundingSourceId {
    FundingSourceId(Uuid::from_u128(n))
}

/// A source of so many euros.
pub(super) fn source(n: u128, euros: i64) -> Action {
    let verb = funding_source::Verb::Open {
        name: format!("Fonte {n}"),
        kind: SourceKind::Grant,
        amount: Money::from_euro(euros),
        committed_by: None,
    };
    Action::on(source_id(n), verb)
}

pub(super) fn source_key(n: u128) -> Key {
    source_id(n).key()
}

/// So many euros of a source set aside.
pub(super) fn commitment(n: u128, source: u128, euros: i64) -> Action {
    let verb = commitment::Verb::Commit {
        source: source_id(source),
        amount: Money::from_euro(euros),
        purpose: "bagno accessibile".to_owned(),
        dwelling: None,
    };
    Action::on(CommitmentId(Uuid::from_u128(n)), verb)
}

pub(super) fn commitment_key(n: u128) -> Key {
    CommitmentId(Uuid::from_u128(n)).key()
}

/// Money made free again.
pub(super) fn release(n: u128) -> Action {
    let reason = "lavori annullati".to_owned();
    Action::on(
        CommitmentId(Uuid::from_u128(n)),
        commitment::Verb::Release { reason },
    )
}

/// What a device read, page after page.
#[derive(Debug, Default)]
pub(super) struct ReadOn {
    pub(super) came: BTreeSet<Key>,
    pub(super) removed: BTreeSet<Key>,
    pub(super) n_bodies: usize,
    pub(super) cursor: LogPosition,
}

/// Reads on from a cursor until nothing more waits, which must come to an end.
pub(super) async fn read_on<S: Store>(store: &S, reach: Reach, since: LogPosition, most: u32) -> ReadOn {
    let mut read = ReadOn {
        cursor: since,
        ..ReadOn::default()
    };
    loop {
        let page = store.page(reach, read.cursor, most).await.unwrap();
        let came = keys(&page);
        read.n_bodies += came.len();
        // What was taken away may be seen again, and the other way round: the later page counts.
        for key in &page.removed {
            read.came.remove(key);
            read.removed.insert(*key);
        }
        for key in came {
            read.removed.remove(&key);
            read.came.insert(key);
        }
        assert!(page.cursor >= read.cursor, "a cursor never goes back");
        assert!(
            !page.more || page.cursor > read.cursor,
            "who waits for more gets on"
        );
        read.cursor = page.cursor;
        if !page.more {
            assert_eq!(page.cursor, page.head);
            return read;
        }
    }
}
