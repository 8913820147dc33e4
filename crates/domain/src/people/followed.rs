// SPDX-License-Identifier: AGPL-3.0-or-later
//! Whether somebody still works with a household: as long as they do it is neither archived nor erased.
use crate::rooms::Record;

/// Whether a record of a household says that it goes on: an offer or a referral that waits or holds, a case that is open.
pub fn goes_on(record: &Record) -> bool {
    match record {
        Record::Household(household) => !household.open.is_empty() || !household.referrals.is_empty(),
        Record::Case(case) => case.stage().is_open(),
        Record::Dwelling(_)
        | Record::CityRules(_)
        | Record::Placement(_)
        | Record::DiaryEntry(_)
        | Record::FundingSource(_)
        | Record::Commitment(_)
        | Record::Assessment(_)
        | Record::Plan(_)
        | Record::Referral(_)
        | Record::Task(_)
        | Record::Visit(_)
        | Record::SharedLink(_) => false,
    }
}
