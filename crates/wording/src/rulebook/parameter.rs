// SPDX-License-Identifier: AGPL-3.0-or-later
// Long because: every parameter has its title here, and a table reads best in one piece.
//! What each parameter is called, and how its value reads.
use crate::{Language, money, money_per_area_year, percent, pick, say, surface_kind, whole};
use soglia_domain::rulebook::{NewValue, ParameterName, ParameterValue, Unit};

/// What a parameter is called.
pub const fn parameter_title(name: ParameterName, language: Language) -> &'static str {
    use ParameterName as P;
    let (italian, english) = match name {
        P::AdequacyLeast => (
            "Superficie minima adeguata, per numero di persone",
            "Smallest adequate surface, by number of people",
        ),
        P::AdequacyMost => (
            "Superficie massima adeguata, per numero di persone",
            "Largest adequate surface, by number of people",
        ),
        P::CapCapped => ("Canone calmierato: importo massimo", "Capped rent: ceiling"),
        P::CapReducedCapped => (
            "Canone calmierato ridotto: importo massimo",
            "Reduced capped rent: ceiling",
        ),
        P::CapSurfaceKind => (
            "Superficie a cui si riferiscono gli importi massimi",
            "Surface to which the ceilings refer",
        ),
        P::CaseAppealAnswerDays => (
            "Termine per rispondere a una richiesta di riesame",
            "Time to answer an appeal",
        ),
        P::CaseAppealDays => (
            "Termine per chiedere il riesame di una domanda non accolta",
            "Time to appeal against a refusal",
        ),
        P::CaseCourtDays => (
            "Termine per rivolgersi al TAR dopo una domanda non accolta",
            "Time to go to court against a refusal",
        ),
        P::EnergyCertificateValidityYears => (
            "Validità dell’attestato di prestazione energetica (APE)",
            "Validity of the energy performance certificate (APE)",
        ),
        P::EquivalenceScaleChildren => (
            "Scala di equivalenza: maggiorazione per numero di figli",
            "Equivalence scale: increment by number of children",
        ),
        P::EquivalenceScaleFurther => (
            "Scala di equivalenza: ogni persona oltre la quinta",
            "Equivalence scale: each person beyond the fifth",
        ),
        P::EquivalenceScaleInfant => (
            "Scala di equivalenza: maggiorazione con un figlio sotto i tre anni",
            "Equivalence scale: increment with a child under three",
        ),
        P::EquivalenceScaleMembers => (
            "Scala di equivalenza, per numero di persone",
            "Equivalence scale, by number of people",
        ),
        P::EquivalenceScaleMinors => (
            "Scala di equivalenza: maggiorazione con figli minori",
            "Equivalence scale: increment with children under age",
        ),
        P::FreeLoanLongestYears => (
            "Durata massima del comodato d’uso gratuito",
            "Longest free loan for use",
        ),
        P::HygieneAreaFirstFour => (
            "Minimo igienico: superficie per ciascuna delle prime quattro persone",
            "Hygienic minimum: surface for each of the first four people",
        ),
        P::HygieneAreaFurther => (
            "Minimo igienico: superficie per ogni persona oltre la quarta",
            "Hygienic minimum: surface for each person beyond the fourth",
        ),
        P::HygieneOneRoom => (
            "Minimo igienico di un alloggio di una stanza, per una e due persone",
            "Hygienic minimum of a dwelling of one room, for one and two people",
        ),
        P::IndexationShare => (
            "Quota dell’indice FOI che adegua il canone",
            "Share of the FOI index by which a rent is adjusted",
        ),
        P::IndigenceIseeLimit => (
            "ISEE fino a cui il nucleo è indigente",
            "ISEE up to which a household is indigent",
        ),
        P::IndigenceQuota => (
            "Quota di case popolari per i nuclei indigenti",
            "Share of public housing for indigent households",
        ),
        P::IseeCurrentValidityMonths => ("Validità dell’ISEE corrente", "Validity of the current ISEE"),
        P::MarketRent => ("Affitti di mercato, zona per zona", "Market rents, zone by zone"),
        P::OfferAnswerDays => ("Tempo per rispondere a una proposta", "Time to answer an offer"),
        P::OverburdenShare => (
            "Quota del reddito oltre cui l’affitto è un sovraccarico",
            "Share of income beyond which a rent is an overburden",
        ),
        P::PlanDeadlineWorkingDays => (
            "Termine per firmare il progetto personalizzato",
            "Time to sign the personal project",
        ),
        P::PublicHousingHomeDistanceKm => (
            "Casa popolare: distanza entro cui conta una casa di proprietà",
            "Public housing: distance within which an owned home counts",
        ),
        P::PublicHousingIseeLimit => ("Casa popolare: ISEE massimo", "Public housing: highest ISEE"),
        P::PublicHousingLookbackYears => (
            "Casa popolare: anni per cui conta una decadenza o un’occupazione",
            "Public housing: years for which a revocation or an occupation counts",
        ),
        P::PublicHousingPatrimonyBase => (
            "Casa popolare: patrimonio massimo da due persone in su, parte fissa",
            "Public housing: highest patrimony from two people up, fixed part",
        ),
        P::PublicHousingPatrimonyPerScale => (
            "Casa popolare: patrimonio massimo, parte per la scala di equivalenza",
            "Public housing: highest patrimony, part for the equivalence scale",
        ),
        P::PublicHousingPatrimonySingle => (
            "Casa popolare: patrimonio massimo di chi vive solo",
            "Public housing: highest patrimony of who lives alone",
        ),
        P::PublicHousingPermitYears => (
            "Casa popolare: durata minima del permesso di soggiorno",
            "Public housing: shortest residence permit",
        ),
        P::PublicHousingResidenceYears => (
            "Casa popolare: anni di residenza in Lombardia",
            "Public housing: years of residence in Lombardy",
        ),
        P::StayTransitoryRentMonths => (
            "Durata massima di una locazione transitoria",
            "Longest transitory tenancy",
        ),
        P::StayTransitoryServiceMonths => (
            "Durata del servizio abitativo transitorio",
            "Stay in the transitory housing service",
        ),
        P::StockConfiscated => (
            "Alloggi confiscati dell’avviso",
            "Confiscated dwellings of the notice",
        ),
        P::StockMetropolitanArea => (
            "Alloggi dell’avviso nei comuni attorno a Milano",
            "Dwellings of the notice in the towns around Milan",
        ),
        P::StockMunicipal => (
            "Alloggi comunali dell’avviso in città",
            "Municipal dwellings of the notice in the city",
        ),
        P::CapServiceChargesShare => (
            "Quota delle spese accessorie che conta per l’importo massimo",
            "Share of service charges that counts towards the ceiling",
        ),
        P::CadastralAccessoryShare => (
            "Superficie catastale: cantine e soffitte che comunicano",
            "Cadastral surface: cellars and attics reached from the rooms",
        ),
        P::CadastralSeparateAccessoryShare => (
            "Superficie catastale: cantine e soffitte a parte",
            "Cadastral surface: cellars and attics apart",
        ),
        P::CadastralBalconyFirst => (
            "Superficie catastale: balconi, fin dove vale la prima quota",
            "Cadastral surface: balconies, how far the first share goes",
        ),
        P::CadastralBalconyShares => (
            "Superficie catastale: balconi e terrazze, prima quota e seconda",
            "Cadastral surface: balconies and terraces, first share and second",
        ),
        P::CadastralSeparateBalconyShares => (
            "Superficie catastale: balconi e terrazze a parte, prima quota e seconda",
            "Cadastral surface: balconies and terraces apart, first share and second",
        ),
        P::CadastralOpenAreaShares => (
            "Superficie catastale: area scoperta, prima quota e seconda",
            "Cadastral surface: open ground, first share and second",
        ),
        P::CadastralLeastHeight => (
            "Superficie catastale: altezza da cui un locale conta",
            "Cadastral surface: height from which a space counts",
        ),
        P::ConventionalSizes => (
            "Superficie convenzionale: dove cambia il coefficiente",
            "Conventional surface: where the coefficient changes",
        ),
        P::ConventionalSizeCoefficients => (
            "Superficie convenzionale: coefficienti per alloggi piccoli, medi e grandi",
            "Conventional surface: coefficients of small, middle and large dwellings",
        ),
        P::ConventionalPoorStateCoefficient => (
            "Superficie convenzionale: coefficiente di un alloggio piccolo e scadente",
            "Conventional surface: coefficient of a small dwelling in poor state",
        ),
        P::ConventionalGarageShare => (
            "Superficie convenzionale: autorimessa singola",
            "Conventional surface: garage of its own",
        ),
        P::ConventionalParkingShare => (
            "Superficie convenzionale: posto auto comune",
            "Conventional surface: shared parking",
        ),
        P::ConventionalAccessoryShare => (
            "Superficie convenzionale: balconi, terrazze e cantine",
            "Conventional surface: balconies, terraces and cellars",
        ),
        P::ConventionalOpenAreaShare => (
            "Superficie convenzionale: area scoperta esclusiva",
            "Conventional surface: open ground of its own",
        ),
        P::ConventionalGreenShare => (
            "Superficie convenzionale: verde condominiale",
            "Conventional surface: green of the building",
        ),
        P::ConventionalLowHeight => (
            "Superficie convenzionale: altezza sotto cui un vano è basso",
            "Conventional surface: height below which a room is low",
        ),
        P::ConventionalLowShare => (
            "Superficie convenzionale: quanto conta un vano basso",
            "Conventional surface: how much a low room counts",
        ),
        P::SalvaCasaOneRoom => (
            "Alloggio di una stanza con le regole «salva casa», per una e due persone",
            "Dwelling of one room by the easier rules of 2024, for one and two people",
        ),
        P::SustainableShare => (
            "Quota del reddito che un affitto può prendere",
            "Share of income that a rent may take",
        ),
    };
    pick(language, italian, english)
}

/// A value with its unit: "75,00 € al m² l’anno", "30%", "20 giorni lavorativi", "1: 28 m², 2: 38 m²", "42 zone".
pub fn parameter_value(value: &ParameterValue, unit: Unit, language: Language) -> String {
    match value {
        ParameterValue::Money(amount) if unit == Unit::EuroPerAreaYear => {
            money_per_area_year(*amount, language)
        }
        ParameterValue::Money(amount) => money(*amount, language),
        ParameterValue::Number(number) => counted(*number, unit, language),
        ParameterValue::Table(table) => {
            let mut text = String::new();
            for (index, number) in table.iter().enumerate() {
                if index > 0 {
                    text.push_str(", ");
                }
                text.push_str(&(index + 1).to_string());
                text.push_str(": ");
                text.push_str(&counted(*number, unit, language));
            }
            text
        }
        ParameterValue::SurfaceKind(kind) => surface_kind(*kind, language).to_owned(),
        ParameterValue::Zones(zones) => {
            let n_zones = whole(zones.len() as u64, language);
            say!(language, "{n_zones} zone", "{n_zones} zones")
        }
    }
}

/// A value that somebody sets or supposes, with its unit; a zone by its code and its rent.
pub fn new_value(value: &NewValue, unit: Unit, language: Language) -> String {
    let plain = match value {
        NewValue::Money(amount) => ParameterValue::Money(*amount),
        NewValue::Number(number) => ParameterValue::Number(*number),
        NewValue::Table(table) => ParameterValue::Table(table.clone().into()),
        NewValue::SurfaceKind(kind) => ParameterValue::SurfaceKind(*kind),
        NewValue::ZoneRent { zone, rent } => {
            let rent = money_per_area_year(*rent, language);
            return say!(language, "zona {zone}: {rent}", "zone {zone}: {rent}");
        }
    };
    parameter_value(&plain, unit, language)
}

/// A whole number with its unit.
fn counted(number: u32, unit: Unit, language: Language) -> String {
    if unit == Unit::Share {
        return percent(number, language);
    }
    if unit == Unit::Hundredths {
        return crate::number::decimal(u64::from(number), 2, language);
    }
    let written = whole(u64::from(number), language);
    let word = unit_word(unit, number == 1, language);
    match word {
        "" => written,
        word => format!("{written} {word}"),
    }
}

/// The word after a number; empty where the number stands alone.
const fn unit_word(unit: Unit, one: bool, language: Language) -> &'static str {
    let (italian, english) = match (unit, one) {
        (Unit::Area, _) => ("m²", "m²"),
        (Unit::Years, true) => ("anno", "year"),
        (Unit::Years, false) => ("anni", "years"),
        (Unit::Months, true) => ("mese", "month"),
        (Unit::Months, false) => ("mesi", "months"),
        (Unit::Days, true) => ("giorno", "day"),
        (Unit::Days, false) => ("giorni", "days"),
        (Unit::WorkingDays, true) => ("giorno lavorativo", "working day"),
        (Unit::WorkingDays, false) => ("giorni lavorativi", "working days"),
        (Unit::Kilometres, _) => ("km", "km"),
        (Unit::Centimetres, _) => ("cm", "cm"),
        (Unit::Dwellings, true) => ("alloggio", "dwelling"),
        (Unit::Dwellings, false) => ("alloggi", "dwellings"),
        (Unit::Persons, true) => ("persona", "person"),
        (Unit::Persons, false) => ("persone", "people"),
        (Unit::Euro, _) => ("€", "€"),
        (Unit::EuroPerAreaYear, _) => ("€ al m² l’anno", "€ per m² a year"),
        (Unit::Share, _) => ("%", "%"),
        (Unit::Hundredths | Unit::SurfaceKind, _) => ("", ""),
    };
    pick(language, italian, english)
}

/// In what a parameter is counted, to stand beside a field; empty where a number stands alone.
pub const fn unit(unit: Unit, language: Language) -> &'static str {
    unit_word(unit, false, language)
}

#[cfg(test)]
mod tests;
