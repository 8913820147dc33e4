// SPDX-License-Identifier: AGPL-3.0-or-later
//! One dwelling of the list: where, how large, for how many, at which rent.
use super::compare::Compared;
use crate::prelude::*;
use crate::{
    households::{case::Case, requirements::tone, words},
    text::{households::fitting as text, language},
    ui::{Button, ButtonKind, StateTag, Tone},
};
use soglia_domain::dwelling::Row as DwellingRow;
use soglia_domain::{
    finding::Outcome,
    fit::{Fit, RentFit},
    id::DwellingId,
};

/// One dwelling with the ways to its reasons and to an offer.
#[component]
pub(super) fn FitLine(case: Case, at: Signal<Option<Compared>>, saved: RwSignal<bool>) -> impl IntoView {
    let found = Memo::new(move |_| {
        let Compared { at, fit } = at.get()?;
        let row = case.state.rows.with(|rows| rows.dwellings.get(at).cloned())?;
        Some((row, fit))
    });
    move || {
        found.get().map(|(row, fit)| {
            let (id, is_own) = (row.id, row.household == Some(case.id));
            view! {
                <div class="fit-row" data-test="fit-row" data-outcome=fit.outcome.key()>
                    <Identity row=&row fit=&fit is_own/>
                    <Rents fit=&fit/>
                    <div class="fit-row-actions">
                        <Button kind=ButtonKind::Plain on_click=move |()| choose(case, id, false, saved)>
                            {text::reasons()}
                        </Button>
                        {(fit.available && case.may_write).then(|| {
                            view! {
                                <Button on_click=move |()| choose(case, id, true, saved)>{text::propose()}</Button>
                            }
                        })}
                    </div>
                </div>
            }
        })
    }
}

fn choose(case: Case, dwelling: DwellingId, writing: bool, saved: RwSignal<bool>) {
    saved.set(false);
    case.drafts.update(|drafts| {
        let offer = &mut drafts.offer;
        if offer.dwelling != Some(dwelling) {
            offer.rent = None;
        }
        offer.dwelling = Some(dwelling);
        offer.writing = writing;
    });
}

/// Code, address, size, and whether it fits.
#[component]
pub(super) fn Identity<'a>(row: &'a DwellingRow, fit: &'a Fit, is_own: bool) -> impl IntoView + use<> {
    let place = format!("{}, {}", row.street, row.municipality);
    let size = row.usable_area().map_or_else(
        || text::not_measured().to_owned(),
        |area| soglia_wording::area(area, language()),
    );
    let size = match fit.hygienic_most_persons {
        Some(most) => format!("{size} · {}", text::up_to_persons(most)),
        None => size,
    };
    let state = (!fit.available && !is_own).then(|| {
        view! { <StateTag tone=Tone::Neutral label=soglia_wording::dwelling_state(row.state, language())/> }
    });
    let label = soglia_wording::fit_sentence(fit, language());
    view! {
        <div class="fit-identity">
            <p class="list-row-title">
                <span class="code">{row.code.clone()}</span>
                " "
                {place}
            </p>
            <p class="list-row-facts">{size}</p>
            <p class="list-row-tags">
                {if is_own {
                    view! { <StateTag tone=Tone::Info label=text::proposed_here()/> }
                } else {
                    view! { <StateTag tone=tone(fit.outcome) label/> }
                }}
                {state}
            </p>
        </div>
    }
}

/// Both rents against the income, each as a bar with the mark of what can be borne in its middle.
#[component]
pub(super) fn Rents<'a>(fit: &'a Fit) -> impl IntoView + use<> {
    fit.rents.map(|rents| {
        view! { <dl class="fit-rents">{rents.iter().map(rent).collect_view()}</dl> }
    })
}

fn rent(rent: &RentFit) -> impl IntoView + use<> {
    let said = rent.burden.map_or_else(
        || text::no_income_short().to_owned(),
        |share| {
            let share = soglia_wording::percent(share, language());
            if rent.outcome == Outcome::Met {
                text::of_income(&share)
            } else {
                let limit = if rent.overburdened {
                    rent.overburden_share
                } else {
                    rent.sustainable_share
                };
                text::above_share(&share, &soglia_wording::percent(limit, language()))
            }
        },
    );
    let bar = rent.burden.map(|share| {
        // The bar ends at twice what can be borne, so that the mark stands in its middle.
        let end = (rent.sustainable_share * 2).max(1);
        let width = format!("{}%", share.min(end) * 100 / end);
        view! {
            <span class="fit-bar" aria-hidden="true" data-outcome=rent.outcome.key()>
                <span class="fit-bar-fill" style:width=width></span>
                <span class="fit-bar-mark"></span>
            </span>
        }
    });
    view! {
        <div class="fit-rent">
            <dt>{soglia_wording::rent_tier(rent.tier, language())} ", " {text::a_month()}</dt>
            <dd>
                <strong>{words::money(rent.monthly)}</strong>
                " "
                <span>{said}</span>
                {bar}
            </dd>
        </div>
    }
}
