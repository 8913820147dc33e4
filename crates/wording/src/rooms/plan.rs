// SPDX-License-Identifier: AGPL-3.0-or-later
//! Support plans in words.
mod names;
mod refusal;

pub use names::{end_reason, follow_up_time, goal_outcome, plan_state};
pub(crate) use refusal::refusal;

use crate::{
    Language, day,
    line::{beginning, line},
    pick,
    review::resolved,
    say,
    words::words,
};
use soglia_domain::plan::{GoalAnswer, GoalQuestion, PlanAnswer, PlanQuestion, Verb};

/// How many characters of a text stand in a line.
const IN_A_LINE: usize = 80;

/// What people call such a record.
pub(crate) const fn name(language: Language) -> &'static str {
    pick(language, "Piano individuale (PAI)", "Support plan")
}

/// What a person did, in one line.
pub(crate) fn verb(verb: &Verb, language: Language) -> String {
    let fixed = match verb {
        Verb::Say(fact) => {
            return line(
                plan_question(fact.question(), language),
                &plan_answer(fact, language),
            );
        }
        Verb::SayOf { fact, .. } => {
            return line(
                goal_question(fact.question(), language),
                &goal_answer(fact, language),
            );
        }
        Verb::Resolve(choosing) => return resolved(choosing, field_name, language),
        Verb::Begin { day: first, .. } => {
            return line(
                pick(language, "Piano individuale cominciato", "Support plan begun"),
                &day(*first, language),
            );
        }
        Verb::AddGoal { domain, text, .. } => {
            let domain = crate::need_domain(*domain, language);
            let what = say!(language, "Nuovo obiettivo, {domain}", "New goal, {domain}");
            return line(&what, &beginning(text, IN_A_LINE));
        }
        Verb::DropGoal { .. } => pick(language, "Obiettivo tolto", "Goal taken out"),
        Verb::Review { day: held, words, .. } => {
            let held = day(*held, language);
            let what = say!(
                language,
                "Verifica del piano, {held}",
                "Review of the plan, {held}"
            );
            return line(&what, &beginning(words, IN_A_LINE));
        }
        Verb::Sign {
            day: signed, name, ..
        } => {
            let signed = day(*signed, language);
            let what = say!(language, "Piano firmato, {signed}", "Plan signed, {signed}");
            return line(&what, name);
        }
        Verb::Revise {} => pick(
            language,
            "Piano riaperto per cambiarlo",
            "Plan opened again to change it",
        ),
        Verb::End {
            day: last,
            reason,
            destination,
        } => {
            let (last, reason) = (day(*last, language), end_reason(*reason, language));
            let what = say!(
                language,
                "Piano concluso, {last}. {reason}",
                "Plan ended, {last}. {reason}"
            );
            return line(&what, destination);
        }
        Verb::FollowUp { after, words, .. } => {
            return line(follow_up_time(*after, language), &beginning(words, IN_A_LINE));
        }
    };
    fixed.to_owned()
}

/// What people call a field; none for what only a newer version knows.
pub(crate) fn field_name(path: &str, language: Language) -> Option<&'static str> {
    if let Some(question) = PlanQuestion::of_key(path) {
        return Some(plan_question(question, language));
    }
    match path.split_once('/') {
        // "goals/7" is that there is one, "goals/7/text" what it says.
        Some(("goals", rest)) => match rest.split_once('/') {
            None => Some(pick(language, "Un obiettivo", "One of the goals")),
            Some((_, key)) => GoalQuestion::of_key(key).map(|question| goal_question(question, language)),
        },
        Some(("reviews", _)) => Some(pick(language, "Verifica del piano", "Review of the plan")),
        Some(("signatures", _)) => Some(pick(language, "Firma del piano", "Signature of the plan")),
        Some(("follow_ups", _)) => Some(pick(
            language,
            "Contatto dopo la fine del piano",
            "Contact after the end of the plan",
        )),
        None if path == "created" => Some(pick(language, "Inizio del piano", "Beginning of the plan")),
        None if path == "state" => Some(pick(language, "Stato del piano", "State of the plan")),
        Some(_) | None => None,
    }
}

words! {
    PlanQuestion PlanAnswer {
        /// A question about a plan as a whole.
        label plan_question;
        /// How to answer a question about a plan, where its label is not enough.
        help plan_help;
        /// An answer about a plan.
        answer plan_answer;
    }
    Aim => "Obiettivo generale", "General aim",
        "Come sarà la vita del nucleo alla fine del piano, con parole sue",
        "What the household’s life is like at the end of the plan, in its own words";
    Strengths => "Risorse e punti di forza", "Strengths",
        "Su che cosa il nucleo può contare. Il partner non lo legge.",
        "What the household can build on. The partner does not read it.";
    Months => "Durata in mesi", "Duration in months", "Da 1 a 60", "From 1 to 60";
}

/// The questions about a goal.
mod goal {
    use super::*;

    words! {
        GoalQuestion GoalAnswer {
            /// A question about a goal.
            label goal_question;
            /// How to answer a question about a goal, where its label is not enough.
            help goal_help;
            /// An answer about a goal.
            answer goal_answer;
        }
        Domain => "Ambito", "Domain",
            reads |domain, language| crate::need_domain(*domain, language).to_owned();
        Text => "Obiettivo", "Goal",
            "Una cosa concreta, con parole che la famiglia userebbe",
            "One concrete thing, in words that the family would use";
        Measure => "Come si vede che è raggiunto", "How it shows that it is reached",
            "Un fatto che si può controllare", "A fact that can be checked";
        Actions => "Che cosa si fa", "What is done",
            "Passi, servizi e impegni, anche del nucleo", "Steps, services and commitments, also those of the household";
        Who => "Chi lo fa", "Who does it";
        Due => "Entro quando", "By when", "Per esempio 22 11 2026", "For example 22 11 2026";
        Consent => "La persona è d’accordo", "The person agrees",
            "Va chiesto prima della firma. Anche un no è una risposta.",
            "To be asked before the signature. A no is an answer too.";
        Outcome => "Esito", "Outcome",
            reads |outcome, language| goal_outcome(*outcome, language).to_owned();
    }
}

pub use goal::{goal_answer, goal_help, goal_question};
