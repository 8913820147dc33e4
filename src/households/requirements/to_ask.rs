// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is still to ask, the question that settles most first, each with its field right there.
use super::told::Told;
use crate::households::{case::Case, sections::Section, situation::household_field};
use crate::prelude::*;
use crate::{
    routes::{Address, HouseholdTab},
    text::{households as words, households::requirements as text, language},
    ui::LinkButton,
};
use soglia_domain::household::HouseholdQuestion;

/// The questions whose answers would decide what is open. A question that was listed stays until the person leaves, so
/// that nothing jumps away under the finger and a slip can be mended.
#[component]
pub(super) fn ToAsk(case: Case, told: Memo<Option<Told>>) -> impl IntoView {
    let asked = move || told.with(|told| told.as_ref().map_or_else(Vec::new, |told| told.ask.clone()));
    let listed = Memo::new(move |before: Option<&Vec<HouseholdQuestion>>| {
        let mut listed = before.cloned().unwrap_or_default();
        for question in asked() {
            if !listed.contains(&question) {
                listed.push(question);
            }
        }
        listed
    });
    let nobody = Memo::new(move |_| case.read(|household| household.members.is_empty()));
    let nothing = Memo::new(move |_| asked().is_empty() && !nobody.get());
    let first = Memo::new(move |_| {
        told.with(|told| {
            let told = told.as_ref()?;
            let question = soglia_wording::household_question(*told.ask.first()?, language());
            (told.n_settled > 0).then(|| text::settles(question, told.n_settled))
        })
    });
    let open_members = move |_| {
        case.drafts
            .update(|drafts| drafts.section = Some(Section::Members));
    };
    let questions = if case.may_write {
        view! {
            <For
                each=move || listed.get()
                key=|question| *question as usize
                children=move |question| household_field(case, question)
            />
        }
    } else {
        let name = |question| view! { <li>{soglia_wording::household_question(question, language())}</li> };
        view! { <ol>{move || asked().into_iter().map(name).collect_view()}</ol> }
    };
    view! {
        <section class="to-ask" aria-labelledby="to-ask-title" data-open=move || (!nothing.get()).to_string()>
            <h2 id="to-ask-title">{text::to_ask()}</h2>
            <p class="form-text">
                {move || match nothing.get() {
                    true => text::nothing_to_ask(),
                    false if case.may_write => text::to_ask_text(),
                    false => text::to_ask_text_reading(),
                }}
            </p>
            {move || first.get().map(|first| view! { <p class="to-ask-first" data-test="ask-first">{first}</p> })}
            <Show when=move || nobody.get()>
                <p class="to-ask-members" on:click=open_members>
                    {text::ask_members()}
                    " "
                    <LinkButton href=Address::Household(case.id, HouseholdTab::Situation).path()>
                        {words::go_members()}
                    </LinkButton>
                </p>
            </Show>
            {questions}
        </section>
    }
}
