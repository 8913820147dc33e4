// SPDX-License-Identifier: AGPL-3.0-or-later
//! One's own sessions, and another password.
use crate::prelude::*;
use crate::{
    session::sign_in::{alert, secret_field},
    state::{HttpTrouble, State},
    text::{accounts, language, settings::access as text, shell},
    ui::{Button, ButtonKind, Notice, StateTag, Tone, focus_soon},
};
use leptos::{ev::SubmitEvent, html, task::spawn_local};
use soglia_domain::calendar::Timestamp;
use soglia_sync::wire::KnownSession;

const ERROR: &str = "password-error";

/// What is known of the sessions at the server.
#[derive(Clone, PartialEq)]
enum Asked {
    Asking,
    Here(Vec<KnownSession>),
    Offline,
    Failed,
}

/// How far a change of the password is.
#[derive(Clone, Copy, PartialEq)]
enum Step {
    Closed,
    Form,
    Done,
}

/// What the section holds.
#[derive(Clone, Copy)]
struct Access {
    state: State,
    asked: RwSignal<Asked>,
    step: RwSignal<Step>,
    error: RwSignal<Option<&'static str>>,
}

impl Access {
    fn ask(self) {
        spawn_local(async move {
            let asked = match self.state.sessions().await {
                Ok(told) => Asked::Here(told.sessions),
                Err(HttpTrouble::NoNetwork) => Asked::Offline,
                Err(_) => Asked::Failed,
            };
            self.asked.try_set(asked);
        });
    }

    fn end(self, session: String) {
        spawn_local(async move {
            let asked = match self.state.end_session(&session).await {
                Ok(()) => return self.ask(),
                Err(HttpTrouble::NoNetwork) => Asked::Offline,
                Err(_) => Asked::Failed,
            };
            self.asked.try_set(asked);
        });
    }

    fn fails(self, trouble: &HttpTrouble) {
        let said = match trouble {
            HttpTrouble::NoNetwork => text::password_offline(),
            HttpTrouble::SignedOut => text::wrong_old(),
            HttpTrouble::Problem(problem) if problem.status == 429 => text::too_many(),
            HttpTrouble::Problem(problem) => {
                accounts::unfit_password(&problem.code).unwrap_or_else(text::failed)
            }
            HttpTrouble::NotUnderstood => text::failed(),
        };
        self.error.try_set(Some(said));
    }
}

/// The section of the settings, in a part of its own.
pub(super) fn section() -> AnyView {
    let access = Access {
        state: expect_context(),
        asked: RwSignal::new(Asked::Asking),
        step: RwSignal::new(Step::Closed),
        error: RwSignal::new(None),
    };
    access.ask();
    view! {
        <section aria-labelledby="password-title">
            <h2 id="password-title">{text::password_title()}</h2>
            {live(move || password(access))}
        </section>
        <section aria-labelledby="sessions-title">
            <h2 id="sessions-title">{text::title()}</h2>
            <p class="muted">{text::help()}</p>
            {live(move || list(access))}
        </section>
    }
    .into_any()
}

fn list(access: Access) -> AnyView {
    let again = move |why: &'static str| {
        view! {
            <Notice tone=Tone::Warn>
                <p>{why}</p>
                <Button on_click=move |()| access.ask()>{text::again()}</Button>
            </Notice>
        }
    };
    match access.asked.get() {
        Asked::Asking => view! { <p class="muted" role="status">{text::asking()}</p> },
        Asked::Offline => again(text::offline()),
        Asked::Failed => again(text::failed()),
        Asked::Here(sessions) => {
            let rows = sessions.into_iter().map(|session| row(access, session));
            view! { <ul class="stack outbox" data-test="sessions">{rows.collect_view()}</ul> }
        }
    }
}

fn row(access: Access, session: KnownSession) -> AnyView {
    let moment = |ms: i64| {
        let at = Timestamp { ms, counter: 0 };
        soglia_wording::moment(access.state.local_ms(at), language())
    };
    let since = text::since(&moment(session.opened_ms), &moment(session.expires_ms));
    let name = if session.device_name.is_empty() {
        text::unnamed().to_owned()
    } else {
        session.device_name
    };
    let spoken = format!("{}: {name}", text::end());
    let id = session.session;
    let last = if session.this {
        view! { <StateTag tone=Tone::Info label=text::this() /> }.into_any()
    } else {
        view! {
            <button
                type="button"
                class="btn btn-outline-primary"
                aria-label=spoken
                data-test="session-end"
                on:click=move |_| access.end(id.clone())
            >
                {text::end()}
            </button>
        }
        .into_any()
    };
    view! {
        <li class="outbox-row" data-test="session">
            <div>
                <p class="outbox-head"><strong class="outbox-what">{name}</strong></p>
                <p class="muted">{since}</p>
            </div>
            {last}
        </li>
    }
}

fn password(access: Access) -> AnyView {
    let begin = move |()| {
        access.error.set(None);
        access.step.set(Step::Form);
        focus_soon("password-old");
    };
    match access.step.get() {
        Step::Closed => {
            view! { <Button test="password-change" on_click=begin>{text::change_password()}</Button> }
        }
        Step::Done => view! { <Notice tone=Tone::Good>{text::password_done()}</Notice> },
        Step::Form => form(access),
    }
}

fn form(access: Access) -> AnyView {
    let [old, new, again] = [(); 3].map(|()| NodeRef::<html::Input>::new());
    let typed = |field: NodeRef<html::Input>| {
        field
            .get_untracked()
            .map(|field| field.value())
            .unwrap_or_default()
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (old, new, again) = (typed(old), typed(new), typed(again));
        access.error.set(None);
        if new != again {
            access.error.set(Some(accounts::not_the_same()));
            return;
        }
        spawn_local(async move {
            match access.state.set_password(old, new).await {
                Ok(()) => {
                    access.step.try_set(Step::Done);
                    access.ask();
                }
                Err(trouble) => access.fails(&trouble),
            }
        });
    };
    let is_wrong = Signal::derive(move || access.error.with(Option::is_some));
    view! {
        <form class="form-narrow" on:submit=submit novalidate data-test="password-form">
            {alert(ERROR, move || access.error.get().map(str::to_owned))}
            {secret_field("password-old", text::old_password(), "current-password", old, is_wrong, ERROR)}
            <p class="form-text">{accounts::password_help()}</p>
            {secret_field("password-new", text::new_password(), "new-password", new, is_wrong, ERROR)}
            {secret_field("password-again", accounts::password_again(), "new-password", again, is_wrong, ERROR)}
            <div class="button-row">
                <Button kind=ButtonKind::Primary submit=true>{text::change_password()}</Button>
                <Button kind=ButtonKind::Plain on_click=move |()| access.step.set(Step::Closed)>{shell::cancel()}</Button>
            </div>
        </form>
    }
}
