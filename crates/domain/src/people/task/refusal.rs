// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is refused about a task.

soglia_kernel::refusals! {
    /// Why something about a task is refused.
    pub enum Refusal {
        /// The task is not known here, or not to be seen by the author.
        unknown_task Unknown,
        /// A task without words asks for nothing.
        task_empty Empty,
        /// What is to be found out is no question of a household, or the task is not about finding out.
        task_no_question NoQuestion,
        /// The day by which it is due is over.
        task_due_past DuePast,
        /// The day by which it is due lies too far ahead.
        task_due_too_far DueTooFar {
            /// The last day that is near enough.
            last: soglia_kernel::calendar::Day,
        },
        /// An assessment, a check or an opinion came without words.
        task_answer_missing AnswerMissing,
        /// It was done or dropped before.
        task_closed Closed,
        /// It was asked inside the City, and is not handed to a partner.
        task_stays_inside StaysInside,
        /// It is for somebody else.
        task_for_others ForOthers,
    }
}
