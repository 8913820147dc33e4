// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is asked to be erased, and what became of it.
use super::board::{Board, Form, day};
use crate::prelude::*;
use crate::{
    text::{archive as text, audit::about_word},
    ui::{Button, StateTag, Tone},
};
use soglia_domain::record::Key;
use soglia_sync::wire::{ErasureState, KnownErasure};

pub(super) fn section(board: Board) -> AnyView {
    let lines = move || {
        let erasures = board.erasures.get();
        erasures.iter().map(|erasure| line(board, erasure)).collect_view()
    };
    let none = move || {
        let none = board.erasures.with(|erasures| erasures.is_empty());
        none.then(|| view! { <p class="muted">{text::requests_none()}</p> })
    };
    view! {
        <section aria-labelledby="archive-requests">
            <h2 id="archive-requests">{text::requests()}</h2>
            {none}
            <ul class="stack outbox" data-test="erasures">{lines}</ul>
        </section>
    }
    .into_any()
}

fn line(board: Board, erasure: &KnownErasure) -> AnyView {
    let key = erasure.record;
    // Who keeps the archive knows the household by its number there, an auditor by its identity.
    let name = board.archived.with(|archived| {
        let known = archived.iter().find(|archived| archived.record == key);
        known.map(|archived| text::called(&archived.name))
    });
    let name = name.unwrap_or_else(|| about_word(&key.to_string()));
    let tone = match erasure.state {
        ErasureState::Asked => Tone::Warn,
        ErasureState::Declined => Tone::Info,
        ErasureState::Erased => Tone::Good,
    };
    let asked = text::asked_by(&erasure.asked_by, &day(erasure.asked_ms));
    let decided = erasure
        .decided_ms
        .map(|ms| format!(", {}", text::decided_by(&erasure.decided_by, &day(ms))));
    let may_decide = board.is_auditor && erasure.state == ErasureState::Asked;
    let spoken = name.clone();
    let below = may_decide.then(|| live(move || decide(board, key, &spoken)));
    view! {
        <li class="outbox-row" data-test="erasure" data-state=text::state_word(erasure.state)>
            <div class="account">
                <p class="outbox-head">
                    <strong class="outbox-what" title=key.to_string()>{name}</strong>
                    <StateTag tone label=text::state_word(erasure.state).to_owned() />
                </p>
                <p>{erasure.act.clone()} " · " {text::reason_word(erasure.reason)}</p>
                <p class="muted">{asked} {decided}</p>
            </div>
            {below}
        </li>
    }
    .into_any()
}

fn decide(board: Board, key: Key, name: &str) -> AnyView {
    let state = board.state;
    if board.form.get() == Form::Erase(key) {
        if board.busy.get() {
            return view! { <p role="status">{text::erasing()}</p> }.into_any();
        }
        let yes = move || board.run(async move { state.decide_erasure(key, true).await });
        return board.sure(text::erase_sure(), text::erase_now(), yes);
    }
    let leave = move |()| board.run(async move { state.decide_erasure(key, false).await });
    let spoken = format!("{}: {name}", text::erase_now());
    let begin = move |_| board.open(Form::Erase(key));
    view! {
        <div class="button-row">
            <button type="button" class="btn btn-outline-primary" aria-label=spoken data-test="erase" on:click=begin>
                {text::erase_now()}
            </button>
            <Button test="erasure-decline" on_click=leave>{text::decline()}</Button>
        </div>
    }
    .into_any()
}
