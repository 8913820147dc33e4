// SPDX-License-Identifier: AGPL-3.0-or-later
//! One change: what was done, on which record, when, and how far it came.
use crate::prelude::*;
use crate::{
    households::{open_topic, place_of},
    routes::{Address, DwellingTab},
    state::{Rows, State},
    text::{deliveries as text, language, shell},
    ui::{Button, ButtonKind, LinkButton, StateTag, Tone},
};
use leptos::task::spawn_local;
use soglia_domain::{action::Action, id::ChangeId, record::RecordKey};
use soglia_sync::{
    change::{Answer, Delivery, OutboxEntry, OutboxState},
    outbox::dependents,
};

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

/// A change that came back: the reason, and what its author can do.
#[component]
pub fn Refused(id: ChangeId) -> AnyView {
    let state = expect_context::<State>();
    let Some(entry) = entry(state, id) else {
        return ().into_any();
    };
    let asks = RwSignal::new(false);
    let trouble = RwSignal::new(None::<String>);
    let (key, reason) = match &entry.state {
        OutboxState::Refused { refusal } => ("refused", soglia_wording::refusal(refusal, language())),
        OutboxState::Quarantined { reason } => ("quarantined", text::quarantined(reason).to_owned()),
        OutboxState::Pending | OutboxState::Answered { .. } => return ().into_any(),
    };
    let (path, label) = mend_place(&entry.change.action);
    let action = entry.change.action.clone();
    let resend = Callback::new(move |()| {
        trouble.set(None);
        spawn_local(async move {
            if let Err(error) = state.resend(id).await {
                trouble.try_set(Some(shell::act_error(&error)));
            }
        });
    });
    let give_up = Callback::new(move |()| {
        spawn_local(async move {
            if let Err(error) = state.discard(id).await {
                trouble.try_set(Some(shell::act_error(&error)));
            }
        });
    });
    let lost = soglia_wording::action(&entry.change.action, language());
    let choices = move || {
        if asks.get() {
            let n_more = state.outbox.with(|outbox| dependents(outbox, id).len());
            let lost = text::what_is_lost(&lost, n_more);
            return view! {
                <div class="outbox-ask" role="group" aria-label=text::give_up()>
                    <p>{lost}</p>
                    <div class="button-row">
                        <Button on_click=give_up>{text::give_up_now()}</Button>
                        <Button kind=ButtonKind::Plain on_click=move |()| asks.set(false)>{text::keep_it()}</Button>
                    </div>
                </div>
            };
        }
        let (path, action) = (path.clone(), action.clone());
        view! {
            <div class="button-row">
                <span on:click=move |_| open_topic(&action)>
                    <LinkButton href=path icon="it-pencil">{label}</LinkButton>
                </span>
                <Button icon="it-refresh" on_click=resend>{text::resend()}</Button>
                <Button kind=ButtonKind::Plain on_click=move |()| asks.set(true)>{text::give_up()}</Button>
            </div>
        }
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

/// Where a change can be mended, and what the way there is called: the place where it was typed, else its record.
fn mend_place(action: &Action) -> (String, &'static str) {
    let form = place_of(action).or_else(|| match action {
        Action::RecordDwellingFact { dwelling, .. } => Some(Address::dwelling(*dwelling)),
        Action::AddPhoto { dwelling, .. } | Action::RemovePhoto { dwelling, .. } => {
            Some(Address::Dwelling(*dwelling, DwellingTab::Photos))
        }
        _ => None,
    });
    match form {
        Some(place) => (place.path(), text::mend()),
        None => {
            let record = action
                .touches()
                .into_iter()
                .next()
                .unwrap_or(RecordKey::CityRules);
            (page_of(record).path(), text::to_record())
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
        .map(|position| text::receipt(&super::wording_moment(delivery.delivered_ms), position.0));
    view! {
        <Line action=delivery.action at_ms=delivery.at_ms key="delivered" tone=tone word=word>
            {receipt.map(|receipt| view! { <p class="form-text" data-test="receipt">{receipt}</p> })}
        </Line>
    }
    .into_any()
}
