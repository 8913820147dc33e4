// SPDX-License-Identifier: AGPL-3.0-or-later
//! A letter about a refusal, in the words that the household reads: what was decided, why, and what it can do about it.
//! Whoever prints it puts address, date and signature around.
use crate::{Language, day, finding, parameter_value, pick, requirement, say, source, verdict_title};
use soglia_domain::{
    case::{Ground, Letter, Remedies},
    rulebook::Parameter,
};

/// The words of a letter, paragraph by paragraph.
pub struct LetterWords {
    /// What it is about.
    pub title: &'static str,
    /// What was decided, and when.
    pub opening: String,
    /// What stands before the conditions; none where the refusal rests on none.
    pub grounds_title: Option<&'static str>,
    /// Each condition that is not met: what was found, and where it is written.
    pub grounds: Vec<[String; 2]>,
    /// Why, as the office wrote it.
    pub reason: String,
    /// What the household can do, and by when.
    pub remedies: Vec<String>,
}

/// Writes a letter.
pub fn letter(letter: &Letter, language: Language) -> LetterWords {
    let (decided, reason) = (day(letter.day, language), &letter.reason);
    let opening = if letter.after_appeal {
        say!(
            language,
            "Il Comune ha riesaminato la domanda. Il {decided} ha confermato che non può accoglierla.",
            "The City has looked at the request again. On {decided} it confirmed that it cannot grant it."
        )
    } else {
        say!(
            language,
            "Il Comune ha esaminato la domanda. Il {decided} ha deciso che non può accoglierla.",
            "The City has looked at the request. On {decided} it decided that it cannot grant it."
        )
    };
    LetterWords {
        title: if letter.after_appeal {
            pick(language, "Riesame non accolto", "Appeal rejected")
        } else {
            pick(language, "Domanda non accolta", "Request not granted")
        },
        opening,
        grounds_title: (!letter.grounds.is_empty()).then(|| {
            pick(
                language,
                "La decisione si basa su questo:",
                "The decision rests on this:",
            )
        }),
        grounds: letter
            .grounds
            .iter()
            .map(|ground| ground_words(ground, language))
            .collect(),
        reason: say!(language, "Motivo: {reason}", "Reason: {reason}"),
        remedies: remedies(&letter.remedies, language),
    }
}

/// What was found, and where the condition is written.
fn ground_words(ground: &Ground, language: Language) -> [String; 2] {
    let found = match &ground.finding {
        Some(found) => finding(found, language),
        // The facts say something else by now: the letter names what was missing then, and nothing that it did not rest on.
        None => {
            let missing = requirement(ground.requirement, language);
            say!(
                language,
                "Il giorno della decisione mancava: {missing}.",
                "Missing on the day of the decision: {missing}."
            )
        }
    };
    let category = verdict_title(ground.category, language);
    let written = match &ground.source {
        Some(parameter) => {
            let written = source(parameter, language);
            say!(language, "{category}. {written}", "{category}. {written}")
        }
        None => say!(
            language,
            "{category}. Avviso di coprogettazione del Comune di Milano, 10 marzo 2026.",
            "{category}. Co-design notice of the City of Milan, 10 March 2026."
        ),
    };
    [found, written]
}

/// "30 giorni".
fn term(parameter: &Parameter, language: Language) -> String {
    parameter_value(&parameter.value, parameter.unit, language)
}

fn remedies(remedies: &Remedies, language: Language) -> Vec<String> {
    let (court, court_source) = (term(&remedies.court, language), &remedies.court.source);
    let in_court = say!(
        language,
        "Chi non è d’accordo può rivolgersi al tribunale amministrativo regionale (TAR) entro {court} da quando riceve questa lettera. ({court_source})",
        "Who disagrees can go to the regional administrative court (TAR) within {court} of receiving this letter. ({court_source})"
    );
    let Some(last) = remedies.appeal_by else {
        return vec![in_court];
    };
    let last = day(last, language);
    let (answer, appeal_source) = (term(&remedies.answer, language), &remedies.appeal.source);
    vec![
        say!(
            language,
            "Chi non è d’accordo può chiedere un riesame entro il {last}. ({appeal_source})",
            "Who disagrees can ask to have it looked at again by {last}. ({appeal_source})"
        ),
        pick(
            language,
            "La richiesta si consegna per iscritto all’ufficio che firma questa lettera. Aiuta spiegare il perché e portare i documenti.",
            "The request is handed in writing to the office that signs this letter. It helps to say why, and to bring papers.",
        )
        .to_owned(),
        say!(
            language,
            "Il Comune risponde entro {answer} dalla richiesta.",
            "The City answers within {answer} of the request."
        ),
        in_court,
    ]
}
