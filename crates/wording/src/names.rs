// SPDX-License-Identifier: AGPL-3.0-or-later
//! The names of roles, rents and surfaces, which belong to no room.
use crate::{Language, pick};
use soglia_domain::{area::SurfaceKind, author::Role, rent::RentTier};

/// A rent ceiling of the notice.
pub const fn rent_tier(tier: RentTier, language: Language) -> &'static str {
    match tier {
        RentTier::Capped => pick(language, "Canone calmierato", "Capped rent"),
        RentTier::ReducedCapped => pick(language, "Canone calmierato ridotto", "Reduced capped rent"),
    }
}

/// What a person may do.
pub const fn role(role: Role, language: Language) -> &'static str {
    match role {
        Role::SocialWorker => pick(language, "Assistente sociale", "Social worker"),
        Role::HousingOfficer => pick(language, "Ufficio casa", "Housing officer"),
        Role::ManagingPartner => pick(language, "Soggetto partner", "Managing partner"),
        Role::Coordinator => pick(language, "Coordinamento", "Coordinator"),
        Role::Auditor => pick(
            language,
            "Controllo e protezione dati",
            "Auditor, data protection",
        ),
        Role::Administrator => pick(language, "Amministrazione accessi", "Administrator of accounts"),
    }
}

/// Which surface.
pub const fn surface_kind(kind: SurfaceKind, language: Language) -> &'static str {
    match kind {
        SurfaceKind::Usable => pick(language, "Superficie utile", "Usable surface"),
        SurfaceKind::Cadastral => pick(language, "Superficie catastale", "Cadastral surface"),
        SurfaceKind::Conventional => pick(language, "Superficie convenzionale", "Conventional surface"),
        SurfaceKind::Unstated => pick(language, "Superficie non precisata", "Unstated surface"),
    }
}
