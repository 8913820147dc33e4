// SPDX-License-Identifier: AGPL-3.0-or-later
//! The diary in words.
use crate::{
    Language, day,
    line::{beginning, line},
    pick,
    review::resolved,
    say,
};
use soglia_domain::diary_entry::{Circle, EntryTopic, Refusal, Verb};

/// How many characters of an entry stand in a line.
const IN_A_LINE: usize = 80;

/// What people call such a record.
pub(crate) const fn name(language: Language) -> &'static str {
    pick(language, "Diario", "Diary")
}

/// What an entry is about.
pub const fn entry_topic(topic: EntryTopic, language: Language) -> &'static str {
    match topic {
        EntryTopic::Meeting => pick(language, "Colloquio o visita", "Meeting or visit"),
        EntryTopic::Call => pick(language, "Telefonata o messaggio", "Call or message"),
        EntryTopic::Agreement => pick(language, "Accordo con il nucleo", "Agreement with the household"),
        EntryTopic::Note => pick(language, "Nota", "Note"),
    }
}

/// Who reads an entry.
pub const fn circle(circle: Circle, language: Language) -> &'static str {
    match circle {
        Circle::Department => pick(language, "Solo il mio servizio", "Only my department"),
        Circle::Team => pick(language, "I due assessorati", "The two departments"),
        Circle::Partners => pick(language, "Anche il partner", "The partner too"),
    }
}

/// What a person did, in one line.
pub(crate) fn verb(verb: &Verb, language: Language) -> String {
    match verb {
        Verb::Say(fact) => match *fact {},
        Verb::SayOf { fact, .. } => match *fact {},
        Verb::Resolve(choosing) => resolved(choosing, field_name, language),
        Verb::Write {
            day: about,
            topic,
            text,
            ..
        } => {
            let (about, topic) = (day(*about, language), entry_topic(*topic, language));
            let what = say!(language, "Diario, {about}. {topic}", "Diary, {about}. {topic}");
            line(&what, &beginning(text, IN_A_LINE))
        }
        Verb::Correct { text, .. } => line(
            pick(language, "Correzione nel diario", "Correction in the diary"),
            &beginning(text, IN_A_LINE),
        ),
    }
}

/// What people call a field; none for what only a newer version knows.
pub(crate) fn field_name(path: &str, language: Language) -> Option<&'static str> {
    match path {
        "created" => Some(pick(language, "Voce di diario", "Entry in the diary")),
        _ => None,
    }
}

/// The sentences a person reads.
pub(crate) fn refusal(refusal: &Refusal, language: Language) -> String {
    let fixed = match refusal {
        Refusal::Unknown => pick(
            language,
            "Questa voce di diario non c’è, o non è visibile con questo accesso. Il diario aggiornato è nella scheda del nucleo.",
            "This entry does not exist, or cannot be seen with this sign-in. The up-to-date diary stands on the household’s page.",
        ),
        Refusal::Empty => pick(
            language,
            "La voce di diario è vuota: basta una frase su ciò che è successo.",
            "The entry is empty: one sentence on what happened is enough.",
        ),
        Refusal::OfAnotherCase => pick(
            language,
            "La voce da correggere è nel diario di un altro nucleo: la correzione va scritta lì.",
            "The entry to correct stands in the diary of another household: the correction belongs there.",
        ),
        Refusal::CorrectionNarrower => pick(
            language,
            "Questa voce la legge solo il servizio che l’ha scritta, e lì va corretta. Qui si può scrivere una voce nuova.",
            "Only the department that wrote this entry reads it, and corrects it. A new entry can be written here.",
        ),
        Refusal::CircleNotYours => {
            let wide = circle(Circle::Partners, language);
            return say!(
                language,
                "Quello che scrive un soggetto partner lo legge chi segue il nucleo: va scelto «{wide}».",
                "What a partner writes is read by all who follow the household: please choose “{wide}”."
            );
        }
    };
    fixed.to_owned()
}
