// SPDX-License-Identifier: AGPL-3.0-or-later
//! Field-level facts that a decision gives.
use crate::{
    dwelling::{DwellingAnswer, DwellingState},
    household::{HouseholdAnswer, Member, MemberAnswer, Offer, OfferState},
    id::{HouseholdId, MemberId, OfferId, ScenarioId},
    photo::{Photo, PhotoId},
    record::{FieldKey, Record, RecordKey},
    review::Resolution,
    rulebook::{Amendment, Scenario},
};
use serde::{Deserialize, Serialize};

/// One fact about one record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// The record it changes.
    pub record: RecordKey,
    /// How.
    pub op: EditOp,
}

/// How a record changes.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EditOp {
    /// The record begins to exist.
    Create(Box<Record>),
    /// A fact about a dwelling.
    SetDwelling(DwellingAnswer),
    /// A dwelling goes into another state.
    MoveDwelling(DwellingState),
    /// A photo of a dwelling.
    AddPhoto(Box<Photo>),
    /// A photo is taken out.
    RemovePhoto(PhotoId),
    /// A choice between values that met in one field.
    Resolve(Box<Resolution>),
    /// A fact about a household.
    SetHousehold(HouseholdAnswer),
    /// The name by which a household is called.
    SetLabel(String),
    /// Someone joins the household.
    AddMember(Member),
    /// Someone was entered by mistake, or left.
    RemoveMember(MemberId),
    /// A fact about a member.
    SetMember {
        /// Who.
        member: MemberId,
        /// What.
        answer: MemberAnswer,
    },
    /// Another case of the same household counts, or this one does again.
    SetJoined(Option<HouseholdId>),
    /// A household that looks alike is another one.
    TellApart(HouseholdId),
    /// A dwelling is proposed.
    AddOffer(Box<Offer>),
    /// A proposal goes into another state.
    MoveOffer {
        /// Which.
        offer: OfferId,
        /// Into what.
        to: OfferState,
    },
    /// A parameter of the rulebook is set otherwise.
    AddAmendment(Box<Amendment>),
    /// A scenario is saved.
    AddScenario(Box<Scenario>),
    /// A scenario is taken out.
    RemoveScenario(ScenarioId),
}

impl EditOp {
    /// The field it touches; two edits of the same field can meet.
    pub fn field(&self) -> FieldKey {
        FieldKey(match self {
            Self::Create(_) => "created".to_owned(),
            Self::SetDwelling(answer) => answer.question().key().to_owned(),
            Self::MoveDwelling(_) => "state".to_owned(),
            Self::AddPhoto(photo) => format!("photos/{}", photo.id),
            Self::RemovePhoto(photo) => format!("photos/{photo}"),
            Self::Resolve(resolution) => resolution.field.0.clone(),
            Self::SetHousehold(answer) => answer.question().key().to_owned(),
            Self::SetLabel(_) => "label".to_owned(),
            Self::AddMember(member) => format!("members/{}", member.id),
            Self::RemoveMember(member) => format!("members/{member}"),
            Self::SetMember { member, answer } => format!("members/{member}/{}", answer.question().key()),
            Self::SetJoined(_) => "joined".to_owned(),
            Self::TellApart(other) => format!("distinct/{other}"),
            Self::AddOffer(offer) => format!("offers/{}", offer.id),
            Self::MoveOffer { offer, .. } => format!("offers/{offer}"),
            Self::AddAmendment(amendment) => format!("amendments/{}", amendment.id),
            Self::AddScenario(scenario) => format!("scenarios/{}", scenario.id),
            Self::RemoveScenario(scenario) => format!("scenarios/{scenario}"),
        })
    }
}

impl std::fmt::Debug for EditOp {
    /// Names the field, never what is written into it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}(…)", self.field().0)
    }
}
