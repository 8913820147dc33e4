// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the sections of the page share: what is known, which form is open, and what went wrong.
use crate::prelude::*;
use crate::{
    state::{HttpTrouble, State},
    text::{archive as text, language, shell},
    ui::Button,
};
use leptos::task::spawn_local;
use soglia_domain::{calendar::RomeTime, record::Key};
use soglia_sync::wire::{KnownArchived, KnownErasure};
use std::{future::Future, sync::Arc};

/// How far the lists are.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Asked {
    Asking,
    Here,
    Offline,
    Failed,
}

/// Which form or question is open, of which household.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Form {
    None,
    PutIn(Key),
    TakeOut(Key),
    AskErasure(Key),
    Erase(Key),
}

#[derive(Clone, Copy)]
pub(super) struct Board {
    pub(super) state: State,
    pub(super) is_auditor: bool,
    pub(super) asked: RwSignal<Asked>,
    pub(super) archived: RwSignal<Arc<Vec<KnownArchived>>>,
    pub(super) erasures: RwSignal<Arc<Vec<KnownErasure>>>,
    pub(super) form: RwSignal<Form>,
    /// Something is being done: nothing else is begun.
    pub(super) busy: RwSignal<bool>,
    pub(super) error: RwSignal<Option<&'static str>>,
}

impl Board {
    /// Asks for both lists.
    pub(super) fn ask(self) {
        spawn_local(async move {
            let asked = match self.fetch().await {
                Ok(()) => Asked::Here,
                Err(HttpTrouble::NoNetwork) => Asked::Offline,
                Err(_) => Asked::Failed,
            };
            self.asked.try_set(asked);
        });
    }

    async fn fetch(self) -> Result<(), HttpTrouble> {
        if !self.is_auditor {
            let archived = self.state.archive().await?.archived;
            self.archived.try_set(Arc::new(archived));
        }
        let erasures = self.state.erasures().await?.erasures;
        self.erasures.try_set(Arc::new(erasures));
        Ok(())
    }

    pub(super) fn open(self, form: Form) {
        self.error.set(None);
        self.form.set(form);
    }

    /// Does something at the server, and shows what there is then.
    pub(super) fn run(self, what: impl Future<Output = Result<(), HttpTrouble>> + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.error.set(None);
        spawn_local(async move {
            let done = what.await;
            self.busy.try_set(false);
            match done {
                Ok(()) => {
                    self.form.try_set(Form::None);
                    self.ask();
                }
                Err(trouble) => drop(self.error.try_set(Some(sentence(&trouble)))),
            }
        });
    }

    /// A question with what is done then and a way back, in the place of a button.
    pub(super) fn sure(
        self,
        question: &'static str,
        word: &'static str,
        yes: impl Fn() + Copy + Send + Sync + 'static,
    ) -> AnyView {
        view! {
            <div class="archive-sure" role="group" aria-label=question data-test="archive-sure">
                <p>{question}</p>
                <div class="button-row">
                    <Button test="archive-yes" on_click=move |()| yes()>{word}</Button>
                    <Button on_click=move |()| self.open(Form::None)>{shell::cancel()}</Button>
                </div>
            </div>
        }
        .into_any()
    }
}

fn sentence(trouble: &HttpTrouble) -> &'static str {
    match trouble {
        HttpTrouble::NoNetwork => text::offline(),
        HttpTrouble::Problem(problem) => match problem.code.as_str() {
            "still_followed" => text::still_followed(),
            "act_missing" => text::act_missing(),
            "asked_before" => text::asked_before(),
            "asked_by_you" => text::asked_by_you(),
            _ => text::failed(),
        },
        HttpTrouble::SignedOut | HttpTrouble::NotUnderstood => text::failed(),
    }
}

/// The day of a moment, in Milan.
pub(super) fn day(ms: i64) -> String {
    soglia_wording::day(RomeTime::of_ms(ms).day, language())
}
