// SPDX-License-Identifier: AGPL-3.0-or-later
//! The agenda as a file for the calendar of this device: visits and what is due, made here and without a network.
use crate::prelude::*;
use crate::{
    device::files,
    routes::{Address, HouseholdTab, origin},
    session::may::author,
    state::{Rows, State},
    text::{language, today as text},
    ui::{Notice, Tone},
};
use soglia_agenda::{Entry, MEDIA_TYPE, calendar};
use soglia_domain::{
    author::Author, calendar::Day, id::HouseholdId, record::Identity as _, task::Task, visit::Visit,
};
use soglia_wording::{self as wording, agenda};

/// What one entry says.
struct Line {
    id: String,
    household: HouseholdId,
    day: Day,
    hours: (Option<u16>, Option<u16>),
    title: String,
    place: String,
    note: String,
}

/// Saves the file as things stand, and says what is in it.
pub fn save() -> AnyView {
    let state = expect_context::<State>();
    let me = author();
    let lines = me
        .map(|me| state.rows.with_untracked(|rows| lines(rows, &me)))
        .unwrap_or_default();
    let name = text::agenda_file(&state.today().to_string());
    let file = written(&lines, state.now_ms());
    let (tone, sentence) = if files::download(&name, MEDIA_TYPE, file.as_bytes()) {
        (Tone::Good, text::agenda_saved(lines.len()))
    } else {
        (Tone::Bad, text::agenda_not_saved().to_owned())
    };
    view! { <Notice tone><p data-test="agenda-told">{sentence}</p></Notice> }
}

/// What awaits this person, of which a calendar needs no more than its line.
fn lines(rows: &Rows, author: &Author) -> Vec<Line> {
    let label = |household: HouseholdId| {
        let row = rows.household(household);
        row.map_or_else(String::new, |row| row.label.clone())
    };
    let mut lines = Vec::new();
    for row in rows.of_kind::<Visit>().filter(|row| row.awaits(author)) {
        let purpose = wording::visit_purpose(row.purpose, language());
        lines.push(Line {
            id: row.id.key().to_string(),
            household: row.household,
            day: row.day,
            hours: (row.from, row.to),
            title: about(purpose, &label(row.household)),
            place: row.place.clone(),
            // An end without a beginning has no place of its own in a calendar.
            note: match row.from {
                None => wording::visit_hours(None, row.to, language()).unwrap_or_default(),
                Some(_) => String::new(),
            },
        });
    }
    for row in rows.of_kind::<Task>().filter(|row| row.awaits(author)) {
        let goes_on = if row.goes_on { "…" } else { "" };
        lines.push(Line {
            id: row.id.key().to_string(),
            household: row.household,
            day: row.due,
            hours: (None, None),
            title: about(agenda::due(language()), &label(row.household)),
            place: String::new(),
            note: format!("{}{goes_on}", row.beginning),
        });
    }
    lines
}

fn about(what: &str, label: &str) -> String {
    if label.is_empty() {
        what.to_owned()
    } else {
        format!("{what}: {label}")
    }
}

fn written(lines: &[Line], now_ms: i64) -> String {
    let origin = origin();
    let links: Vec<String> = lines
        .iter()
        .map(|line| {
            let page = Address::Household(line.household, HouseholdTab::Path);
            format!("{origin}{}", page.path())
        })
        .collect();
    let entries = lines.iter().zip(&links).map(|(line, link)| Entry {
        id: &line.id,
        day: line.day,
        from: line.hours.0,
        to: line.hours.1,
        title: &line.title,
        place: &line.place,
        note: &line.note,
        link,
    });
    calendar(agenda::CALENDAR, now_ms, entries)
}
