// SPDX-License-Identifier: AGPL-3.0-or-later
//! What people do with visits. Moving one, noting what is needed for safety and sending somebody else is saying a fact. A
//! partner does all this with its own visits.
use super::{Appointment, AttemptId, AttemptReason, CheckItem, Purpose, Visit};
use crate::{
    assignee::Colleague,
    id::{DwellingId, HouseholdId},
    photo::{Photo, PhotoId},
};
use soglia_kernel::{access::Roles, calendar::Day, key::Identity};

soglia_kernel::verbs! {
    /// What people do with a visit.
    pub enum Verb about Visit, said Anywhere {
        /// Plan one, or write down one that was held in the last weeks.
        plan Plan {
            /// To whom.
            household: HouseholdId,
            /// The dwelling that is seen, where it is about one.
            dwelling: Option<DwellingId>,
            /// What for.
            purpose: Purpose,
            /// When and where.
            appointment: Appointment,
            /// Who goes; none for the author.
            who: Option<Colleague>,
        } by Roles::TEAM_AND_PARTNER, Anywhere,
            names [household.key()].into_iter().chain(dwelling.map(Identity::key));
        /// Write down that somebody went and it did not come about.
        attempt Attempt {
            /// Drawn by the device.
            attempt: AttemptId,
            /// On which day.
            day: Day,
            /// Why it did not come about.
            reason: AttemptReason,
            /// What else is worth knowing.
            note: String,
        } by Roles::TEAM_AND_PARTNER, Anywhere;
        /// Tick a line of the checklist, or take the tick away.
        check Check {
            /// Which line.
            item: CheckItem,
            /// Whether it was done.
            done: bool,
        } by Roles::TEAM_AND_PARTNER, Anywhere;
        /// Add a photo. The image itself is delivered apart.
        add_photo AddPhoto {
            /// The photo.
            photo: Photo,
        } by Roles::TEAM_AND_PARTNER, Anywhere;
        /// Take a photo out.
        remove_photo RemovePhoto {
            /// Which photo.
            photo: PhotoId,
        } by Roles::TEAM_AND_PARTNER, Anywhere;
        /// Write down that it was held.
        close Close {
            /// On which day.
            day: Day,
            /// From which minute of the day on.
            from: Option<u16>,
            /// Up to which minute of the day.
            to: Option<u16>,
            /// Who was there, by name or by role.
            present: Vec<String>,
            /// What was seen and said.
            notes: String,
        } by Roles::TEAM_AND_PARTNER, Anywhere;
        /// Give it up after it was tried.
        give_up GiveUp {
            /// Why.
            reason: AttemptReason,
            /// What else is worth knowing.
            note: String,
        } by Roles::TEAM_AND_PARTNER, Anywhere;
        /// Call it off.
        cancel Cancel {
            /// Why.
            reason: String,
        } by Roles::TEAM_AND_PARTNER, Anywhere;
    }
}
