// SPDX-License-Identifier: AGPL-3.0-or-later
//! The fields for a value of a parameter: one, several for a table, a choice for a surface, a zone and its rent.
use super::typed_value::Wrong;
use crate::prelude::*;
use crate::text::{language, rules as text};
use soglia_domain::{
    area::SurfaceKind,
    rulebook::{Parameter, ParameterValue, Unit},
};
use soglia_wording as wording;

/// Texts being typed, and what is wrong with them.
#[derive(Clone, Copy)]
pub(super) struct Typed {
    pub(super) texts: RwSignal<Vec<String>>,
    pub(super) wrong: RwSignal<Option<Wrong>>,
}

impl Typed {
    pub(super) fn new(texts: Vec<String>) -> Self {
        Self {
            texts: RwSignal::new(texts),
            wrong: RwSignal::new(None),
        }
    }

    fn write(self, at: usize, typed: String) {
        self.texts.update(|texts| {
            if let Some(text) = texts.get_mut(at) {
                *text = typed;
            }
        });
    }

    fn is_wrong(self, at: usize) -> bool {
        self.wrong
            .with(|wrong| wrong.as_ref().is_some_and(|(place, _)| *place == at))
    }
}

/// The fields; `id` is that of the first one.
pub(super) fn value_fields(id: &'static str, parameter: &Parameter, typed: Typed) -> AnyView {
    let unit = parameter.unit;
    let fields = match &parameter.value {
        ParameterValue::Table(table) => (0..table.len())
            .map(|at| line(id, at, text::for_number(at + 1), unit, typed))
            .collect_view(),
        ParameterValue::SurfaceKind(_) => {
            let kinds = SurfaceKind::ALL.into_iter();
            let options = kinds.map(|kind| (kind.key(), wording::surface_kind(kind, language()).to_owned()));
            vec![choice(id, text::new_value(), "", options.collect(), typed)]
        }
        ParameterValue::Zones(zones) => {
            let options = zones.iter().map(|zone| {
                let rent = wording::money(zone.rent, language());
                (zone.zone, format!("{} {} ({rent})", zone.zone, zone.name))
            });
            vec![
                choice(id, text::zone(), text::choose_zone(), options.collect(), typed),
                line(id, 1, text::new_value().to_owned(), unit, typed),
            ]
        }
        ParameterValue::Money(_) | ParameterValue::Number(_) => {
            vec![line(id, 0, text::new_value().to_owned(), unit, typed)]
        }
    };
    view! { <div class="value-fields">{fields}</div> }
}

fn field_id(id: &'static str, at: usize) -> String {
    match at {
        0 => id.to_owned(),
        at => format!("{id}-{at}"),
    }
}

/// What is wrong with a field, below its label.
fn error_line(id: &str, at: usize, typed: Typed) -> AnyView {
    let id = format!("{id}-error");
    live(move || {
        let sentence = typed.wrong.with(|wrong| {
            let own = wrong.as_ref().filter(|(place, _)| *place == at);
            own.map(|(_, sentence)| sentence.clone())
        });
        let id = id.clone();
        view! { {sentence.map(|sentence| view! { <p class="form-feedback" id=id role="alert">{sentence}</p> })} }
    })
}

fn line(first_id: &'static str, at: usize, label: String, unit: Unit, typed: Typed) -> AnyView {
    let id = field_id(first_id, at);
    let words = match unit {
        // Both are typed as they are written, with or without the sign.
        Unit::Share => "%",
        unit => wording::unit(unit, language()),
    };
    let described_by = format!("{id}-error");
    let mode = if matches!(
        unit,
        Unit::Euro | Unit::EuroPerAreaYear | Unit::Share | Unit::Hundredths
    ) {
        "decimal"
    } else {
        "numeric"
    };
    view! {
        <div class="form-group" data-invalid=move || typed.is_wrong(at).then_some("true")>
            <label class="form-label" for=id.clone()>{label}</label>
            {error_line(&id, at, typed)}
            <div class="input-row">
                <input
                    type="text"
                    class="form-control"
                    id=id
                    inputmode=mode
                    autocomplete="off"
                    aria-invalid=move || typed.is_wrong(at).then_some("true")
                    aria-describedby=move || typed.is_wrong(at).then(|| described_by.clone())
                    prop:value=move || typed.texts.with(|texts| texts.get(at).cloned().unwrap_or_default())
                    on:input=move |event| typed.write(at, event_target_value(&event))
                />
                <span class="input-unit">{words}</span>
            </div>
        </div>
    }
}

fn choice(
    id: &'static str,
    label: &'static str,
    nothing: &'static str,
    options: Vec<(&'static str, String)>,
    typed: Typed,
) -> AnyView {
    let option = |(key, words): (&'static str, String)| view! { <option value=key>{words}</option> };
    view! {
        <div class="form-group" data-invalid=move || typed.is_wrong(0).then_some("true")>
            <label class="form-label" for=id>{label}</label>
            {error_line(id, 0, typed)}
            <select
                class="form-control"
                id=id
                aria-invalid=move || typed.is_wrong(0).then_some("true")
                prop:value=move || typed.texts.with(|texts| texts.first().cloned().unwrap_or_default())
                on:change=move |event| typed.write(0, event_target_value(&event))
            >
                {(!nothing.is_empty()).then(|| view! { <option value="">{nothing}</option> })}
                {options.into_iter().map(option).collect_view()}
            </select>
        </div>
    }
}
