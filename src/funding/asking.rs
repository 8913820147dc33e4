// SPDX-License-Identifier: AGPL-3.0-or-later
//! Forms that ask the server: each opens in the place of its button, and goes once what it asks is kept on this device.
use crate::prelude::*;
use crate::{
    record::{FormField, VerbForm},
    state::State,
    text::{funding as text, shell},
    ui::{Button, ButtonKind},
};
use leptos::task::spawn_local;
use soglia_domain::action::Action;

/// A form and its button, one of which is here.
#[derive(Clone, Copy)]
pub(super) struct Asking {
    pub(super) state: State,
    is_open: RwSignal<bool>,
    refused: RwSignal<Option<String>>,
}

/// The button, and the form once somebody pressed it. What is typed stays until it is asked or given up.
pub(super) fn asking(
    state: State,
    kind: ButtonKind,
    icon: &'static str,
    label: &'static str,
    form: impl Fn(Asking) -> AnyView + Send + 'static,
) -> AnyView {
    let asking = Asking {
        state,
        is_open: RwSignal::new(false),
        refused: RwSignal::new(None),
    };
    let begin = move |()| {
        asking.refused.set(None);
        asking.is_open.set(true);
    };
    live(move || {
        if asking.is_open.get() {
            return form(asking);
        }
        view! { <Button kind icon on_click=begin>{label}</Button> }
    })
}

impl Asking {
    /// Draws the form. `action` is what it asks, or why it cannot.
    pub(super) fn form(
        self,
        name: String,
        fields: Vec<FormField>,
        kind: ButtonKind,
        send: &str,
        action: impl Fn() -> Result<Action, String> + Send + Sync + 'static,
    ) -> AnyView {
        let on_send = Callback::new(move |()| match action() {
            Ok(action) => self.ask(action),
            Err(why) => self.refused.set(Some(why)),
        });
        let form = VerbForm {
            name,
            fields,
            send: send.to_owned(),
            kind,
            on_send,
            refused: self.refused.into(),
            cancel: Some((text::cancel(), Callback::new(move |()| self.is_open.set(false)))),
        };
        form.draw()
    }

    fn ask(self, action: Action) {
        spawn_local(async move {
            match self.state.act(action).await {
                Ok(_) => {
                    self.is_open.try_set(false);
                }
                Err(refused) => {
                    self.refused.try_set(Some(shell::act_error(&refused)));
                }
            }
        });
    }
}
