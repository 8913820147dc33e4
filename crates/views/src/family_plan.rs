// SPDX-License-Identifier: AGPL-3.0-or-later
//! A support plan for the family, in plain words of its language. What people wrote stays as they wrote it; everything around
//! it is in the language of the family.
use crate::{Line, Paragraph, Section, SharedPage, When, Word, Words};
use soglia_domain::{
    answer::Answer,
    calendar::{Day, RomeTime},
    plan::{Goal, GoalOutcome, Plan, PlanState},
    tongue::Tongue,
};

/// The view of a plan. `sign_by` is the last day on which it is signed in time.
pub fn family_plan(plan: &Plan, words: &Words, tongue: Tongue, sign_by: Day, when: When) -> SharedPage {
    let say = |word| words.say(word).to_owned();
    let said = |word, sentence| titled(say(word), vec![plain(sentence)]);
    let mut sections = vec![
        titled(String::new(), standing(plan, words, tongue, sign_by)),
        written(words, Word::Aim, &plan.facts.aim),
        written(words, Word::Strengths, &plan.facts.strengths),
        goals(plan, words),
    ];
    sections.extend((1..).zip(&plan.goals).map(|(n, goal)| goal_of(n, goal, words)));
    sections.push(said(Word::Next, next(plan, words)));
    let rights = [
        Word::RightToChoose,
        Word::RightToChange,
        Word::RightToDisagree,
        Word::RightToRead,
        Word::RightToUnderstand,
    ];
    sections.push(Section {
        title: say(Word::Rights),
        items: rights.map(say).to_vec(),
        ..Section::default()
    });
    sections.push(said(Word::Ask, words.with(Word::WrittenBy, &plan.by_name)));
    sections.retain(|section| !section.is_empty());
    SharedPage {
        title: say(Word::Title),
        purpose: say(Word::Intro),
        language: tongue,
        languages: Tongue::ALL.to_vec(),
        until: when.until,
        read_ms: when.read_ms(),
        standing: read(words, when),
        sections,
        photos_title: String::new(),
        photos: Vec::new(),
        visit: None,
    }
}

const fn plain(text: String) -> Paragraph {
    Paragraph { text, written: false }
}

fn titled(title: String, paragraphs: Vec<Paragraph>) -> Section {
    Section {
        title,
        paragraphs,
        ..Section::default()
    }
}

/// As of when, and until when.
fn read(words: &Words, when: When) -> String {
    let read = words.day(RomeTime::of_ms(when.read_ms()).day);
    let read = match when.copied_ms {
        None => words.with(Word::SharedRead, &read),
        Some(_) => words.with(Word::SharedCopied, &read),
    };
    let until = words.with(Word::SharedUntil, &words.day(when.until));
    let times = when
        .opened
        .map(|opened| words.with(Word::SharedTimes, &opened.n.to_string()));
    let before = when.opened.and_then(|opened| opened.before_ms);
    let before = before.map(|ms| words.with(Word::SharedBefore, &words.day(RomeTime::of_ms(ms).day)));
    let said = [Some(read), Some(until), times, before];
    said.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What the text is, whether the plan is signed, how long it lasts.
fn standing(plan: &Plan, words: &Words, tongue: Tongue, sign_by: Day) -> Vec<Paragraph> {
    let on = |word, day| words.with(word, &words.day(day));
    // In Italian the goals need no translation, and what is signed is what stands here.
    let is_translated = tongue != Tongue::Italian;
    let explains =
        is_translated.then(|| format!("{} {}", words.say(Word::Explains), words.say(Word::OwnWords)));
    let begun = on(Word::Begun, plan.begun);
    let now = match plan.state {
        PlanState::Draft => format!("{} {}", words.say(Word::NotSigned), on(Word::SignUntil, sign_by)),
        PlanState::Signed { day } => on(Word::Signed, day),
        PlanState::Ended { day, .. } => on(Word::Ended, day),
    };
    let months = plan.facts.months.known();
    let months = months.map(|months| words.with(Word::Months, &months.to_string()));
    [explains, Some(format!("{begun} {now}")), months]
        .into_iter()
        .flatten()
        .map(plain)
        .collect()
}

fn next(plan: &Plan, words: &Words) -> String {
    let next = plan
        .next_review()
        .map(|day| words.with(Word::NextDay, &words.day(day)));
    next.unwrap_or_else(|| words.say(Word::NoNextDay).to_owned())
}

/// A heading, and below it what somebody wrote; nothing where nobody wrote anything.
fn written(words: &Words, heading: Word, text: &Answer<String>) -> Section {
    let text = text.known().map(|text| Paragraph {
        text: text.clone(),
        written: true,
    });
    titled(words.say(heading).to_owned(), text.into_iter().collect())
}

/// The heading of the goals. Those that there are follow, each by itself.
fn goals(plan: &Plan, words: &Words) -> Section {
    let none = plan.goals.is_empty().then(|| words.say(Word::NoGoals).to_owned());
    let many = || words.say(Word::GoalsIntro).to_owned();
    titled(
        words.say(Word::Goals).to_owned(),
        vec![plain(none.unwrap_or_else(many))],
    )
}

fn goal_of(n: u32, goal: &Goal, words: &Words) -> Section {
    let facts = &goal.facts;
    let line = |word: Word, value: String, written: bool| Line {
        term: words.say(word).to_owned(),
        value,
        written,
    };
    let written = |word: Word, text: &Answer<String>| Some(line(word, text.known()?.clone(), true));
    let consent = match facts.consent {
        Answer::Known(true) => Word::Agrees,
        Answer::Known(false) => Word::Disagrees,
        Answer::NotAsked | Answer::NotKnownYet => Word::NotAsked,
    };
    let domain = facts
        .domain
        .known()
        .map(|domain| words.domain(*domain).to_owned());
    let heading = [Some(words.with(Word::Goal, &n.to_string())), domain];
    let heading: Vec<String> = heading.into_iter().flatten().collect();
    let due = facts
        .due
        .known()
        .map(|due| line(Word::Due, words.day(*due), false));
    let outcome = goal.outcome();
    let is_open = outcome == GoalOutcome::Open;
    let outcome = (!is_open).then(|| line(Word::Outcome, words.outcome(outcome).to_owned(), false));
    let consent = line(Word::Consent, words.say(consent).to_owned(), false);
    let lines = [
        written(Word::Measure, &facts.measure),
        written(Word::Actions, &facts.actions),
        written(Word::Who, &facts.who),
        due,
        Some(consent),
        outcome,
    ];
    let text = facts.text.known().map(|text| Paragraph {
        text: text.clone(),
        written: true,
    });
    Section {
        title: heading.join(": "),
        inner: true,
        paragraphs: text.into_iter().collect(),
        lines: lines.into_iter().flatten().collect(),
        ..Section::default()
    }
}
