// SPDX-License-Identifier: AGPL-3.0-or-later
//! What to do next with a household, as one sentence with its button.
use crate::prelude::*;
use crate::{
    households::{case::Case, sections::Section},
    record::next_step,
    routes::{Address, HouseholdTab},
    text::{households as text, language},
    ui::{Button, ButtonKind, LinkButton, focus_by_id},
};
use soglia_domain::{
    eligibility::{Situation, VerdictKind, ask_next, eligibility},
    finding::Outcome,
    household::{Household, HouseholdQuestion},
};

/// The next step.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Step {
    /// The record is not open.
    #[default]
    Nothing,
    /// An offer came back.
    Refused,
    /// Two values wait for a choice.
    Review,
    /// Nobody was named.
    Members,
    /// An answer decides what is open.
    Ask(HouseholdQuestion),
    /// An offer is open.
    Wait,
    /// No path is open.
    NoneOpen,
    /// No response is chosen yet.
    Respond,
    /// Everything is known.
    Choose,
}

/// One sentence and the button that leads there; the button rests while the person is there already.
pub(super) fn step(case: Case, tab: Signal<HouseholdTab>) -> AnyView {
    let step = Memo::new(move |_| {
        let Some(shown) = case.shown() else {
            return Step::Nothing;
        };
        if !shown.refused.is_empty() {
            Step::Refused
        } else if shown
            .stored
            .reviews
            .iter()
            .any(|review| !shown.pending.contains(&review.field))
        {
            Step::Review
        } else {
            case.read(|household| from_facts(case, household))
        }
    });
    live(move || {
        let step = step.get();
        let (sentence, way) = said(step);
        (!sentence.is_empty())
            .then(|| {
                let is_here = way.is_some_and(|(to, _)| to == tab.get());
                // The choice stands at the end of a long page.
                let below = (is_here && step == Step::Respond).then(|| {
                    view! {
                        <Button kind=ButtonKind::Primary on_click=|()| focus_by_id("response-title")>
                            {text::go_response()}
                        </Button>
                    }
                });
                let way = way.filter(|_| !is_here).map(|(to, label)| {
                    let href = Address::Household(case.id, to).path();
                    view! {
                        <span on:click=move |_| open_topic(case, step)>
                            <LinkButton kind=ButtonKind::Primary href>{label}</LinkButton>
                        </span>
                    }
                });
                next_step(sentence, way.or(below))
            })
            .into_any()
    })
}

fn from_facts(case: Case, household: &Household) -> Step {
    if household.members.is_empty() {
        return Step::Members;
    }
    if !household.open.is_empty() {
        return Step::Wait;
    }
    let rules = case.state.rules();
    let situation = Situation::of(household, &rules);
    let told = eligibility(&situation, &rules);
    let is_not_met = |kind| told.verdict(kind).outcome == Outcome::NotMet;
    if let Some(question) = ask_next(&situation, &told, &rules).first() {
        Step::Ask(*question)
    } else if VerdictKind::ALL.into_iter().all(is_not_met) {
        Step::NoneOpen
    } else if !household.facts.response.is_known() && told.public_housing.outcome == Outcome::NotMet {
        Step::Respond
    } else {
        Step::Choose
    }
}

fn said(step: Step) -> (String, Option<(HouseholdTab, &'static str)>) {
    match step {
        Step::Refused => (
            text::next_refused().to_owned(),
            Some((HouseholdTab::Offers, text::go_offers())),
        ),
        // The card with the two values stands right below.
        Step::Nothing | Step::Review => (String::new(), None),
        Step::Members => (
            text::next_members().to_owned(),
            Some((HouseholdTab::Situation, text::go_members())),
        ),
        Step::Ask(question) => (
            text::next_ask(soglia_wording::household_question(question, language())),
            Some((HouseholdTab::Requirements, text::go_requirements())),
        ),
        Step::Wait => (
            text::next_wait().to_owned(),
            Some((HouseholdTab::Offers, text::go_offers())),
        ),
        Step::NoneOpen => (
            text::next_none_open().to_owned(),
            Some((HouseholdTab::Requirements, text::go_requirements())),
        ),
        Step::Respond => (
            text::next_respond().to_owned(),
            Some((HouseholdTab::Requirements, text::go_requirements())),
        ),
        Step::Choose => (
            text::next_choose().to_owned(),
            Some((HouseholdTab::Dwellings, text::go_fitting())),
        ),
    }
}

fn open_topic(case: Case, step: Step) {
    if step == Step::Members {
        case.drafts
            .update(|drafts| drafts.section = Some(Section::Members));
    }
}
