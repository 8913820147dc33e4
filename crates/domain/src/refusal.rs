// SPDX-License-Identifier: AGPL-3.0-or-later
//! Why an action is refused. The sentence a person reads for each stands in the wording crate.
use crate::{
    author::Role, calendar::Day, dwelling::DwellingStateKind, id::HouseholdId, money::Money,
    tax_code::TaxCodeError,
};
use serde::{Deserialize, Serialize};

/// Why an action is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// The role does not allow it.
    NotYourTask {
        /// The author's role.
        role: Role,
    },
    /// The household is not known here, or not to be seen by the author.
    UnknownHousehold,
    /// The dwelling is not known here, or not to be seen by the author.
    UnknownDwelling,
    /// The household has no such member.
    UnknownMember,
    /// The household has no such proposal.
    UnknownOffer,
    /// A record with this identity exists already.
    AlreadyExists,
    /// Another household holds the dwelling.
    DwellingHeld {
        /// The household, told only to who may see it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        household: Option<HouseholdId>,
    },
    /// The dwelling is not ready to be proposed.
    DwellingNotReady {
        /// Its state.
        state: DwellingStateKind,
    },
    /// This state does not follow from the present one.
    StateNotReachable {
        /// The present state.
        from: DwellingStateKind,
        /// The state asked for.
        to: DwellingStateKind,
    },
    /// The proposal was taken back before.
    OfferClosed,
    /// The rent passes the ceiling.
    RentAboveCeiling {
        /// The monthly ceiling.
        ceiling: Money,
    },
    /// A rent cannot be set before the surface is measured.
    SurfaceNotMeasured,
    /// The name is empty or too long.
    LabelNotUsable,
    /// A text is longer than allowed.
    TextTooLong {
        /// Largest number of characters.
        most: u32,
    },
    /// An amount is below zero.
    NegativeAmount,
    /// A date lies in the future.
    DateInFuture,
    /// A date lies more than 120 years back.
    DateTooOld,
    /// The tax code is not one.
    TaxCode(TaxCodeReason),
    /// The tax code says another day of birth than the one written.
    TaxCodeBirthDate,
    /// A number is out of its range.
    OutOfRange,
    /// What was read in a published text cannot be set otherwise.
    NotAmendable,
    /// The value does not go with the parameter.
    ValueDoesNotFit,
    /// A decision that departs from what is suggested, or that changes a rule, needs its reason.
    ReasonMissing,
    /// A household has at most this many members.
    TooManyMembers {
        /// The largest number.
        most: u32,
    },
    /// A dwelling has at most this many measured spaces.
    TooManySpaces {
        /// The largest number.
        most: u32,
    },
    /// A dwelling has at most this many photos.
    TooManyPhotos {
        /// The largest number.
        most: u32,
    },
    /// The image is empty, or larger than allowed.
    PhotoTooLarge {
        /// The largest size in bytes.
        most: u32,
    },
    /// The file is of a kind that not every browser can show.
    MediaTypeNotUsable,
    /// Somebody chose between the two values before, or one of them is no longer there.
    ReviewClosed,
    /// The field holds one value only.
    NotBoth,
    /// The case was joined to another one, which counts in its place.
    CaseJoined,
    /// A case with open proposals cannot be joined to another one.
    OffersOpen,
    /// The last day lies before the first.
    EndsBeforeItBegins,
    /// A free loan lasts longer than the law allows.
    TitleTooLong {
        /// The last day allowed.
        last: Day,
    },
    /// A contract would outlast the title under which the dwelling is held.
    BeyondTitle {
        /// The last day of the title.
        last: Day,
    },
}

/// A tax code refusal on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaxCodeReason {
    /// What is wrong with it.
    pub error: TaxCodeError,
}

impl Refusal {
    /// Short stable code for the API.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotYourTask { .. } => "not_your_task",
            Self::UnknownHousehold => "unknown_household",
            Self::UnknownDwelling => "unknown_dwelling",
            Self::UnknownMember => "unknown_member",
            Self::UnknownOffer => "unknown_offer",
            Self::AlreadyExists => "already_exists",
            Self::DwellingHeld { .. } => "dwelling_held",
            Self::DwellingNotReady { .. } => "dwelling_not_ready",
            Self::StateNotReachable { .. } => "state_not_reachable",
            Self::OfferClosed => "offer_closed",
            Self::RentAboveCeiling { .. } => "rent_above_ceiling",
            Self::SurfaceNotMeasured => "surface_not_measured",
            Self::LabelNotUsable => "label_not_usable",
            Self::TextTooLong { .. } => "text_too_long",
            Self::NegativeAmount => "negative_amount",
            Self::DateInFuture => "date_in_future",
            Self::DateTooOld => "date_too_old",
            Self::TaxCode(_) => "tax_code",
            Self::TaxCodeBirthDate => "tax_code_birth_date",
            Self::OutOfRange => "out_of_range",
            Self::TooManyMembers { .. } => "too_many_members",
            Self::TooManySpaces { .. } => "too_many_spaces",
            Self::TooManyPhotos { .. } => "too_many_photos",
            Self::PhotoTooLarge { .. } => "photo_too_large",
            Self::MediaTypeNotUsable => "media_type_not_usable",
            Self::ReviewClosed => "review_closed",
            Self::NotBoth => "not_both",
            Self::CaseJoined => "case_joined",
            Self::OffersOpen => "offers_open",
            Self::EndsBeforeItBegins => "ends_before_it_begins",
            Self::TitleTooLong { .. } => "title_too_long",
            Self::BeyondTitle { .. } => "beyond_title",
            Self::NotAmendable => "not_amendable",
            Self::ValueDoesNotFit => "value_does_not_fit",
            Self::ReasonMissing => "reason_missing",
        }
    }
}
