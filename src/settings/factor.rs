// SPDX-License-Identifier: AGPL-3.0-or-later
//! The second factor of whoever signed in: set up with a telephone, confirmed by its first code, ended with another.
use crate::prelude::*;
use crate::{
    session::sign_in::{alert, secret_field},
    state::{HttpTrouble, State},
    text::settings::factor as text,
    ui::{Button, ButtonKind, Notice, Tone, focus_soon, to_copy},
};
use leptos::{ev::SubmitEvent, html, task::spawn_local};
use soglia_sync::wire::{FactorKey, RecoveryCodes, SecondFactor};

/// How far the section is.
#[derive(Clone, PartialEq)]
enum Step {
    Asking,
    Offline,
    Failed,
    Told(SecondFactor),
    /// The password is asked for once more.
    Password,
    /// The key is on the screen, and the first code of it is asked for.
    Key(FactorKey),
    /// The spare codes are on the screen.
    Spare(RecoveryCodes),
    /// A code is asked for, to end it.
    Ending,
}

/// What the section holds.
#[derive(Clone, Copy)]
struct Factor {
    state: State,
    step: RwSignal<Step>,
    error: RwSignal<Option<String>>,
}

/// The section of the settings, in a part of its own: it is needed once.
pub(super) fn section() -> AnyView {
    let factor = Factor {
        state: expect_context(),
        step: RwSignal::new(Step::Asking),
        error: RwSignal::new(None),
    };
    factor.ask();
    view! {
        <section aria-labelledby="factor-title" data-test="factor">
            <h2 id="factor-title">{text::title()}</h2>
            <p class="muted">{text::help()}</p>
            {live(move || factor.drawn())}
        </section>
    }
}

impl Factor {
    fn ask(self) {
        self.step.set(Step::Asking);
        spawn_local(async move {
            let step = match self.state.second_factor().await {
                Ok(told) => Step::Told(told),
                Err(HttpTrouble::NoNetwork) => Step::Offline,
                Err(_) => Step::Failed,
            };
            self.step.try_set(step);
        });
    }

    fn go(self, step: Step, first: &'static str) {
        self.error.set(None);
        self.step.set(step);
        focus_soon(first.to_owned());
    }

    /// What went wrong, in words.
    fn fails(self, trouble: &HttpTrouble, wrong: fn() -> &'static str) {
        let said = match trouble {
            HttpTrouble::NoNetwork => text::offline(),
            HttpTrouble::SignedOut => wrong(),
            HttpTrouble::Problem(problem) if problem.status == 401 => wrong(),
            HttpTrouble::Problem(problem) if problem.status == 429 => text::too_many(),
            HttpTrouble::Problem(_) | HttpTrouble::NotUnderstood => text::failed(),
        };
        self.error.try_set(Some(said.to_owned()));
    }

    fn drawn(self) -> AnyView {
        let again = move |why: &'static str| {
            view! {
                <Notice tone=Tone::Warn>
                    <p>{why}</p>
                    <Button test="factor-ask" on_click=move |()| self.ask()>{text::again()}</Button>
                </Notice>
            }
            .into_any()
        };
        match self.step.get() {
            Step::Asking => view! { <p class="muted" role="status">{text::asking()}</p> },
            Step::Offline => again(text::offline()),
            Step::Failed => again(text::failed()),
            Step::Told(told) => self.told(&told),
            Step::Password => self.form(PASSWORD, text::password(), text::go_on(), |factor, typed| {
                spawn_local(async move {
                    match factor.state.begin_factor(typed).await {
                        Ok(key) => factor.go(Step::Key(key), CODE),
                        Err(trouble) => factor.fails(&trouble, text::wrong_password),
                    }
                });
            }),
            Step::Key(key) => self.key(&key),
            Step::Spare(codes) => self.spare(&codes),
            Step::Ending => self.form(CODE, text::end_code(), text::end_do(), |factor, typed| {
                spawn_local(async move {
                    match factor.state.end_factor(typed).await {
                        Ok(told) => {
                            factor.step.try_set(Step::Told(told));
                        }
                        Err(trouble) => factor.fails(&trouble, text::wrong_code),
                    }
                });
            }),
        }
    }

    fn told(self, told: &SecondFactor) -> AnyView {
        if told.active {
            return view! {
                <p>{text::active()} " " {text::left(told.n_recovery)}</p>
                <Button test="factor-end" on_click=move |()| self.go(Step::Ending, CODE)>{text::end()}</Button>
            };
        }
        let needed = told
            .needed
            .then(|| view! { <Notice tone=Tone::Warn><p>{text::needed()}</p></Notice> });
        let kind = if told.needed {
            ButtonKind::Primary
        } else {
            ButtonKind::Outline
        };
        view! {
            {needed}
            <Button kind test="factor-begin" on_click=move |()| self.go(Step::Password, PASSWORD)>{text::begin()}</Button>
        }
    }

    /// A form with one field.
    fn form(
        self,
        id: &'static str,
        label: &'static str,
        send: &'static str,
        act: fn(Self, String),
    ) -> AnyView {
        let field = NodeRef::<html::Input>::new();
        let submit = move |event: SubmitEvent| {
            event.prevent_default();
            let typed = field.get_untracked().map(|field| field.value());
            if let Some(typed) = typed.filter(|typed| !typed.trim().is_empty()) {
                self.error.set(None);
                act(self, typed);
            }
        };
        let is_wrong = Signal::derive(move || self.error.with(Option::is_some));
        let input = if id == PASSWORD {
            secret_field(id, label, "current-password", field, is_wrong, ERROR)
        } else {
            view! {
                <div class="form-group">
                    <label class="form-label" for=id>{label}</label>
                    <input
                        type="text"
                        class="form-control"
                        id=id
                        node_ref=field
                        autocomplete="one-time-code"
                        autocapitalize="none"
                        spellcheck="false"
                        aria-invalid=move || is_wrong.get().then_some("true")
                        aria-describedby=ERROR
                    />
                </div>
            }
        };
        view! {
            <form class="form-narrow" on:submit=submit novalidate data-test="factor-form">
                {alert(ERROR, move || self.error.get())}
                {input}
                <div class="button-row">
                    <Button kind=ButtonKind::Primary submit=true>{send}</Button>
                    <Button kind=ButtonKind::Plain on_click=move |()| self.ask()>{crate::text::shell::cancel()}</Button>
                </div>
            </form>
        }
    }

    /// The key, for the telephone, and its first code.
    fn key(self, key: &FactorKey) -> AnyView {
        let frame = format!("0 0 {0} {0}", key.side);
        let in_fours: Vec<String> = key
            .key
            .as_bytes()
            .chunks(4)
            .map(|four| String::from_utf8_lossy(four).into_owned())
            .collect();
        let form = self.form(CODE, text::first_code(), text::confirm(), |factor, typed| {
            spawn_local(async move {
                match factor.state.confirm_factor(typed).await {
                    Ok(codes) => {
                        // What waited for it goes on.
                        factor.state.sync_now();
                        factor.go(Step::Spare(codes), "factor-spare");
                    }
                    Err(trouble) => factor.fails(&trouble, text::wrong_code),
                }
            });
        });
        view! {
            <p>{text::scan()}</p>
            <svg class="qr" viewBox=frame role="img" aria-label=text::qr()>
                <rect width=key.side height=key.side fill="#ffffff"></rect>
                <path d=key.dark.clone() fill="#000000"></path>
            </svg>
            <p><a href=key.address.clone()>{text::open_here()}</a></p>
            {to_copy("factor-key".to_owned(), text::key(), text::key_help(), in_fours.join(" "))}
            {form}
        }
    }

    fn spare(self, codes: &RecoveryCodes) -> AnyView {
        let lines = codes
            .codes
            .iter()
            .map(|code| view! { <li><code>{code.clone()}</code></li> });
        view! {
            <Notice tone=Tone::Good><p>{text::done()}</p></Notice>
            <h3>{text::spare()}</h3>
            <p>{text::spare_help()}</p>
            <ul data-test="factor-codes">{lines.collect_view()}</ul>
            {to_copy("factor-spare".to_owned(), text::copy(), text::spare(), codes.codes.join(" "))}
            <Button kind=ButtonKind::Primary test="factor-kept" on_click=move |()| self.ask()>{text::kept()}</Button>
        }
    }
}

const PASSWORD: &str = "factor-password";
const CODE: &str = "factor-code";
const ERROR: &str = "factor-error";
