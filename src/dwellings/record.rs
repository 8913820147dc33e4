// SPDX-License-Identifier: AGPL-3.0-or-later
//! One dwelling: title, key facts, what to do next, and the part of the record that is open.
use super::{id_of, photos::photos, rent::rent, row, sheet::sheet};
use crate::prelude::*;
use crate::{
    app::parts::{PIECE, part},
    record::{Fact, RecordHead, Standing, Subject, came_back, history, next_step, reviews},
    routes::{Address, DwellingTab},
    session::may::may,
    sharing,
    state::State,
    text::{dwellings as text, language, map as map_text, photos as photo_text, sharing as sharing_text},
    ui::{ButtonKind, EmptyState, LinkButton, PageHead},
};
use soglia_domain::{
    action::Action,
    area::SurfaceKind,
    dwelling::{Dwelling, DwellingQuestion, DwellingStateKind, Verb as DwellingVerb},
    id::DwellingId,
    rent::{RentTier, rent_ceiling},
    rooms::Verb,
    shared_link::{SharedView, Verb as LinkVerb},
};
use soglia_wording as wording;

/// Draws a part of the page that travels apart.
type Draw = fn(Subject<Dwelling>) -> AnyView;

/// The same of a part that stands outside of dwellings.
type DrawLinks = fn(SharedView) -> AnyView;

/// The record of one dwelling.
#[component]
pub fn RecordPage(
    /// Which dwelling.
    id: DwellingId,
    /// Which part of its page.
    #[prop(into)]
    tab: Signal<DwellingTab>,
) -> impl IntoView {
    let subject = Subject::open(id);
    let standing = subject.standing();
    move || match standing.get() {
        Standing::Opening => view! { <p class="muted" role="status">{text::loading()}</p> },
        Standing::Missing => missing(),
        Standing::Here => here(subject, tab),
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

fn here(subject: Subject<Dwelling>, tab: Signal<DwellingTab>) -> AnyView {
    let title = Signal::derive(move || subject.read(|dwelling| dwelling.code.clone()));
    let state = Signal::derive(move || {
        let kind = subject.read(|dwelling| Some(dwelling.state.kind()));
        kind.map(|kind| {
            (
                row::tone(kind),
                wording::dwelling_state(kind, language()).to_owned(),
            )
        })
        .unwrap_or_default()
    });
    let invented = Memo::new(move |_| subject.read(|dwelling| dwelling.demonstration));
    let pending = Memo::new(move |_| subject.has_pending());
    let more = move || {
        let help = || view! { <p class="muted">{text::invented_help()}</p> };
        invented.get().then(help).into_any()
    };
    let tools = move || on_map(subject);
    let id = id_of(subject);
    let parts = [
        (DwellingTab::Sheet, text::tab_sheet()),
        (DwellingTab::Rent, text::tab_rent()),
        (DwellingTab::Photos, photo_text::tab()),
        (DwellingTab::Sharing, sharing_text::tab()),
        (DwellingTab::History, text::tab_history()),
    ]
    .into_iter()
    // A partner gives out no links.
    .filter(|(tab, _)| *tab != DwellingTab::Sharing || may(LinkVerb::Revoke {}))
    .map(|(tab, label)| (Address::Dwelling(id, tab).path(), label.to_owned()))
    .collect::<Vec<_>>();
    let next = view! { <NextStep subject tab/> };
    view! {
        <RecordHead
            title state invented pending list=Address::Dwellings facts=facts(subject) tools more next parts
            label=text::parts()
        />
        {reviews(subject.desk())}
        {came_back(subject.desk(), |_| false)}
        <div class="record-part">
            {move || match tab.get() {
                DwellingTab::Sheet => sheet(subject),
                DwellingTab::Rent => {
                    let part = part!(dwelling_rent in rent: rent, Draw);
                    part.show(PIECE, move |rent| rent(subject))
                }
                DwellingTab::Photos => {
                    let part = part!(dwelling_photos in photos: photos, Draw);
                    part.show(PIECE, move |photos| photos(subject))
                }
                DwellingTab::Sharing => {
                    let part = part!(dwelling_sharing in sharing: sharing::section, DrawLinks);
                    part.show(PIECE, move |sharing| sharing(SharedView::Contractor { dwelling: id }))
                }
                DwellingTab::History => history(subject.desk(), source),
            }}
        </div>
    }
    .into_any()
}

/// The way to its place on the map.
fn on_map(subject: Subject<Dwelling>) -> AnyView {
    live(move || {
        let code = subject.read(|dwelling| {
            let is_placed = dwelling.facts.position.known().is_some();
            is_placed.then(|| dwelling.code.clone())
        });
        code.map(|code| {
            let href = format!("{}?q={code}", Address::Map.path());
            view! {
                <LinkButton kind=ButtonKind::Plain href icon="it-map-marker" test="on-map">
                    {map_text::see_on_map()}
                </LinkButton>
            }
        })
        .into_any()
    })
}

/// A list that was imported, in the place of a device.
fn source(action: &Action) -> Option<&'static str> {
    matches!(&action.verb, Verb::Dwelling(DwellingVerb::Import { .. })).then(text::via_import)
}

/// Where it is, whose it was, how large, and its highest rents.
fn facts(subject: Subject<Dwelling>) -> Vec<Fact> {
    let state = expect_context::<State>();
    let ceilings = move || {
        let rules = state.rules();
        let area = subject.read(|dwelling| dwelling.facts.surface(rules.cap_surface_kind(), &rules));
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
        let number = subject.read(|dwelling| dwelling.facts.municipio.known().copied());
        number.map(|number| format!(", {}", text::municipio(number)))
    };
    let size = move || {
        let usable = subject.read(|dwelling| dwelling.facts.surface(SurfaceKind::Usable, &state.rules()));
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
    vec![
        Fact::of_itself(text::address(), view! { {address} {municipio} }),
        Fact::of_itself(text::size(), size),
        Fact::new(text::monthly_ceilings(), text::monthly_ceilings_brief(), ceilings),
        Fact::of_itself(text::origin(), origin),
    ]
}

/// What stands in the way of a household, in one sentence with the way to mend it.
#[component]
fn NextStep(subject: Subject<Dwelling>, tab: Signal<DwellingTab>) -> impl IntoView {
    let shared = expect_context::<State>();
    move || {
        let rules = shared.rules();
        let (state, holder, measured) = subject.read(|dwelling| {
            Some((
                dwelling.state.kind(),
                dwelling.state.household(),
                dwelling.facts.surface(rules.cap_surface_kind(), &rules).is_some(),
            ))
        })?;
        let id = id_of(subject);
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
        // The button rests while the person is there already.
        let here = Address::Dwelling(id, tab.get()).path();
        let action = action.filter(|(href, _)| *href != here);
        Some(next_step(
            sentence,
            action.map(
                |(href, label)| view! { <LinkButton kind=ButtonKind::Primary href>{label}</LinkButton> },
            ),
        ))
    }
}
