// SPDX-License-Identifier: AGPL-3.0-or-later
//! An invitation: for whom it is, and the password they choose. Nobody has to be signed in.
use super::sign_in::{alert, card, secret_field};
use crate::prelude::*;
use crate::{
    routes::{self, Address},
    state::{HttpTrouble, State},
    text::{accounts as text, session as words},
    ui::{Button, ButtonKind, LinkButton, Notice, Tone, focus_soon},
};
use leptos::{ev::SubmitEvent, html, task::spawn_local};
use soglia_sync::wire::InvitationFor;

const ERROR: &str = "invitation-error";

/// How far it is.
#[derive(Clone, PartialEq)]
enum Step {
    Asking,
    For(InvitationFor),
    Done,
    Over,
    Offline,
    Failed,
}

/// What the page holds.
#[derive(Clone, Copy)]
struct Invitation {
    state: State,
    step: RwSignal<Step>,
    token: StoredValue<String>,
    error: RwSignal<Option<&'static str>>,
}

/// The page.
pub(crate) fn page() -> AnyView {
    let token = window().location().hash().unwrap_or_default();
    let invitation = Invitation {
        state: expect_context(),
        step: RwSignal::new(Step::Asking),
        token: StoredValue::new(token.trim_start_matches('#').to_owned()),
        error: RwSignal::new(None),
    };
    invitation.ask();
    card(text::invitation_title(), live(move || invitation.drawn()))
}

impl Invitation {
    fn ask(self) {
        self.step.set(Step::Asking);
        spawn_local(async move {
            let step = match self.state.invitation(self.token.get_value()).await {
                Ok(person) => Step::For(person),
                Err(trouble) => Step::of(&trouble),
            };
            self.step.try_set(step);
        });
    }

    fn drawn(self) -> AnyView {
        let again = move |why: &'static str| {
            view! {
                <Notice tone=Tone::Warn>
                    <p>{why}</p>
                    <Button on_click=move |()| self.ask()>{text::again()}</Button>
                </Notice>
            }
        };
        match self.step.get() {
            Step::Asking => view! { <p class="muted" role="status">{text::invitation_opening()}</p> },
            Step::Over => view! { <Notice tone=Tone::Bad>{text::invitation_over()}</Notice> },
            Step::Offline => again(text::invitation_offline()),
            Step::Failed => again(text::failed()),
            Step::Done => view! {
                <Notice tone=Tone::Good>{text::is_set()}</Notice>
                <LinkButton href=Address::SignIn.path() kind=ButtonKind::Primary>{text::to_sign_in()}</LinkButton>
            }
            .into_any(),
            Step::For(person) => self.form(&person),
        }
    }

    fn form(self, person: &InvitationFor) -> AnyView {
        let [password, again] = [(); 2].map(|()| NodeRef::<html::Input>::new());
        let typed = |field: NodeRef<html::Input>| {
            field
                .get_untracked()
                .map(|field| field.value())
                .unwrap_or_default()
        };
        let submit = move |event: SubmitEvent| {
            event.prevent_default();
            let password = typed(password);
            self.error.set(None);
            if password != typed(again) {
                self.error.set(Some(text::not_the_same()));
                return;
            }
            spawn_local(async move {
                match self.state.take_up(self.token.get_value(), password).await {
                    Ok(_) => {
                        // The address has the token in it, which opens nothing any more.
                        routes::replace_query("");
                        self.step.try_set(Step::Done);
                    }
                    Err(HttpTrouble::Problem(problem)) => match text::unfit_password(&problem.code) {
                        Some(why) => {
                            self.error.try_set(Some(why));
                            focus_soon("invitation-password");
                        }
                        None => drop(self.step.try_set(Step::of(&HttpTrouble::Problem(problem)))),
                    },
                    Err(trouble) => drop(self.step.try_set(Step::of(&trouble))),
                }
            });
        };
        let is_wrong = Signal::derive(move || self.error.with(Option::is_some));
        view! {
            <p>{text::invitation_for(&person.name, &person.sign_in)}</p>
            <form on:submit=submit novalidate data-test="invitation-form">
                {alert(ERROR, move || self.error.get().map(str::to_owned))}
                <input type="text" name="username" autocomplete="username" value=person.sign_in.clone() hidden />
                <p class="form-text">{text::password_help()}</p>
                {secret_field("invitation-password", words::password(), "new-password", password, is_wrong, ERROR)}
                {secret_field("invitation-again", text::password_again(), "new-password", again, is_wrong, ERROR)}
                <Button kind=ButtonKind::Primary submit=true>{text::set()}</Button>
            </form>
        }
        .into_any()
    }
}

impl Step {
    fn of(trouble: &HttpTrouble) -> Self {
        match trouble {
            HttpTrouble::NoNetwork => Self::Offline,
            HttpTrouble::Problem(problem) if problem.status == 410 => Self::Over,
            HttpTrouble::Problem(_) | HttpTrouble::SignedOut | HttpTrouble::NotUnderstood => Self::Failed,
        }
    }
}
