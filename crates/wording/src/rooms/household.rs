// SPDX-License-Identifier: AGPL-3.0-or-later
//! Households and their members in words.
mod doubt;
mod names;
mod refusal;

pub use doubt::doubt;
pub use names::{citizenship, housing_situation, isee_kind, relation, sender};
pub(crate) use refusal::refusal;

use crate::{
    Language, line::line, money, number::decimal, pick, response, review::resolved, urgency, words::words,
};
use names::isee_line;
use soglia_domain::household::{
    ChosenResponse, HouseholdAnswer, HouseholdQuestion, Isee, MemberAnswer, MemberQuestion, Verb,
};

/// What people call such a record.
pub(crate) const fn name(language: Language) -> &'static str {
    pick(language, "Nucleo", "Household")
}

/// What a person did, in one line.
pub(crate) fn verb(verb: &Verb, language: Language) -> String {
    let fixed = match verb {
        Verb::Say(fact) => {
            return line(
                household_question(fact.question(), language),
                &household_answer(fact, language),
            );
        }
        Verb::SayOf { fact, .. } => {
            return line(
                member_question(fact.question(), language),
                &member_answer(fact, language),
            );
        }
        Verb::Resolve(choosing) => return resolved(choosing, field_name, language),
        Verb::Open { label } => {
            return line(
                pick(language, "Nucleo preso in carico", "Household taken in"),
                label,
            );
        }
        Verb::AddMember { .. } => pick(language, "Componente aggiunto", "Member added"),
        Verb::RemoveMember { .. } => pick(language, "Componente tolto", "Member taken out"),
        Verb::AddPage { page } => {
            return line(
                pick(
                    language,
                    "Foto dell’attestazione ISEE",
                    "Photo of the ISEE attestation",
                ),
                page.caption.trim(),
            );
        }
        Verb::RemovePage { .. } => pick(
            language,
            "Foto dell’attestazione ISEE tolta",
            "Photo of the ISEE attestation taken out",
        ),
        Verb::Join { .. } => pick(
            language,
            "Fascicolo unito a un altro dello stesso nucleo",
            "Case joined to another one of the same household",
        ),
        Verb::Separate {} => pick(language, "Fascicolo di nuovo separato", "Case separated again"),
        Verb::TellApart { .. } => pick(
            language,
            "Controllato: sono due nuclei diversi",
            "Checked: these are two households",
        ),
    };
    fixed.to_owned()
}

/// What people call a field; none for what only a newer version knows.
pub(crate) fn field_name(path: &str, language: Language) -> Option<&'static str> {
    if let Some(question) = HouseholdQuestion::of_key(path) {
        return Some(household_question(question, language));
    }
    match path.split_once('/') {
        // "members/7" is who lives there, "members/7/birth_date" what is known of them.
        Some(("members", rest)) => match rest.split_once('/') {
            None => Some(pick(language, "Un componente", "A member")),
            Some((_, key)) => MemberQuestion::of_key(key).map(|question| member_question(question, language)),
        },
        Some(("open", _)) => Some(pick(language, "Proposta di alloggio aperta", "Open offer")),
        Some(("referrals", _)) => Some(pick(language, "Invio a un partner", "Referral to a partner")),
        Some(("attestation", _)) => Some(pick(
            language,
            "Foto dell’attestazione ISEE",
            "Photo of the ISEE attestation",
        )),
        Some(("distinct", _)) => Some(pick(
            language,
            "Nuclei simili ma diversi",
            "Households alike but apart",
        )),
        None if path == "created" => Some(pick(language, "Presa in carico", "Taking in")),
        None if path == "state" => Some(pick(language, "Stato del fascicolo", "State of the case")),
        Some(_) | None => None,
    }
}

words! {
    HouseholdQuestion HouseholdAnswer {
        /// A question about a household.
        label household_question;
        /// How to answer a question about a household, where its label is not enough.
        help household_help;
        /// An answer about a household.
        answer household_answer;
    }
    Label => "Nome del nucleo", "Name of the household",
        "Per esempio: Famiglia Ionescu", "For example: Ionescu family";
    SentBy => "Chi manda il nucleo", "Who sends the household",
        reads |by, language| sender(*by, language).to_owned();
    Phone => "Telefono", "Phone", "Anche più di un numero, e di chi chiedere", "More than one number is fine; say whom to ask for";
    Language => "Lingua dell’interprete", "Language of the interpreter",
        "Solo se serve un interprete", "Only where an interpreter is needed";
    Housing => "Situazione abitativa", "Housing situation",
        "Per categorie ETHOS: la più vicina al vero", "By ETHOS categories: the nearest one",
        reads |now, language| housing_situation(*now, language).to_owned();
    EvictionDate => "Data dello sfratto", "Day of the eviction";
    PresentHome => "Dove vive ora", "Where the household lives now",
        "Dove vive oggi il nucleo, in parole", "Where the household lives today, in words";
    Urgency => "Urgenza", "Urgency", reads |how_soon, language| urgency(*how_soon, language).to_owned();
    UrgencyReason => "Motivo dell’urgenza", "Reason for the urgency";
    WantedAreas => "Dove cerca casa", "Where it looks for a home", "Quartieri o Municipi", "Districts or Municipi";
    Near => "Scuola e lavoro", "School and work",
        "I posti da raggiungere ogni giorno", "The places to reach every day";
    StepFree => "Serve un accesso senza scale", "Step-free access needed";
    Pets => "Animali in casa", "Animals in the home";
    Zone => "Zona in cui cerca casa", "Zone of the home looked for",
        "Serve a confrontare il mercato. Senza una zona vale il confronto con tutte.",
        "For comparing with the market. Without a zone the comparison takes all of them.",
        reads |zone, _| zone.clone();
    Isee => "ISEE", "ISEE",
        "Come sta scritto nell’attestazione, per esempio 8.450,00",
        "As the attestation says, for example 8.450,00",
        reads isee;
    SapPatrimony => "Patrimonio per la casa popolare", "Patrimony for public housing",
        "Patrimonio mobiliare e immobiliare, dall’attestazione",
        "Movable and immovable patrimony, from the attestation";
    EquivalenceScale => "Scala di equivalenza attestata", "Attested equivalence scale",
        "Solo se l’attestazione ne riporta una diversa, per esempio 2,46",
        "Only where the attestation states another one, for example 2,46",
        reads |scale, language| decimal(u64::from(*scale), 2, language);
    NetMonthlyIncome => "Reddito netto mensile", "Net monthly income",
        "Quello che entra in casa ogni mese, al netto", "What comes in every month, net";
    Citizenship => "Cittadinanza o titolo di soggiorno", "Citizenship or residence title",
        reads |title, language| citizenship(*title, language).to_owned();
    RegularWork => "Lavoro regolare", "Regular work";
    ResidesInRegion => "Residenza in Lombardia", "Residence in Lombardy";
    WorksInRegion => "Lavoro in Lombardia", "Work in Lombardy";
    OwnsAdequateHome => "Casa adeguata di proprietà", "Adequate home owned";
    RevokedAssignmentLast5Years => "Decadenza da una casa popolare negli ultimi 5 anni",
        "Public dwelling revoked in the last 5 years";
    IllegalOccupationLast5Years => "Occupazione senza titolo negli ultimi 5 anni",
        "Occupation without title in the last 5 years";
    FollowedBySocialServices => "In carico ai Servizi sociali", "Followed by social services";
    ManagesPrimaryNeeds => "Autonomia nei bisogni primari", "Manages primary needs";
    TemporaryDifficulty => "Difficoltà economica e sociale temporanea",
        "Temporary social and economic difficulty";
    NeedsAccompaniment => "Bisogno di accompagnamento", "Needs accompaniment";
    Response => "Risposta scelta", "Response chosen", reads chosen_response;
}

/// The questions about a member.
mod member {
    use super::*;

    words! {
        MemberQuestion MemberAnswer {
            /// A question about a member.
            label member_question;
            /// How to answer a question about a member, where its label is not enough.
            help member_help;
            /// An answer about a member.
            answer member_answer;
        }
        GivenName => "Nome", "Given name";
        FamilyName => "Cognome", "Family name";
        BirthDate => "Data di nascita", "Date of birth",
            "Per esempio 22 11 1984, o 22111984 nel giorno", "For example 22 11 1984, or 22111984 as the day";
        TaxCode => "Codice fiscale", "Tax code",
            "16 caratteri, oppure 11 cifre se provvisorio", "16 characters, or 11 digits when provisional",
            reads |code, _| code.as_str().to_owned();
        Relation => "Rapporto con il referente", "Relation to the head of household",
            reads |kind, language| relation(*kind, language).to_owned();
        Disability => "Disabilità riconosciuta", "Recognised disability";
        Works => "Lavora ora", "Works now";
    }
}

pub use member::{member_answer, member_help, member_question};

fn isee(isee: &Isee, language: Language) -> String {
    let line = isee_line(isee.kind, &money(isee.value, language), isee.dsu_date, language);
    match &isee.protocol {
        Some(protocol) => format!("{line}, {protocol}"),
        None => line,
    }
}

fn chosen_response(chosen: &ChosenResponse, language: Language) -> String {
    let (model, reason) = (response(chosen.model, language), &chosen.reason);
    if reason.is_empty() {
        model.to_owned()
    } else {
        format!("{model} ({reason})")
    }
}
