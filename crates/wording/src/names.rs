// SPDX-License-Identifier: AGPL-3.0-or-later
//! The names of states, roles and kinds.
use crate::{Language, area, day, pick, rooms, say};
use soglia_domain::{
    area::{ListedSize, SurfaceKind},
    author::Role,
    calendar::Day,
    dwelling::{DwellingStateKind, Origin},
    household::{Citizenship, IseeKind, OfferState, Relation, RentTier},
};

/// Where a dwelling comes from.
pub const fn origin(origin: Origin, language: Language) -> &'static str {
    match origin {
        Origin::Municipal => pick(language, "Comunale", "Municipal"),
        Origin::Confiscated => pick(language, "Confiscato", "Confiscated"),
        Origin::MetropolitanArea => pick(language, "Comunale fuori Milano", "Municipal outside Milan"),
        Origin::ThirdSector => pick(language, "Terzo settore", "Third sector"),
    }
}

/// What a dwelling is ready for.
pub const fn dwelling_state(state: DwellingStateKind, language: Language) -> &'static str {
    match state {
        DwellingStateKind::ToAssess => pick(language, "Da verificare", "To assess"),
        DwellingStateKind::ToRefurbish => pick(language, "Da ristrutturare", "To refurbish"),
        DwellingStateKind::UnderWorks => pick(language, "Lavori in corso", "Works in progress"),
        DwellingStateKind::Ready => pick(language, "Pronto", "Ready"),
        DwellingStateKind::Reserved => pick(language, "Proposto", "Proposed"),
        DwellingStateKind::Occupied => pick(language, "Abitato", "Occupied"),
        DwellingStateKind::OutOfStock => pick(language, "Fuori dal patrimonio", "Out of stock"),
    }
}

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
    }
}

/// The relation to the head of household.
pub const fn relation(relation: Relation, language: Language) -> &'static str {
    match relation {
        Relation::Head => pick(language, "Referente", "Head of household"),
        Relation::Partner => pick(language, "Coniuge o convivente", "Spouse or partner"),
        Relation::Child => pick(language, "Figlia o figlio", "Child"),
        Relation::Parent => pick(language, "Genitore o suocero", "Parent or parent-in-law"),
        Relation::OtherRelative => pick(language, "Altro parente", "Other relative"),
        Relation::NotRelated => pick(language, "Nessuna parentela", "Not related"),
    }
}

/// Citizenship or residence title.
pub const fn citizenship(citizenship: Citizenship, language: Language) -> &'static str {
    match citizenship {
        Citizenship::Italian => pick(language, "Italiana", "Italian"),
        Citizenship::Eu => pick(
            language,
            "Di un Paese dell’Unione europea",
            "Of a European Union country",
        ),
        Citizenship::LongTermPermit => pick(
            language,
            "Permesso UE per soggiornanti di lungo periodo",
            "EU long-term residence permit",
        ),
        Citizenship::TwoYearPermit => pick(
            language,
            "Permesso di soggiorno di almeno due anni",
            "Residence permit of at least two years",
        ),
        Citizenship::Other => pick(language, "Nessuna di queste", "None of these"),
    }
}

/// Which ISEE.
pub const fn isee_kind(kind: IseeKind, language: Language) -> &'static str {
    match kind {
        IseeKind::Ordinary => pick(language, "ISEE ordinario", "Ordinary ISEE"),
        IseeKind::Current => pick(language, "ISEE corrente", "Current ISEE"),
        IseeKind::Minors => pick(language, "ISEE minorenni", "ISEE for minors"),
        IseeKind::SocialHealth => pick(language, "ISEE socio-sanitario", "Social and health ISEE"),
        IseeKind::University => pick(language, "ISEE università", "University ISEE"),
        IseeKind::Family2026 => pick(
            language,
            "ISEE per prestazioni familiari e inclusione",
            "ISEE for family benefits and inclusion",
        ),
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

/// The size as a list states it: "5,5 vani", "42,00 m²", or the text itself.
pub fn listed_size(size: &ListedSize, language: Language) -> String {
    match size {
        ListedSize::Rooms(counted) => rooms(*counted, language),
        ListedSize::Area(measured) => area(*measured, language),
        ListedSize::Unread(text) => say!(language, "«{text}», non letto", "“{text}”, not read"),
    }
}

/// What became of a proposal.
pub const fn offer_state(state: &OfferState, language: Language) -> &'static str {
    match state {
        OfferState::Proposed => pick(language, "Proposto", "Proposed"),
        OfferState::Withdrawn { .. } => pick(language, "Ritirato", "Withdrawn"),
    }
}

/// An ISEE in one line: kind, then the day of its declaration.
pub(crate) fn isee_line(
    kind: Option<IseeKind>,
    amount: &str,
    dsu: Option<Day>,
    language: Language,
) -> String {
    let kind = kind.map_or_else(
        || {
            pick(
                language,
                "tipo di ISEE non ancora noto",
                "kind of ISEE not known yet",
            )
        },
        |kind| isee_kind(kind, language),
    );
    match dsu {
        Some(presented) => {
            let presented = day(presented, language);
            say!(
                language,
                "{amount}, {kind}, DSU del {presented}",
                "{amount}, {kind}, declared on {presented}"
            )
        }
        None => format!("{amount}, {kind}"),
    }
}
