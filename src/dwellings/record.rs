// SPDX-License-Identifier: AGPL-3.0-or-later
//! One dwelling: title, key facts, what to do next, and the part of the record that is open.
use super::{history::history, photos::photos, rent::rent, row, sheet::sheet, subject::Subject};
use crate::prelude::*;
use crate::{
    deliveries::row::Refused,
    reviews::reviews,
    routes::{Address, DwellingTab},
    state::{Open, State},
    text::{dwellings as text, dwellings::photos as photo_text, language},
    ui::{ButtonKind, EmptyState, LinkButton, PageHead, StateTag, SubNav, Summary, SummaryLine},
};
use soglia_domain::{
    area::SurfaceKind,
    dwelling::{DwellingQuestion, DwellingStateKind},
    household::RentTier,
    id::DwellingId,
    record::RecordKey,
    rent::rent_ceiling,
};
use soglia_wording as wording;

/// The record of one dwelling.
#[component]
pub fn RecordPage(
    #[prop(into)] id: Signal<DwellingId>,
    #[prop(into)] tab: Signal<DwellingTab>,
) -> impl IntoView {
    let state = expect_context::<State>();
    let open = state.record(move || RecordKey::Dwelling(id.get()));
    let subject = Subject::of(id, open);
    // The frame is drawn again only when the record comes or goes; what it shows follows by itself.
    let stage = Memo::new(move |_| {
        open.with(|open| match open {
            Open::Loading => None,
            Open::Missing => Some(false),
            Open::Here(_) => Some(true),
        })
    });
    move || match stage.get() {
        None => view! { <p class="muted" role="status">{text::loading()}</p> }.into_any(),
        Some(false) => missing(),
        Some(true) => here(subject, tab),
    }
}

fn missing() -> AnyView {
    view! {
        <PageHead title=text::missing_title()/>
        <EmptyState title=text::missing_title() text=text::missing_help()>
            <LinkButton href=Address::Dwellings.path()>{text::back_to_list()}</LinkButton>
        </EmptyState>
    }
    .into_any()
}

fn here(subject: Subject, tab: Signal<DwellingTab>) -> AnyView {
    let title = Signal::derive(move || subject.read(|dwelling| dwelling.code.clone()).unwrap_or_default());
    let tag = move || {
        subject.read(|dwelling| {
            let kind = dwelling.state.kind();
            view! {
                <StateTag tone=row::tone(kind) label=wording::dwelling_state(kind, language())/>
                {dwelling.demonstration.then(|| view! { <StateTag label=text::demonstration()/> })}
            }
        })
    };
    let items = move || {
        let id = subject.id.get();
        [
            (DwellingTab::Sheet, text::tab_sheet()),
            (DwellingTab::Rent, text::tab_rent()),
            (DwellingTab::Photos, photo_text::tab()),
            (DwellingTab::History, text::tab_history()),
        ]
        .map(|(tab, label)| (Address::Dwelling(id, tab).path(), label.to_owned()))
        .to_vec()
    };
    view! {
        <p class="back-link"><a href=Address::Dwellings.path()>{text::back_to_list()}</a></p>
        <PageHead title tag=tag.into_any()/>
        {move || {
            subject
                .read(|dwelling| dwelling.demonstration)
                .unwrap_or_default()
                .then(|| view! { <p class="muted">{text::demonstration_help()}</p> })
        }}
        {reviews(Signal::derive(move || subject.shown()), true)}
        {came_back(subject)}
        <KeyFacts subject/>
        <NextStep subject/>
        {move || view! { <SubNav items=items() label=text::parts()/> }}
        {move || match tab.get() {
            DwellingTab::Sheet => sheet(subject),
            DwellingTab::Rent => rent(subject),
            DwellingTab::Photos => photos(subject),
            DwellingTab::History => history(subject),
        }}
    }
    .into_any()
}

/// Changes of this dwelling that came back, each with the reason and what can be done.
fn came_back(subject: Subject) -> AnyView {
    let ids = Memo::new(move |_| {
        let shown = subject.shown();
        shown.map_or_else(Vec::new, |shown| {
            shown.refused.iter().map(|entry| entry.change.id).collect()
        })
    });
    view! {
        <Show when=move || !ids.with(Vec::is_empty)>
            <ul class="stack outbox">
                <For each=move || ids.get() key=|id| *id children=move |id| view! { <Refused id=id/> } />
            </ul>
        </Show>
    }
}

#[component]
fn KeyFacts(subject: Subject) -> impl IntoView {
    let state = expect_context::<State>();
    let ceilings = move || {
        let rules = state.rules();
        let area = subject
            .read(|dwelling| dwelling.facts.surface(rules.cap_surface_kind(), &rules))
            .flatten();
        area.map_or_else(
            || text::surface_unknown().to_owned(),
            |area| {
                let monthly = |tier| wording::money(rent_ceiling(area, tier, &rules).monthly, language());
                text::two_ceilings(&monthly(RentTier::Capped), &monthly(RentTier::ReducedCapped))
            },
        )
    };
    let address = move || {
        subject
            .in_words(DwellingQuestion::Address)
            .unwrap_or_else(|| text::address_unknown().to_owned())
    };
    let municipio = move || {
        let number = subject
            .read(|dwelling| dwelling.facts.municipio.known().copied())
            .flatten();
        number.map(|number| format!(", {}", text::municipio(number)))
    };
    let size = move || {
        let usable = subject
            .read(|dwelling| dwelling.facts.surface(SurfaceKind::Usable, &state.rules()))
            .flatten();
        usable
            .map(|area| wording::area(area, language()))
            .or_else(|| {
                subject
                    .in_words(DwellingQuestion::ListedSize)
                    .map(|size| text::area_listed(&size))
            })
            .unwrap_or_else(|| text::surface_unknown().to_owned())
    };
    let origin = move || subject.read(|dwelling| wording::origin(dwelling.origin, language()).to_owned());
    view! {
        <Summary>
            <SummaryLine term=text::address()>{address} {municipio}</SummaryLine>
            <SummaryLine term=text::origin()>{origin}</SummaryLine>
            <SummaryLine term=text::size()>{size}</SummaryLine>
            <SummaryLine term=text::monthly_ceilings()>{ceilings}</SummaryLine>
        </Summary>
    }
    .into_any()
}

/// What stands in the way of a household, in one sentence with the way to mend it.
#[component]
fn NextStep(subject: Subject) -> impl IntoView {
    let shared = expect_context::<State>();
    move || {
        let rules = shared.rules();
        let (state, holder, measured) = subject.read(|dwelling| {
            (
                dwelling.state.kind(),
                dwelling.state.household(),
                dwelling.facts.surface(rules.cap_surface_kind(), &rules).is_some(),
            )
        })?;
        let id = subject.id.get();
        let measure = Address::Dwelling(id, DwellingTab::Rent).path();
        let (sentence, action) = match state {
            DwellingStateKind::OutOfStock => (text::next_out(), None),
            DwellingStateKind::Occupied => (text::next_occupied(), None),
            DwellingStateKind::Reserved => (
                text::next_reserved(),
                holder.map(|holder| (Address::household(holder).path(), text::next_reserved_action())),
            ),
            _ if !measured => (text::next_measure(), Some((measure, text::next_measure_action()))),
            DwellingStateKind::ToAssess | DwellingStateKind::ToRefurbish => (text::next_assess(), None),
            DwellingStateKind::UnderWorks => (text::next_works(), None),
            DwellingStateKind::Ready => (
                text::next_ready(),
                Some((Address::Households.path(), text::next_ready_action())),
            ),
        };
        Some(view! {
            <div class="next-step">
                <p>{sentence}</p>
                {action
                    .map(|(href, label)| view! { <LinkButton kind=ButtonKind::Outline href>{label}</LinkButton> })}
            </div>
        })
    }
}
