// SPDX-License-Identifier: AGPL-3.0-or-later
//! The key facts of a record: one line of values while they are folded, a list of terms while they are not.
//! Which of a term and its brief form is to be seen, the style sheet knows.
use super::kept::{FACTS, Switch};
use crate::prelude::*;
use crate::{text::record as text, ui::Icon};

/// The facts in the page, for the button that unfolds them.
const ID: &str = "record-facts";

/// One key fact.
pub struct Fact {
    term: &'static str,
    /// In the place of the term where there is little room; none where the value tells by itself what it is.
    brief: Option<&'static str>,
    value: AnyView,
}

impl Fact {
    /// A value that needs its term to be understood, such as an amount, and a shorter term for the one line.
    pub fn new(term: &'static str, brief: &'static str, value: impl IntoView + 'static) -> Self {
        Self {
            term,
            brief: Some(brief),
            value: value.into_any(),
        }
    }

    /// A value that tells by itself what it is, such as an address: in little room it stands without its term.
    pub fn of_itself(term: &'static str, value: impl IntoView + 'static) -> Self {
        Self {
            term,
            brief: None,
            value: value.into_any(),
        }
    }
}

/// The facts, and below them what only those who unfold them see. What does not fit in the one line is left out whole,
/// and a screen reader reads it all the same.
pub(super) fn facts(facts: Vec<Fact>, more: ViewFn) -> AnyView {
    let line = |fact: Fact| {
        view! {
            <div class="summary-line" class:record-fact-itself=fact.brief.is_none()>
                <dt>
                    <span class="record-fact-term">{fact.term}</span>
                    {fact.brief.map(|brief| view! { <span class="record-fact-brief">{brief}</span> })}
                </dt>
                <dd>{fact.value}</dd>
            </div>
        }
    };
    view! {
        <div class="record-facts" id=ID>
            <dl class="record-fact-list">{facts.into_iter().map(line).collect_view()}</dl>
            <Show when=|| FACTS.with(Switch::is_on)>
                <div class="record-more">{more.run()}</div>
            </Show>
        </div>
    }
}

/// Folds the facts and unfolds them.
pub(super) fn fold_button() -> AnyView {
    view! {
        <button
            type="button"
            class="btn btn-plain record-fold"
            data-test="record-fold"
            aria-expanded=|| FACTS.with(Switch::is_on).to_string()
            aria-controls=ID
            on:click=|_| FACTS.with(|facts| facts.turn(!untrack(|| facts.is_on())))
        >
            <span>{text::facts()}</span>
            {move || view! { <Icon name=if FACTS.with(Switch::is_on) { "it-collapse" } else { "it-expand" }/> }}
        </button>
    }
}
