// SPDX-License-Identifier: AGPL-3.0-or-later
//! The page while every store is locked: who it is, and their phrase. Needs no network.
use super::sign_in::{alert, arrive, card, secret_field};
use crate::prelude::*;
use crate::{
    device::clock,
    session::{Known, Session, UnlockError},
    text::{session as text, shell},
    ui::{Button, ButtonKind},
};
use leptos::{ev::SubmitEvent, html, task::spawn_local};
use soglia_domain::id::PersonId;

/// The page.
#[component]
pub fn UnlockPage() -> AnyView {
    let session = expect_context::<Session>();
    let chosen = RwSignal::new(None::<PersonId>);
    let person = Signal::derive(move || {
        chosen.get().or_else(|| {
            session
                .people
                .with(|people| people.first().map(|known| known.person))
        })
    });
    let content = move || {
        view! {
            <People chosen person />
            {unlock_form(person)}
            <div class="sign-in-more">
                {earlier_hint(person)}
                <Button kind=ButtonKind::Plain test="somebody-else" on_click=move |()| session.to_sign_in()>
                    {text::somebody_else()}
                </Button>
                <details>
                    <summary>{text::forgotten()}</summary>
                    <p>{text::forgotten_help()}</p>
                    <Button on_click=move |()| session.to_sign_in()>{shell::sign_in()}</Button>
                </details>
            </div>
        }
    };
    let has_people = Memo::new(move |_| session.people.with(|people| !people.is_empty()));
    let content = live(move || {
        if has_people.get() {
            content().into_any()
        } else {
            view! { <p role="status">{text::closing()}</p> }.into_any()
        }
    });
    card(text::unlock_title(), content)
}

/// The people of this tablet. One is a name, several are a choice.
#[component]
fn People(chosen: RwSignal<Option<PersonId>>, person: Signal<Option<PersonId>>) -> AnyView {
    let session = expect_context::<Session>();
    let line = move |known: Known| {
        let id = format!("person-{}", known.person);
        let this = known.person;
        view! {
            <div class="form-check">
                <input
                    type="radio"
                    name="person"
                    id=id.clone()
                    prop:checked=move || person.get() == Some(this)
                    on:change=move |_| chosen.set(Some(this))
                />
                <label for=id>{known.name}</label>
            </div>
        }
    };
    let list = move || {
        let people = session.people.get();
        if let [only] = people.as_slice() {
            return view! { <p class="unlock-name">{only.name.clone()}</p> };
        }
        view! {
            <fieldset class="form-group">
                <legend>{text::who_is_it()}</legend>
                {people.into_iter().map(line).collect_view()}
            </fieldset>
        }
    };
    view! { {list} }
}

/// Tells of an earlier store that waits for its own phrase.
fn earlier_hint(person: Signal<Option<PersonId>>) -> AnyView {
    let session = expect_context::<Session>();
    let has_earlier = move || {
        let person = person.get();
        session.people.with(|people| {
            people
                .iter()
                .any(|known| Some(known.person) == person && known.has_earlier)
        })
    };
    view! {
        {move || has_earlier().then(|| view! { <p class="form-text">{text::earlier_store()}</p> })}
    }
}

/// The phrase, and why it did not open the store.
pub(super) fn unlock_form(person: Signal<Option<PersonId>>) -> AnyView {
    let session = expect_context::<Session>();
    let phrase = NodeRef::<html::Input>::new();
    let is_running = RwSignal::new(false);
    let error = RwSignal::new(None::<UnlockError>);
    let left_s = RwSignal::new(0_i64);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (Some(field), Some(person)) = (phrase.get_untracked(), person.get_untracked()) else {
            return;
        };
        if is_running.get_untracked() {
            return;
        }
        is_running.set(true);
        error.set(None);
        spawn_local(async move {
            let result = session.unlock(person, &field.value()).await;
            is_running.try_set(false);
            match result {
                Ok(()) => arrive(),
                Err(trouble) => {
                    error.try_set(Some(trouble));
                    field.select();
                    let _ = field.focus();
                    if let UnlockError::Wrong { wait_ms } | UnlockError::Wait { wait_ms } = trouble {
                        count_down(left_s, wait_ms).await;
                    }
                }
            }
        });
    };
    let sentence = move || {
        let error = error.get()?;
        Some(text::unlock_trouble(error, left_s.get()))
    };
    let is_wrong =
        Signal::derive(move || error.with(|error| matches!(error, Some(UnlockError::Wrong { .. }))));
    view! {
        <form on:submit=submit novalidate data-keep="no">
            {alert("unlock-error", sentence)}
            {secret_field("unlock-phrase", text::phrase(), "current-password", phrase, is_wrong, "unlock-error")}
            <div class="button-row">
                <Button kind=ButtonKind::Primary submit=true>
                    {move || if is_running.get() { text::opening() } else { text::unlock() }}
                </Button>
            </div>
        </form>
    }
}

/// Shows how many seconds are left, until none is.
async fn count_down(left_s: RwSignal<i64>, wait_ms: i64) {
    let until = clock::now_ms() + wait_ms;
    loop {
        let left = (until - clock::now_ms() + 999) / 1_000;
        // Another try counts anew, and a page that is gone counts no more.
        if left_s.try_set(left.max(0)).is_some() || left <= 0 {
            return;
        }
        clock::wait(1_000).await;
    }
}
