// SPDX-License-Identifier: AGPL-3.0-or-later
//! What happens when two people change the same record without having seen each other.
use crate::{
    content::Content,
    edit::Edit,
    id::DeviceId,
    stored::{LogPosition, Stored},
};

pub use crate::edit::MergeRule;

/// What becomes of one edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meeting {
    /// Nobody else changed this field since the author saw it.
    Clear,
    /// Somebody did, and both can stand.
    Merged,
    /// Somebody wrote another value: both are kept for a person to choose.
    ToReview,
}

/// How an edit meets the record as it is now. `seen` is the revision of the field that the author had in view.
pub fn meet<C: Content, R, E>(
    stored: &Stored<R, E>,
    content: &C,
    edit: &Edit<C>,
    seen: LogPosition,
    device: DeviceId,
) -> Meeting {
    if !stored.changed_elsewhere(&edit.field(), seen, device) {
        return Meeting::Clear;
    }
    match edit.merge_rule() {
        MergeRule::OneValue if edit.is_present(content) => Meeting::Merged,
        MergeRule::OneValue => Meeting::ToReview,
        MergeRule::Union | MergeRule::Transition | MergeRule::Resolution => Meeting::Merged,
    }
}
