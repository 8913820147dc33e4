// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is refused about a dwelling.
use super::state::DwellingStateKind;
use soglia_kernel::calendar::Day;

soglia_kernel::refusals! {
    /// Why something about a dwelling is refused.
    pub enum Refusal {
        /// The dwelling is not known here, or not to be seen by the author.
        unknown_dwelling Unknown,
        /// This state does not follow from the present one.
        state_not_reachable StateNotReachable {
            /// The present state.
            from: DwellingStateKind,
            /// The state asked for.
            to: DwellingStateKind,
        },
        /// A dwelling has at most this many measured spaces.
        too_many_spaces TooManySpaces {
            /// The largest number.
            most: u32,
        },
        /// No room has such a height.
        height_out_of_range HeightOutOfRange,
        /// A dwelling has at most this many photos.
        too_many_photos TooManyPhotos {
            /// The largest number.
            most: u32,
        },
        /// The image is empty, or larger than allowed.
        photo_too_large PhotoTooLarge {
            /// The largest size in bytes.
            most: u32,
        },
        /// The words for a photo are longer than allowed.
        caption_too_long CaptionTooLong {
            /// Largest number of characters.
            most: u32,
        },
        /// The file is of a kind that not every browser can show.
        media_type_not_usable MediaTypeNotUsable,
        /// The last day of a title lies before its first.
        title_ends_before_it_begins TitleEndsBeforeItBegins,
        /// A free loan lasts longer than the law allows.
        title_too_long TitleTooLong {
            /// The last day allowed.
            last: Day,
        },
        /// A contract would outlast the title under which the dwelling is held.
        beyond_title BeyondTitle {
            /// The last day of the title.
            last: Day,
        },
    }
}
