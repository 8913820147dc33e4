// SPDX-License-Identifier: AGPL-3.0-or-later
//! One change: what was done, on which record, when, and how far it came.
use crate::prelude::*;
use crate::{
    routes::Address,
    state::{Rows, State},
    text::{deliveries as text, language, shell},
    ui::{Button, ButtonKind, LinkButton, StateTag, Tone},
};
use leptos::task::spawn_local;
use soglia_domain::{action::Action, id::ChangeId, record::RecordKey};
use soglia_sync::change::{Answer, Delivery, OutboxEntry, OutboxState};

/// The page of a record.
pub(super) fn page_of(key: RecordKey) -> Address {
    match key {
        RecordKey::Household(id) => Address::household(id),
        RecordKey::Dwelling(id) => Address::dwelling(id),
        RecordKey::CityRules => Address::Settings,
    }
}

/// The name of a record as lists show it; none while it is not on this device.
pub(super) fn label_of(rows: &Rows, key: RecordKey) -> Option<String> {
    match key {
        RecordKey::Household(id) => rows.household(id).map(|row| row.label.clone()),
        RecordKey::Dwelling(id) => rows
            .dwelling(id)
            .map(|row| format!("{} {}", row.code, row.street)),
        RecordKey::CityRules => Some(text::city_rules().to_owned()),
    }
}

/// The records of an action, each as a link, as far as they are on this device.
#[component]
fn Records(action: Action) -> AnyView {
    let state = expect_context::<State>();
    let keys = action.touches();
    let links = move || {
        state.rows.with(|rows| {
            let link = |key: &RecordKey| {
                let label = label_of(rows, *key)?;
                Some(view! { <a href=page_of(*key).path()>{label}</a> })
            };
            keys.iter().filter_map(link).collect_view()
        })
    };
    view! { <span class="outbox-records">{links}</span> }.into_any()
}

/// What was done and when, above whatever a state adds.
#[component]
fn Line(
    action: Action,
    at_ms: i64,
    key: &'static str,
    tone: Tone,
    word: &'static str,
    #[prop(optional)] children: Option<Children>,
) -> AnyView {
    view! {
        <li class="outbox-row" data-test="outbox-row" data-state=key>
            <div class="outbox-head">
                <p class="outbox-what">{soglia_wording::action(&action, language())}</p>
                <StateTag tone=tone label=word />
            </div>
            <p class="muted outbox-where">
                <Records action=action />
                <span>{super::wording_moment(at_ms)}</span>
            </p>
            {children.map(|children| children())}
        </li>
    }
    .into_any()
}

fn entry(state: State, id: ChangeId) -> Option<OutboxEntry> {
    state
        .outbox
        .with(|outbox| outbox.iter().find(|entry| entry.change.id == id).cloned())
}

/// A change that waits for the server, or whose record is on its way back.
#[component]
pub fn Waiting(id: ChangeId) -> AnyView {
    let state = expect_context::<State>();
    let line = move || {
        let entry = entry(state, id)?;
        let (key, word) = match entry.state {
            OutboxState::Answered { .. } => ("answered", text::state_answered()),
            _ => ("pending", text::state_pending()),
        };
        let at_ms = entry.change.at.ms;
        Some(view! { <Line action=entry.change.action at_ms=at_ms key=key tone=Tone::Info word=word /> })
    };
    line.into_any()
}

/// A change that came back: the reason, and what its author can do. Giving it up happens when the page is left, so that
/// it can be undone until then.
#[component]
pub fn Refused(id: ChangeId) -> AnyView {
    let state = expect_context::<State>();
    let Some(entry) = entry(state, id) else {
        return ().into_any();
    };
    let given_up = RwSignal::new(false);
    let trouble = RwSignal::new(None::<String>);
    on_cleanup(move || {
        if given_up.get_untracked() {
            spawn_local(async move {
                // What could not be given up stays in the list.
                let _ = state.discard(id).await;
            });
        }
    });
    let (key, reason) = match &entry.state {
        OutboxState::Refused { refusal } => ("refused", soglia_wording::refusal(refusal, language())),
        _ => ("quarantined", text::quarantined().to_owned()),
    };
    let draft = entry
        .change
        .action
        .touches()
        .into_iter()
        .next()
        .map(|key| page_of(key).path());
    let resend = Callback::new(move |()| {
        trouble.set(None);
        spawn_local(async move {
            if let Err(error) = state.resend(id).await {
                trouble.try_set(Some(shell::act_error(&error)));
            }
        });
    });
    let choices = move || {
        if given_up.get() {
            return view! {
                <div class="button-row" role="status">
                    <span>{text::given_up()}</span>
                    <Button on_click=move |()| given_up.set(false)>{text::undo()}</Button>
                </div>
            }
            .into_any();
        }
        view! {
            <div class="button-row">
                {draft.clone().map(|path| view! { <LinkButton href=path icon="it-pencil">{text::to_draft()}</LinkButton> })}
                <Button icon="it-refresh" on_click=resend>{text::resend()}</Button>
                <Button kind=ButtonKind::Plain on_click=move |()| given_up.set(true)>{text::give_up()}</Button>
            </div>
        }
        .into_any()
    };
    let at_ms = entry.change.at.ms;
    view! {
        <Line action=entry.change.action at_ms=at_ms key=key tone=Tone::Bad word=text::state_refused()>
            <p class="outbox-reason">{reason}</p>
            {move || trouble.get().map(|trouble| view! { <p class="form-feedback" role="alert">{trouble}</p> })}
            {choices}
        </Line>
    }
    .into_any()
}

/// A delivered change as the list needs it.
#[derive(Clone, PartialEq, Eq)]
pub struct Mine {
    /// The change.
    pub id: ChangeId,
    action: Action,
    at_ms: i64,
    answer: Answer,
}

impl Mine {
    /// Of a delivery.
    pub fn of(delivery: &Delivery) -> Self {
        Self {
            id: delivery.change.id,
            action: delivery.change.action.clone(),
            at_ms: delivery.change.at.ms,
            answer: delivery.answer.clone(),
        }
    }
}

/// A change that the server has.
#[component]
pub fn Delivered(delivery: Mine) -> AnyView {
    let (tone, word) = match delivery.answer {
        Answer::Accepted { .. } => (Tone::Good, text::state_delivered()),
        Answer::Merged { .. } => (Tone::Good, text::state_merged()),
        Answer::ToReview { .. } => (Tone::Warn, text::state_to_review()),
        Answer::Refused { .. } | Answer::Quarantined { .. } => (Tone::Bad, text::state_refused()),
    };
    view! {
        <Line action=delivery.action at_ms=delivery.at_ms key="delivered" tone=tone word=word />
    }
    .into_any()
}
