// SPDX-License-Identifier: AGPL-3.0-or-later
//! The household that is open, for every part of its page: a subject like any other, and what is its own.
use super::drafts::{Drafts, unfinished};
use crate::{
    record::{Subject, Unfinished},
    session::may::{is_told_whole, may},
};
use soglia_domain::{
    household::{Household, HouseholdQuestion, MemberQuestion, Verb as HouseholdVerb},
    id::HouseholdId,
    record::Identity as _,
};
use soglia_wording::{
    household_answer, household_help, household_question, member_answer, member_help, member_question,
};
use std::ops::Deref;

crate::worded! {
    HouseholdQuestion: household_question, household_help, household_answer;
    MemberQuestion: member_question, member_help, member_answer;
}

/// The open household.
#[derive(Clone, Copy)]
pub(super) struct Case {
    subject: Subject<Household>,
    pub(super) id: HouseholdId,
    /// What is unfinished besides the texts of fields.
    pub(super) drafts: Unfinished<Drafts>,
    /// Whether the person may write: a partner and the coordinator read.
    pub(super) may_write: bool,
    /// Whether the person sees the whole case: a partner sees who the household is and what concerns its dwellings.
    pub(super) sees_all: bool,
}

impl Deref for Case {
    type Target = Subject<Household>;

    /// Reading, writing, fields and drafts are those of any subject.
    fn deref(&self) -> &Subject<Household> {
        &self.subject
    }
}

/// Whether the person who signed in works on cases.
pub fn may_write_cases() -> bool {
    may(HouseholdVerb::Open { label: String::new() })
}

impl Case {
    pub(super) fn open(id: HouseholdId) -> Self {
        Self {
            subject: Subject::open(id),
            id,
            drafts: unfinished(id),
            may_write: may_write_cases(),
            sees_all: is_told_whole(HouseholdId::KIND),
        }
    }
}
