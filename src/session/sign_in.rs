// SPDX-License-Identifier: AGPL-3.0-or-later
//! The sign-in page: before all others while nobody signed in, and inside the frame when the server asks again.
use crate::prelude::*;
use crate::{
    routes::{self, Address},
    session::{Session, SignInError, Who},
    settings::language::Speech,
    state::State,
    text::{session as text, shell},
    ui::{Button, ButtonKind, Icon, Notice, PageHead, Tone, focus_soon},
};
use leptos::{ev::SubmitEvent, html, task::spawn_local, web_sys};

/// Where this device keeps the name last used to sign in, so that it need not be typed again.
const LAST_NAME: &str = "soglia-last-name";

/// The field for a code of the second factor.
const CODE: &str = "sign-in-code";

/// Name and password.
#[component]
pub fn SignInPage() -> AnyView {
    let session = expect_context::<Session>();
    let inside = session.who.with_untracked(|who| matches!(who, Who::In(_)));
    if inside {
        return view! {
            <div class="page">
                <PageHead title=shell::sign_in() />
                <p>{text::again()}</p>
                <Form />
            </div>
        }
        .into_any();
    }
    let is_lost = expect_context::<State>()
        .storage
        .with_untracked(|storage| storage.lost);
    let has_people = session.people.with_untracked(|people| !people.is_empty());
    let back = move || {
        has_people.then(|| {
            view! {
                <Button kind=ButtonKind::Plain on_click=move |()| session.to_unlock()>{text::back_to_unlock()}</Button>
            }
        })
    };
    card(
        shell::sign_in(),
        view! {
            {is_lost.then(|| view! { <Notice tone=Tone::Bad>{shell::storage_lost()}</Notice> })}
            <p>{text::what_it_is()}</p>
            <Form />
            <p class="form-text">{text::stays_here()}</p>
            {back()}
        },
    )
}

/// The one card on the page while no store is open, with the way to the other language.
pub(super) fn card(title: &'static str, content: AnyView) -> AnyView {
    let speech = expect_context::<Speech>();
    let other = speech.other();
    view! {
        <main id="main" class="sign-in">
            <div class="sign-in-card">
                <p class="sign-in-brand">
                    <img src="/icon.svg" alt="" width="32" height="32" />
                    <span>"Soglia"</span>
                </p>
                <PageHead title=title />
                {content}
            </div>
            <p class="sign-in-foot">
                <button
                    type="button"
                    class="btn btn-plain"
                    lang=shell::other_language_code()
                    on:click=move |_| speech.choose(other)
                >
                    {shell::other_language()}
                </button>
            </p>
        </main>
    }
    .into_any()
}

/// What went wrong, announced at once.
pub(crate) fn alert(id: &'static str, sentence: impl Fn() -> Option<String> + Send + 'static) -> AnyView {
    let sentence: Box<dyn Fn() -> Option<String> + Send> = Box::new(sentence);
    view! {
        <div role="alert" id=id>
            {move || sentence().map(|sentence| view! {
                <div class="alert alert-danger">
                    <Icon name="it-warning-circle" />
                    <div class="alert-body"><p>{sentence}</p></div>
                </div>
            })}
        </div>
    }
}

/// A field for something that nobody else should read.
pub(crate) fn secret_field(
    id: &'static str,
    label: &'static str,
    autocomplete: &'static str,
    field: NodeRef<html::Input>,
    is_wrong: Signal<bool>,
    described: &'static str,
) -> AnyView {
    view! {
        <div class="form-group">
            <label class="form-label" for=id>{label}</label>
            <input
                type="password"
                class="form-control"
                id=id
                node_ref=field
                autocomplete=autocomplete
                aria-invalid=move || is_wrong.get().then_some("true")
                aria-describedby=described
            />
        </div>
    }
}

#[component]
fn Form() -> AnyView {
    let session = expect_context::<Session>();
    let (name, password) = (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    let last_name = last_name();
    let code = NodeRef::<html::Input>::new();
    let asks_code = RwSignal::new(false);
    let is_running = RwSignal::new(false);
    let error = RwSignal::new(None::<SignInError>);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (Some(name), Some(password)) = (name.get_untracked(), password.get_untracked()) else {
            return;
        };
        if is_running.get_untracked() {
            return;
        }
        is_running.set(true);
        error.set(None);
        spawn_local(async move {
            let (given_name, given_password) = (name.value().trim().to_owned(), password.value());
            let given_code = code.get_untracked().map(|code| code.value());
            let result = session.sign_in(&given_name, &given_password, given_code).await;
            is_running.try_set(false);
            match result {
                Ok(()) => {
                    keep_name(&given_name);
                    // Inside the frame the store is open already; otherwise its phrase comes next.
                    if session.who.with_untracked(|who| matches!(who, Who::In(_))) {
                        arrive();
                    }
                }
                Err(trouble) => {
                    let again = match trouble {
                        SignInError::WrongNameOrPassword => Some("sign-in-password"),
                        SignInError::CodeNeeded | SignInError::WrongCode => {
                            asks_code.try_set(true);
                            Some(CODE)
                        }
                        _ => None,
                    };
                    error.try_set(Some(trouble));
                    if let Some(field) = again {
                        focus_soon(field.to_owned());
                    }
                }
            }
        });
    };
    let is_wrong = move || error.with(|error| *error == Some(SignInError::WrongNameOrPassword));
    let invalid = move || is_wrong().then_some("true");
    let described = move || error.with(Option::is_some).then_some("sign-in-error");
    view! {
        <form on:submit=submit novalidate>
            {alert("sign-in-error", move || {
                let wrong = error.get().filter(|error| *error != SignInError::CodeNeeded);
                wrong.map(|error| text::trouble(&error).to_owned())
            })}
            <div role="status">{move || needs_code(error).then(|| view! { <p>{text::code_needed()}</p> })}</div>
            <div class="form-group">
                <label class="form-label" for="sign-in-name">{text::name()}</label>
                <input
                    type="text"
                    class="form-control"
                    id="sign-in-name"
                    node_ref=name
                    value=last_name
                    autocomplete="username"
                    autocapitalize="none"
                    spellcheck="false"
                    aria-invalid=invalid
                    aria-describedby=described
                />
            </div>
            {secret_field(
                "sign-in-password",
                text::password(),
                "current-password",
                password,
                Signal::derive(is_wrong),
                "sign-in-error",
            )}
            {move || asks_code.get().then(|| code_field(code, error))}
            <div class="button-row">
                <Button kind=ButtonKind::Primary submit=true>
                    {move || if is_running.get() { text::running() } else { shell::sign_in() }}
                </Button>
            </div>
        </form>
    }
    .into_any()
}

/// Asking for a code is a step, and no error.
fn needs_code(error: RwSignal<Option<SignInError>>) -> bool {
    error.with(|error| *error == Some(SignInError::CodeNeeded))
}

/// The field for a code of the second factor.
fn code_field(code: NodeRef<html::Input>, error: RwSignal<Option<SignInError>>) -> AnyView {
    let invalid = move || {
        error
            .with(|error| *error == Some(SignInError::WrongCode))
            .then_some("true")
    };
    view! {
        <div class="form-group">
            <label class="form-label" for=CODE>{text::code()}</label>
            <p class="form-text" id="sign-in-code-help">{text::code_help()}</p>
            <input
                type="text"
                class="form-control"
                id=CODE
                node_ref=code
                autocomplete="one-time-code"
                autocapitalize="none"
                spellcheck="false"
                aria-invalid=invalid
                aria-describedby="sign-in-code-help sign-in-error"
            />
        </div>
    }
}

/// The page that was asked for, or Today when it was the sign-in itself.
pub(super) fn arrive() {
    if routes::navigation()
        .place
        .with_untracked(|place| place.address == Some(Address::SignIn))
    {
        routes::go(Address::Today);
    }
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

fn last_name() -> Option<String> {
    storage().and_then(|storage| storage.get_item(LAST_NAME).ok().flatten())
}

fn keep_name(name: &str) {
    // Without storage the name is typed again next time.
    if let Some(storage) = storage() {
        let _ = storage.set_item(LAST_NAME, name);
    }
}
