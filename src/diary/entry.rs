// SPDX-License-Identifier: AGPL-3.0-or-later
//! One entry: when, what about, who wrote it and who reads it; its words, and the way to correct it.
use super::book::{Diary, Writing, may_write};
use crate::prelude::*;
use crate::{
    state::Open,
    text::{diary as text, language},
    ui::{Button, ButtonKind, SavedHint, StateTag, Tone, focus_by_id},
};
use soglia_domain::{
    diary_entry::{DiaryEntry, Row},
    id::DiaryEntryId,
    record::{Identity as _, LogPosition},
    rooms::Room as _,
};
use soglia_wording as wording;

/// The place of an entry in the page.
fn place_of(id: DiaryEntryId) -> String {
    format!("entry-{id}")
}

/// One entry of the list.
pub(super) fn entry(diary: Diary, id: DiaryEntryId, entries: Memo<Vec<Row>>) -> AnyView {
    let row = Memo::new(move |_| {
        diary
            .state
            .rows
            .with(|rows| rows.row::<DiaryEntry>(id.key()).cloned())
    });
    let corrected_by = Memo::new(move |_| {
        entries.with(|entries| {
            let newer = entries.iter().find(|row| row.corrects == Some(id));
            newer.map(|row| row.id)
        })
    });
    live(move || match row.get() {
        Some(row) => drawn(diary, &row, corrected_by, entries),
        None => ().into_any(),
    })
}

fn drawn(
    diary: Diary,
    row: &Row,
    corrected_by: Memo<Option<DiaryEntryId>>,
    entries: Memo<Vec<Row>>,
) -> AnyView {
    let id = row.id;
    let pending = Signal::stored(row.position == LogPosition(0));
    let who = format!(
        "{}, {}, {}",
        row.by_name,
        wording::role(row.role, language()),
        wording::moment(diary.state.local_ms(row.at), language()),
    );
    let corrects = row.corrects.map(|before| corrects(before, entries));
    let words = words(diary, row);
    let corrected = move || {
        corrected_by.get().map(|newer| {
            let target = place_of(newer);
            view! {
                <p class="diary-corrected">
                    {text::corrected()} " "
                    <Button kind=ButtonKind::Plain on_click=move |()| focus_by_id(&target)>{text::to_correction()}</Button>
                </p>
            }
        })
    };
    let correct = move || {
        (corrected_by.get().is_none() && may_write(diary.household)).then(|| {
            view! {
                <Button kind=ButtonKind::Plain on_click=move |()| diary.open(Writing::Correction(id))>
                    {text::correct()}
                </Button>
            }
        })
    };
    view! {
        <li
            class="timeline-entry diary-entry"
            id=place_of(id)
            tabindex="-1"
            data-test="diary-entry"
            data-corrected=move || corrected_by.get().is_some().to_string()
        >
            <p class="diary-head">
                <strong>{wording::day_short(row.day, language())}</strong>
                <StateTag tone=Tone::Neutral label=wording::entry_topic(row.topic, language())/>
                <StateTag tone=Tone::Info label=wording::circle(row.circle, language())/>
                <SavedHint pending/>
            </p>
            {corrects}
            {words}
            {corrected}
            <p class="timeline-who">{who} " " {correct}</p>
        </li>
    }
}

/// Which entry this one corrects.
fn corrects(before: DiaryEntryId, entries: Memo<Vec<Row>>) -> AnyView {
    let day = entries.with_untracked(|entries| {
        let row = entries.iter().find(|row| row.id == before);
        row.map(|row| wording::day_short(row.day, language()))
    });
    let target = place_of(before);
    view! {
        <p class="diary-corrects">
            <a
                href=format!("#{target}")
                on:click=move |event| {
                    event.prevent_default();
                    focus_by_id(&target);
                }
            >
                {text::corrects()} " " {day}
            </a>
        </p>
    }
}

/// The words: how they begin, and all of them once somebody asks.
fn words(diary: Diary, row: &Row) -> AnyView {
    let beginning = row.beginning.clone();
    if !row.goes_on {
        return view! { <p class="diary-words">{beginning}</p> };
    }
    let id = row.id;
    let is_open = RwSignal::new(false);
    live(move || {
        if is_open.get() {
            return whole(diary, id);
        }
        let beginning = format!("{}…", beginning.trim_end());
        view! {
            <p class="diary-words">{beginning}</p>
            <Button kind=ButtonKind::Plain on_click=move |()| is_open.set(true)>{text::read_all()}</Button>
        }
    })
}

fn whole(diary: Diary, id: DiaryEntryId) -> AnyView {
    let open = diary.state.record(move || id.key());
    live(move || match open.get() {
        Open::Loading => view! { <p class="visually-hidden" role="status">{text::opening()}</p> },
        Open::Missing => view! { <p class="muted">{text::gone()}</p> },
        Open::Here(shown) => {
            let words = DiaryEntry::of(&shown.stored.record).map(|entry| entry.text.clone());
            view! { <p class="diary-words">{words}</p> }
        }
    })
}
