// SPDX-License-Identifier: AGPL-3.0-or-later
//! The names of relations, residence titles, housing situations and kinds of ISEE.
use crate::{Language, day, pick, say};
use soglia_domain::{
    calendar::Day,
    household::{Citizenship, HousingSituation, IseeKind, Relation, Sender},
};

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

/// Who sends a household.
pub const fn sender(sender: Sender, language: Language) -> &'static str {
    match sender {
        Sender::Welfare => pick(language, "Welfare", "Welfare"),
        Sender::Housing => pick(language, "Casa", "Housing"),
        Sender::Partner => pick(language, "Un partner", "A partner"),
        Sender::Itself => pick(language, "Viene da sé", "Comes by itself"),
    }
}

/// How a household is housed, after the group of ETHOS to which that belongs.
pub const fn housing_situation(now: HousingSituation, language: Language) -> &'static str {
    match now {
        HousingSituation::Rough => pick(language, "Senza tetto: in strada", "Roofless: living rough"),
        HousingSituation::NightShelter => {
            pick(language, "Senza tetto: dormitorio", "Roofless: night shelter")
        }
        HousingSituation::Hostel => pick(
            language,
            "Senza casa: struttura per persone senza dimora",
            "Houseless: homeless hostel",
        ),
        HousingSituation::WomensShelter => pick(
            language,
            "Senza casa: casa rifugio per donne",
            "Houseless: women’s shelter",
        ),
        HousingSituation::Migrants => pick(
            language,
            "Senza casa: accoglienza per migranti",
            "Houseless: accommodation for immigrants",
        ),
        HousingSituation::Institution => pick(
            language,
            "Senza casa: in uscita da carcere, ospedale o comunità",
            "Houseless: leaving prison, hospital or care",
        ),
        HousingSituation::Support => pick(
            language,
            "Senza casa: alloggio con sostegno dopo la strada",
            "Houseless: supported housing after homelessness",
        ),
        HousingSituation::Insecure => pick(
            language,
            "Casa insicura: ospite di altri o senza contratto",
            "Insecure: with others or without a contract",
        ),
        HousingSituation::Eviction => pick(language, "Casa insicura: sfratto", "Insecure: eviction"),
        HousingSituation::Violence => pick(
            language,
            "Casa insicura: pericolo di violenza",
            "Insecure: threat of violence",
        ),
        HousingSituation::NonConventional => pick(
            language,
            "Casa inadeguata: roulotte, baracca o simili",
            "Inadequate: caravan, hut or the like",
        ),
        HousingSituation::Unfit => pick(language, "Casa inadeguata: inagibile", "Inadequate: unfit"),
        HousingSituation::Overcrowded => pick(
            language,
            "Casa inadeguata: sovraffollata",
            "Inadequate: overcrowded",
        ),
        HousingSituation::Adequate => pick(
            language,
            "Nessuna: casa stabile e adeguata",
            "None: stable and adequate",
        ),
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
