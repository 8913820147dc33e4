// SPDX-License-Identifier: AGPL-3.0-or-later
//! One dwelling in the list, and the words for what a row knows.
use crate::prelude::*;
use crate::{
    routes::Address,
    state::{Hit, Matched},
    text::{dwellings as text, language},
    ui::{StateTag, Tone},
};
use soglia_domain::dwelling::Row as DwellingRow;
use soglia_domain::{
    area::{FloorArea, Rooms},
    dwelling::DwellingStateKind,
    rent::RentTier,
    rent::rent_ceiling,
    rulebook::Rules,
};
use soglia_wording as wording;

/// Height of a row in pixels: three lines of text and the space around them.
pub(super) const HEIGHT: f64 = 136.0;

/// How a state is coloured wherever it is named.
pub(crate) fn tone(state: DwellingStateKind) -> Tone {
    match state {
        DwellingStateKind::Ready => Tone::Good,
        DwellingStateKind::Reserved | DwellingStateKind::UnderWorks => Tone::Info,
        DwellingStateKind::ToAssess | DwellingStateKind::ToRefurbish => Tone::Warn,
        DwellingStateKind::Occupied | DwellingStateKind::OutOfStock => Tone::Neutral,
    }
}

/// "via Padova 80", or that it is not known.
pub(crate) fn street(row: &DwellingRow) -> String {
    if row.street.is_empty() {
        text::address_unknown().to_owned()
    } else {
        row.street.clone()
    }
}

/// "Milano, Municipio 3".
pub(crate) fn place(row: &DwellingRow) -> String {
    match row.municipio {
        Some(number) if row.municipality.is_empty() => text::municipio(number),
        Some(number) => format!("{}, {}", row.municipality, text::municipio(number)),
        None => row.municipality.clone(),
    }
}

/// The measured surface, else the size of the list as what it is, else that it must be measured.
pub(super) fn size(row: &DwellingRow) -> String {
    if let Some(area) = row.usable_area() {
        wording::area(area, language())
    } else if let Some(area) = row.listed_hundredths.and_then(FloorArea::from_hundredths) {
        text::area_listed(&wording::area(area, language()))
    } else if let Some(rooms) = row.listed_rooms {
        wording::rooms(Rooms(rooms), language())
    } else {
        text::surface_unknown().to_owned()
    }
}

/// Both monthly ceilings, where the surface is measured.
pub(super) fn ceilings(row: &DwellingRow, rules: &Rules) -> Option<String> {
    let area = row.surface(rules.cap_surface_kind())?;
    let monthly = |tier| wording::money(rent_ceiling(area, tier, rules).monthly, language());
    Some(text::ceilings_line(
        &monthly(RentTier::Capped),
        &monthly(RentTier::ReducedCapped),
    ))
}

fn matched_by(matched: Matched) -> Option<String> {
    let by = match matched {
        Matched::Code => text::by_code(),
        Matched::Address => text::by_address(),
        Matched::Municipality => text::by_municipality(),
        // The other reasons belong to households.
        _ => return None,
    };
    Some(text::matched(by))
}

/// One row of the list; `current` when its record stands beside the list.
pub(super) fn view(hit: Hit, row: &DwellingRow, rules: &Rules, current: bool) -> AnyView {
    let href = Address::dwelling(row.id).path();
    let facts = [wording::origin(row.origin, language()).to_owned(), size(row)].join(" · ");
    let last = matched_by(hit.matched).or_else(|| ceilings(row, rules));
    view! {
        <a
            href=href
            class="list-row"
            data-test="dwelling-row"
            aria-current=current.then_some("true")
        >
            <span class="list-row-head">
                <strong>{row.code.clone()}</strong>
                <StateTag tone=tone(row.state) label=wording::dwelling_state(row.state, language())/>
                {(row.n_reviews > 0).then(|| view! { <StateTag tone=Tone::Warn label=text::to_review()/> })}
            </span>
            <span class="list-row-title">{street(row)}</span>
            <span class="list-row-line">{place(row)}</span>
            <span class="list-row-line">{facts}</span>
            {last.map(|line| view! { <span class="list-row-line">{line}</span> })}
        </a>
    }
    .into_any()
}
