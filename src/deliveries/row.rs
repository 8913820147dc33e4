// SPDX-License-Identifier: AGPL-3.0-or-later
//! One change: what was done, on which record, when, and how far it came.
use crate::prelude::*;
use crate::{
    households::{open_topic, place_of},
    record::{choices, reason},
    routes::{Address, DwellingTab},
    state::{Rows, State, touches},
    text::{deliveries as text, language, said},
    ui::{LinkButton, StateTag, Tone},
};
use soglia_domain::{
    action::Action,
    calendar::Timestamp,
    dwelling::Verb as DwellingVerb,
    id::{ChangeId, DwellingId, HouseholdId},
    record::{Identity as _, Key},
    rooms::Verb,
};
use soglia_sync::change::{Answer, Delivery, OutboxEntry, OutboxState};
use std::sync::Arc;

/// A moment in words, as the device shows it.
pub(super) fn moment(ms: i64) -> String {
    let at = Timestamp { ms, counter: 0 };
    soglia_wording::moment(expect_context::<State>().local_ms(at), language())
}

/// The page of a record: of one without a page that of the record under which it lies.
pub(super) fn page_of(rows: &Rows, key: Key) -> Address {
    Address::of_record(rows, key).unwrap_or(Address::Deliveries)
}

/// The name of a record as lists show it; none while it is not on this device.
pub(super) fn label_of(rows: &Rows, key: Key) -> Option<String> {
    if let Some(id) = HouseholdId::of_key(key) {
        return rows.household(id).map(|row| row.label.clone());
    }
    if let Some(id) = DwellingId::of_key(key) {
        return rows
            .dwelling(id)
            .map(|row| format!("{} {}", row.code, row.street));
    }
    Some(soglia_wording::kind_name(key.kind, language()).to_owned())
}

/// The records of an action, each as a link, as far as they are on this device.
#[component]
fn Records(action: Action) -> AnyView {
    let state = expect_context::<State>();
    let keys = touches(&action);
    let links = move || {
        state.rows.with(|rows| {
            let link = |key: &Key| {
                let label = label_of(rows, *key)?;
                Some(view! { <a href=page_of(rows, *key).path()>{label}</a> })
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
                <p class="outbox-what">{said::action(&action)}</p>
                <StateTag tone=tone label=word />
            </div>
            <p class="muted outbox-where">
                <Records action=action />
                <span>{moment(at_ms)}</span>
            </p>
            {children.map(|children| children())}
        </li>
    }
    .into_any()
}

fn entry(state: State, id: ChangeId) -> Option<Arc<OutboxEntry>> {
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
            _ if entry.asks() => ("asked", text::state_asked()),
            _ => ("pending", text::state_pending()),
        };
        let at_ms = entry.change.at.ms;
        Some(
            view! { <Line action=entry.change.action.clone() at_ms=at_ms key=key tone=Tone::Info word=word /> },
        )
    };
    line.into_any()
}

/// A change that came back: the reason, and what its author can do.
#[component]
pub fn Refused(id: ChangeId) -> AnyView {
    let state = expect_context::<State>();
    let Some(entry) = entry(state, id) else {
        return ().into_any();
    };
    let key = match &entry.state {
        OutboxState::Refused { .. } => "refused",
        OutboxState::Quarantined { .. } => "quarantined",
        OutboxState::Pending | OutboxState::Answered { .. } => return ().into_any(),
    };
    let (path, label) = mend_place(state, &entry.change.action);
    let action = entry.change.action.clone();
    let mend = move || {
        let (path, action) = (path.clone(), action.clone());
        view! {
            <span on:click=move |_| open_topic(&action)>
                <LinkButton href=path icon="it-pencil">{label}</LinkButton>
            </span>
        }
    };
    let why = reason(&entry.state);
    let choices = choices(&entry, ViewFn::from(mend));
    let at_ms = entry.change.at.ms;
    view! {
        <Line action=entry.change.action.clone() at_ms=at_ms key=key tone=Tone::Bad word=text::state_refused()>
            <p class="outbox-reason">{why}</p>
            {choices}
        </Line>
    }
    .into_any()
}

/// Where a change can be mended, and what the way there is called: the place where it was typed, else its record.
fn mend_place(state: State, action: &Action) -> (String, &'static str) {
    let form = place_of(action).or_else(|| match &action.verb {
        Verb::Dwelling(DwellingVerb::Say(_)) => Address::of_dwelling(action.on),
        Verb::Dwelling(DwellingVerb::AddPhoto { .. } | DwellingVerb::RemovePhoto { .. }) => {
            DwellingId::of_key(action.on).map(|id| Address::Dwelling(id, DwellingTab::Photos))
        }
        _ => None,
    });
    match form {
        Some(place) => (place.path(), text::mend()),
        None => {
            let page = state.rows.with_untracked(|rows| page_of(rows, action.on));
            (page.path(), text::to_record())
        }
    }
}

/// A delivered change as the list needs it.
#[derive(Clone, PartialEq, Eq)]
pub struct Mine {
    /// The change.
    pub id: ChangeId,
    action: Action,
    at_ms: i64,
    delivered_ms: i64,
    answer: Answer,
}

impl Mine {
    /// Of a delivery.
    pub fn of(delivery: &Delivery) -> Self {
        Self {
            id: delivery.change.id,
            action: delivery.change.action.clone(),
            at_ms: delivery.change.at.ms,
            delivered_ms: delivery.delivered_ms,
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
    let receipt = delivery
        .answer
        .position()
        .map(|position| text::receipt(&moment(delivery.delivered_ms), position.0));
    view! {
        <Line action=delivery.action at_ms=delivery.at_ms key="delivered" tone=tone word=word>
            {receipt.map(|receipt| view! { <p class="form-text" data-test="receipt">{receipt}</p> })}
        </Line>
    }
    .into_any()
}
