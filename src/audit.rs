// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who looked at what, for auditors: filters, lines, and the same as a file.
use crate::prelude::*;
use crate::{
    state::{AuditWanted, HttpTrouble, State},
    text::{audit as text, language},
    ui::{Button, ButtonKind, DateField, Notice, PageHead, Tone, plain_field, plain_select},
};
use leptos::{ev::SubmitEvent, task::spawn_local};
use soglia_domain::{
    answer::Answer,
    calendar::{Day, RomeTime, Timestamp},
};
use soglia_sync::wire::AuditedLine;
use soglia_wording as wording;
use std::sync::Arc;

/// A line that was told more than this after it was done was done without a network.
const LATER_MS: i64 = 60_000;

/// How far the lines are.
#[derive(Clone, Copy, PartialEq)]
enum Asked {
    Asking,
    Here,
    Offline,
    Failed,
}

/// What filters and lines share.
#[derive(Clone, Copy)]
struct Board {
    state: State,
    asked: RwSignal<Asked>,
    lines: RwSignal<Arc<Vec<AuditedLine>>>,
    more: RwSignal<bool>,
    wanted: RwSignal<AuditWanted>,
}

impl Board {
    /// Asks for the newest lines, or for those before what is here.
    fn ask(self, older: bool) {
        let before = self.lines.with_untracked(|lines| lines.last().map(|line| line.n));
        let before = before.filter(|_| older);
        self.asked.set(Asked::Asking);
        spawn_local(async move {
            let wanted = self.wanted.get_untracked();
            let asked = match self.state.audit(&wanted, before).await {
                Ok(told) => {
                    let kept = self.lines.with_untracked(|lines| lines.to_vec());
                    let kept = if before.is_some() { kept } else { Vec::new() };
                    let lines = kept.into_iter().chain(told.lines).collect();
                    self.lines.try_set(Arc::new(lines));
                    self.more.try_set(told.more);
                    Asked::Here
                }
                Err(HttpTrouble::NoNetwork) => Asked::Offline,
                Err(_) => Asked::Failed,
            };
            self.asked.try_set(asked);
        });
    }
}

/// The page.
pub fn page() -> AnyView {
    let board = Board {
        state: expect_context(),
        asked: RwSignal::new(Asked::Asking),
        lines: RwSignal::new(Arc::default()),
        more: RwSignal::new(false),
        wanted: RwSignal::new(AuditWanted::default()),
    };
    board.ask(false);
    view! {
        <div class="page">
            <PageHead title=text::title() />
            <p class="muted">{text::lead()}</p>
            {filters(board)}
            {live(move || told(board))}
            {live(move || table(board))}
        </div>
    }
}

/// The first moment of a day in Milan.
fn begins(day: Day) -> i64 {
    RomeTime { day, minute: 0 }.latest_ms()
}

fn filters(board: Board) -> AnyView {
    let (person, about) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let deed = RwSignal::new(String::new());
    let (from, until) = (RwSignal::new(Answer::NotAsked), RwSignal::new(Answer::NotAsked));
    let deeds = std::iter::once((String::new(), text::every_deed().to_owned()));
    let deeds = deeds.chain(text::DEEDS.map(|key| (key.to_owned(), text::deed_word(key).to_owned())));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        board.wanted.set(AuditWanted {
            person: person.get_untracked(),
            deed: deed.get_untracked(),
            about: about.get_untracked(),
            from_ms: from.get_untracked().known().map(|day: &Day| begins(*day)),
            until_ms: until
                .get_untracked()
                .known()
                .map(|day: &Day| begins(day.plus_days(1))),
        });
        board.ask(false);
    };
    let file = move |()| {
        spawn_local(async move {
            let wanted = board.wanted.get_untracked();
            match board.state.audit_file(&wanted, "registro.csv").await {
                Ok(true) => {}
                Err(HttpTrouble::NoNetwork) => drop(board.asked.try_set(Asked::Offline)),
                Ok(false) | Err(_) => drop(board.asked.try_set(Asked::Failed)),
            }
        });
    };
    view! {
        <form class="audit-filters" aria-label=text::filters() on:submit=submit novalidate data-test="audit-filters">
            {plain_field("audit-person", text::person(), "", person)}
            {plain_select("audit-deed", text::deed(), deeds.collect(), deed)}
            {plain_field("audit-about", text::about(), "", about)}
            <DateField id="audit-from" label=text::from() value=from on_answer=move |day| from.set(day) required=true />
            <DateField id="audit-until" label=text::until() value=until on_answer=move |day| until.set(day) required=true />
            <div class="button-row">
                <Button kind=ButtonKind::Primary icon="it-search" submit=true>{text::search()}</Button>
                <Button test="audit-file" on_click=file>{text::file()}</Button>
            </div>
        </form>
    }
}

/// How the search went.
fn told(board: Board) -> AnyView {
    let trouble = move |why: &'static str| {
        view! {
            <Notice tone=Tone::Warn>
                <p>{why}</p>
                <Button on_click=move |()| board.ask(false)>{text::again()}</Button>
            </Notice>
        }
    };
    match board.asked.get() {
        Asked::Asking => view! { <p class="muted" role="status">{text::asking()}</p> },
        Asked::Offline => trouble(text::offline()),
        Asked::Failed => trouble(text::failed()),
        Asked::Here => {
            let n = board.lines.with(|lines| lines.len());
            let said = match n {
                0 => text::none().to_owned(),
                n => text::n_lines(n, board.more.get()),
            };
            view! { <p class="muted" role="status">{said}</p> }
        }
    }
}

fn table(board: Board) -> AnyView {
    let lines = board.lines.get();
    if lines.is_empty() {
        return ().into_any();
    }
    let rows = lines.iter().map(|line| row(board, line)).collect_view();
    let more = move || {
        board
            .more
            .get()
            .then(|| view! { <Button on_click=move |()| board.ask(true)>{text::more()}</Button> })
    };
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=text::title()>
            <table class="table" data-test="audit-lines">
                <thead>
                    <tr>
                        <th scope="col">{text::when()}</th>
                        <th scope="col">{text::who()}</th>
                        <th scope="col">{text::what()}</th>
                        <th scope="col">{text::with_what()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {more}
    }
    .into_any()
}

fn row(board: Board, line: &AuditedLine) -> AnyView {
    let moment = |ms: i64| {
        let at = Timestamp { ms, counter: 0 };
        wording::moment(board.state.local_ms(at), language())
    };
    let later = (line.told_ms - line.at_ms > LATER_MS)
        .then(|| format!("{} {}", text::told_later(), moment(line.told_ms)));
    let later = later.map(|later| view! { <span class="muted">{later}</span> });
    let who = if line.name.is_empty() {
        text::nobody().to_owned()
    } else {
        line.name.clone()
    };
    let role = line.role.map(|role| wording::role(role, language()));
    let about = (!line.about.is_empty()).then(|| {
        view! { <span title=line.about.clone()>{text::about_word(&line.about)}</span> }
    });
    view! {
        <tr data-deed=line.deed.clone()>
            <td>{moment(line.at_ms)} " " {later}</td>
            <td>{who} " " {role.map(|role| view! { <span class="muted">{role}</span> })}</td>
            <td>{text::deed_word(&line.deed)} " " <span class="muted">{text::note_word(&line.note)}</span></td>
            <td>{about}</td>
        </tr>
    }
}
