// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the list of dwellings is narrowed to.
use super::compare::Wanted;
use crate::prelude::*;
use crate::{
    households::case::Case,
    text::{households::fitting as text, language},
    ui::FilterChips,
};
use soglia_domain::rent::RentTier;
use std::collections::BTreeSet;

/// Fields for narrowing the list, and the filters that are active.
#[component]
pub(super) fn Filters(case: Case, wanted: RwSignal<Wanted>) -> impl IntoView {
    let municipalities = Memo::new(move |_| {
        case.state.rows.with(|rows| {
            let mut names = BTreeSet::new();
            for row in &rows.dwellings {
                if !row.municipality.is_empty() && !names.contains(&row.municipality) {
                    names.insert(row.municipality.clone());
                }
            }
            names
        })
    });
    let check = move |id: &'static str,
                      label: &'static str,
                      read: fn(&Wanted) -> bool,
                      set: fn(&mut Wanted, bool)| {
        view! {
            <div class="form-check">
                <input
                    type="checkbox"
                    id=id
                    prop:checked=move || wanted.with(read)
                    on:change:target=move |event| {
                        let on = event.target().checked();
                        wanted.update(|wanted| set(wanted, on));
                    }
                />
                <label for=id>{label}</label>
            </div>
        }
    };
    view! {
        <details class="fit-filters">
            <summary>{text::filters()}</summary>
            <div class="fit-filter-fields">
                {check("fit-ready", text::only_ready(), |wanted| wanted.only_ready, |wanted, on| wanted.only_ready = on)}
                {check("fit-unfit", text::fits_only(), |wanted| wanted.hide_unfit, |wanted, on| wanted.hide_unfit = on)}
                <div class="form-group">
                    <label class="form-label" for="fit-municipality">{text::municipality()}</label>
                    <select
                        id="fit-municipality"
                        class="form-control"
                        prop:value=move || wanted.with(|wanted| wanted.municipality.clone().unwrap_or_default())
                        on:change:target=move |event| {
                            let name = event.target().value();
                            wanted.update(|wanted| wanted.municipality = (!name.is_empty()).then_some(name));
                        }
                    >
                        <option value="">{text::every_municipality()}</option>
                        {move || {
                            municipalities
                                .get()
                                .into_iter()
                                .map(|name| view! { <option value=name.clone()>{name.clone()}</option> })
                                .collect_view()
                        }}
                    </select>
                </div>
                <div class="form-group">
                    <label class="form-label" for="fit-municipio">{text::municipio()}</label>
                    <select
                        id="fit-municipio"
                        class="form-control"
                        prop:value=move || {
                            wanted.with(|wanted| wanted.municipio.map(|number| number.to_string()).unwrap_or_default())
                        }
                        on:change:target=move |event| {
                            let number = event.target().value().parse().ok();
                            wanted.update(|wanted| wanted.municipio = number);
                        }
                    >
                        <option value="">{text::every_municipio()}</option>
                        {(1..=9_u8)
                            .map(|number| view! { <option value=number.to_string()>{text::municipio_number(number)}</option> })
                            .collect_view()}
                    </select>
                </div>
                <div class="form-group">
                    <label class="form-label" for="fit-tier">{text::tier()}</label>
                    <select
                        id="fit-tier"
                        class="form-control"
                        prop:value=move || wanted.with(|wanted| wanted.tier.map(RentTier::key).unwrap_or_default())
                        on:change:target=move |event| {
                            let key = event.target().value();
                            let tier = RentTier::ALL.into_iter().find(|tier| tier.key() == key);
                            wanted.update(|wanted| wanted.tier = tier);
                        }
                    >
                        <option value="">{text::every_tier()}</option>
                        {RentTier::ALL
                            .map(|tier| {
                                view! { <option value=tier.key()>{soglia_wording::rent_tier(tier, language())}</option> }
                            })
                            .collect_view()}
                    </select>
                </div>
            </div>
        </details>
        <FilterChips chips=Signal::derive(move || wanted.with(active)) on_remove=move |key: String| wanted.update(|wanted| remove(wanted, &key))/>
    }
}

/// The active filters in words.
fn active(wanted: &Wanted) -> Vec<(String, String)> {
    let mut chips = Vec::new();
    let mut chip = |key: &str, label: String| chips.push((key.to_owned(), label));
    if wanted.only_ready {
        chip("ready", text::only_ready().to_owned());
    }
    if wanted.hide_unfit {
        chip("unfit", text::fits_only().to_owned());
    }
    if let Some(name) = &wanted.municipality {
        chip("municipality", name.clone());
    }
    if let Some(number) = wanted.municipio {
        chip("municipio", text::municipio_number(number));
    }
    if let Some(tier) = wanted.tier {
        let name = soglia_wording::rent_tier(tier, language());
        chip("tier", format!("{}: {name}", text::tier()));
    }
    chips
}

fn remove(wanted: &mut Wanted, key: &str) {
    match key {
        "ready" => wanted.only_ready = false,
        "unfit" => wanted.hide_unfit = false,
        "municipality" => wanted.municipality = None,
        "municipio" => wanted.municipio = None,
        _ => wanted.tier = None,
    }
}
