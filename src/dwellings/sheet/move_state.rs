// SPDX-License-Identifier: AGPL-3.0-or-later
//! The housing officer says what a dwelling is ready for; only states that follow are offered.
use crate::prelude::*;
use crate::{
    record::{FormField, Subject, VerbForm},
    text::{dwellings as text, language},
    ui::{Button, ButtonKind},
};
use soglia_domain::{
    action::Action,
    dwelling::{Dwelling, DwellingState, DwellingStateKind, Verb},
    shape::Shape,
};
use soglia_wording as wording;

/// A state with nothing in it yet; none for a state that only an offer leads to.
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

/// The states that follow from the present one, as the table of states says.
fn reachable(dwelling: &Dwelling) -> Vec<DwellingStateKind> {
    let present = dwelling.state.kind();
    let follows = |kind: &DwellingStateKind| *kind != present && plain(*kind).is_some();
    present.leads_to().iter().copied().filter(follows).collect()
}

/// One button for each state that follows; leaving the stock asks for the reason first.
pub(super) fn move_state(subject: Subject<Dwelling>) -> AnyView {
    let asks_reason = RwSignal::new(false);
    let refused = RwSignal::new(None::<String>);
    let move_to = move |kind: DwellingStateKind| match (kind, plain(kind)) {
        (DwellingStateKind::OutOfStock, _) => asks_reason.set(true),
        (_, Some(to)) => {
            asks_reason.set(false);
            subject.attempt(Verb::MoveTo { to }, refused);
        }
        (_, None) => {}
    };
    let buttons = move || {
        let ready = Verb::MoveTo {
            to: DwellingState::Ready,
        };
        if !subject.may(ready) {
            return None;
        }
        let (kinds, is_reserved) = subject.read(|dwelling| {
            let is_reserved = dwelling.state.kind() == DwellingStateKind::Reserved;
            Some((reachable(dwelling), is_reserved))
        })?;
        let button = |kind| {
            view! { <Button on_click=move |()| move_to(kind)>{label(kind)}</Button> }
        };
        Some(view! {
            <section class="record-section" id="dwelling-state">
                <h2>{text::state_heading()}</h2>
                {is_reserved.then(|| view! { <p>{text::state_reserved_help()}</p> })}
                {move || {
                    let why = refused.get().filter(|_| !asks_reason.get());
                    why.map(|why| view! { <p class="form-feedback" role="alert">{why}</p> })
                }}
                <div class="button-row">{kinds.into_iter().map(button).collect_view()}</div>
            </section>
        })
    };
    view! {
        {buttons}
        {move || asks_reason.get().then(|| reason(subject, asks_reason, refused))}
    }
}

fn label(kind: DwellingStateKind) -> String {
    text::move_to(wording::dwelling_state(kind, language()))
}

/// Why it leaves the stock.
fn reason(
    subject: Subject<Dwelling>,
    asks_reason: RwSignal<bool>,
    refused: RwSignal<Option<String>>,
) -> AnyView {
    let field = FormField::new("out-of-stock-reason", text::state_reason(), Shape::TEXT)
        .with_help(text::state_reason_needed())
        .required(text::state_reason_needed());
    let typed = field.clone();
    let on_send = Callback::new(move |()| {
        let to = DwellingState::OutOfStock {
            reason: typed.get_text(),
        };
        subject.act(Action::on_key(subject.key, Verb::MoveTo { to }), move |result| {
            asks_reason.try_set(result.is_err());
            refused.try_set(result.err());
        });
    });
    let form = VerbForm {
        name: format!("out-of-stock/{}", subject.key),
        fields: vec![field],
        send: label(DwellingStateKind::OutOfStock),
        kind: ButtonKind::Outline,
        on_send,
        refused: refused.into(),
        cancel: Some((text::stay(), Callback::new(move |()| asks_reason.set(false)))),
    };
    view! { <div class="record-section">{form.draw()}</div> }
}
