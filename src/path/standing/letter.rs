// SPDX-License-Identifier: AGPL-3.0-or-later
//! The letter about a refusal, to read on the screen and to print by itself.
use super::place::Place;
use crate::app::parts::{PIECE, part};
use crate::prelude::*;
use crate::{
    text::{language, path::standing as text},
    ui::Button,
};
use soglia_domain::case::{Case, CaseStageKind, Letter, letter};
use soglia_wording as wording;

/// The letter, folded, as long as the refusal stands or is looked at again.
pub(super) fn folded(place: Place, case: &Case) -> Option<AnyView> {
    if !matches!(case.stage(), CaseStageKind::Refused | CaseStageKind::Appealed) {
        return None;
    }
    let case = case.clone();
    let print = |()| {
        // A browser that cannot print says so itself.
        let _ = window().print();
    };
    let words = live(move || {
        let rulebook = place.state.city_rules.with(|city| city.rulebook());
        place.household.with(|household| {
            let letter = household
                .as_ref()
                .and_then(|household| letter(&case, household, &rulebook));
            letter.map(sheet).into_any()
        })
    });
    Some(view! {
        <details data-test="letter-fold">
            <summary>{text::letter()}</summary>
            <Button icon="it-print" test="letter-print" on_click=print>{text::print()}</Button>
            {words}
        </details>
    })
}

/// The sheet is fetched when there is a letter to read.
fn sheet(letter: Letter) -> AnyView {
    let part = part!(letter_sheet in letter: |letter| written(&letter), fn(Letter) -> AnyView);
    part.show(PIECE, move |sheet| sheet(letter.clone()))
}

fn written(letter: &Letter) -> AnyView {
    let words = wording::letter(letter, language());
    let ground = |[found, written]: [String; 2]| {
        view! { <li><p>{found}</p><p class="letter-source">{written}</p></li> }
    };
    let grounds = words.grounds_title.map(|title| {
        view! { <p>{title}</p><ul>{words.grounds.into_iter().map(ground).collect_view()}</ul> }
    });
    let remedies = words.remedies.into_iter().map(|line| view! { <p>{line}</p> });
    let who = format!("{}, {}", letter.by_name, wording::role(letter.role, language()));
    view! {
        <article class="letter" data-test="letter">
            <p>{text::city()}<br/>{wording::day(letter.day, language())}</p>
            <p>{text::letter_to(&letter.to)}</p>
            <h3>{words.title}</h3>
            <p>{words.opening}</p>
            {grounds}
            <p class="letter-reason">{words.reason}</p>
            {remedies.collect_view()}
            <p>{who}</p>
        </article>
    }
}
