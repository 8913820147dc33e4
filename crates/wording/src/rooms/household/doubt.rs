// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is strange about an answer, in a sentence that says what to look at.
use crate::{Language, pick};
use soglia_domain::household::doubts::Doubt;

/// The sentence at the field.
pub const fn doubt(doubt: Doubt, language: Language) -> &'static str {
    match doubt {
        Doubt::HeadUnderAge => pick(
            language,
            "Il referente è minorenne: la data è giusta?",
            "The head of household is under age: is the date right?",
        ),
        Doubt::TwoHeads => pick(
            language,
            "Il referente è già il primo componente: chi risponde per il nucleo?",
            "The first member is the head of household already: who answers for the household?",
        ),
        Doubt::VeryOld => pick(
            language,
            "Ha più di 105 anni: l’anno è giusto?",
            "Older than 105 years: is the year right?",
        ),
        Doubt::NamedTwice => pick(
            language,
            "Un altro componente ha lo stesso nome e la stessa data di nascita: è la stessa persona?",
            "Another member has the same name and date of birth: is it the same person?",
        ),
        Doubt::ChildTooOld => pick(
            language,
            "Fra referente e figlio ci sono meno di 12 anni: le date sono giuste?",
            "Less than 12 years between head of household and child: are the dates right?",
        ),
        Doubt::WorksTooYoung => pick(
            language,
            "Lavora e ha meno di 15 anni: è giusto?",
            "Works and is younger than 15: is that right?",
        ),
        Doubt::IseeZero => pick(
            language,
            "ISEE pari a zero, ma c’è un reddito: il valore è giusto?",
            "An ISEE of zero, but there is an income: is the value right?",
        ),
        Doubt::IseePastYear => pick(
            language,
            "La DSU è di un altro anno: l’attestazione è forse scaduta.",
            "The declaration is of another year: the attestation may have expired.",
        ),
        Doubt::ProtocolOfOtherYear => pick(
            language,
            "Il protocollo è di un altro anno rispetto alla DSU.",
            "The protocol is of another year than the declaration.",
        ),
        Doubt::NoIncome => pick(
            language,
            "Nessun reddito: di che cosa vive il nucleo?",
            "No income: what does the household live on?",
        ),
        Doubt::EvictionPast => pick(
            language,
            "Lo sfratto è già passato: dove vive ora il nucleo?",
            "The eviction is over: where does the household live now?",
        ),
    }
}
