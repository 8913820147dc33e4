// SPDX-License-Identifier: AGPL-3.0-or-later
//! What rests in the archive.
use super::board::{Board, Form, day};
use crate::prelude::*;
use crate::{
    text::{archive as text, shell},
    ui::{Button, ButtonKind, focus_soon, plain_field, plain_select},
};
use leptos::ev::SubmitEvent;
use soglia_domain::{calendar::RomeTime, record::Key};
use soglia_sync::wire::{AskErasure, ErasureReason, ErasureState, KnownArchived, ReopenReason};

pub(super) fn section(board: Board) -> AnyView {
    let lines = move || {
        let archived = board.archived.get();
        archived
            .iter()
            .map(|archived| line(board, archived))
            .collect_view()
    };
    let none = move || {
        let none = board.archived.with(|archived| archived.is_empty());
        none.then(|| view! { <p class="muted">{text::in_archive_none()}</p> })
    };
    view! {
        <section aria-labelledby="archive-shelf">
            <h2 id="archive-shelf">{text::in_archive()}</h2>
            {none}
            <ul class="stack outbox" data-test="archive-shelf">{lines}</ul>
        </section>
    }
    .into_any()
}

fn line(board: Board, archived: &KnownArchived) -> AnyView {
    let key = archived.record;
    let name = text::called(&archived.name);
    let opened = RomeTime::of_ms(archived.opened_ms).day.year();
    let rests = text::rests(&day(archived.at_ms), &archived.by, archived.n_members, opened);
    let spoken = name.clone();
    let below = live(move || match board.form.get() {
        Form::TakeOut(open) if open == key => take_out(board, key),
        Form::AskErasure(open) if open == key => ask_erasure(board, key),
        _ => buttons(board, key, &spoken),
    });
    view! {
        <li class="outbox-row" data-test="archived">
            <div class="account">
                <p class="outbox-head"><strong class="outbox-what">{name}</strong></p>
                <p class="muted">{rests}</p>
            </div>
            {below}
        </li>
    }
    .into_any()
}

fn buttons(board: Board, key: Key, name: &str) -> AnyView {
    let is_asked = board.erasures.with(|erasures| {
        let mut of_it = erasures.iter().filter(|erasure| erasure.record == key);
        of_it.any(|erasure| erasure.state == ErasureState::Asked)
    });
    let begin = move |_| {
        board.open(Form::TakeOut(key));
        focus_soon("archive-reopen-why");
    };
    let ask = move |_| {
        board.open(Form::AskErasure(key));
        focus_soon("archive-act");
    };
    let spoken = (
        format!("{}: {name}", text::reopen()),
        format!("{}: {name}", text::erase()),
    );
    view! {
        <div class="button-row">
            <button type="button" class="btn btn-outline-primary" aria-label=spoken.0 data-test="archive-reopen" on:click=begin>
                {text::reopen()}
            </button>
            {(!is_asked).then(|| view! {
                <button type="button" class="btn btn-plain" aria-label=spoken.1 data-test="archive-ask-erasure" on:click=ask>
                    {text::erase()}
                </button>
            })}
        </div>
    }
    .into_any()
}

fn take_out(board: Board, key: Key) -> AnyView {
    let why = RwSignal::new(ReopenReason::Returned.key().to_owned());
    let options =
        ReopenReason::ALL.map(|reason| (reason.key().to_owned(), text::reopen_word(reason).to_owned()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let chosen = why.get_untracked();
        let reason = ReopenReason::ALL
            .into_iter()
            .find(|reason| reason.key() == chosen);
        let Some(reason) = reason else { return };
        let state = board.state;
        board.run(async move { state.take_out_of_archive(key, reason).await });
    };
    view! {
        <form class="form-narrow" on:submit=submit novalidate data-test="archive-reopen-form">
            {plain_select("archive-reopen-why", text::reopen_why(), options.to_vec(), why)}
            <p class="form-text">{text::reopen_help()}</p>
            <div class="button-row">
                <Button kind=ButtonKind::Primary submit=true>{text::reopen()}</Button>
                <Button kind=ButtonKind::Plain on_click=move |()| board.open(Form::None)>{shell::cancel()}</Button>
            </div>
        </form>
    }
    .into_any()
}

fn ask_erasure(board: Board, key: Key) -> AnyView {
    let (act, why) = (
        RwSignal::new(String::new()),
        RwSignal::new(ErasureReason::Term.key().to_owned()),
    );
    let options =
        ErasureReason::ALL.map(|reason| (reason.key().to_owned(), text::reason_word(reason).to_owned()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(reason) = ErasureReason::parse(&why.get_untracked()) else {
            return;
        };
        let asked = AskErasure {
            record: key,
            act: act.get_untracked(),
            reason,
        };
        if asked.act.trim().is_empty() {
            board.error.set(Some(text::act_missing()));
            focus_soon("archive-act");
            return;
        }
        let state = board.state;
        board.run(async move { state.ask_erasure(&asked).await });
    };
    view! {
        <form class="form-narrow" on:submit=submit novalidate data-test="archive-erasure-form">
            {plain_field("archive-act", text::act(), text::act_help(), act)}
            {plain_select("archive-erase-why", text::erase_why(), options.to_vec(), why)}
            <div class="button-row">
                <Button kind=ButtonKind::Primary submit=true>{text::ask_send()}</Button>
                <Button kind=ButtonKind::Plain on_click=move |()| board.open(Form::None)>{shell::cancel()}</Button>
            </div>
        </form>
    }
    .into_any()
}
