// SPDX-License-Identifier: AGPL-3.0-or-later
//! The questions, as labels of fields and as names of what is missing.
use crate::{Language, pick};
use soglia_domain::{
    dwelling::DwellingQuestion as D, household::HouseholdQuestion as H, household::MemberQuestion as M,
};

/// A question about a household.
pub const fn household_question(question: H, language: Language) -> &'static str {
    match question {
        H::Phone => pick(language, "Telefono", "Phone"),
        H::PresentHome => pick(language, "Dove vive ora", "Where the household lives now"),
        H::Isee => pick(language, "ISEE", "ISEE"),
        H::SapPatrimony => pick(
            language,
            "Patrimonio per la casa popolare",
            "Patrimony for public housing",
        ),
        H::EquivalenceScale => pick(
            language,
            "Scala di equivalenza attestata",
            "Attested equivalence scale",
        ),
        H::NetMonthlyIncome => pick(language, "Reddito netto mensile", "Net monthly income"),
        H::Citizenship => pick(
            language,
            "Cittadinanza o titolo di soggiorno",
            "Citizenship or residence title",
        ),
        H::RegularWork => pick(language, "Lavoro regolare", "Regular work"),
        H::ResidesInRegion => pick(language, "Residenza in Lombardia", "Residence in Lombardy"),
        H::WorksInRegion => pick(language, "Lavoro in Lombardia", "Work in Lombardy"),
        H::OwnsAdequateHome => pick(language, "Casa adeguata di proprietà", "Adequate home owned"),
        H::RevokedAssignmentLast5Years => pick(
            language,
            "Decadenza da una casa popolare negli ultimi 5 anni",
            "Public dwelling revoked in the last 5 years",
        ),
        H::IllegalOccupationLast5Years => pick(
            language,
            "Occupazione senza titolo negli ultimi 5 anni",
            "Occupation without title in the last 5 years",
        ),
        H::Zone => pick(language, "Zona in cui cerca casa", "Zone of the home looked for"),
        H::FollowedBySocialServices => pick(
            language,
            "In carico ai Servizi sociali",
            "Followed by social services",
        ),
        H::ManagesPrimaryNeeds => pick(language, "Autonomia nei bisogni primari", "Manages primary needs"),
        H::TemporaryDifficulty => pick(
            language,
            "Difficoltà economica e sociale temporanea",
            "Temporary social and economic difficulty",
        ),
        H::NeedsAccompaniment => pick(language, "Bisogno di accompagnamento", "Needs accompaniment"),
        H::Response => pick(language, "Risposta scelta", "Response chosen"),
    }
}

/// A question about a member.
pub const fn member_question(question: M, language: Language) -> &'static str {
    match question {
        M::GivenName => pick(language, "Nome", "Given name"),
        M::FamilyName => pick(language, "Cognome", "Family name"),
        M::BirthDate => pick(language, "Data di nascita", "Date of birth"),
        M::TaxCode => pick(language, "Codice fiscale", "Tax code"),
        M::Relation => pick(
            language,
            "Rapporto con il referente",
            "Relation to the head of household",
        ),
        M::Disability => pick(language, "Disabilità riconosciuta", "Recognised disability"),
        M::Works => pick(language, "Lavora ora", "Works now"),
    }
}

/// A question about a dwelling.
pub const fn dwelling_question(question: D, language: Language) -> &'static str {
    match question {
        D::Address => pick(language, "Indirizzo", "Address"),
        D::ListedKind => pick(language, "Tipo nell’elenco", "Kind in the list"),
        D::ListedSize => pick(language, "Consistenza nell’elenco", "Size in the list"),
        D::UsableArea => pick(language, "Superficie utile", "Usable surface"),
        D::CadastralArea => pick(language, "Superficie catastale", "Cadastral surface"),
        D::ConventionalArea => pick(language, "Superficie convenzionale", "Conventional surface"),
        D::MeasuredSpaces => pick(language, "Misure", "Measurements"),
        D::PoorState => pick(
            language,
            "Stato di conservazione scadente",
            "Poor state of repair",
        ),
        D::HabitableRooms => pick(language, "Stanze abitabili", "Habitable rooms"),
        D::Floor => pick(language, "Piano", "Floor"),
        D::Lift => pick(language, "Ascensore", "Lift"),
        D::StepFree => pick(language, "Accesso senza scalini", "Step-free access"),
        D::EnergyClass => pick(language, "Classe energetica", "Energy class"),
        D::CadastralKey => pick(language, "Dati catastali", "Cadastral key"),
        D::Municipio => pick(language, "Municipio", "Municipio"),
        D::Nil => pick(language, "Quartiere (NIL)", "Neighbourhood (NIL)"),
        D::Position => pick(language, "Posizione", "Position"),
        D::ListedUse => pick(language, "Uso nell’elenco", "Use in the list"),
        D::ListedContract => pick(language, "Contratto nell’elenco", "Contract in the list"),
        D::EntrustedTo => pick(language, "Affidato a", "Entrusted to"),
        D::Title => pick(language, "Titolo", "Title"),
        D::Source => pick(language, "Elenco di provenienza", "Source list"),
        D::Note => pick(language, "Note", "Notes"),
    }
}
