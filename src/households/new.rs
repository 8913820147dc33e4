// SPDX-License-Identifier: AGPL-3.0-or-later
//! Taking in a household: a name is enough, everything else follows on its page.
use super::{case::may_write_cases, drafts::amend, sections::Section};
use crate::prelude::*;
use crate::{
    routes::{Address, HouseholdTab, go},
    state::State,
    text::{households as text, shell::act_error},
    ui::{Button, ButtonKind, LinkButton, Notice, PageHead, Tone, keep_form},
};
use leptos::{html, task::spawn_local};
use soglia_domain::household::Verb as HouseholdVerb;
use soglia_domain::{action::Action, id::HouseholdId, tax_code::TaxCode};

/// At most this many look-alikes are named.
const MOST_ALIKE: usize = 3;

/// The page for taking in a household.
#[component]
pub fn NewPage() -> impl IntoView {
    if !may_write_cases() {
        return view! {
            <PageHead title=text::new_household()/>
            <Notice tone=Tone::Info>{text::only_departments()}</Notice>
        }
        .into_any();
    }
    let state = expect_context::<State>();
    let typed = RwSignal::new(String::new());
    let form = NodeRef::<html::Form>::new();
    let error = RwSignal::new(None::<String>);
    let saving = RwSignal::new(false);
    let open = move |is_brief: bool| {
        if saving.get_untracked() {
            return;
        }
        saving.set(true);
        let household = state.new_id::<HouseholdId>();
        let label = typed.get_untracked();
        spawn_local(async move {
            let result = state
                .act(Action::on(household, HouseholdVerb::Open { label }))
                .await;
            saving.set(false);
            match result {
                Ok(_) => {
                    // The first thing to write is who lives together.
                    amend(household, |drafts| {
                        drafts.section = Some(Section::Members);
                        drafts.is_brief = is_brief;
                    });
                    go(Address::Household(household, HouseholdTab::Situation));
                }
                Err(refused) => error.set(Some(act_error(&refused))),
            }
        });
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        open(false);
    };
    view! {
        <PageHead title=text::new_household()/>
        <p class="page-intro">{text::new_intro()}</p>
        <form class="form-narrow" node_ref=form on:submit=submit>
            {keep_form(form, "new-household".to_owned())}
            <div class="form-group" data-invalid=move || error.with(Option::is_some).then_some("true")>
                <label class="form-label" for="new-label">{text::label_question()}</label>
                <p class="form-text" id="new-label-help">{text::label_help()}</p>
                {move || {
                    error
                        .get()
                        .map(|error| view! { <p class="form-feedback" id="new-label-error" role="alert">{error}</p> })
                }}
                <input
                    id="new-label"
                    class="form-control"
                    type="text"
                    autocomplete="off"
                    aria-describedby="new-label-help new-label-error"
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    prop:value=move || typed.get()
                    on:input:target=move |event| {
                        typed.set(event.target().value());
                        error.set(None);
                    }
                />
            </div>
            <Alike typed/>
            <div class="page-actions">
                <Button kind=ButtonKind::Primary submit=true>{text::open_case()}</Button>
                <Button test="open-brief" on_click=move |()| open(true)>{text::open_brief()}</Button>
                <LinkButton kind=ButtonKind::Plain href=Address::Households.path()>{text::back_to_list()}</LinkButton>
            </div>
        </form>
    }
    .into_any()
}

/// Households already here with the same name.
#[component]
fn Alike(typed: RwSignal<String>) -> impl IntoView {
    let state = expect_context::<State>();
    let alike = Memo::new(move |_| typed.with(|typed| same_name(&state, typed)));
    move || {
        let alike = alike.get();
        (!alike.is_empty()).then(|| {
            view! {
                <Notice tone=Tone::Warn>
                    <p>{text::same_name()}</p>
                    <Links households=alike/>
                </Notice>
            }
        })
    }
}

/// Links to households.
#[component]
pub(super) fn Links(households: Vec<(HouseholdId, String)>) -> impl IntoView {
    view! {
        <ul class="plain-list">
            {households
                .into_iter()
                .map(|(id, label)| {
                    let href = Address::Household(id, HouseholdTab::Situation).path();
                    view! {
                        <li>
                            <a href=href>{label}</a>
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
}

/// Households called by the same words, in any order and case.
fn same_name(state: &State, typed: &str) -> Vec<(HouseholdId, String)> {
    let wanted = sorted_words(typed);
    if wanted.is_empty() {
        return Vec::new();
    }
    state.rows.with(|rows| {
        rows.households
            .iter()
            .filter(|row| sorted_words(&row.label) == wanted)
            .take(MOST_ALIKE)
            .map(|row| (row.id, row.label.clone()))
            .collect()
    })
}

fn sorted_words(text: &str) -> Vec<String> {
    let words = text
        .to_lowercase()
        .split_whitespace()
        // "Famiglia Rossi" and "Rossi" are the same family in a list.
        .filter(|word| !matches!(*word, "famiglia" | "fam." | "fam" | "nucleo"))
        .map(str::to_owned)
        .collect();
    soglia_search::sorted(words, &mut String::cmp)
}

/// Other households with a member of this tax code.
pub(super) fn same_tax_code(state: &State, own: HouseholdId, code: &TaxCode) -> Vec<(HouseholdId, String)> {
    state.rows.with(|rows| {
        rows.households
            .iter()
            .filter(|row| row.id != own && row.names.split(' ').any(|word| word == code.as_str()))
            .take(MOST_ALIKE)
            .map(|row| (row.id, row.label.clone()))
            .collect()
    })
}
