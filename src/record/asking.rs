// SPDX-License-Identifier: AGPL-3.0-or-later
//! Forms that open in the place of their buttons, one at a time.
use super::{FormField, VerbForm};
use crate::prelude::*;
use crate::{
    state::State,
    text::shell,
    ui::{Button, ButtonKind, focus_soon},
};
use leptos::task::spawn_local;
use soglia_domain::{action::Action, record::Key, shape::Shape};

/// What is asked about a record, or about what a section lists.
#[derive(Clone, Copy)]
pub struct Asking {
    /// What this device knows.
    pub state: State,
    /// Tells its forms from those of other records.
    key: Key,
    /// Which form is open, by its name; none while none is.
    open: RwSignal<Option<&'static str>>,
    refused: RwSignal<Option<String>>,
}

impl Asking {
    /// About a record.
    pub fn about(key: Key) -> Self {
        Self {
            state: expect_context(),
            key,
            open: RwSignal::new(None),
            refused: RwSignal::new(None),
        }
    }

    /// Does it. The form goes with it; what is refused stays as it was typed, with the reason.
    pub fn act(self, action: Action) {
        spawn_local(async move {
            match self.state.act(action).await {
                Ok(_) => self.close(),
                Err(error) => self.refuse(shell::act_error(&error)),
            }
        });
    }

    /// Closes the form that is open.
    pub fn close(self) {
        self.refused.try_set(None);
        self.open.try_set(None);
    }

    /// Says why something was refused.
    pub fn refuse(self, why: String) {
        self.refused.try_set(Some(why));
    }

    /// What a form is kept under. Its first field has this as its id, so that it takes the focus.
    fn name(self, form: &str) -> String {
        format!("{form}-{}", self.key.id)
    }

    /// The first field of a form.
    pub fn first(self, form: &str, label: &str, shape: Shape) -> FormField {
        FormField::new(self.name(form), label, shape)
    }

    /// Another field of it.
    pub fn field(self, form: &str, what: &str, label: &str, shape: Shape) -> FormField {
        FormField::new(format!("{}-{what}", self.name(form)), label, shape)
    }

    fn begin(self, form: &'static str) {
        self.refused.set(None);
        self.open.set(Some(form));
        let first = self.name(form);
        focus_soon(first);
    }

    /// The buttons of some forms, by name and label. They give way while one of these is open.
    pub fn buttons(self, kind: ButtonKind, forms: Vec<(&'static str, &'static str)>) -> AnyView {
        live(move || {
            let open = self.open.get();
            if forms.iter().any(|(form, _)| open == Some(*form)) {
                return ().into_any();
            }
            let button = |&(form, label): &(&'static str, &'static str)| {
                view! { <Button kind test=form on_click=move |()| self.begin(form)>{label}</Button> }
            };
            view! { <div class="button-row">{forms.iter().map(button).collect_view()}</div> }
        })
    }

    /// The place of a form: empty until its button is pressed.
    pub fn place(self, form: &'static str, draw: impl Fn() -> AnyView + Send + 'static) -> AnyView {
        let is_open = Memo::new(move |_| self.open.get() == Some(form));
        live(move || {
            if is_open.get() {
                view! { <div data-test=format!("{form}-form")>{draw()}</div> }
            } else {
                ().into_any()
            }
        })
    }

    /// Draws a form. `on_send` acts, once every field is right.
    pub fn form(self, form: &str, fields: Vec<FormField>, send: &str, on_send: Callback<()>) -> AnyView {
        let form = VerbForm {
            name: self.name(form),
            fields,
            send: send.to_owned(),
            kind: ButtonKind::Primary,
            on_send,
            refused: self.refused.into(),
            cancel: Some((shell::cancel(), Callback::new(move |()| self.close()))),
        };
        form.draw()
    }

    /// Why something was refused that has no form.
    pub fn why(self) -> AnyView {
        live(move || {
            let why = self.refused.get().filter(|_| self.open.get().is_none());
            why.map(|why| view! { <p class="form-feedback" role="alert">{why}</p> })
                .into_any()
        })
    }
}
