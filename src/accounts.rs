// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who may enter, for administrators: letting people in and out, another role for some time, a way back for who forgot.
mod board;
mod form;
mod line;

use crate::prelude::*;
use crate::{
    text::{accounts as text, language},
    ui::{Button, ButtonKind, Notice, PageHead, Tone, focus_soon, plain_field, to_copy},
};
use board::{Asked, Board, OpenForm};
use soglia_sync::wire::KnownAccount;
use std::sync::Arc;

/// The page.
pub fn page() -> AnyView {
    let board = Board {
        state: expect_context(),
        asked: RwSignal::new(Asked::Asking),
        accounts: RwSignal::new(Arc::default()),
        form: RwSignal::new(OpenForm::None),
        link: RwSignal::new(None),
        error: RwSignal::new(None),
    };
    board.ask();
    let begin = move |()| {
        board.link.set(None);
        board.error.set(None);
        board.form.set(OpenForm::New);
        focus_soon("account-name");
    };
    view! {
        <div class="page">
            <PageHead title=text::title() />
            <p class="muted">{text::lead()}</p>
            {live(move || link(board))}
            {live(move || match board.form.get() {
                OpenForm::New => form::new(board),
                OpenForm::None | OpenForm::Of(_) => view! {
                    <Button kind=ButtonKind::Primary icon="it-plus" test="account-add" on_click=begin>
                        {text::add()}
                    </Button>
                },
            })}
            {live(move || match board.asked.get() {
                Asked::Asking => view! { <p class="muted" role="status">{text::asking()}</p> },
                Asked::Offline => trouble(board, text::offline()),
                Asked::Failed => trouble(board, text::failed()),
                Asked::Here => list(board),
            })}
        </div>
    }
}

fn trouble(board: Board, why: &'static str) -> AnyView {
    view! {
        <Notice tone=Tone::Warn>
            <p>{why}</p>
            <Button on_click=move |()| board.ask()>{text::again()}</Button>
        </Notice>
    }
}

/// The invitation that was just made.
fn link(board: Board) -> AnyView {
    let Some((name, address)) = board.link.get() else {
        return ().into_any();
    };
    view! {
        <div class="case-card" data-test="invitation">
            <p><strong>{name}</strong></p>
            {to_copy("invitation-link".to_owned(), text::link(), text::link_help(), address)}
            <Button on_click=move |()| board.link.set(None)>{text::link_done()}</Button>
        </div>
    }
}

fn list(board: Board) -> AnyView {
    let sought = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let sought = sought.get().trim().to_lowercase();
        let is_sought = |account: &&KnownAccount| {
            let role = soglia_wording::role(account.post.role, language());
            let texts = [
                &*account.name,
                &*account.sign_in,
                &*account.post.organisation,
                role,
            ];
            sought.is_empty() || texts.iter().any(|text| text.to_lowercase().contains(&sought))
        };
        board
            .accounts
            .with(|accounts| accounts.iter().filter(is_sought).cloned().collect::<Vec<_>>())
    });
    let lines = move || {
        found
            .get()
            .into_iter()
            .map(|account| line::line(board, account))
            .collect_view()
    };
    view! {
        <div class="accounts-find">{plain_field("account-find", text::find(), "", sought)}</div>
        <p class="muted" role="status">{move || match found.with(Vec::len) {
            0 => text::found_none().to_owned(),
            n => text::n_people(n),
        }}</p>
        <ul class="stack outbox" data-test="accounts">{lines}</ul>
    }
}
