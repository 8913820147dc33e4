// SPDX-License-Identifier: AGPL-3.0-or-later
//! The archive: for those who follow households what may go in, and what rests there; for auditors what is asked to be erased.
mod board;
mod requests;
mod shelf;
mod waiting;

use crate::prelude::*;
use crate::{
    session::{may, sign_in::alert},
    text::archive as text,
    ui::{Button, Notice, PageHead, Tone},
};
use board::{Asked, Board, Form};
use soglia_domain::author::Role;
use std::sync::Arc;

/// The page.
pub fn page() -> AnyView {
    let is_auditor = may::author().is_some_and(|author| author.role == Role::Auditor);
    let board = Board {
        state: expect_context(),
        is_auditor,
        asked: RwSignal::new(Asked::Asking),
        archived: RwSignal::new(Arc::default()),
        erasures: RwSignal::new(Arc::default()),
        form: RwSignal::new(Form::None),
        busy: RwSignal::new(false),
        error: RwSignal::new(None),
    };
    board.ask();
    let (title, lead) = if is_auditor {
        (text::erasures(), text::lead_auditor())
    } else {
        (text::title(), text::lead())
    };
    view! {
        <div class="page">
            <PageHead title=title />
            <p class="muted">{lead}</p>
            {alert("archive-error", move || board.error.get().map(str::to_owned))}
            {(!is_auditor).then(|| waiting::section(board))}
            {live(move || match board.asked.get() {
                Asked::Asking => view! { <p class="muted" role="status">{text::asking()}</p> },
                Asked::Offline => trouble(board, text::offline()),
                Asked::Failed => trouble(board, text::failed()),
                Asked::Here => here(board),
            })}
        </div>
    }
}

fn here(board: Board) -> AnyView {
    view! {
        {(!board.is_auditor).then(|| shelf::section(board))}
        {requests::section(board)}
    }
    .into_any()
}

fn trouble(board: Board, why: &'static str) -> AnyView {
    view! {
        <Notice tone=Tone::Warn>
            <p>{why}</p>
            <Button on_click=move |()| board.ask()>{text::again()}</Button>
        </Notice>
    }
}
