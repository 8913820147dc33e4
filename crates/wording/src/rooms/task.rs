// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tasks in words.
use super::household;
use crate::{
    Language, day,
    line::{beginning, line},
    pick,
    review::resolved,
    role, say,
};
use soglia_domain::{
    assignee::Assignee,
    task::{Refusal, TaskFact, TaskKind, TaskStateKind, Verb},
};
use soglia_kernel::content::Fact as _;

#[cfg(test)]
mod tests;

/// How many characters of a task stand in a line.
const IN_A_LINE: usize = 80;

/// What people call such a record.
pub(crate) const fn name(language: Language) -> &'static str {
    pick(language, "Compito", "Task")
}

/// What sort of task.
pub const fn task_kind(kind: TaskKind, language: Language) -> &'static str {
    match kind {
        TaskKind::FindOut => pick(language, "Dato da trovare", "Fact to find out"),
        TaskKind::Assess => pick(language, "Valutazione del bisogno", "Assessment of the need"),
        TaskKind::CheckTitle => pick(
            language,
            "Verifica del titolo alla casa popolare",
            "Check of the title to public housing",
        ),
        TaskKind::Opinion => pick(language, "Parere", "Opinion"),
        TaskKind::Call => pick(language, "Telefonata", "Call"),
        TaskKind::Other => pick(language, "Altro", "Something else"),
    }
}

/// What became of a task.
pub const fn task_state(state: TaskStateKind, language: Language) -> &'static str {
    match state {
        TaskStateKind::Open => pick(language, "Da fare", "To do"),
        TaskStateKind::Done => pick(language, "Fatto", "Done"),
        TaskStateKind::Dropped => pick(language, "Non serve più", "Not needed any more"),
    }
}

/// For whom something is: "Ufficio casa", "Marta Riva (Assistente sociale)".
pub fn assignee(assignee: &Assignee, language: Language) -> String {
    match assignee {
        Assignee::Role(of) => role(*of, language).to_owned(),
        Assignee::Person(person) => format!("{} ({})", person.name, role(person.role, language)),
    }
}

/// What is said about a task.
pub(crate) fn task_fact(fact: &TaskFact, language: Language) -> String {
    match fact {
        TaskFact::Due(due) => day(*due, language),
        TaskFact::Assignee(to) => assignee(to, language),
    }
}

/// What a person did, in one line.
pub(crate) fn verb(verb: &Verb, language: Language) -> String {
    match verb {
        Verb::Say(fact) => {
            let what = field_name(fact.field(), language).unwrap_or(name(language));
            line(what, &task_fact(fact, language))
        }
        Verb::SayOf { fact, .. } => match *fact {},
        Verb::Resolve(choosing) => resolved(choosing, field_name, language),
        Verb::Ask {
            what,
            about,
            text,
            due,
            assignee: to,
            ..
        } => {
            let (to, due) = (assignee(to, language), day(*due, language));
            let about = about
                .as_deref()
                .and_then(|field| household::field_name(field, language));
            let kind = task_kind(*what, language);
            let kind = about.map_or_else(|| kind.to_owned(), |about| format!("{kind}, {about}"));
            let what = say!(
                language,
                "Compito per {to}, entro il {due}. {kind}",
                "Task for {to}, by {due}. {kind}"
            );
            line(&what, &beginning(text, IN_A_LINE))
        }
        Verb::Finish { answer } => line(
            pick(language, "Compito fatto", "Task done"),
            &beginning(answer.as_deref().unwrap_or_default(), IN_A_LINE),
        ),
        Verb::Drop { reason } => line(
            pick(language, "Compito che non serve più", "Task not needed any more"),
            reason,
        ),
        Verb::Reopen {} => pick(language, "Compito riaperto", "Task reopened").to_owned(),
        Verb::Postpone { due, reason } => {
            let due = day(*due, language);
            let what = say!(language, "Compito spostato al {due}", "Task moved to {due}");
            line(&what, reason)
        }
    }
}

/// What people call a field; none for what only a newer version knows.
pub(crate) fn field_name(path: &str, language: Language) -> Option<&'static str> {
    match path {
        "created" => Some(pick(language, "Richiesta del compito", "Asking for the task")),
        "state" => Some(pick(language, "Stato del compito", "State of the task")),
        "due" => Some(pick(language, "Entro quando", "By when")),
        "assignee" => Some(pick(language, "A chi tocca", "For whom")),
        _ => None,
    }
}

/// The sentences a person reads.
pub(crate) fn refusal(refusal: &Refusal, language: Language) -> String {
    let fixed = match refusal {
        Refusal::Unknown => pick(
            language,
            "Questo compito non c’è, o non è visibile con questo accesso. I compiti aggiornati sono nella scheda del nucleo.",
            "This task does not exist, or cannot be seen with this sign-in. The up-to-date tasks stand on the household’s page.",
        ),
        Refusal::Empty => pick(
            language,
            "Il compito è vuoto: basta una frase su che cosa va fatto.",
            "The task is empty: one sentence on what is to be done is enough.",
        ),
        Refusal::NoQuestion => pick(
            language,
            "Il dato da trovare va scelto fra quelli della scheda del nucleo. Per gli altri compiti si lascia vuoto.",
            "What is to be found out is chosen among the questions of the household. For other tasks it stays empty.",
        ),
        Refusal::DuePast => pick(
            language,
            "Il giorno entro cui farlo è già passato: va scelto un giorno da oggi in poi.",
            "The day by which it is due is over: a day from today on is needed.",
        ),
        Refusal::DueTooFar { last } => {
            let last = day(*last, language);
            return say!(
                language,
                "Il giorno è troppo lontano per un compito: va ricontrollato l’anno. Si può scegliere un giorno fino al {last}.",
                "The day is too far ahead for a task: please check the year. Any day up to {last} will do."
            );
        }
        Refusal::AnswerMissing => pick(
            language,
            "Manca la risposta: un parere senza parole non aiuta chi l’ha chiesto. Basta una frase con l’esito.",
            "The answer is missing: an opinion without words does not help whoever asked. One sentence on the outcome is enough.",
        ),
        Refusal::Closed => pick(
            language,
            "Questo compito è già chiuso. Ciò che è scritto qui resta fra le bozze: si può riaprire il compito e aggiungerlo.",
            "This task is closed already. What is written here stays among the drafts: the task can be reopened and this added.",
        ),
        Refusal::StaysInside => pick(
            language,
            "Questo compito è nato fra gli uffici del Comune e non passa a un partner. Al partner si può chiedere con un compito nuovo.",
            "This task was asked among the City’s offices and is not handed to a partner. A new task can ask the partner.",
        ),
        Refusal::ForOthers => pick(
            language,
            "Questo compito tocca a qualcun altro, che può chiuderlo. Ciò che serve sapere si può scrivere nel diario.",
            "This task is for somebody else, who can close it. What is worth knowing can be written in the diary.",
        ),
    };
    fixed.to_owned()
}
