// SPDX-License-Identifier: AGPL-3.0-or-later
//! The sheet itself. What people wrote stays as they wrote it; everything around it is in the language of the family.
use super::{
    tongue::Tongue,
    words::{Word, Words},
};
use crate::prelude::*;
use crate::{state::State, ui::PageHead};
use soglia_domain::{
    answer::Answer,
    plan::{Goal, GoalOutcome, Plan, PlanState, due},
};

/// In which language people write, unless they say otherwise by the letters they use.
const WRITTEN_IN: &str = "it";

/// The whole sheet.
pub(super) fn sheet(plan: &Plan, words: &Words, tongue: Tongue, whose: String, is_invented: bool) -> AnyView {
    let say = |word| words.say(word).to_owned();
    let title = say(Word::Title);
    let facts = &plan.facts;
    let months = facts.months.known().map(|months| {
        let sentence = words.with(Word::Months, &months.to_string());
        view! { <p>{sentence}</p> }
    });
    let rights = [
        Word::RightToChoose,
        Word::RightToChange,
        Word::RightToDisagree,
        Word::RightToRead,
        Word::RightToUnderstand,
    ];
    let rights = rights.map(|right| view! { <li>{say(right)}</li> }).into_iter();
    // In Italian the goals need no translation, and what is signed is what stands here.
    let is_translated = tongue.code != WRITTEN_IN;
    let explains = is_translated.then(|| view! { <p>{say(Word::Explains)} " " {say(Word::OwnWords)}</p> });
    let goals = if plan.goals.is_empty() {
        view! { <p>{say(Word::NoGoals)}</p> }
    } else {
        let goals = (1..).zip(&plan.goals).map(|(n, goal)| goal_of(n, goal, words));
        goals.collect_view().into_any()
    };
    view! {
        <article class="certificate" lang=tongue.code dir=tongue.dir data-test="family-sheet">
            {is_invented.then(|| view! { <p class="certificate-note">{say(Word::Invented)}</p> })}
            <header class="certificate-head">
                <PageHead title=title/>
                <p><strong dir="auto">{whose}</strong></p>
            </header>
            <p>{say(Word::Intro)}</p>
            {explains}
            <p>{standing(plan, words)}</p>
            {months}
            {written(words, Word::Aim, &facts.aim)}
            {written(words, Word::Strengths, &facts.strengths)}
            <h2>{say(Word::Goals)}</h2>
            {goals}
            <h2>{say(Word::Next)}</h2>
            <p>{next(plan, words)}</p>
            <h2>{say(Word::Rights)}</h2>
            <ul>{rights.collect_view()}</ul>
            <h2>{say(Word::Ask)}</h2>
            <p>{words.with(Word::WrittenBy, &plan.by_name)}</p>
            <p>{say(Word::Phone)} ": ______________________"</p>
            <p>{say(Word::SignHere)} ": ____________________________"</p>
        </article>
    }
}

/// Whether it is signed, and since when.
fn standing(plan: &Plan, words: &Words) -> String {
    let on = |word, day| words.with(word, &words.day(day));
    let begun = on(Word::Begun, plan.begun);
    let now = match plan.state {
        PlanState::Draft => {
            let last = due(plan.begun, &expect_context::<State>().rules());
            format!("{} {}", words.say(Word::NotSigned), on(Word::SignUntil, last))
        }
        PlanState::Signed { day } => on(Word::Signed, day),
        PlanState::Ended { day, .. } => on(Word::Ended, day),
    };
    format!("{begun} {now}")
}

fn next(plan: &Plan, words: &Words) -> String {
    let next = plan
        .next_review()
        .map(|day| words.with(Word::NextDay, &words.day(day)));
    next.unwrap_or_else(|| words.say(Word::NoNextDay).to_owned())
}

/// A heading, and below it what somebody wrote; nothing where nobody wrote anything.
fn written(words: &Words, heading: Word, text: &Answer<String>) -> Option<AnyView> {
    let text = text.known()?.clone();
    Some(view! {
        <h2>{words.say(heading).to_owned()}</h2>
        <p class="letter-reason" dir="auto" lang=WRITTEN_IN>{text}</p>
    })
}

fn goal_of(n: u32, goal: &Goal, words: &Words) -> AnyView {
    let facts = &goal.facts;
    let line = |word: Word, value: AnyView| {
        view! { <div><dt>{words.say(word).to_owned()}</dt><dd>{value}</dd></div> }
    };
    let written = |word: Word, text: &Answer<String>| {
        let text = text.known()?.clone();
        Some(line(
            word,
            view! { <span class="letter-reason" dir="auto" lang=WRITTEN_IN>{text}</span> },
        ))
    };
    let said = |word: Word, sentence: String| line(word, view! { <span>{sentence}</span> });
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
    let due = facts.due.known().map(|due| said(Word::Due, words.day(*due)));
    let outcome = goal.outcome();
    let outcome =
        (outcome != GoalOutcome::Open).then(|| said(Word::Outcome, words.outcome(outcome).to_owned()));
    view! {
        <section class="certificate-basis" data-test="family-goal">
            <h3>{heading.join(": ")}</h3>
            <p class="letter-reason" dir="auto" lang=WRITTEN_IN>
                <strong>{facts.text.known().cloned()}</strong>
            </p>
            <dl>
                {written(Word::Measure, &facts.measure)}
                {written(Word::Actions, &facts.actions)}
                {written(Word::Who, &facts.who)}
                {due}
                {said(Word::Consent, words.say(consent).to_owned())}
                {outcome}
            </dl>
        </section>
    }
}
