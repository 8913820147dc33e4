// SPDX-License-Identifier: AGPL-3.0-or-later
//! An assessment that stands: its day, who began it, its levels and how much it pressed; what they rest on, folded.
use crate::prelude::*;
use crate::{
    record::{Subject, came_back, reviews},
    state::State,
    text::{language, path::assessments as text},
    ui::{SavedHint, StateTag, Summary, SummaryLine, Tone},
};
use soglia_domain::{
    assessment::{Assessment, AssessmentQuestion as Q, AssessmentState, NeedDomain, Row, Urgency},
    id::AssessmentId,
    question::Question as _,
    record::Identity as _,
    shape::Shape,
};
use soglia_wording as wording;

/// One line of the list.
pub(super) fn line(id: AssessmentId) -> AnyView {
    let state = expect_context::<State>();
    let subject = Subject::<Assessment>::open(id);
    let row = Memo::new(move |_| state.rows.with(|rows| rows.row::<Assessment>(id.key()).cloned()));
    live(move || match row.get() {
        Some(row) => drawn(subject, &row),
        None => ().into_any(),
    })
}

fn drawn(subject: Subject<Assessment>, row: &Row) -> AnyView {
    let levels = NeedDomain::ALL
        .into_iter()
        .zip(row.levels)
        .map(|(domain, level)| {
            let words = level_words(domain, level);
            view! { <SummaryLine term=wording::need_domain(domain, language())>{words}</SummaryLine> }
        });
    let levels = levels.collect_view();
    let urgency = row
        .urgency
        .map_or_else(text::unknown, |urgency| wording::urgency(urgency, language()));
    let tone = if row.urgency.is_some_and(Urgency::presses) {
        Tone::Warn
    } else {
        Tone::Neutral
    };
    // One that is still a draft is here for those who read only.
    let under_way = (!row.is_closed).then(|| {
        let label = wording::assessment_state(AssessmentState::Draft, language());
        view! { <StateTag tone=Tone::Info label/> }
    });
    let pending = Signal::derive(move || subject.has_pending());
    view! {
        <li class="path-line" data-test="assessment" data-state=if row.is_closed { "closed" } else { "draft" }>
            <p class="path-tags">
                <strong>{wording::day(row.day, language())}</strong>
                <span>{row.by_name.clone()}</span>
                {under_way}
                <SavedHint pending/>
            </p>
            {reviews(subject.desk())}
            {came_back(subject.desk(), |_| false)}
            <Summary>
                {levels}
                <SummaryLine term=text::urgency()>
                    <StateTag tone label=urgency/>
                </SummaryLine>
            </Summary>
            {evidence(subject)}
        </li>
    }
    .into_any()
}

/// A level with its sentence, or that it is not known yet.
pub(super) fn level_words(domain: NeedDomain, level: Option<u8>) -> String {
    level.map_or_else(|| text::unknown().to_owned(), |level| text::level(domain, level))
}

/// What the levels rest on and why it presses, in the words of who saw it.
fn evidence(subject: Subject<Assessment>) -> AnyView {
    let is_text = |question: &Q| matches!(question.shape(), Shape::Text { .. });
    let lines = live(move || {
        let known: Vec<_> = Q::ALL
            .iter()
            .copied()
            .filter(is_text)
            .filter(|question| subject.read(|assessment| question.is_known(&assessment.facts)))
            .filter_map(|question| subject.in_words(question).map(|words| (question, words)))
            .collect();
        if known.is_empty() {
            return view! { <p class="muted">{text::no_evidence()}</p> }.into_any();
        }
        let line = |(question, words)| {
            let term = wording::assessment_question(question, language());
            view! { <SummaryLine term>{words}</SummaryLine> }
        };
        view! { <Summary>{known.into_iter().map(line).collect_view()}</Summary> }.into_any()
    });
    view! {
        <details data-test="assessment-evidence">
            <summary>{text::evidence()}</summary>
            {lines}
        </details>
    }
    .into_any()
}
