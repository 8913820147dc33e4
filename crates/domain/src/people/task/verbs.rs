// SPDX-License-Identifier: AGPL-3.0-or-later
//! What people do with tasks. Handing one over is saying the fact for whom it is. A partner asks, and finishes what is for
//! it; the rest is for the City.
use super::{Task, TaskKind};
use crate::{assignee::Assignee, id::HouseholdId};
use soglia_kernel::{access::Roles, calendar::Day, key::Identity};

soglia_kernel::verbs! {
    /// What people do with a task.
    pub enum Verb about Task, said Anywhere {
        /// Ask somebody to do something by a day.
        ask Ask {
            /// About whom.
            household: HouseholdId,
            /// What sort of task.
            what: TaskKind,
            /// The question of the household that is to be answered, by its field.
            about: Option<String>,
            /// What exactly is to be done.
            text: String,
            /// By when.
            due: Day,
            /// For whom.
            assignee: Assignee,
        } by Roles::ALL, Anywhere, names [household.key()];
        /// Say that it is done.
        finish Finish {
            /// What came of it.
            answer: Option<String>,
        } by Roles::ALL, Anywhere;
        /// Say that it need not be done any more.
        drop Drop {
            /// Why.
            reason: String,
        } by Roles::CITY, Anywhere;
        /// Say that it is to be done after all.
        reopen Reopen {} by Roles::CITY, Anywhere;
        /// Give it another day, and say why.
        postpone Postpone {
            /// By when.
            due: Day,
            /// Why; empty where it goes without saying.
            reason: String,
        } by Roles::CITY, Anywhere;
    }
}
