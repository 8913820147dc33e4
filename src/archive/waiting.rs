// SPDX-License-Identifier: AGPL-3.0-or-later
//! Households whose cases are over: they may go into the archive.
use super::board::{Board, Form, day};
use crate::prelude::*;
use crate::{
    routes::{Address, HouseholdTab},
    state::archive::Over,
    text::{archive as text, language},
};
use soglia_domain::record::Identity as _;
use soglia_wording as wording;

/// Lines at once; the rest comes when these are gone.
const MOST: usize = 50;

pub(super) fn section(board: Board) -> AnyView {
    // What was put in a moment ago is still on this device until the next exchange.
    let over = Memo::new(move |_| {
        let mut over = board.state.over();
        board.archived.with(|archived| {
            over.retain(|over| {
                let key = over.household.id.key();
                archived.iter().all(|archived| archived.record != key)
            });
        });
        over
    });
    let lines = move || {
        let over = over.get();
        let lines = over.into_iter().take(MOST);
        lines.map(|over| line(board, &over)).collect_view()
    };
    let lead = move || match over.with(Vec::len) {
        0 => text::to_file_none(),
        _ => text::to_file_lead(),
    };
    view! {
        <section aria-labelledby="archive-to-file">
            <h2 id="archive-to-file">{text::to_file()}</h2>
            <p class="muted">{lead}</p>
            <ul class="stack outbox" data-test="archive-waiting">{lines}</ul>
        </section>
    }
    .into_any()
}

fn line(board: Board, over: &Over) -> AnyView {
    let household = &over.household;
    let key = household.id.key();
    let address = Address::Household(household.id, HouseholdTab::default()).path();
    let name = household.label.clone();
    let spoken = format!("{}: {name}", text::file());
    let stage = wording::case_stage(over.stage, language());
    let ended = text::over(stage, &day(over.since.ms));
    let below = live(move || {
        if board.form.get() == Form::PutIn(key) {
            let state = board.state;
            let yes = move || board.run(async move { state.put_in_archive(key).await });
            return board.sure(text::file_sure(), text::file(), yes);
        }
        let begin = move |_| board.open(Form::PutIn(key));
        view! {
            <button type="button" class="btn btn-outline-primary" aria-label=spoken.clone() data-test="archive-put-in" on:click=begin>
                {text::file()}
            </button>
        }
        .into_any()
    });
    view! {
        <li class="outbox-row">
            <div class="account">
                <p class="outbox-head"><a class="outbox-what" href=address>{name}</a></p>
                <p class="muted">{ended}</p>
            </div>
            {below}
        </li>
    }
    .into_any()
}
