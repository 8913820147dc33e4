// SPDX-License-Identifier: AGPL-3.0-or-later
//! The housing officer says what a dwelling is ready for; only states that follow are offered.
use crate::prelude::*;
use crate::{
    dwellings::subject::Subject,
    state::State,
    text::{dwellings as text, language},
    ui::{Button, TextField},
};
use soglia_domain::{
    action::Action,
    author::{Author, Role},
    calendar::Timestamp,
    decide::{Known, decide},
    dwelling::{Dwelling, DwellingState, DwellingStateKind},
    record::{Record, RecordKey},
    rulebook::Rulebook,
};
use soglia_wording as wording;

/// Where refusals of a move are kept among those of the fields.
const KEY: &str = "state";

/// A state with nothing in it yet; none for a state that only a proposal leads to.
fn plain(kind: DwellingStateKind) -> Option<DwellingState> {
    Some(match kind {
        DwellingStateKind::ToAssess => DwellingState::ToAssess,
        DwellingStateKind::ToRefurbish => DwellingState::ToRefurbish,
        DwellingStateKind::UnderWorks => DwellingState::UnderWorks,
        DwellingStateKind::Ready => DwellingState::Ready,
        DwellingStateKind::Reserved => return None,
        DwellingStateKind::Occupied => DwellingState::Occupied { household: None },
        DwellingStateKind::OutOfStock => DwellingState::OutOfStock {
            reason: String::new(),
        },
    })
}

/// The states that follow from the present one, by the same decision that the server takes.
fn reachable(dwelling: &Dwelling, author: &Author) -> Vec<DwellingStateKind> {
    // States follow from each other whatever the amendments.
    let rulebook = Rulebook::published();
    let known = Known::from([(
        RecordKey::Dwelling(dwelling.id),
        Record::Dwelling(dwelling.clone()),
    )]);
    let follows = |kind: &DwellingStateKind| {
        let Some(to) = plain(*kind) else { return false };
        let action = Action::MoveDwelling {
            dwelling: dwelling.id,
            to,
        };
        *kind != dwelling.state.kind()
            && decide(&action, &known, &rulebook, Timestamp::default(), author).is_ok()
    };
    DwellingStateKind::ALL.into_iter().filter(follows).collect()
}

/// One button for each state that follows; leaving the stock asks for the reason first.
pub(super) fn move_state(subject: Subject) -> AnyView {
    let reason = RwSignal::new(String::new());
    let reason_missing = RwSignal::new(false);
    let asks_reason = RwSignal::new(false);
    let _ = expect_context::<State>();
    let move_to = Callback::new(move |kind: DwellingStateKind| {
        let to = match (kind, plain(kind)) {
            (DwellingStateKind::OutOfStock, _) => {
                let reason = reason.get_untracked().trim().to_owned();
                if reason.is_empty() {
                    asks_reason.set(true);
                    return;
                }
                DwellingState::OutOfStock { reason }
            }
            (_, Some(to)) => to,
            (_, None) => return,
        };
        asks_reason.set(false);
        subject.act(
            KEY,
            Action::MoveDwelling {
                dwelling: subject.id.get_untracked(),
                to,
            },
        );
    });
    let buttons = move || {
        let author = subject
            .author()
            .filter(|author| author.role == Role::HousingOfficer)?;
        let kinds = subject.read(|dwelling| reachable(dwelling, &author))?;
        let reserved = subject.read(|dwelling| dwelling.state.kind() == DwellingStateKind::Reserved)?;
        Some(view! {
            <section class="record-section" id="dwelling-state">
                <h2>{text::state_heading()}</h2>
                {reserved.then(|| view! { <p>{text::state_reserved_help()}</p> })}
                {move || subject.refusal(KEY).get().map(|sentence| view! { <p class="form-feedback" role="alert">{sentence}</p> })}
                <div class="button-row">
                    {kinds
                        .into_iter()
                        .map(|kind| {
                            let label = text::move_to(wording::dwelling_state(kind, language()));
                            view! {
                                <Button on_click=Callback::new(move |()| move_to.run(kind))>{label}</Button>
                            }
                        })
                        .collect_view()}
                </div>
            </section>
        })
    };
    let ask_reason = move || {
        asks_reason.get().then(|| {
            let error = Signal::derive(move || {
                reason_missing
                    .get()
                    .then(|| text::state_reason_needed().to_owned())
            });
            let on_save = Callback::new(move |typed: String| {
                reason_missing.set(typed.trim().is_empty());
                reason.set(typed);
            });
            view! {
                <div class="record-section">
                    <TextField
                        id="out-of-stock-reason"
                        label=text::state_reason()
                        help=text::state_reason_needed()
                        value=reason
                        on_save
                        error
                        long=true
                        max_length=2_000_u32
                    />
                    <Button on_click=Callback::new(move |()| {
                        reason_missing.set(reason.with_untracked(|reason| reason.trim().is_empty()));
                        move_to.run(DwellingStateKind::OutOfStock);
                    })>
                        {text::move_to(wording::dwelling_state(DwellingStateKind::OutOfStock, language()))}
                    </Button>
                </div>
            }
        })
    };
    view! {
        {buttons}
        {ask_reason}
    }
    .into_any()
}
