// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is refused about a case.
use super::stage::CaseStageKind;
use crate::finding::Requirement;
use soglia_kernel::calendar::Day;

soglia_kernel::refusals! {
    /// Why something about a case is refused.
    pub enum Refusal {
        /// The case is not known here, or not to be seen by the author.
        unknown_case Unknown,
        /// The household has an open case already.
        case_open_already OpenAlready,
        /// The case goes somewhere else from where it stands now.
        stage_not_reachable StageNotReachable {
            /// Where it stands.
            from: CaseStageKind,
        },
        /// The household waits for an answer to its appeal.
        appeal_open AppealOpen,
        /// The appeal came after its last day.
        appeal_too_late AppealTooLate {
            /// That day.
            last: Day,
        },
        /// An appeal against this refusal was answered before.
        appeal_answered AppealAnswered,
        /// The appeal is about the case of another household.
        case_of_another_household OfAnotherHousehold,
        /// A condition on which the refusal would rest is not known to be unmet.
        ground_not_found GroundNotFound {
            /// Which.
            requirement: Requirement,
        },
    }
}
