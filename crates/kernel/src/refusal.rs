// SPDX-License-Identifier: AGPL-3.0-or-later
//! Refusals that records of every kind share. What only one kind refuses stands in its room. The sentence a person reads
//! for each stands in the wording crate.
use crate::author::Role;

refusals! {
    /// Why something is refused, whatever the kind of record.
    pub enum Refusal {
        /// The role does not allow it.
        not_your_task NotYourTask {
            /// The author's role.
            role: Role,
        },
        /// A record with this identity exists already.
        already_exists AlreadyExists,
        /// The part of the record that this is about is no longer there.
        part_gone PartGone,
        /// A name is empty or too long.
        label_not_usable LabelNotUsable,
        /// A text is longer than allowed.
        text_too_long TextTooLong {
            /// Largest number of characters.
            most: u32,
        },
        /// An amount is below zero.
        negative_amount NegativeAmount,
        /// A date lies in the future.
        date_in_future DateInFuture,
        /// A date lies more than 120 years back.
        date_too_old DateTooOld,
        /// A number is out of its range.
        out_of_range OutOfRange,
        /// A value is none of those to choose from.
        not_a_choice NotAChoice,
        /// The last day lies before the first.
        ends_before_it_begins EndsBeforeItBegins,
        /// Something that needs its reason came without one.
        reason_missing ReasonMissing,
        /// Somebody chose between the two values before, or one of them is no longer there.
        review_closed ReviewClosed,
        /// The field holds one value only.
        not_both NotBoth,
        /// What it is about rests in the archive.
        in_archive InArchive,
    }
}
