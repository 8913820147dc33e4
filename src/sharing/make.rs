// SPDX-License-Identifier: AGPL-3.0-or-later
//! A new link: for whom, until when, and what they will read, exactly as they will read it.
use super::token;
use crate::prelude::*;
use crate::{
    record::{Asking, Subject},
    text::{language, sharing as text, shell},
    ui::folded,
};
use leptos::task::spawn_local;
use soglia_domain::{
    action::Action,
    calendar::Day,
    dwelling::Dwelling,
    id::DwellingId,
    shape::{Days, Shape},
    shared_link::{SharedView, Verb, link_of, token_hash},
};
use soglia_views::{contractor, drawn, left_out_for_a_contractor};

pub(super) const FORM: &str = "share";

const fn view(dwelling: DwellingId) -> SharedView {
    SharedView::Contractor { dwelling }
}

/// Sharing a dwelling.
pub(super) fn verb(dwelling: DwellingId, to: String, token_hash: String, until: Day) -> Verb {
    Verb::Share {
        view: view(dwelling),
        to,
        token_hash,
        until,
    }
}

pub(super) fn form(asking: Asking, subject: Subject<Dwelling>, id: DwellingId) -> AnyView {
    let usual = asking.state.today().plus_days(view(id).usual_days());
    let to = asking
        .first(FORM, text::to(), Shape::NAME)
        .with_help(text::to_help())
        .required(text::to_missing());
    let until = asking
        .field(FORM, "until", text::until(), Shape::Day(Days::Any))
        .with_help(text::until_help())
        .with(&usual)
        .required(text::until_missing());
    let fields = vec![to.clone(), until.clone()];
    let on_send = Callback::new(move |()| {
        let Some(until) = until.get() else { return };
        let Some(token) = token::draw() else {
            return asking.refuse(text::no_token().to_owned());
        };
        let link = link_of(&token);
        let action = Action::on(link, verb(id, to.get_text(), token_hash(&token), until));
        spawn_local(async move {
            match asking.state.act(action).await {
                Ok(_) => {
                    token::keep(link, token);
                    asking.close();
                }
                Err(error) => asking.refuse(shell::act_error(&error)),
            }
        });
    });
    let preview = folded(
        "share-preview",
        || text::preview().to_owned(),
        move || preview(asking, subject, usual),
    );
    view! {
        {asking.form(FORM, fields, text::make(), on_send)}
        {preview}
    }
}

/// What they will read, by the function that makes it for them, and what they will not.
fn preview(asking: Asking, subject: Subject<Dwelling>, until: Day) -> AnyView {
    live(move || {
        let now_ms = asking.state.now_ms();
        let page = subject.read(|dwelling| Some(contractor(dwelling, until, now_ms, language())));
        let Some(page) = page else {
            return ().into_any();
        };
        let left_out = left_out_for_a_contractor(language()).iter();
        let left_out = left_out.map(|what| view! { <li>{*what}</li> });
        view! {
            <div class="shared-preview">
                <p><strong>{page.title.clone()}</strong></p>
                {drawn(&page, language(), |_| ().into_any())}
            </div>
            <p>{text::left_out()}</p>
            <ul data-test="share-left-out">{left_out.collect_view()}</ul>
        }
    })
}
