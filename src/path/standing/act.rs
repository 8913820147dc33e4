// SPDX-License-Identifier: AGPL-3.0-or-later
//! One thing to do: a button, and the form that it opens where something has to be said first.
use crate::prelude::*;
use crate::{
    record::{FormField, VerbForm},
    state::State,
    text::{path::standing as text, shell},
    ui::{Button, ButtonKind, focus_soon},
};
use leptos::task::spawn_local;
use soglia_domain::{action::Action, shape::Shape};

/// One thing to do.
#[derive(Clone)]
pub(in crate::path) struct Act {
    /// What is typed is kept under it, and the first field has it as its id; its own for each record.
    pub(in crate::path) name: String,
    /// What tests call the button; the form around it has `-form` behind.
    pub(in crate::path) test: &'static str,
    /// The button that begins.
    pub(in crate::path) label: String,
    /// The button that does it.
    pub(in crate::path) send: &'static str,
    /// Whether it is the one thing to do.
    pub(in crate::path) kind: ButtonKind,
}

/// What has to be said.
pub(in crate::path) struct Asked {
    /// Above the fields: what a field of a form cannot ask.
    pub(in crate::path) above: Option<AnyView>,
    /// The fields.
    pub(in crate::path) fields: Vec<FormField>,
    /// What is then done, or what is missing.
    pub(in crate::path) action: Callback<(), Result<Action, String>>,
}

/// Makes the form each time it opens.
type Ask = Box<dyn Fn(&str) -> Asked + Send>;

impl Act {
    /// The button, and the form once somebody pressed it. What was typed and given up is offered again.
    pub(in crate::path) fn draw(self, ask: impl Fn(&str) -> Asked + Send + 'static) -> AnyView {
        self.drawn(Box::new(ask))
    }

    /// An act that needs a reason and nothing more.
    pub(in crate::path) fn with_reason(
        self,
        help: &'static str,
        action: impl Fn(String) -> Action + Copy + Send + Sync + 'static,
    ) -> AnyView {
        self.draw(move |name| {
            let reason = reason(name.to_owned()).with_help(help);
            let typed = reason.clone();
            Asked {
                above: None,
                fields: vec![reason],
                action: Callback::new(move |()| Ok(action(typed.get_text()))),
            }
        })
    }

    fn drawn(self, ask: Ask) -> AnyView {
        let state = expect_context::<State>();
        let is_open = RwSignal::new(false);
        live(move || {
            let name = self.name.clone();
            if is_open.get() {
                return self.form(state, is_open, &ask);
            }
            let begin = move |()| {
                is_open.set(true);
                let field = name.clone();
                focus_soon(field);
            };
            let label = self.label.clone();
            view! { <Button kind=self.kind test=self.test on_click=begin>{label}</Button> }
        })
    }

    fn form(&self, state: State, is_open: RwSignal<bool>, ask: &Ask) -> AnyView {
        let error = RwSignal::new(None::<String>);
        // What the form reads once must not draw it again while somebody types.
        let asked = untrack(|| ask(&self.name));
        let action = asked.action;
        let on_send = Callback::new(move |()| match action.run(()) {
            Ok(action) => send(state, action, error, is_open),
            Err(missing) => error.set(Some(missing)),
        });
        let form = VerbForm {
            name: self.name.clone(),
            fields: asked.fields,
            send: self.send.to_owned(),
            kind: self.kind,
            on_send,
            refused: error.into(),
            cancel: Some((text::cancel(), Callback::new(move |()| is_open.set(false)))),
        };
        view! {
            <div class="form-narrow" data-test=format!("{}-form", self.test)>
                {asked.above}
                {form.draw()}
            </div>
        }
    }
}

/// A reason that has to be given.
pub(in crate::path) fn reason(id: String) -> FormField {
    FormField::new(id, text::reason(), Shape::TEXT).required(text::reason_missing())
}

/// Does it, and closes the form once it is saved on this device.
fn send(state: State, action: Action, error: RwSignal<Option<String>>, is_open: RwSignal<bool>) {
    error.set(None);
    spawn_local(async move {
        match state.act(action).await {
            Ok(_) => {
                is_open.try_set(false);
            }
            Err(refused) => {
                error.try_set(Some(shell::act_error(&refused)));
            }
        }
    });
}

/// Something that one touch does.
pub(in crate::path) fn touch(
    test: &'static str,
    label: &'static str,
    kind: ButtonKind,
    action: impl Fn() -> Action + Send + Sync + 'static,
) -> AnyView {
    let state = expect_context::<State>();
    let error = RwSignal::new(None::<String>);
    let is_open = RwSignal::new(false);
    let on_click = move |()| send(state, action(), error, is_open);
    view! {
        <Button kind test on_click>{label}</Button>
        {move || error.get().map(|why| view! { <p class="form-feedback" role="alert">{why}</p> })}
    }
}
