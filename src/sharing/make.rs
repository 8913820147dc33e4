// SPDX-License-Identifier: AGPL-3.0-or-later
//! A new link: for whom, until when, on what terms, and what they will read, exactly as they will read it.
use super::{
    preview::preview,
    terms::TermFields,
    token::{self, Opens},
};
use crate::app::parts::{PIECE, part};
use crate::prelude::*;
use crate::{
    record::Asking,
    state::State,
    text::{sharing as text, shell},
    ui::folded,
};
use leptos::task::spawn_local;
use soglia_domain::{
    action::Action,
    calendar::Day,
    shape::{Days, Shape},
    shared_link::{SharedView, Terms, Verb, link_of, token_hash},
};

pub(super) const FORM: &str = "share";

/// Sharing a view, to ask who may.
pub(super) fn sample(view: SharedView, until: Day) -> Verb {
    Verb::Share {
        view,
        to: String::new(),
        token_hash: String::new(),
        until,
        terms: Terms::default(),
    }
}

pub(super) fn form(asking: Asking, view: SharedView) -> AnyView {
    let usual = asking.state.today().plus_days(view.usual_days());
    let to = asking
        .first(FORM, text::to(), Shape::NAME)
        .with_help(text::to_help())
        .required(text::to_missing());
    let until = asking
        .field(FORM, "until", text::until(), Shape::Day(Days::Any))
        .with_help(text::until_help())
        .with(&usual)
        .required(text::until_missing());
    let terms = TermFields::of(asking, FORM, view);
    let mut fields = vec![to.clone(), until.clone()];
    fields.extend(terms.all());
    let previewed = terms.clone();
    let on_send = Callback::new(move |()| {
        let Some(until) = until.get() else { return };
        let Some(opens) = Opens::draw(terms.wants_pin()) else {
            return asking.refuse(text::no_token().to_owned());
        };
        let link = link_of(&opens.token);
        let verb = Verb::Share {
            view,
            to: to.get_text(),
            token_hash: token_hash(&opens.token),
            until,
            terms: terms.terms(&opens.token, opens.pin.as_deref()),
        };
        spawn_local(async move {
            match asking.state.act(Action::on(link, verb)).await {
                Ok(_) => {
                    token::keep(link, &opens);
                    asking.close();
                }
                Err(error) => asking.refuse(shell::act_error(&error)),
            }
        });
    });
    let preview = folded(
        "share-preview",
        || text::preview().to_owned(),
        move || shown(asking.state, view, usual, previewed.clone()),
    );
    view! {
        {asking.form(FORM, fields, text::make(), on_send)}
        {preview}
    }
}

/// What they will read is fetched when somebody asks for it.
fn shown(state: State, view: SharedView, until: Day, terms: TermFields) -> AnyView {
    type Draw = fn(State, SharedView, Day, TermFields) -> AnyView;
    let part = part!(link_preview in preview: preview, Draw);
    part.show(PIECE, move |preview| preview(state, view, until, terms.clone()))
}
