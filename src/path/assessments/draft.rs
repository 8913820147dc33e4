// SPDX-License-Identifier: AGPL-3.0-or-later
//! The assessment that is being written: every answer saves itself, and the closing says what is missing.
use crate::prelude::*;
use crate::{
    record::{
        Control, Standing, Subject, Tally, came_back, field_id, progress, reviews,
        typed::{map, written},
    },
    text::{language, path::assessments as text},
    ui::{Button, ButtonKind, focus_by_id, focus_soon},
};
use soglia_domain::{
    action::Action,
    answer::Answer,
    assessment::{Assessment, AssessmentQuestion as Q, NeedDomain, SCALE, Verb},
    id::AssessmentId,
    question::Question as _,
    record::Identity as _,
    rooms::Common,
    said::Said,
};
use soglia_wording as wording;

/// The title of the draft: the focus goes there when one was begun.
pub(super) const TITLE: &str = "assessment-draft-title";

/// The title of the section: the focus goes there when an assessment was closed.
pub(super) const SECTION: &str = "path-assessments-title";

/// The open draft.
pub(super) fn draft(id: AssessmentId) -> AnyView {
    let subject = Subject::<Assessment>::open(id);
    let day = subject
        .state
        .rows
        .with_untracked(|rows| rows.row::<Assessment>(id.key()).map(|row| row.day));
    let title = day.map(|day| text::of_day(&wording::day(day, language())));
    let standing = subject.standing();
    let body = live(move || match standing.get() {
        Standing::Opening => {
            view! { <p class="visually-hidden" role="status">{text::opening()}</p> }.into_any()
        }
        Standing::Missing => view! { <p class="muted">{text::missing()}</p> }.into_any(),
        Standing::Here => questions(subject, id),
    });
    view! {
        <div class="case-card" data-test="assessment-draft" data-state="draft">
            <h3 id=TITLE tabindex="-1">{title}</h3>
            {body}
        </div>
    }
    .into_any()
}

/// What is asked, in the order of its table, and the closing.
fn questions(subject: Subject<Assessment>, id: AssessmentId) -> AnyView {
    let tally = Memo::new(move |_| subject.read(|assessment| Tally::of(Q::ALL, &assessment.facts)));
    let fields = Q::ALL.iter().map(|question| field(subject, *question));
    view! {
        <p class="muted">{text::help()}</p>
        <p>{progress(tally.into())}</p>
        {reviews(subject.desk())}
        {came_back(subject.desk(), |_| false)}
        {fields.collect_view()}
        {close(subject, id)}
    }
    .into_any()
}

/// The field of a question, as long as it arises.
fn field(subject: Subject<Assessment>, question: Q) -> AnyView {
    let domain = NeedDomain::ALL
        .into_iter()
        .find(|domain| domain.key() == question.key());
    let arises = Memo::new(move |_| subject.read(|assessment| question.arises(&assessment.facts)));
    live(move || match domain {
        _ if !arises.get() => ().into_any(),
        Some(domain) => level(subject, question, domain),
        None => subject.ask(question).ask(),
    })
}

/// A level is chosen by its sentence, so that two people mean the same by a number.
fn level(subject: Subject<Assessment>, question: Q, domain: NeedDomain) -> AnyView {
    let options = SCALE.map(|level| (level.to_string(), text::level(domain, level)));
    let read = move |assessment: &Assessment| {
        let stands = Q::said(&assessment.facts.get(question)).unwrap_or_default();
        map(&stands, written)
    };
    let write = move |given: Answer<String>| {
        let level = map(&given, |key| Said::Whole(key.parse().unwrap_or_default()));
        let fact = question.answer(&level);
        fact.map(Verb::Say)
            .ok_or_else(|| wording::common_refusal(&Common::NotAChoice, language()))
    };
    let field = subject.own(question.key(), Control::Choice(options.collect()), read, write);
    field.with_words_of(question).ask()
}

/// The closing. A text that was not accepted is mended first: it would be lost.
fn close(subject: Subject<Assessment>, id: AssessmentId) -> AnyView {
    let error = RwSignal::new(None::<String>);
    let close = move |()| {
        if let Some(place) = untrack(|| to_mend(subject)) {
            return focus_by_id(&field_id(place));
        }
        subject.act(Action::on(id, Verb::Close {}), move |result| {
            if result.is_ok() {
                focus_soon(SECTION);
            }
            error.try_set(result.err());
        });
    };
    view! {
        <p class="muted">{text::close_help()}</p>
        {move || error.get().map(|error| view! {
            <p class="form-feedback" role="alert" data-test="assessment-refused">{error}</p>
        })}
        <div class="button-row">
            <Button kind=ButtonKind::Outline test="assessment-close" on_click=close>{text::close()}</Button>
        </div>
    }
    .into_any()
}

/// The first field that is drawn and holds a text that was not accepted.
fn to_mend(subject: Subject<Assessment>) -> Option<&'static str> {
    let drawn = |question: &&Q| subject.read(|assessment| question.arises(&assessment.facts));
    let mut wrong = Q::ALL.iter().filter(drawn).map(|question| question.key());
    wrong.find(|place| subject.draft(place).is_some())
}
