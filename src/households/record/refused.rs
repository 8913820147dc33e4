// SPDX-License-Identifier: AGPL-3.0-or-later
//! Changes of this household that came back, apart from proposals, which have their own place.
use crate::prelude::*;
use crate::{
    households::case::{Case, sentence},
    text::{households as text, language},
    ui::{Button, ButtonKind, Notice, Tone},
};
use leptos::task::spawn_local;
use soglia_domain::{action::Action, id::ChangeId};
use soglia_sync::change::{OutboxEntry, OutboxState};

/// One card for each change that came back.
#[component]
pub(super) fn CameBack(case: Case) -> impl IntoView {
    move || {
        case.shown().map(|shown| {
            shown
                .refused
                .iter()
                .filter(|entry| !matches!(entry.change.action, Action::ProposeDwelling { .. }))
                .map(|entry| card(case, entry))
                .collect_view()
        })
    }
}

fn card(case: Case, entry: &OutboxEntry) -> impl IntoView + use<> {
    let what = soglia_wording::action(&entry.change.action, language());
    let why = reason(&entry.state);
    let id = entry.change.id;
    view! {
        <Notice tone=Tone::Warn>
            <h2>{text::refused_title()}</h2>
            <p>{what}</p>
            <p>{why}</p>
            <Choices case id/>
        </Notice>
    }
}

/// Why a change came back.
pub(in crate::households) fn reason(state: &OutboxState) -> String {
    match state {
        OutboxState::Refused { refusal } => soglia_wording::refusal(refusal, language()),
        OutboxState::Quarantined { .. } => text::unreadable().to_owned(),
        OutboxState::Pending | OutboxState::Answered { .. } => String::new(),
    }
}

/// Send again, or give up: only the author chooses.
#[component]
fn Choices(case: Case, id: ChangeId) -> impl IntoView {
    let error = RwSignal::new(None::<String>);
    let again = move |()| {
        spawn_local(async move {
            if let Err(refused) = case.state.resend(id).await {
                error.set(Some(sentence(&refused)));
            }
        });
    };
    let give_up = move |()| {
        spawn_local(async move {
            if let Err(refused) = case.state.discard(id).await {
                error.set(Some(sentence(&refused)));
            }
        });
    };
    view! {
        {move || error.get().map(|error| view! { <p class="form-feedback" role="alert">{error}</p> })}
        <div class="page-actions">
            <Button on_click=again>{text::try_again()}</Button>
            <Button kind=ButtonKind::Plain on_click=give_up>{text::give_up()}</Button>
        </div>
    }
}
