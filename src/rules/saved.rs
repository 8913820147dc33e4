// SPDX-License-Identifier: AGPL-3.0-or-later
//! Scenarios: what is supposed, saved under a name, to be looked at again.
use super::desk::Desk;
use crate::prelude::*;
use crate::{
    text::{language, rules as text, shell},
    ui::{Button, SavedHint, TextField, focus_by_id, keep_form},
};
use leptos::{html, task::spawn_local};
use soglia_domain::city_rules::Verb as CityVerb;
use soglia_domain::id::CITY_RULES;
use soglia_domain::{action::Action, rooms::Verb, rulebook::Scenario};
use soglia_wording as wording;

/// The id of the field for the name.
const NAME: &str = "scenario-name";

/// The way to save what is supposed, and the scenarios that were saved.
pub(super) fn saved(desk: Desk) -> AnyView {
    let something = Memo::new(move |_| !desk.changes.with(Vec::is_empty));
    let error = RwSignal::new(None::<String>);
    let list = move || {
        let scenarios = desk.state.city_rules.with(|city| city.scenarios.clone());
        if scenarios.is_empty() {
            return view! { <p class="muted">{text::none_saved()}</p> };
        }
        let lines = scenarios
            .into_iter()
            .rev()
            .map(|scenario| line(scenario, desk, error));
        view! { <ul class="stack">{lines.collect_view()}</ul> }
    };
    let refused = move || {
        let sentence = error.get();
        view! { {sentence.map(|sentence| view! { <p class="form-feedback" role="alert">{sentence}</p> })} }
    };
    view! {
        <Show when=move || something.get()>{save(desk)}</Show>
        <section aria-labelledby="scenarios-title">
            <h2 id="scenarios-title">{text::saved_title()}</h2>
            {live(refused)}
            {live(list)}
        </section>
    }
}

fn save(desk: Desk) -> AnyView {
    let (form, name) = (NodeRef::<html::Form>::new(), RwSignal::new(String::new()));
    let error = RwSignal::new(None::<String>);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = name.get_untracked();
        if typed.trim().is_empty() {
            error.set(Some(text::name_missing().to_owned()));
            return focus_by_id(NAME);
        }
        let action = Action::on(
            CITY_RULES,
            CityVerb::SaveScenario {
                scenario: desk.state.new_scenario_id(),
                name: typed,
                changes: desk.changes.get_untracked(),
            },
        );
        spawn_local(async move {
            match desk.state.act(action).await {
                Ok(_) => {
                    crate::state::keep_draft("scenario", None);
                    name.try_set(String::new());
                    error.try_set(None);
                }
                Err(refused) => {
                    error.try_set(Some(shell::act_error(&refused)));
                }
            }
        });
    };
    view! {
        <section aria-labelledby="save-title">
            <h2 id="save-title">{text::save_title()}</h2>
            <form class="rule-form" node_ref=form on:submit=save data-test="scenario-form">
                {keep_form(form, "scenario".to_owned())}
                <TextField
                    id=NAME
                    label=text::scenario_name()
                    help=text::scenario_name_help()
                    value=Signal::from(name)
                    on_save=Callback::new(move |typed| name.set(typed))
                    error=Signal::from(error)
                />
                <Button submit=true>{text::save_scenario()}</Button>
            </form>
        </section>
    }
}

/// One scenario with its author and its day.
fn line(scenario: Scenario, desk: Desk, error: RwSignal<Option<String>>) -> AnyView {
    let id = scenario.id;
    let at = wording::moment(desk.state.local_ms(scenario.at), language());
    let by = text::saved_by(&scenario.by_name, &at);
    let pending = Signal::derive(move || {
        desk.state.outbox.with(|outbox| {
            outbox.iter().any(
                |entry| matches!(&entry.change.action.verb, Verb::CityRules(CityVerb::SaveScenario { scenario, .. }) if *scenario == id),
            )
        })
    });
    let rules = desk.rules();
    let figures = scenario.changes.iter().map(|(name, value)| {
        let unit = rules.parameter(*name).unit;
        let title = wording::parameter_title(*name, language());
        let value = wording::new_value(value, unit, language());
        view! { <li>{title} ": " {value}</li> }
    });
    let figures = figures.collect_view();
    let changes = scenario.changes.clone();
    let open = move |()| desk.changes.set(changes.clone());
    let remove = move |()| {
        spawn_local(async move {
            let refused = desk
                .state
                .act(Action::on(CITY_RULES, CityVerb::RemoveScenario { scenario: id }))
                .await
                .err();
            error.try_set(refused.map(|refused| shell::act_error(&refused)));
        });
    };
    let hidden = format!(": {}", scenario.name);
    let also = hidden.clone();
    view! {
        <li class="rule" data-test="scenario">
            <div class="rule-head">
                <h3>{scenario.name}</h3>
                <div class="button-row">
                    <Button on_click=open>
                        {text::open_scenario()}<span class="visually-hidden">{also}</span>
                    </Button>
                    <Button on_click=remove>
                        {text::remove()}<span class="visually-hidden">{hidden}</span>
                    </Button>
                </div>
            </div>
            <ul class="rule-history">{figures}</ul>
            <p class="form-text">{by} " " <SavedHint pending=pending /></p>
        </li>
    }
}
