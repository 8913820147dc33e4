// SPDX-License-Identifier: AGPL-3.0-or-later
//! What was asked and waits for the server, and what the server did not accept: shown as asked, never as valid.
use crate::prelude::*;
use crate::{
    state::State,
    text::{funding as text, said},
    ui::{Button, ButtonKind, StateTag, Tone},
};
use leptos::task::spawn_local;
use soglia_domain::{
    commitment::Verb as CommitmentVerb,
    id::{ChangeId, FundingSourceId},
    record::Identity as _,
    rooms::Verb,
};
use soglia_sync::change::{OutboxEntry, OutboxState};

/// What the lines are about.
#[derive(Clone, Copy)]
pub(super) enum Asked {
    /// Sources that are to be opened.
    Sources,
    /// Everything about one source.
    Source(FundingSourceId),
}

impl Asked {
    fn is_about(self, state: State, entry: &OutboxEntry) -> bool {
        let action = &entry.change.action;
        match (self, &action.verb) {
            (Self::Sources, Verb::FundingSource(_)) => state.rows.with_untracked(|rows| {
                rows.row::<soglia_domain::funding_source::FundingSource>(action.on)
                    .is_none()
            }),
            (Self::Source(id), Verb::FundingSource(_)) => action.on == id.key(),
            (Self::Source(id), Verb::Commitment(CommitmentVerb::Commit { source, .. })) => *source == id,
            (Self::Source(id), Verb::Commitment(_)) => {
                let row = state.rows.with_untracked(|rows| {
                    rows.row::<soglia_domain::commitment::Commitment>(action.on)
                        .map(|row| row.source)
                });
                row == Some(id)
            }
            _ => false,
        }
    }
}

/// One line for each request that waits or came back.
pub(super) fn asked_lines(state: State, about: Asked) -> AnyView {
    let lines = move || {
        state.outbox.with(|outbox| {
            let mine = outbox.iter().filter(|entry| about.is_about(state, entry));
            mine.map(|entry| line(state, entry)).collect_view()
        })
    };
    view! { <ul class="funding-asked" aria-live="polite">{lines}</ul> }
}

fn line(state: State, entry: &OutboxEntry) -> AnyView {
    let what = said::action(&entry.change.action);
    match &entry.state {
        OutboxState::Pending | OutboxState::Answered { .. } => view! {
            <li class="case-card" data-test="funding-asked" data-state="asked">
                <p>{what} " " <StateTag tone=Tone::Info label=text::asked()/></p>
            </li>
        },
        OutboxState::Refused { refusal } => {
            let why = said::refusal(refusal);
            came_back(state, entry.change.id, what, why)
        }
        OutboxState::Quarantined { .. } => came_back(state, entry.change.id, what, String::new()),
    }
}

fn came_back(state: State, id: ChangeId, what: String, why: String) -> AnyView {
    let give_up = move |()| {
        spawn_local(async move {
            // What could not be given up stays in the list of what came back.
            state.discard(id).await.ok();
        });
    };
    view! {
        <li class="case-card" data-test="funding-asked" data-state="refused">
            <p>{what} " " <StateTag tone=Tone::Bad label=text::refused()/></p>
            <p>{why}</p>
            <Button kind=ButtonKind::Plain on_click=give_up>{text::give_up()}</Button>
        </li>
    }
}
