// SPDX-License-Identifier: AGPL-3.0-or-later
//! Rooms and other spaces as measured, each saved at once, and the surfaces that follow from them.
use crate::prelude::*;
use crate::{
    record::{FormField, Subject, VerbForm, keys_of},
    state::{State, keep_draft},
    text::{dwellings::measures as text, language},
    ui::{ButtonKind, SavedHint, Summary, SummaryLine, focus_by_id},
};
use soglia_domain::{
    answer::Answer,
    area::{FloorArea, FloorAreaError, SurfaceKind},
    dwelling::{Dwelling, DwellingAnswer, DwellingQuestion, Verb},
    measure::{HEIGHTS_CM, MeasuredSpace, SpaceKind, cadastral_area, conventional_area, usable_area},
    rulebook::Rules,
    said::{Said, Sayable as _},
    shape::Shape,
};
use soglia_wording as wording;

/// The field of the measurements.
const FIELD: &str = DwellingQuestion::MeasuredSpaces.key();

/// The field to which the focus goes for the next space.
const AREA: &str = "measure-area";

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

/// The form of one more space. What it is stays for the next one: rooms follow rooms.
fn adding(subject: Subject<Dwelling>, refused: RwSignal<Option<String>>) -> AnyView {
    let name = format!("measure/{}", subject.key);
    let kind = FormField::new("measure-kind", text::kind(), Shape::Choice(keys_of!(SpaceKind)))
        .with_words(|key| {
            let kind = SpaceKind::of(&Said::Choice(key));
            kind.map_or("", |kind| wording::space_kind(kind, language()))
                .to_owned()
        })
        .required(text::kind_missing());
    let area = FormField::new(AREA, text::area(), Shape::Area)
        .with_help(text::area_help())
        .required(wording::area_error(FloorAreaError::Empty, language()));
    let [least, most] = [HEIGHTS_CM.start(), HEIGHTS_CM.end()].map(|cm| i64::from(*cm));
    let height = FormField::new("measure-height", text::height(), Shape::Whole { least, most })
        .with_help(text::height_help())
        .with_mending(text::height_wrong());
    let fields = vec![kind.clone(), area.clone(), height.clone()];
    let kept = name.clone();
    let on_send = Callback::new(move |()| {
        let (Some(kind), Some(size)) = (kind.get(), area.get()) else {
            return;
        };
        let mut spaces = untrack(|| spaces_of(subject));
        spaces.push(MeasuredSpace {
            kind,
            area: size,
            height_cm: height.get(),
        });
        record(subject, refused, spaces);
        // The form stays, so what was typed is let go here: a reload would offer the same space once more.
        keep_draft(&kept, None);
        area.begin_anew();
        height.begin_anew();
        focus_by_id(AREA);
    });
    let form = VerbForm {
        name,
        fields,
        send: text::add().to_owned(),
        kind: ButtonKind::Outline,
        on_send,
        refused: Signal::derive(move || refused.get().or_else(|| subject.why_back(FIELD))),
        cancel: None,
    };
    view! { <div class="measure-form" data-test="measure-form">{form.draw()}</div> }
}
