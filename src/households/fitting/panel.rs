// SPDX-License-Identifier: AGPL-3.0-or-later
//! One dwelling held against the household: every reason, and the offer.
use super::{
    propose::Propose,
    row::{Identity, Rents},
};
use crate::prelude::*;
use crate::{
    households::case::Case,
    routes::{Address, DwellingTab},
    text::{households::fitting as text, language},
    ui::{Button, ButtonKind, Icon, LinkButton},
};
use leptos::html;
use soglia_domain::{
    finding::Outcome,
    fit::{HouseholdNeed, fit},
    id::DwellingId,
};

/// The reasons of one dwelling; the heading takes the focus.
#[component]
pub(super) fn Panel(case: Case, dwelling: DwellingId, saved: RwSignal<bool>) -> impl IntoView {
    let need = Memo::new(move |_| case.read(|household| HouseholdNeed::from(household)));
    let compared = Memo::new(move |_| {
        let row = case.state.rows.with(|rows| rows.dwelling(dwelling).cloned())?;
        let rules = case.state.rules();
        let fit = fit(&row.shape(rules.cap_surface_kind()), &need.get(), &rules);
        Some((row, fit))
    });
    let writing = Memo::new(move |_| case.drafts.with(|drafts| drafts.offer.writing));
    let available =
        Memo::new(move |_| compared.with(|found| found.as_ref().is_some_and(|(_, fit)| fit.available)));
    let back = move |()| case.drafts.update(|drafts| drafts.offer.dwelling = None);
    let heading = NodeRef::<html::H2>::new();
    Effect::new(move |_| {
        if let Some(heading) = heading.get() {
            let _ = heading.focus();
        }
    });
    view! {
        <section class="fit-panel" aria-labelledby="fit-panel-title">
            <Button kind=ButtonKind::Plain icon="it-arrow-left" on_click=back>{text::cancel()}</Button>
            <h2 id="fit-panel-title" tabindex="-1" node_ref=heading>{text::why_fits()}</h2>
            {move || {
                compared.get().map(|(row, fit)| {
                    let is_own = row.household == Some(case.id);
                    let reasons = soglia_wording::fit_reasons(&fit, language());
                    view! {
                        <Identity row=&row fit=&fit is_own/>
                        <ul class="reasons">{reasons.into_iter().map(reason).collect_view()}</ul>
                        <Rents fit=&fit/>
                        <LinkButton kind=ButtonKind::Plain href=Address::Dwelling(dwelling, DwellingTab::Sheet).path()>
                            {text::open_dwelling()}
                        </LinkButton>
                    }
                })
            }}
            {move || match (available.get(), writing.get()) {
                _ if !case.may_write => ().into_any(),
                (true, true) => view! { <Propose case dwelling saved/> }.into_any(),
                (true, false) => view! {
                    <Button
                        kind=ButtonKind::Primary
                        on_click=move |()| case.drafts.update(|drafts| drafts.offer.writing = true)
                    >
                        {text::propose()}
                    </Button>
                }
                .into_any(),
                (false, _) => view! { <p>{text::not_ready()}</p> }.into_any(),
            }}
        </section>
    }
}

/// One reason, with its sign in shape and word.
fn reason((outcome, sentence): (Outcome, String)) -> impl IntoView {
    let icon = match outcome {
        Outcome::Met => "it-check-circle",
        Outcome::NotMet => "it-close-circle",
        Outcome::Unknown => "it-help-circle",
    };
    view! {
        <li class="reason" data-outcome=outcome.key()>
            <Icon name=icon/>
            <span class="visually-hidden">{soglia_wording::outcome(outcome, language())} ": "</span>
            <span>{sentence}</span>
        </li>
    }
}
