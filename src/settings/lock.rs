// SPDX-License-Identifier: AGPL-3.0-or-later
//! When this tablet locks, and the phrase that opens it.
use crate::prelude::*;
use crate::{
    session::{
        Session, UnlockError,
        phrase::refused,
        sign_in::{alert, secret_field},
    },
    state::State,
    text::{self, settings as words},
    ui::{Button, Notice, Tone},
};
use leptos::{ev::SubmitEvent, html, task::spawn_local};

/// The section.
pub(super) fn section() -> AnyView {
    let session = expect_context::<Session>();
    let minutes = RwSignal::new(State::lock_minutes());
    let option = move |choice: i64| {
        let id = format!("lock-after-{choice}");
        let choose = move |_| {
            State::lock_after(choice);
            minutes.set(choice);
        };
        view! {
            <div class="form-check">
                <input
                    type="radio"
                    name="lock-after"
                    id=id.clone()
                    prop:checked=move || minutes.get() == choice
                    on:change=choose
                />
                <label for=id>{words::minutes(choice)}</label>
            </div>
        }
    };
    view! {
        <section aria-labelledby="lock-title">
            <h2 id="lock-title">{words::lock_title()}</h2>
            <fieldset class="form-group">
                <legend>{words::lock_after()}</legend>
                <div class="choices choices-inline">
                    {State::LOCK_CHOICES.into_iter().map(option).collect_view()}
                </div>
            </fieldset>
            <Button icon="it-lock" on_click=move |()| session.lock_all()>{text::shell::lock_now()}</Button>
            <details>
                <summary>{words::change_phrase()}</summary>
                {change_form()}
            </details>
        </section>
    }
}

fn change_form() -> AnyView {
    let session = expect_context::<Session>();
    let field = NodeRef::<html::Input>::new;
    let (old, first, second) = (field(), field(), field());
    let (error, is_done) = (RwSignal::new(None::<String>), RwSignal::new(false));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let fields = [old, first, second].map(|field| field.get_untracked());
        let [Some(old), Some(first), Some(second)] = fields else {
            return;
        };
        is_done.set(false);
        let refused = refused(&first.value(), &second.value()).map(str::to_owned);
        let may_go = refused.is_none();
        error.set(refused);
        if !may_go {
            return;
        }
        spawn_local(async move {
            match session.change_phrase(&old.value(), &first.value()).await {
                Ok(()) => {
                    is_done.try_set(true);
                    for field in [old, first, second] {
                        field.set_value("");
                    }
                }
                Err(trouble) => {
                    let wait_ms = match trouble {
                        UnlockError::Wrong { wait_ms } | UnlockError::Wait { wait_ms } => wait_ms,
                        _ => 0,
                    };
                    let sentence = text::session::unlock_trouble(trouble, (wait_ms + 999) / 1_000);
                    error.try_set(Some(sentence));
                }
            }
        });
    };
    let is_wrong = Signal::derive(move || error.with(Option::is_some));
    let secret = move |id, label, autocomplete, field| {
        secret_field(id, label, autocomplete, field, is_wrong, "change-phrase-error")
    };
    view! {
        <form class="form-narrow" on:submit=submit novalidate>
            {alert("change-phrase-error", move || error.get())}
            <Show when=move || is_done.get()>
                <Notice tone=Tone::Good><p>{words::phrase_changed()}</p></Notice>
            </Show>
            {secret("phrase-old", words::old_phrase(), "current-password", old)}
            {secret("phrase-new", text::session::new_phrase(), "new-password", first)}
            {secret("phrase-again", text::session::phrase_again(), "new-password", second)}
            <Button submit=true>{words::change_phrase()}</Button>
        </form>
    }
}
