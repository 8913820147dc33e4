// SPDX-License-Identifier: AGPL-3.0-or-later
//! One value for every record, verb, edit, refusal and row of every room, all of them invented. They feed the tests of
//! this crate and of others. A room, a verb, a state, a part, a fact or a refusal without its value does not compile.
use crate::{
    action::Action,
    context::Known,
    id::{
        CaseId, CommitmentId, DiaryEntryId, DwellingId, FundingSourceId, HouseholdId, OrganisationId,
        PersonId, PlacementId, ReferralId,
    },
    record::{Edit, LogPosition, beginning},
    rooms::{EditOp, Record, Refusal, Room as _, Row},
};
use soglia_kernel::{
    author::{Author, Role},
    calendar::{Day, Timestamp},
    content::Content as _,
    key::Key,
};
use uuid::Uuid;

/// Every text that may speak of people contains one of these: none of them may stand in a log.
pub const PERSONAL: [&str; 2] = ["Ionescu", TAX_CODE];

/// The tax code of the head of household.
pub const TAX_CODE: &str = "RSSMRA85T10F205R";

/// Noon of 20 March 2026, when everything happens.
pub const AT: Timestamp = Timestamp {
    ms: 1_774_008_000_000,
    counter: 0,
};

/// The day of [`AT`].
pub const TODAY: Day = Day::constant(2026, 3, 20);

/// The dwelling of the samples.
pub const DWELLING: DwellingId = DwellingId(Uuid::from_u128(0xa1));
/// Their household.
pub const HOUSEHOLD: HouseholdId = HouseholdId(Uuid::from_u128(0xa2));
/// Another household, of which there is no record.
pub const OTHER_HOUSEHOLD: HouseholdId = HouseholdId(Uuid::from_u128(0xa3));
/// Their offer: the dwelling for the household.
pub const PLACEMENT: PlacementId = PlacementId(Uuid::from_u128(0xa4));
/// Their entry in the diary of the household.
pub const ENTRY: DiaryEntryId = DiaryEntryId(Uuid::from_u128(0xa5));
/// An entry that theirs corrects, of which there is no record.
pub const OTHER_ENTRY: DiaryEntryId = DiaryEntryId(Uuid::from_u128(0xa6));
/// Their funding source.
pub const SOURCE: FundingSourceId = FundingSourceId(Uuid::from_u128(0xa7));
/// Their commitment of that source, for the dwelling.
pub const COMMITMENT: CommitmentId = CommitmentId(Uuid::from_u128(0xa8));
/// The partner to which the dwelling is entrusted.
pub const PARTNER: OrganisationId = OrganisationId(Uuid::from_u128(0xa9));
/// A partner that has nothing to do with any of them.
pub const OTHER_PARTNER: OrganisationId = OrganisationId(Uuid::from_u128(0xaa));
/// Who wrote them.
pub const PERSON: PersonId = PersonId(Uuid::from_u128(0xab));

/// Their case of the household.
pub const CASE: CaseId = CaseId(Uuid::from_u128(0xad));
/// Their referral of the household to the partner.
pub const REFERRAL: ReferralId = ReferralId(Uuid::from_u128(0xae));
/// A referral from which it goes on to another partner, of which there is no record.
pub const OTHER_REFERRAL: ReferralId = ReferralId(Uuid::from_u128(0xaf));

/// The name of who wrote them.
pub const BY_NAME: &str = "Bruna Ionescu";

/// Somebody in a role; a partner works for [`PARTNER`].
pub fn author(role: Role) -> Author {
    let organisation = match role {
        Role::ManagingPartner => PARTNER,
        Role::SocialWorker
        | Role::HousingOfficer
        | Role::Coordinator
        | Role::Auditor
        | Role::Administrator => OrganisationId(Uuid::from_u128(0xac)),
    };
    Author {
        person: PERSON,
        name: BY_NAME.to_owned(),
        role,
        organisation,
        organisation_name: String::new(),
    }
}

macro_rules! samples {
    ($($room:ident $content:ident $id:ident,)*) => {
        /// A record of every room, with everything filled in. Together they agree: see [`invariants`].
        pub fn records() -> Vec<Record> {
            vec![$(crate::$room::samples::record().into_record()),*]
        }

        /// Every verb of every room, done to the record of its room.
        pub fn actions() -> Vec<Action> {
            let mut actions = Vec::new();
            $({
                let on = crate::$room::samples::record().key();
                let verbs = crate::$room::samples::verbs().into_iter();
                actions.extend(verbs.map(|verb| Action::on_key(on, verb)));
            })*
            actions
        }

        /// Every edit of every room, of the record of its room.
        pub fn edits() -> Vec<Edit> {
            let mut edits = Vec::new();
            $({
                let record = crate::$room::samples::record().key();
                let ops = crate::$room::samples::edits().into_iter().map(EditOp::$content);
                edits.extend(ops.map(|op| Edit { record, op }));
            })*
            edits
        }

        /// Every refusal: those that all rooms share, and those of every room.
        pub fn refusals() -> Vec<Refusal> {
            let shared = soglia_kernel::samples::refusals();
            let mut refusals: Vec<Refusal> = shared.into_iter().map(Refusal::Common).collect();
            $(refusals.extend(crate::$room::samples::refusals().into_iter().map(Refusal::$content));)*
            refusals
        }

        /// Records that differ in who sees them, each with a few words for how.
        pub fn shown() -> Vec<(&'static str, Record)> {
            let mut shown = Vec::new();
            $(
                let of_room = crate::$room::samples::shown().into_iter();
                shown.extend(of_room.map(|(how, content)| (how, content.into_record())));
            )*
            shown
        }

        /// What does not hold among records, though it must whatever people do. What a record names and is not among
        /// them is taken to be as it should.
        pub fn invariants(known: &Known) -> Vec<(Key, &'static str)> {
            let mut broken = Vec::new();
            for (key, record) in known.iter() {
                let of_record = match record {
                    $(Record::$content(content) => crate::$room::samples::invariants(content, known),)*
                };
                broken.extend(of_record.into_iter().map(|what| (*key, what)));
            }
            broken
        }
    };
}

all_rooms!(samples);

/// The row of every record.
pub fn rows() -> Vec<Row> {
    let rows = records().into_iter();
    rows.map(|record| Row::of(&beginning(record, LogPosition(7)), false))
        .collect()
}

/// The sentences of invariants that do not hold.
pub(crate) fn broken(checks: &[(bool, &'static str)]) -> Vec<&'static str> {
    let broken = checks.iter().filter(|(holds, _)| !holds);
    broken.map(|(_, what)| *what).collect()
}
