// SPDX-License-Identifier: AGPL-3.0-or-later
//! One person of the list: who, as what, and how the account stands.
use super::{
    board::{Board, OpenForm},
    form,
};
use crate::prelude::*;
use crate::{
    text::{accounts as text, language},
    ui::{StateTag, Tone, focus_soon},
};
use soglia_domain::calendar::{RomeTime, Timestamp};
use soglia_sync::wire::KnownAccount;
use soglia_wording as wording;

fn day(ms: i64) -> String {
    wording::day(RomeTime::of_ms(ms).day, language())
}

/// How the account stands, the most important first.
fn stands(board: Board, account: &KnownAccount) -> Vec<(Tone, String)> {
    let now = board.state.now_ms();
    let mut tags = Vec::new();
    match account.ends_ms {
        Some(ends) if ends <= now => tags.push((Tone::Bad, text::ended().to_owned())),
        Some(ends) => tags.push((Tone::Warn, text::ends_on(&day(ends - 1)))),
        None => {}
    }
    if let Some(until) = account.invited_until_ms {
        tags.push((Tone::Info, text::invited_until(&day(until))));
    }
    if let Some(delegation) = &account.delegation {
        let role = wording::role(delegation.role, language());
        tags.push((Tone::Info, text::delegated(role, &day(delegation.until_ms - 1))));
    }
    if account.this {
        tags.push((Tone::Info, text::this().to_owned()));
    }
    tags
}

pub(super) fn line(board: Board, account: KnownAccount) -> AnyView {
    let person = account.person;
    let tags = stands(board, &account);
    let tags = tags
        .into_iter()
        .map(|(tone, label)| view! { <StateTag tone label /> });
    let seen = match account.last_ms {
        Some(ms) => {
            let at = board.state.local_ms(Timestamp { ms, counter: 0 });
            text::last_seen(&wording::moment(at, language()))
        }
        None => text::never().to_owned(),
    };
    let factor = if account.has_factor {
        text::factor()
    } else {
        text::no_factor()
    };
    let role = wording::role(account.post.role, language());
    let post = format!("{role}, {}", account.post.organisation);
    let spoken = format!("{}: {}", text::change(), account.name);
    let name = account.name.clone();
    let sign_in = account.sign_in.clone();
    let key = sign_in.clone();
    let begin = move |_| {
        board.error.set(None);
        board.link.set(None);
        board.form.set(OpenForm::Of(person));
        focus_soon("account-name");
    };
    let below = live(move || {
        if board.form.get() == OpenForm::Of(person) {
            form::change(board, &account)
        } else {
            view! { <button type="button" class="btn btn-outline-primary" aria-label=spoken.clone() data-test="account-change" on:click=begin>{text::change()}</button> }.into_any()
        }
    });
    view! {
        <li class="outbox-row" data-test="account" data-sign-in=key>
            <div class="account">
                <p class="outbox-head"><strong class="outbox-what">{name}</strong> {tags.collect_view()}</p>
                <p>{post}</p>
                <p class="muted">{sign_in} " · " {seen} " · " {factor}</p>
            </div>
            {below}
        </li>
    }
}
