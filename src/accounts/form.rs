// SPDX-License-Identifier: AGPL-3.0-or-later
//! The forms: a new person, and how the account of somebody stands.
use super::board::Board;
use crate::prelude::*;
use crate::{
    session::sign_in::alert,
    text::{accounts as text, language, shell},
    ui::{Button, ButtonKind, DateField, focus_soon, folded, plain_field, plain_select},
};
use leptos::{ev::SubmitEvent, task::spawn_local};
use soglia_domain::{
    answer::Answer,
    author::Role,
    calendar::{Day, RomeTime},
};
use soglia_sync::wire::{AccountAs, Delegation, KnownAccount, NewAccount, Post};

const ERROR: &str = "account-error";

/// The first moment after a day in Milan.
fn after(day: Day) -> i64 {
    let next = day.plus_days(1);
    RomeTime { day: next, minute: 0 }.latest_ms()
}

/// The last day before a moment.
fn last_day(ms: Option<i64>) -> Answer<Day> {
    ms.map_or(Answer::NotAsked, |ms| Answer::Known(RomeTime::of_ms(ms - 1).day))
}

/// The fields that both forms have.
#[derive(Clone, Copy)]
struct Fields {
    name: RwSignal<String>,
    role: RwSignal<String>,
    organisation: RwSignal<String>,
}

impl Fields {
    fn of(name: &str, role: Role, organisation: &str) -> Self {
        Self {
            name: RwSignal::new(name.to_owned()),
            role: RwSignal::new(role.key().to_owned()),
            organisation: RwSignal::new(organisation.to_owned()),
        }
    }

    fn post(self) -> Option<Post> {
        Some(Post {
            role: role_of(&self.role.get_untracked())?,
            organisation: self.organisation.get_untracked(),
        })
    }

    fn drawn(self) -> AnyView {
        view! {
            {plain_field("account-name", text::name(), "", self.name)}
            {plain_select("account-role", text::role(), roles(None), self.role)}
            {plain_field("account-organisation", text::organisation(), text::organisation_help(), self.organisation)}
        }
        .into_any()
    }
}

pub(super) fn new(board: Board) -> AnyView {
    let fields = Fields::of("", Role::SocialWorker, "");
    let sign_in = RwSignal::new(String::new());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(post) = fields.post() else { return };
        let new = NewAccount {
            sign_in: sign_in.get_untracked(),
            name: fields.name.get_untracked(),
            post,
        };
        board.error.set(None);
        spawn_local(async move {
            match board.state.add_account(&new).await {
                Ok(invited) => {
                    board.close_form();
                    board.hand_over(new.name, &invited);
                    board.ask();
                }
                Err(trouble) => board.fails(&trouble),
            }
        });
    };
    view! {
        <form class="form-narrow" on:submit=submit novalidate data-test="account-new">
            {alert(ERROR, move || board.error.get().map(str::to_owned))}
            {fields.drawn()}
            {plain_field("account-sign-in", text::sign_in(), text::sign_in_help(), sign_in)}
            <div class="button-row">
                <Button kind=ButtonKind::Primary submit=true>{text::invite()}</Button>
                <Button kind=ButtonKind::Plain on_click=move |()| board.close_form()>{shell::cancel()}</Button>
            </div>
        </form>
    }
}

/// What is asked once more before it is done.
#[derive(Clone, Copy, PartialEq)]
enum Sure {
    Nothing,
    End,
    Factor,
}

pub(super) fn change(board: Board, account: &KnownAccount) -> AnyView {
    let person = account.person;
    let fields = Fields::of(&account.name, account.post.role, &account.post.organisation);
    let ends = RwSignal::new(last_day(account.ends_ms));
    let delegation = account.delegation.as_ref();
    let acting = Fields::of(
        "",
        delegation.map_or(account.post.role, |delegation| delegation.role),
        delegation.map_or("", |delegation| &delegation.organisation),
    );
    let acting_until = RwSignal::new(last_day(delegation.map(|delegation| delegation.until_ms)));
    let sure = RwSignal::new(Sure::Nothing);
    let kept = account.clone();
    let standing = move |ends_ms: Option<i64>| -> Option<AccountAs> {
        let until = acting_until.get_untracked();
        let delegation = match until.known() {
            Some(day) => Some(Delegation {
                role: role_of(&acting.role.get_untracked())?,
                organisation: acting.organisation.get_untracked(),
                until_ms: after(*day),
            }),
            None => None,
        };
        Some(AccountAs {
            name: fields.name.get_untracked(),
            post: fields.post()?,
            ends_ms,
            delegation,
        })
    };
    let put = move |account: Option<AccountAs>| {
        let Some(account) = account else { return };
        board.error.set(None);
        spawn_local(async move {
            match board.state.change_account(person, &account).await {
                Ok(told) => {
                    board.close_form();
                    board.show(told.accounts);
                    focus_soon("account-find");
                }
                Err(trouble) => board.fails(&trouble),
            }
        });
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        // A day that was not touched stays the moment that it was.
        let day = ends.get_untracked();
        let ends_ms = if day == last_day(kept.ends_ms) {
            kept.ends_ms
        } else {
            day.known().map(|day| after(*day))
        };
        put(standing(ends_ms));
    };
    let invite = {
        let name = account.name.clone();
        move |()| {
            let name = name.clone();
            spawn_local(async move {
                match board.state.invite(person).await {
                    Ok(invited) => {
                        board.close_form();
                        board.hand_over(name, &invited);
                        board.ask();
                    }
                    Err(trouble) => board.fails(&trouble),
                }
            });
        }
    };
    let take_factor = move || {
        spawn_local(async move {
            match board.state.take_factor(person).await {
                Ok(()) => {
                    board.close_form();
                    board.ask();
                }
                Err(trouble) => board.fails(&trouble),
            }
        });
    };
    let is_out = account.ends_ms.is_some_and(|ends| ends <= board.state.now_ms());
    let has_factor = account.has_factor;
    let more = live(move || {
        match sure.get() {
        Sure::Nothing => view! {
            <div class="button-row">
                <Button icon="it-link" test="account-invite" on_click=invite.clone()>{text::invite_again()}</Button>
                {has_factor.then(|| view! {
                    <Button on_click=move |()| sure.set(Sure::Factor)>{text::take_factor()}</Button>
                })}
                {if is_out {
                    view! { <Button test="account-give-back" on_click=move |()| put(standing(None))>{text::give_back()}</Button> }.into_any()
                } else {
                    view! { <Button test="account-end" on_click=move |()| sure.set(Sure::End)>{text::end_now()}</Button> }.into_any()
                }}
            </div>
            <p class="form-text">{text::invite_again_help()}</p>
        }
        .into_any(),
        Sure::End => ask(sure, text::end_now_sure(), move || put(standing(Some(board.state.now_ms())))),
        Sure::Factor => ask(sure, text::take_factor_sure(), take_factor),
    }
    });
    view! {
        <form class="form-narrow" on:submit=submit novalidate data-test="account-form">
            {alert(ERROR, move || board.error.get().map(str::to_owned))}
            {fields.drawn()}
            <DateField
                id="account-ends"
                label=text::ends()
                help=text::ends_help()
                value=ends
                on_answer=move |day| ends.set(day)
                required=true
            />
            {folded("account-delegation", || text::delegate().to_owned(), move || view! {
                <p class="form-text">{text::delegate_help()}</p>
                {plain_select("acting-role", text::role(), roles(Some(Role::Administrator)), acting.role)}
                {plain_field("acting-organisation", text::organisation(), "", acting.organisation)}
                <DateField
                    id="acting-until"
                    label=text::delegate_until()
                    value=acting_until
                    on_answer=move |day| acting_until.set(day)
                    required=true
                />
            }.into_any())}
            <div class="button-row">
                <Button kind=ButtonKind::Primary submit=true>{text::save()}</Button>
                <Button kind=ButtonKind::Plain on_click=move |()| board.close_form()>{shell::cancel()}</Button>
            </div>
            {more}
        </form>
    }
}

fn ask(
    sure: RwSignal<Sure>,
    question: &'static str,
    act: impl Fn() + Clone + Send + Sync + 'static,
) -> AnyView {
    view! {
        <p>{question}</p>
        <div class="button-row">
            <Button kind=ButtonKind::Primary test="account-sure" on_click=move |()| act()>{text::sure()}</Button>
            <Button kind=ButtonKind::Plain on_click=move |()| sure.set(Sure::Nothing)>{shell::cancel()}</Button>
        </div>
    }
    .into_any()
}

/// The roles, each by its key and its word.
fn roles(without: Option<Role>) -> Vec<(String, String)> {
    let roles = Role::ALL.into_iter().filter(|role| Some(*role) != without);
    roles
        .map(|role| {
            (
                role.key().to_owned(),
                soglia_wording::role(role, language()).to_owned(),
            )
        })
        .collect()
}

fn role_of(key: &str) -> Option<Role> {
    Role::ALL.into_iter().find(|role| role.key() == key)
}
