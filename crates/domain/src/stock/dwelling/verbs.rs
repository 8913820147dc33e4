// SPDX-License-Identifier: AGPL-3.0-or-later
//! What people do with a dwelling.
use super::{
    Dwelling, DwellingAnswer, DwellingState, Origin,
    photo::{Photo, PhotoId},
};
use soglia_kernel::{access::Roles, author::Role};

/// Who keeps the stock.
const HOUSING: Roles = Roles::of(&[Role::HousingOfficer]);

soglia_kernel::verbs! {
    /// What people do with a dwelling.
    pub enum Verb about Dwelling, said Anywhere {
        /// Say what it is ready for.
        move_to MoveTo {
            /// Into which state.
            to: DwellingState,
        } by HOUSING, Anywhere;
        /// Bring a row of a list into the stock: creates the dwelling, or updates what the list says about it.
        import Import {
            /// Short code for people.
            code: String,
            /// Where it comes from.
            origin: Origin,
            /// State for a new dwelling; a known dwelling keeps its own.
            state: DwellingState,
            /// What the list says.
            listed: Vec<DwellingAnswer>,
            /// Invented for demonstration.
            demonstration: bool,
        } by HOUSING, Anywhere;
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
    }
}
