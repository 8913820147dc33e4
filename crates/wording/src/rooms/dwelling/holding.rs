// SPDX-License-Identifier: AGPL-3.0-or-later
//! Measured spaces and titles of dwellings.
use crate::{Language, area, day, pick, say};
use soglia_domain::{
    measure::{MeasuredSpace, SpaceKind},
    title::{RuntsSection, Title, TitleKind},
};

/// What a measured space is.
pub const fn space_kind(kind: SpaceKind, language: Language) -> &'static str {
    match kind {
        SpaceKind::Room => pick(language, "Stanza", "Room"),
        SpaceKind::Service => pick(
            language,
            "Cucina, bagno, corridoio o ripostiglio",
            "Kitchen, bath, corridor or storeroom",
        ),
        SpaceKind::Balcony => pick(
            language,
            "Balcone o terrazza delle stanze",
            "Balcony or terrace off the rooms",
        ),
        SpaceKind::SeparateBalcony => pick(
            language,
            "Balcone o terrazza a parte",
            "Balcony or terrace apart from the rooms",
        ),
        SpaceKind::Accessory => pick(
            language,
            "Cantina o soffitta che comunica con le stanze",
            "Cellar or attic reached from the rooms",
        ),
        SpaceKind::SeparateAccessory => pick(
            language,
            "Cantina o soffitta a parte",
            "Cellar or attic apart from the rooms",
        ),
        SpaceKind::Garage => pick(language, "Autorimessa singola", "Garage of its own"),
        SpaceKind::SharedParking => pick(
            language,
            "Posto auto in autorimessa comune",
            "Parking space in a shared garage",
        ),
        SpaceKind::OpenArea => pick(
            language,
            "Area scoperta a uso esclusivo",
            "Open ground for this dwelling alone",
        ),
        SpaceKind::SharedGreen => pick(
            language,
            "Quota di verde condominiale",
            "Share of the building’s green",
        ),
        SpaceKind::Walls => pick(
            language,
            "Muri che il catasto conta",
            "Walls that the cadastre counts",
        ),
    }
}

/// A measured space in one line: "Stanza, 14,50 m², alta 270 cm".
pub fn measured_space(space: &MeasuredSpace, language: Language) -> String {
    let (kind, size) = (space_kind(space.kind, language), area(space.area, language));
    match space.height_cm {
        None => format!("{kind}, {size}"),
        Some(height) => say!(
            language,
            "{kind}, {size}, altezza {height} cm",
            "{kind}, {size}, {height} cm high"
        ),
    }
}

/// What kind of title.
pub const fn title_kind(kind: TitleKind, language: Language) -> &'static str {
    match kind {
        TitleKind::FreeLoanForUse => pick(language, "Comodato d’uso gratuito", "Free loan for use"),
        TitleKind::Concession => pick(language, "Concessione", "Concession"),
        TitleKind::Lease => pick(language, "Locazione", "Lease"),
        TitleKind::Other => pick(language, "Altro titolo", "Another title"),
    }
}

/// A section of the RUNTS.
pub const fn runts_section(section: RuntsSection, language: Language) -> &'static str {
    match section {
        RuntsSection::VoluntaryOrganisations => pick(
            language,
            "Organizzazioni di volontariato",
            "Voluntary organisations",
        ),
        RuntsSection::SocialPromotionAssociations => pick(
            language,
            "Associazioni di promozione sociale",
            "Associations of social promotion",
        ),
        RuntsSection::PhilanthropicEntities => pick(language, "Enti filantropici", "Philanthropic entities"),
        RuntsSection::SocialEnterprises => pick(
            language,
            "Imprese sociali, cooperative sociali comprese",
            "Social enterprises, social cooperatives among them",
        ),
        RuntsSection::AssociationNetworks => pick(language, "Reti associative", "Networks of associations"),
        RuntsSection::MutualAidSocieties => {
            pick(language, "Società di mutuo soccorso", "Mutual aid societies")
        }
        RuntsSection::OtherEntities => pick(
            language,
            "Altri enti del Terzo settore",
            "Other third-sector entities",
        ),
    }
}

/// A title in one line: "Comodato d’uso gratuito, dal 1 giugno 2026 al 1 giugno 2056".
pub fn title(title: &Title, language: Language) -> String {
    let (kind, from) = (title_kind(title.kind, language), day(title.from, language));
    let term = match title.to.map(|to| day(to, language)) {
        Some(to) => say!(
            language,
            "{kind}, dal {from} al {to}",
            "{kind}, from {from} to {to}"
        ),
        None => say!(language, "{kind}, dal {from}", "{kind}, from {from}"),
    };
    match title.holder_section {
        None => term,
        Some(section) => {
            let section = runts_section(section, language);
            say!(
                language,
                "{term}. Sezione RUNTS: {section}",
                "{term}. RUNTS section: {section}"
            )
        }
    }
}

/// What to look at again in a title: a free loan to a social enterprise.
pub fn title_warning(title: &Title, language: Language) -> Option<&'static str> {
    title.excludes_holder().then(|| {
        pick(
            language,
            "L’articolo 71 del Codice del Terzo settore esclude le imprese sociali dal comodato gratuito. Il titolo resta scritto: va verificato con l’ufficio.",
            "Article 71 of the third-sector code leaves social enterprises out of free loans. The title stays as written: the office should check it.",
        )
    })
}

#[cfg(test)]
mod tests;
