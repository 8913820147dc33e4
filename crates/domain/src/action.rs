// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a person does. An action is an intent: `decide` tells whether it is allowed and what follows.
use crate::{
    calendar::Day,
    dwelling::{DwellingAnswer, DwellingState, Origin},
    household::{HouseholdAnswer, MemberAnswer, RentTier},
    id::{AmendmentId, ChangeId, DwellingId, HouseholdId, MemberId, OfferId, ScenarioId},
    money::Money,
    photo::{Photo, PhotoId},
    record::{FieldKey, RecordKey},
    review::ReviewChoice,
    rulebook::{NewValue, ParameterName},
};
use serde::{Deserialize, Serialize};

/// What a person does.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Take in a household.
    OpenHousehold {
        /// Drawn by the device.
        household: HouseholdId,
        /// Name by which colleagues call it.
        label: String,
    },
    /// Call a household by another name.
    RenameHousehold {
        /// Which.
        household: HouseholdId,
        /// The new name.
        label: String,
    },
    /// Answer one question about a household.
    RecordAnswer {
        /// Which household.
        household: HouseholdId,
        /// The answer.
        answer: HouseholdAnswer,
    },
    /// Name one more member.
    AddMember {
        /// Which household.
        household: HouseholdId,
        /// Drawn by the device.
        member: MemberId,
    },
    /// Take out a member entered by mistake.
    RemoveMember {
        /// Which household.
        household: HouseholdId,
        /// Who.
        member: MemberId,
    },
    /// Answer one question about a member.
    RecordMemberAnswer {
        /// Which household.
        household: HouseholdId,
        /// Who.
        member: MemberId,
        /// The answer.
        answer: MemberAnswer,
    },
    /// Say that a case opened a second time is the same household: from now on the other case counts. Nothing is copied
    /// and nothing is deleted, so it can be undone.
    JoinCases {
        /// The case that counts no more.
        household: HouseholdId,
        /// The case that counts.
        into: HouseholdId,
    },
    /// Undo a joining.
    SeparateCases {
        /// The case that counts again.
        household: HouseholdId,
    },
    /// Say that two households that look alike are two.
    TellApart {
        /// One.
        household: HouseholdId,
        /// The other.
        other: HouseholdId,
    },
    /// Write down a fact about a dwelling, such as its measured surface.
    RecordDwellingFact {
        /// Which dwelling.
        dwelling: DwellingId,
        /// The fact.
        answer: DwellingAnswer,
    },
    /// Say what a dwelling is ready for.
    MoveDwelling {
        /// Which dwelling.
        dwelling: DwellingId,
        /// Into which state.
        to: DwellingState,
    },
    /// Bring a row of a list into the stock: creates the dwelling, or updates what the list says about it.
    ImportDwelling {
        /// Derived from the natural key of the row.
        dwelling: DwellingId,
        /// Short code for people.
        code: String,
        /// Where it comes from.
        origin: Origin,
        /// State for a new dwelling; a known dwelling keeps its own.
        state: DwellingState,
        /// What the list says.
        listed: Vec<DwellingAnswer>,
        /// Invented for demonstration.
        #[serde(default)]
        demonstration: bool,
    },
    /// Add a photo of a dwelling. The image itself is delivered apart.
    AddPhoto {
        /// Which dwelling.
        dwelling: DwellingId,
        /// The photo.
        photo: Photo,
    },
    /// Take a photo out.
    RemovePhoto {
        /// Which dwelling.
        dwelling: DwellingId,
        /// Which photo.
        photo: PhotoId,
    },
    /// Choose between two values that met in one field.
    ResolveReview {
        /// Which record.
        record: RecordKey,
        /// Which field.
        field: FieldKey,
        /// The choice.
        choice: ReviewChoice,
        /// The changes whose values were on show beside the present one; empty where the author saw all that wait.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        seen: Vec<ChangeId>,
    },
    /// Propose a dwelling to a household.
    ProposeDwelling {
        /// Drawn by the device.
        offer: OfferId,
        /// To whom.
        household: HouseholdId,
        /// What.
        dwelling: DwellingId,
        /// Under which ceiling.
        tier: RentTier,
        /// Monthly rent; none while the surface is still to be measured.
        #[serde(default)]
        monthly_rent: Option<Money>,
        /// Service charges a month, apart from the rent; none while they are not known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        service_charges: Option<Money>,
        /// The last day of the contract proposed; none while it is open.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Day>,
        /// Why this dwelling.
        #[serde(default)]
        note: String,
    },
    /// Take a proposal back.
    WithdrawOffer {
        /// To whom it was made.
        household: HouseholdId,
        /// Which.
        offer: OfferId,
        /// The dwelling that becomes free again.
        dwelling: DwellingId,
        /// Why.
        reason: String,
    },
    /// Set an assumed parameter of the rulebook otherwise.
    AmendParameter {
        /// Drawn by the device.
        amendment: AmendmentId,
        /// Which parameter.
        parameter: ParameterName,
        /// To what.
        value: NewValue,
        /// First day on which it holds.
        from: Day,
        /// Why.
        reason: String,
    },
    /// Keep parameters that are supposed otherwise, to look at them again. It changes no rule.
    SaveScenario {
        /// Drawn by the device.
        scenario: ScenarioId,
        /// What people call it.
        name: String,
        /// What is supposed.
        changes: Vec<(ParameterName, NewValue)>,
    },
    /// Take out a scenario that nobody needs any more.
    RemoveScenario {
        /// Which.
        scenario: ScenarioId,
    },
}

impl Action {
    /// The records that a decision on this action needs to know.
    pub fn touches(&self) -> Vec<RecordKey> {
        match self {
            Self::OpenHousehold { household, .. }
            | Self::RenameHousehold { household, .. }
            | Self::RecordAnswer { household, .. }
            | Self::AddMember { household, .. }
            | Self::RemoveMember { household, .. }
            | Self::SeparateCases { household }
            | Self::RecordMemberAnswer { household, .. } => vec![RecordKey::Household(*household)],
            Self::JoinCases {
                household,
                into: other,
            }
            | Self::TellApart { household, other } => {
                vec![RecordKey::Household(*household), RecordKey::Household(*other)]
            }
            Self::RecordDwellingFact { dwelling, .. }
            | Self::MoveDwelling { dwelling, .. }
            | Self::ImportDwelling { dwelling, .. }
            | Self::AddPhoto { dwelling, .. }
            | Self::RemovePhoto { dwelling, .. } => vec![RecordKey::Dwelling(*dwelling)],
            Self::ResolveReview { record, .. } => vec![*record],
            Self::ProposeDwelling {
                household, dwelling, ..
            }
            | Self::WithdrawOffer {
                household, dwelling, ..
            } => {
                vec![RecordKey::Household(*household), RecordKey::Dwelling(*dwelling)]
            }
            Self::AmendParameter { .. } | Self::SaveScenario { .. } | Self::RemoveScenario { .. } => {
                vec![RecordKey::CityRules]
            }
        }
    }

    /// The name on the wire.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::OpenHousehold { .. } => "open_household",
            Self::RenameHousehold { .. } => "rename_household",
            Self::RecordAnswer { .. } => "record_answer",
            Self::AddMember { .. } => "add_member",
            Self::RemoveMember { .. } => "remove_member",
            Self::RecordMemberAnswer { .. } => "record_member_answer",
            Self::JoinCases { .. } => "join_cases",
            Self::SeparateCases { .. } => "separate_cases",
            Self::TellApart { .. } => "tell_apart",
            Self::RecordDwellingFact { .. } => "record_dwelling_fact",
            Self::MoveDwelling { .. } => "move_dwelling",
            Self::ImportDwelling { .. } => "import_dwelling",
            Self::AddPhoto { .. } => "add_photo",
            Self::RemovePhoto { .. } => "remove_photo",
            Self::ResolveReview { .. } => "resolve_review",
            Self::ProposeDwelling { .. } => "propose_dwelling",
            Self::WithdrawOffer { .. } => "withdraw_offer",
            Self::AmendParameter { .. } => "amend_parameter",
            Self::SaveScenario { .. } => "save_scenario",
            Self::RemoveScenario { .. } => "remove_scenario",
        }
    }
}

impl std::fmt::Debug for Action {
    /// Names the action and the records, never what is said about people.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.key())?;
        f.debug_list()
            .entries(self.touches().iter().map(ToString::to_string))
            .finish()
    }
}

#[cfg(test)]
mod tests;
