// SPDX-License-Identifier: AGPL-3.0-or-later
//! The title under which a dwelling is held: how long it lasts, and what fits inside its term.
use super::refusal::Refusal;
use crate::rulebook::{ParameterName, Rules};
use serde::{Deserialize, Serialize};
use soglia_kernel::calendar::Day;

/// What kind of title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TitleKind {
    /// Comodato d'uso gratuito: Civil Code, article 1803; D.Lgs. 117/2017, article 71.
    FreeLoanForUse,
    /// A concession of public property.
    Concession,
    /// A lease.
    Lease,
    /// Another title.
    Other,
}

impl TitleKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::FreeLoanForUse, Self::Concession, Self::Lease, Self::Other];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::FreeLoanForUse => "free_loan_for_use",
            Self::Concession => "concession",
            Self::Lease => "lease",
            Self::Other => "other",
        }
    }
}

/// A section of the national register of the third sector (RUNTS), D.Lgs. 117/2017, article 46.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RuntsSection {
    /// Organizzazioni di volontariato.
    VoluntaryOrganisations,
    /// Associazioni di promozione sociale.
    SocialPromotionAssociations,
    /// Enti filantropici.
    PhilanthropicEntities,
    /// Imprese sociali, social cooperatives among them.
    SocialEnterprises,
    /// Reti associative.
    AssociationNetworks,
    /// Società di mutuo soccorso.
    MutualAidSocieties,
    /// Altri enti del Terzo settore.
    OtherEntities,
}

impl RuntsSection {
    /// All of them, in the order of the law.
    pub const ALL: [Self; 7] = [
        Self::VoluntaryOrganisations,
        Self::SocialPromotionAssociations,
        Self::PhilanthropicEntities,
        Self::SocialEnterprises,
        Self::AssociationNetworks,
        Self::MutualAidSocieties,
        Self::OtherEntities,
    ];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::VoluntaryOrganisations => "voluntary_organisations",
            Self::SocialPromotionAssociations => "social_promotion_associations",
            Self::PhilanthropicEntities => "philanthropic_entities",
            Self::SocialEnterprises => "social_enterprises",
            Self::AssociationNetworks => "association_networks",
            Self::MutualAidSocieties => "mutual_aid_societies",
            Self::OtherEntities => "other_entities",
        }
    }
}

/// The title under which somebody holds a dwelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Title {
    /// What kind.
    pub kind: TitleKind,
    /// First day.
    pub from: Day,
    /// Last day; none while no term was agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
    /// The section of the RUNTS in which its holder stands, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder_section: Option<RuntsSection>,
}

impl Title {
    /// Whether the term is possible.
    ///
    /// # Errors
    /// [`Refusal::TitleEndsBeforeItBegins`]; [`Refusal::TitleTooLong`] for a free loan beyond the longest term.
    pub fn check(&self, rules: &Rules) -> Result<(), Refusal> {
        let Some(to) = self.to else {
            return Ok(());
        };
        if to <= self.from {
            return Err(Refusal::TitleEndsBeforeItBegins);
        }
        if self.kind == TitleKind::FreeLoanForUse {
            let last = longest_free_loan(self.from, rules);
            if to > last {
                return Err(Refusal::TitleTooLong { last });
            }
        }
        Ok(())
    }

    /// Whether the law leaves this holder out: a free loan may not go to a social enterprise (D.Lgs. 117/2017, article 71,
    /// paragraph 2). It is a warning, because whether the article applies is for the office to say.
    pub fn excludes_holder(&self) -> bool {
        self.kind == TitleKind::FreeLoanForUse && self.holder_section == Some(RuntsSection::SocialEnterprises)
    }

    /// Whether a contract may last until a day.
    ///
    /// # Errors
    /// [`Refusal::BeyondTitle`] when the title ends before.
    pub fn check_contract(&self, until: Day) -> Result<(), Refusal> {
        match self.to {
            Some(last) if !contract_within_title(self, self.from, Some(until)) => {
                Err(Refusal::BeyondTitle { last })
            }
            _ => Ok(()),
        }
    }
}

/// The last day of the longest free loan that begins on a day.
pub fn longest_free_loan(from: Day, rules: &Rules) -> Day {
    from.plus_months(12 * rules.number(ParameterName::FreeLoanLongestYears))
}

/// Whether a contract lies inside the term of a title; one without an end does so only under a title without an end.
pub fn contract_within_title(title: &Title, from: Day, until: Option<Day>) -> bool {
    from >= title.from
        && title
            .to
            .is_none_or(|last| until.is_some_and(|until| until <= last))
}

#[cfg(test)]
mod tests;
