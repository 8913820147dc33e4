// SPDX-License-Identifier: AGPL-3.0-or-later
//! Commitments in words.
use crate::{Language, day, line::line, money, pick, review::resolved, say};
use soglia_domain::{
    commitment::{CommitmentState, Refusal, Verb},
    money::Money,
};

/// What people call such a record.
pub(crate) const fn name(language: Language) -> &'static str {
    pick(language, "Impegno", "Commitment")
}

/// Whether a commitment counts.
pub const fn commitment_state(state: &CommitmentState, language: Language) -> &'static str {
    match state {
        CommitmentState::Committed => pick(language, "Impegnato", "Committed"),
        CommitmentState::Released { .. } => pick(language, "Liberato", "Released"),
    }
}

/// What a person did, in one line.
pub(crate) fn verb(verb: &Verb, language: Language) -> String {
    match verb {
        Verb::Say(fact) => match *fact {},
        Verb::SayOf { fact, .. } => match *fact {},
        Verb::Resolve(choosing) => resolved(choosing, field_name, language),
        Verb::Commit { amount, purpose, .. } => {
            let amount = money(*amount, language);
            let what = say!(language, "Impegno di {amount}", "Commitment of {amount}");
            line(&what, purpose)
        }
        Verb::Release { reason } => line(pick(language, "Impegno liberato", "Commitment released"), reason),
    }
}

/// What people call a field; none for what only a newer version knows.
pub(crate) fn field_name(path: &str, language: Language) -> Option<&'static str> {
    match path {
        "created" => Some(pick(language, "Impegno", "Commitment")),
        "state" => Some(pick(language, "Stato dell’impegno", "State of the commitment")),
        _ => None,
    }
}

/// The sentences a person reads.
pub(crate) fn refusal(refusal: &Refusal, language: Language) -> String {
    let fixed = match refusal {
        Refusal::Unknown => pick(
            language,
            "Questo impegno non c’è, o non è visibile con questo accesso. Si può cercare di nuovo nella scheda della fonte.",
            "This commitment does not exist, or cannot be seen with this sign-in. It can be looked for again on the page of its source.",
        ),
        Refusal::BeyondSource { left } => return beyond_source(*left, language),
        Refusal::Nothing => pick(
            language,
            "L’importo dell’impegno è zero o meno: va scritto un importo sopra lo zero.",
            "The amount of the commitment is zero or less: an amount above zero is needed.",
        ),
        Refusal::PastDeadline { last } => {
            let last = day(*last, language);
            return say!(
                language,
                "Questa fonte si poteva impegnare fino al {last}. Si può scegliere un’altra fonte, o aggiornare la data se un atto la sposta.",
                "This source could be committed until {last}. Another source can be chosen, or the date updated where an act moves it."
            );
        }
        Refusal::Released => pick(
            language,
            "Questo impegno è già stato liberato: non serve altro.",
            "This commitment was released before: nothing more is needed.",
        ),
    };
    fixed.to_owned()
}

fn beyond_source(left: Money, language: Language) -> String {
    if left == Money::ZERO {
        return pick(
            language,
            "La fonte è già tutta impegnata. Si può scegliere un’altra fonte, o liberare prima un impegno.",
            "The source is committed to the last cent. Another source can be chosen, or a commitment released first.",
        )
        .to_owned();
    }
    let left = money(left, language);
    say!(
        language,
        "Alla fonte restano {left}: l’impegno non può superarli. Si può ridurre l’importo o scegliere un’altra fonte.",
        "{left} of the source are left: the commitment cannot pass that. The amount can be lowered, or another source chosen."
    )
}
