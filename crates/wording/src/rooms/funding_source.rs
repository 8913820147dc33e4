// SPDX-License-Identifier: AGPL-3.0-or-later
//! Funding sources in words.
use crate::{Language, day, line::line, money, pick, review::resolved, say, words::words};
use soglia_domain::{
    calendar::Day,
    funding_source::{FundingAnswer, FundingQuestion, Refusal, SourceKind, SourceState, Verb},
    money::Money,
};

/// What people call such a record.
pub(crate) const fn name(language: Language) -> &'static str {
    pick(language, "Fonte di finanziamento", "Funding source")
}

/// Of which kind the money is.
pub const fn source_kind(kind: SourceKind, language: Language) -> &'static str {
    match kind {
        SourceKind::Grant => pick(language, "Fondo perduto", "Grant"),
        SourceKind::CoFunding => pick(language, "Cofinanziamento", "Co-funding"),
        SourceKind::Other => pick(language, "Altra fonte", "Another source"),
    }
}

/// Whether a source can be committed.
pub const fn source_state(state: &SourceState, language: Language) -> &'static str {
    match state {
        SourceState::Open => pick(language, "Aperta", "Open"),
        SourceState::Closed { .. } => pick(language, "Chiusa", "Closed"),
    }
}

/// What a person did, in one line.
pub(crate) fn verb(verb: &Verb, language: Language) -> String {
    match verb {
        Verb::Say(fact) => line(
            funding_question(fact.question(), language),
            &funding_answer(fact, language),
        ),
        Verb::SayOf { fact, .. } => match *fact {},
        Verb::Resolve(choosing) => resolved(choosing, field_name, language),
        Verb::Open {
            name: called,
            amount,
            committed_by,
            ..
        } => line(name(language), &opened(called, *amount, *committed_by, language)),
        Verb::Close { reason } => line(
            pick(language, "Fonte di finanziamento chiusa", "Funding source closed"),
            reason,
        ),
    }
}

fn opened(name: &str, amount: Money, committed_by: Option<Day>, language: Language) -> String {
    let amount = money(amount, language);
    match committed_by.map(|last| day(last, language)) {
        Some(last) => say!(
            language,
            "{name}, {amount}, da impegnare entro il {last}",
            "{name}, {amount}, to be committed by {last}"
        ),
        None => format!("{name}, {amount}"),
    }
}

/// What people call a field; none for what only a newer version knows.
pub(crate) fn field_name(path: &str, language: Language) -> Option<&'static str> {
    if let Some(question) = FundingQuestion::of_key(path) {
        return Some(funding_question(question, language));
    }
    match path {
        "created" => Some(pick(language, "Apertura della fonte", "Opening of the source")),
        "state" => Some(pick(language, "Stato della fonte", "State of the source")),
        _ => None,
    }
}

words! {
    FundingQuestion FundingAnswer {
        /// A question about a funding source.
        label funding_question;
        /// How to answer a question about a funding source, where its label is not enough.
        help funding_help;
        /// An answer about a funding source.
        answer funding_answer;
    }
    Name => "Nome della fonte", "Name of the source",
        "Come la chiamano i colleghi", "As colleagues call it";
    Amount => "Importo", "Amount",
        "Tutto ciò che c’è, anche la parte già impegnata. Per esempio 1.150,00",
        "All there is, with what is committed already. For example 1.150,00";
    CommittedBy => "Da impegnare entro", "To be committed by",
        "Quel giorno vale ancora, fino a mezzanotte a Roma",
        "That day still counts, until midnight in Rome";
    Act => "Atto che la assegna", "Act that assigns it",
        "Delibera, determina o convenzione, con numero e data",
        "Resolution, order or agreement, with number and date";
    Note => "Note", "Notes",
        "Ciò che serve sapere di questa fonte. Niente sulle persone.",
        "What is worth knowing about this source. Nothing about people.";
}

/// The sentences a person reads.
pub(crate) fn refusal(refusal: &Refusal, language: Language) -> String {
    let fixed = match refusal {
        Refusal::Unknown => pick(
            language,
            "Questa fonte di finanziamento non c’è, o non è visibile con questo accesso. Si può cercare di nuovo fra i fondi.",
            "This funding source does not exist, or cannot be seen with this sign-in. It can be looked for again among the funds.",
        ),
        Refusal::BelowCommitments { committed } => {
            let committed = money(*committed, language);
            return say!(
                language,
                "Di questa fonte sono già impegnati {committed}: l’importo non può scendere sotto. Si può prima liberare un impegno.",
                "{committed} of this source are committed already: the amount cannot fall below. A commitment can be released first."
            );
        }
        Refusal::Closed => pick(
            language,
            "Questa fonte di finanziamento è chiusa e non si impegna più. Si può scegliere un’altra fonte.",
            "This funding source is closed and takes no more commitments. Another source can be chosen.",
        ),
    };
    fixed.to_owned()
}
