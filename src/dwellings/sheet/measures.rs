// SPDX-License-Identifier: AGPL-3.0-or-later
//! Rooms and other spaces as measured, each saved at once, and the surfaces that follow from them.
use crate::prelude::*;
use crate::{
    record::Subject,
    state::State,
    text::{dwellings::measures as text, language},
    ui::{Button, Choice, SavedHint, Summary, SummaryLine, TextField, focus_by_id},
};
use soglia_domain::{
    answer::Answer,
    area::{FloorArea, SurfaceKind},
    dwelling::{Dwelling, DwellingAnswer, DwellingQuestion, Verb},
    measure::{HEIGHTS_CM, MeasuredSpace, SpaceKind, cadastral_area, conventional_area, usable_area},
    rulebook::Rules,
};
use soglia_wording as wording;

/// The field of the measurements.
const FIELD: &str = DwellingQuestion::MeasuredSpaces.key();

/// The measurements and what follows from them.
pub(super) fn measures(subject: Subject<Dwelling>) -> AnyView {
    let state = expect_context::<State>();
    let spaces = Memo::new(move |_| spaces_of(subject));
    let pending = Signal::derive(move || subject.is_pending(FIELD));
    let refused = RwSignal::new(None::<String>);
    let may_measure = subject.may_answer(DwellingQuestion::MeasuredSpaces);
    let list = move || {
        let measured = spaces.get();
        if measured.is_empty() {
            return view! { <p class="muted">{text::none()}</p> };
        }
        let lines = measured
            .iter()
            .enumerate()
            .map(|(at, space)| line(subject, refused, at, space, may_measure));
        view! {
            <ul class="measure-list">{lines.collect_view()}</ul>
            {surfaces(subject, &measured, &state.rules())}
        }
    };
    view! {
        <section class="record-section" data-test="measures">
            <h2>{text::heading()}</h2>
            {list}
            {may_measure.then(|| adding(subject, refused))}
            {move || pending.get().then(|| view! { <SavedHint pending/> })}
        </section>
    }
}

fn spaces_of(subject: Subject<Dwelling>) -> Vec<MeasuredSpace> {
    subject.read(|dwelling| {
        dwelling
            .facts
            .measured_spaces
            .known()
            .cloned()
            .unwrap_or_default()
    })
}

fn record(subject: Subject<Dwelling>, refused: RwSignal<Option<String>>, spaces: Vec<MeasuredSpace>) {
    let answer = if spaces.is_empty() {
        Answer::NotKnownYet
    } else {
        Answer::Known(spaces)
    };
    subject.attempt(Verb::Say(DwellingAnswer::MeasuredSpaces(answer)), refused);
}

/// One space with the way to take it out.
fn line(
    subject: Subject<Dwelling>,
    refused: RwSignal<Option<String>>,
    at: usize,
    space: &MeasuredSpace,
    may_measure: bool,
) -> AnyView {
    let (space, words) = (*space, wording::measured_space(space, language()));
    let spoken = format!("{}: {words}", text::take_out());
    let take_out = move |_| {
        let mut spaces = untrack(|| spaces_of(subject));
        // The list may have changed since it was drawn.
        if spaces.get(at) == Some(&space) {
            spaces.remove(at);
            record(subject, refused, spaces);
        }
    };
    let button = || {
        view! {
            <button type="button" class="btn btn-plain" aria-label=spoken on:click=take_out>{text::take_out()}</button>
        }
    };
    view! {
        <li class="fact" data-test="space">
            <span class="fact-value">{words}</span>
            {may_measure.then(button)}
        </li>
    }
}

/// The three surfaces, and where one was stated otherwise.
fn surfaces(subject: Subject<Dwelling>, spaces: &[MeasuredSpace], rules: &Rules) -> AnyView {
    let is_poor = subject.read(|dwelling| dwelling.facts.poor_state.known() == Some(&true));
    let has_walls = spaces.iter().any(|space| space.kind == SpaceKind::Walls);
    let one = |kind: SurfaceKind| {
        let computed = match kind {
            SurfaceKind::Usable => usable_area(spaces),
            SurfaceKind::Conventional => conventional_area(spaces, is_poor, rules),
            _ => cadastral_area(spaces, rules),
        };
        let in_words = |area: FloorArea| wording::area(area, language());
        let stated = subject.read(|dwelling| dwelling.facts.stated_surface(kind));
        let remark = match (computed, stated) {
            (Some(computed), Some(stated)) if stated != computed => text::stated_counts(&in_words(stated)),
            (Some(_), None) if kind == SurfaceKind::Cadastral && !has_walls => {
                text::without_walls().to_owned()
            }
            _ => String::new(),
        };
        let value = computed.map_or_else(|| text::not_computed().to_owned(), in_words);
        view! {
            <SummaryLine term=wording::surface_kind(kind, language())>
                <span data-test=format!("surface-{}", kind.key())>{value}</span>
                " "
                <span class="muted">{remark}</span>
            </SummaryLine>
        }
    };
    let lines = SurfaceKind::ALL.map(one).into_iter().collect_view();
    view! {
        <h3>{text::surfaces()}</h3>
        <Summary>{lines}</Summary>
    }
}

/// The form of one more space. What is typed stays until it is taken.
fn adding(subject: Subject<Dwelling>, refused: RwSignal<Option<String>>) -> AnyView {
    let kind = RwSignal::new(Answer::<String>::NotAsked);
    let (area, height) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (wrong_kind, wrong_area, wrong_height) = (
        RwSignal::new(None::<String>),
        RwSignal::new(None::<String>),
        RwSignal::new(None::<String>),
    );
    let why = move || refused.get().or_else(|| subject.why_back(FIELD));
    let add = move |()| {
        let named = kind.with_untracked(|kind| {
            SpaceKind::ALL
                .into_iter()
                .find(|one| kind.known().is_some_and(|key| key == one.key()))
        });
        let size = FloorArea::parse(&area.get_untracked());
        let high = read_height(&height.get_untracked());
        wrong_kind.set(named.is_none().then(|| text::kind_missing().to_owned()));
        wrong_area.set(
            size.err()
                .map(|error| wording::area_error(error, language()).to_owned()),
        );
        wrong_height.set(high.is_none().then(|| text::height_wrong().to_owned()));
        let (Some(kind), Ok(size), Some(height_cm)) = (named, size, high) else {
            return;
        };
        let mut spaces = untrack(|| spaces_of(subject));
        spaces.push(MeasuredSpace {
            kind,
            area: size,
            height_cm,
        });
        record(subject, refused, spaces);
        area.set(String::new());
        height.set(String::new());
        focus_by_id("measure-area");
    };
    let options = SpaceKind::ALL
        .map(|kind| {
            (
                kind.key().to_owned(),
                wording::space_kind(kind, language()).to_owned(),
            )
        })
        .to_vec();
    view! {
        <div class="measure-form" data-test="measure-form">
            <Choice id="measure-kind" label=text::kind() options value=kind on_answer=move |chosen| kind.set(chosen) error=wrong_kind/>
            <TextField
                id="measure-area"
                label=text::area()
                help=text::area_help()
                input_mode="decimal"
                value=area
                on_save=move |typed| area.set(typed)
                error=wrong_area
            />
            <TextField
                id="measure-height"
                label=text::height()
                help=text::height_help()
                input_mode="numeric"
                value=height
                on_save=move |typed| height.set(typed)
                error=wrong_height
            />
            {move || why().map(|sentence| view! { <p class="form-feedback" role="alert">{sentence}</p> })}
            <Button on_click=add>{text::add()}</Button>
        </div>
    }
}

/// A height as typed: none of it is no height, and none at all is no number.
fn read_height(typed: &str) -> Option<Option<u16>> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Some(None);
    }
    let height = typed.parse().ok()?;
    HEIGHTS_CM.contains(&height).then_some(Some(height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_height_is_whole_centimetres_or_left_open() {
        assert_eq!(read_height(" "), Some(None));
        assert_eq!(read_height(" 270 "), Some(Some(270)));
        for wrong in ["2,70", "49", "1001", "alta"] {
            assert_eq!(read_height(wrong), None, "{wrong}");
        }
    }
}
