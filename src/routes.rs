// SPDX-License-Identifier: AGPL-3.0-or-later
//! Every address of the application: the only place that holds paths.
// Long because: an address, its path and the way back stand side by side.
mod history;

pub use history::{
    Navigation, Place, address, go, go_to_query, is_here, is_record_open, navigation, origin, replace_query,
    start, take_focus_wish, wish_focus,
};

use soglia_domain::{
    commitment::Commitment,
    diary_entry::DiaryEntry,
    id::{
        CITY_RULES, CommitmentId, DiaryEntryId, DwellingId, FundingSourceId, HouseholdId, PlacementId, PlanId,
    },
    placement::Placement,
    record::{Identity as _, Key},
    rent::RentTier,
    rulebook::ParameterName,
};

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Address {
    /// What to do next.
    Today,
    /// Sign-in.
    SignIn,
    /// An invitation to set a password; its token stands behind the path, and is read by the page alone.
    Invitation,
    /// Who may enter, for administrators.
    Accounts,
    /// Who looked at what, for auditors.
    Audit,
    /// What nobody works with any more.
    Archive,
    /// List of households.
    Households,
    /// A form for a new household.
    NewHousehold,
    /// One household.
    Household(HouseholdId, HouseholdTab),
    /// The certificate that a proposal carries.
    OfferCertificate(HouseholdId, PlacementId),
    /// A support plan in the words and the language of the family.
    FamilyPlan(HouseholdId, PlanId),
    /// List of dwellings.
    Dwellings,
    /// Import of a list of dwellings.
    ImportDwellings,
    /// One dwelling.
    Dwelling(DwellingId, DwellingTab),
    /// The certificate of a dwelling's highest rent.
    Certificate(DwellingId, RentTier),
    /// The map of dwellings.
    Map,
    /// The map of today's visits.
    Round,
    /// What waits to be delivered, what came back.
    Deliveries,
    /// The money: all sources.
    Funding,
    /// One source.
    FundingSource(FundingSourceId),
    /// The rulebook: every figure with its source.
    Rules,
    /// What would follow from other figures.
    WhatIf,
    /// Language, person, device, version.
    Settings,
    /// What Soglia is.
    About,
}

/// Declares the parts of a record with their word in the address. The first one has none.
macro_rules! tabs {
    ($(#[$doc:meta])* $name:ident { $($(#[$tab_doc:meta])* $tab:ident = $path:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $name {
            #[default]
            $($(#[$tab_doc])* $tab,)*
        }

        impl $name {
            /// All of them, in the order of the navigation.
            pub const ALL: &'static [Self] = &[$(Self::$tab),*];

            const fn path(self) -> &'static str {
                match self {
                    $(Self::$tab => $path,)*
                }
            }

            fn parse(path: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|tab| tab.path() == path)
            }
        }
    };
}

tabs! {
    /// A part of a household's page.
    HouseholdTab {
        /// What is known.
        Situation = "",
        /// Conditions, each with its answer.
        Requirements = "requisiti",
        /// Dwellings that fit.
        Dwellings = "alloggi",
        /// Offers.
        Offers = "proposte",
        /// Where its case stands, and what is to be done.
        Path = "percorso",
        /// Its support plan.
        Plan = "piano",
        /// What people wrote down about it.
        Diary = "diario",
        /// What happened.
        History = "storia",
    }
}

tabs! {
    /// A part of a dwelling's page.
    DwellingTab {
        /// What is known.
        Sheet = "",
        /// The two ceilings.
        Rent = "canone",
        /// Photos.
        Photos = "foto",
        /// Links to it for people without an account.
        Sharing = "condivisione",
        /// What happened.
        History = "storia",
    }
}

impl Address {
    /// The path in the browser.
    pub fn path(&self) -> String {
        let of_record = |area: &str, id: String, tab: &str| match tab {
            "" => format!("/{area}/{id}"),
            tab => format!("/{area}/{id}/{tab}"),
        };
        match self {
            Self::Today => "/".to_owned(),
            Self::SignIn => "/accesso".to_owned(),
            Self::Invitation => "/invito".to_owned(),
            Self::Accounts => "/persone".to_owned(),
            Self::Audit => "/registro".to_owned(),
            Self::Archive => "/archivio".to_owned(),
            Self::Households => "/nuclei".to_owned(),
            Self::NewHousehold => "/nuclei/nuovo".to_owned(),
            Self::Household(id, tab) => of_record("nuclei", id.to_string(), tab.path()),
            Self::OfferCertificate(id, offer) => format!("/nuclei/{id}/proposte/{offer}/certificato"),
            Self::FamilyPlan(id, plan) => format!("/nuclei/{id}/piano/{plan}"),
            Self::Dwellings => "/alloggi".to_owned(),
            Self::ImportDwellings => "/alloggi/importa".to_owned(),
            Self::Dwelling(id, tab) => of_record("alloggi", id.to_string(), tab.path()),
            Self::Certificate(id, tier) => format!("/alloggi/{id}/certificato/{}", tier_path(*tier)),
            Self::Map => "/mappa".to_owned(),
            Self::Round => "/mappa/giro".to_owned(),
            Self::Deliveries => "/da-inviare".to_owned(),
            Self::Funding => "/fondi".to_owned(),
            Self::FundingSource(id) => format!("/fondi/{id}"),
            Self::Rules => "/regole".to_owned(),
            Self::WhatIf => "/ipotesi".to_owned(),
            Self::Settings => "/impostazioni".to_owned(),
            Self::About => "/informazioni".to_owned(),
        }
    }

    /// The page at a path, if there is one.
    pub fn parse(path: &str) -> Option<Self> {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        Some(match parts[..] {
            [] => Self::Today,
            ["accesso"] => Self::SignIn,
            ["invito"] => Self::Invitation,
            ["persone"] => Self::Accounts,
            ["registro"] => Self::Audit,
            ["archivio"] => Self::Archive,
            ["nuclei"] => Self::Households,
            ["nuclei", "nuovo"] => Self::NewHousehold,
            // "situazione" is the first part by its own name: people write it down that way.
            ["nuclei", id] | ["nuclei", id, "situazione"] => Self::household(id.parse().ok()?),
            ["nuclei", id, tab] => Self::Household(id.parse().ok()?, HouseholdTab::parse(tab)?),
            ["nuclei", id, "proposte", offer, "certificato"] => {
                Self::OfferCertificate(id.parse().ok()?, offer.parse().ok()?)
            }
            ["nuclei", id, "piano", plan] => Self::FamilyPlan(id.parse().ok()?, plan.parse().ok()?),
            ["alloggi"] => Self::Dwellings,
            ["alloggi", "importa"] => Self::ImportDwellings,
            ["alloggi", id] => Self::dwelling(id.parse().ok()?),
            ["alloggi", id, tab] => Self::Dwelling(id.parse().ok()?, DwellingTab::parse(tab)?),
            ["alloggi", id, "certificato", tier] => {
                let tier = RentTier::ALL
                    .into_iter()
                    .find(|known| tier_path(*known) == tier)?;
                Self::Certificate(id.parse().ok()?, tier)
            }
            ["mappa"] => Self::Map,
            ["mappa", "giro"] => Self::Round,
            ["da-inviare"] => Self::Deliveries,
            ["fondi"] => Self::Funding,
            ["fondi", id] => Self::FundingSource(id.parse().ok()?),
            ["regole"] => Self::Rules,
            ["ipotesi"] => Self::WhatIf,
            ["impostazioni"] => Self::Settings,
            ["informazioni"] => Self::About,
            _ => return None,
        })
    }

    /// The page of a record; of one that has none that of the record under which it lies.
    pub fn of_record(rows: &crate::state::Rows, key: Key) -> Option<Self> {
        if let Some(id) = HouseholdId::of_key(key) {
            return Some(Self::household(id));
        }
        if let Some(id) = PlacementId::of_key(key) {
            let household = rows.row::<Placement>(id.key())?.household;
            return Some(Self::Household(household, HouseholdTab::Offers));
        }
        if let Some(id) = DiaryEntryId::of_key(key) {
            let household = rows.row::<DiaryEntry>(id.key())?.household;
            return Some(Self::Household(household, HouseholdTab::Diary));
        }
        if let Some(household) = rows.under_which_household(key) {
            let is_plan = PlanId::of_key(key).is_some();
            let tab = if is_plan {
                HouseholdTab::Plan
            } else {
                HouseholdTab::Path
            };
            return Some(Self::Household(household, tab));
        }
        if let Some(id) = FundingSourceId::of_key(key) {
            return Some(Self::FundingSource(id));
        }
        if let Some(id) = CommitmentId::of_key(key) {
            return Some(Self::FundingSource(rows.row::<Commitment>(id.key())?.source));
        }
        if key == CITY_RULES.key() {
            return Some(Self::Rules);
        }
        Self::of_dwelling(key)
    }

    /// The page of a dwelling by the key of its record.
    pub fn of_dwelling(key: Key) -> Option<Self> {
        DwellingId::of_key(key).map(Self::dwelling)
    }

    /// The first part of a household's page.
    pub const fn household(id: HouseholdId) -> Self {
        Self::Household(id, HouseholdTab::Situation)
    }

    /// The first part of a dwelling's page.
    pub const fn dwelling(id: DwellingId) -> Self {
        Self::Dwelling(id, DwellingTab::Sheet)
    }
}

/// The word of a tier in an address.
const fn tier_path(tier: RentTier) -> &'static str {
    match tier {
        RentTier::Capped => "calmierato",
        RentTier::ReducedCapped => "ridotto",
    }
}

/// One figure on the page of the rulebook.
pub fn rule_path(name: ParameterName) -> String {
    format!("{}?q={}", Address::Rules.path(), name.key())
}

#[cfg(test)]
mod tests;
