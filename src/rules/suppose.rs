// SPDX-License-Identifier: AGPL-3.0-or-later
//! Choosing a figure, and supposing another value for it.
use super::{
    desk::Desk,
    groups::{GROUPS, names_in},
    typed_value::{read_value, texts_of},
    value_fields::{Typed, value_fields},
};
use crate::prelude::*;
use crate::{
    text::{language, rules as text},
    ui::{Button, ButtonKind, focus_by_id, keep_form},
};
use leptos::html;
use soglia_domain::rulebook::{Parameter, ParameterName};
use soglia_wording as wording;

/// The id of the first field.
const VALUE: &str = "suppose-value";

/// The form.
pub(super) fn suppose(desk: Desk) -> AnyView {
    let chosen = RwSignal::new(None::<ParameterName>);
    let option = |name: ParameterName| {
        let title = wording::parameter_title(name, language());
        view! { <option value=name.key()>{title}</option> }
    };
    let groups = (0..GROUPS.len()).filter(|place| !names_in(*place).is_empty());
    let groups = groups.map(|place| {
        let options = names_in(place).into_iter().map(option).collect_view();
        view! { <optgroup label=(GROUPS[place].title)()>{options}</optgroup> }
    });
    let value = move || match chosen.get() {
        None => ().into_any(),
        Some(name) => {
            let rules = desk.state.rules_on(desk.state.today());
            value_form(desk, rules.parameter(name).clone(), chosen)
        }
    };
    view! {
        <div class="form-group">
            <label class="form-label" for="suppose-parameter">{text::parameter()}</label>
            <select
                class="form-control"
                id="suppose-parameter"
                prop:value=move || chosen.get().map_or("", ParameterName::key)
                on:change=move |event| chosen.set(ParameterName::parse(&event_target_value(&event)))
            >
                <option value="">{text::choose_parameter()}</option>
                {groups.collect_view()}
            </select>
        </div>
        {live(value)}
    }
}

fn value_form(desk: Desk, parameter: Parameter, chosen: RwSignal<Option<ParameterName>>) -> AnyView {
    let typed = Typed::new(texts_of(&parameter));
    let (form, name) = (NodeRef::<html::Form>::new(), parameter.name);
    let fields = value_fields(VALUE, &parameter, typed);
    let present = wording::parameter_value(&parameter.value, parameter.unit, language());
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let read = typed
            .texts
            .with_untracked(|texts| read_value(&parameter, texts))
            .and_then(|value| {
                if value.applied_to(&parameter.value).as_ref() == Some(&parameter.value) {
                    return Err((0, text::same_value().to_owned()));
                }
                Ok(value)
            });
        match read {
            Ok(value) => {
                desk.suppose((parameter.name, value));
                chosen.set(None);
                focus_by_id("suppose-parameter");
            }
            Err(wrong) => {
                let at = wrong.0;
                typed.wrong.set(Some(wrong));
                if at == 0 {
                    focus_by_id(VALUE);
                } else {
                    focus_by_id(&format!("{VALUE}-{at}"));
                }
            }
        }
    };
    view! {
        <form class="rule-form" node_ref=form on:submit=add data-test="suppose-form">
            {keep_form(form, format!("suppose/{}", name.key()))}
            <p class="form-text">{text::in_force(&present)}</p>
            {fields}
            <Button kind=ButtonKind::Primary submit=true>{text::suppose()}</Button>
        </form>
    }
}
