// SPDX-License-Identifier: AGPL-3.0-or-later
//! How a case went, for somebody who helps the household: where it stands, each step with its day, and what was decided with
//! its grounds and deadlines. What colleagues wrote for each other stays with them.
use crate::{
    Line, Paragraph, Section, SharedPage, When,
    page::{PAGES, tongue_of},
};
use soglia_domain::{
    calendar::Timestamp,
    case::{Case, CaseStage, Letter, Step, letter},
    household::Household,
    rulebook::Rulebook,
};
use soglia_wording::{self as wording, Language, day};

/// The view of a case. The letter about a refusal is made from the facts as they are in `household`.
pub fn case_summary(
    case: &Case,
    household: &Household,
    rulebook: &Rulebook,
    when: When,
    language: Language,
) -> SharedPage {
    let (title, purpose, course) = match language {
        Language::Italian => (
            "Riepilogo del caso",
            "Per chi assiste la famiglia, con il consenso della persona: un ricorso, un altro servizio",
            "Come è andata",
        ),
        Language::English => (
            "Summary of the case",
            "For who assists the family, with the consent of the person: an appeal, another service",
            "How it went",
        ),
    };
    let mut sections = vec![
        standing(case, household, language),
        Section {
            title: course.to_owned(),
            lines: steps(case).map(|step| step_line(step, language)).collect(),
            ..Section::default()
        },
    ];
    if let Some(letter) = letter(case, household, rulebook) {
        sections.push(decision(&letter, language));
    }
    sections.retain(|section| !section.is_empty());
    SharedPage {
        title: title.to_owned(),
        purpose: purpose.to_owned(),
        language: tongue_of(language),
        languages: PAGES.to_vec(),
        until: when.until,
        read_ms: when.read_ms(),
        standing: when.standing(language),
        sections,
        photos_title: String::new(),
        photos: Vec::new(),
        visit: None,
    }
}

/// The steps, the first one first, in whatever order they came in.
fn steps(case: &Case) -> impl Iterator<Item = &Step> {
    let mut steps: Vec<&Step> = case.steps.iter().collect();
    steps.sort_by_key(|step| step.number);
    steps.into_iter()
}

fn line(term: &str, value: String) -> Line {
    Line {
        term: term.to_owned(),
        value,
        written: false,
    }
}

/// Whose case it is, and where it stands.
fn standing(case: &Case, household: &Household, language: Language) -> Section {
    let (title, whose, stage, since) = match language {
        Language::Italian => ("Di chi è, e a che punto è", "Nucleo", "A che punto è", "Dal"),
        Language::English => ("Whose it is, and how far", "Household", "How far it is", "Since"),
    };
    let mut lines = vec![
        line(whose, household.label().to_owned()),
        line(stage, wording::case_stage(case.stage(), language).to_owned()),
    ];
    if let Some(last) = case.last() {
        lines.push(line(since, on(last.at, language)));
    }
    Section {
        title: title.to_owned(),
        lines,
        ..Section::default()
    }
}

fn on(at: Timestamp, language: Language) -> String {
    day(at.day(), language)
}

fn step_line(step: &Step, language: Language) -> Line {
    let due = step.due.map(|due| {
        let due = day(due, language);
        match (&step.stage, language) {
            (CaseStage::Refused { .. }, Language::Italian) => format!("riesame entro il {due}"),
            (CaseStage::Refused { .. }, Language::English) => format!("appeal by {due}"),
            (_, Language::Italian) => format!("entro il {due}"),
            (_, Language::English) => format!("by {due}"),
        }
    });
    let stage = wording::case_stage(step.stage.kind(), language).to_owned();
    let value = [Some(stage), due].into_iter().flatten().collect::<Vec<_>>();
    Line {
        term: on(step.at, language),
        value: value.join(", "),
        written: false,
    }
}

/// What was decided: the words of the letter itself.
fn decision(letter: &Letter, language: Language) -> Section {
    let words = wording::letter(letter, language);
    let plain = |text: String| Paragraph { text, written: false };
    let opening = plain(words.opening);
    let reason = Paragraph {
        text: words.reason,
        written: true,
    };
    let signed = plain(format!(
        "{}, {}",
        letter.by_name,
        wording::role(letter.role, language)
    ));
    let paragraphs = [opening, reason]
        .into_iter()
        .chain(words.remedies.into_iter().map(plain))
        .chain([signed]);
    Section {
        title: words.title.to_owned(),
        paragraphs: paragraphs.collect(),
        items: words.grounds.into_iter().map(|ground| ground.join(" ")).collect(),
        ..Section::default()
    }
}
