// SPDX-License-Identifier: AGPL-3.0-or-later
//! A link that was made: for whom, until when and on what terms, the link itself where it was made here, who opened it, and
//! the one touch that takes it back.
use super::{
    qr, slip,
    token::{self, Opens},
    views,
};
use crate::prelude::*;
use crate::{
    record::Asking,
    session::may::may,
    text::{language, sharing as text},
    ui::{Button, ButtonKind, SavedHint, StateTag, Tone, folded, to_copy},
};
use soglia_domain::{
    action::Action,
    calendar::Day,
    id::SharedLinkId,
    record::{Identity as _, LogPosition},
    shared_link::{Row, SharedLink, SharedView, Verb},
};
use soglia_wording as wording;

/// How a link stands.
#[derive(Clone, Copy, PartialEq)]
enum Stands {
    Open,
    RunOut,
    Revoked,
}

impl Stands {
    fn of(row: &Row, today: Day) -> Self {
        if row.is_revoked {
            Self::Revoked
        } else if row.is_open_on(today) {
            Self::Open
        } else {
            Self::RunOut
        }
    }
}

/// One line of the list.
pub(super) fn line(id: SharedLinkId, view: SharedView) -> AnyView {
    let asking = Asking::about(id.key());
    let row = Memo::new(move |_| {
        asking
            .state
            .rows
            .with(|rows| rows.row::<SharedLink>(id.key()).cloned())
    });
    let stands =
        Memo::new(move |_| row.with(|row| row.as_ref().map(|row| Stands::of(row, asking.state.today()))));
    let head = live(move || {
        row.with(|row| {
            let stands = stands.get();
            row.as_ref()
                .zip(stands)
                .map(|(row, stands)| head(asking, row, stands))
                .into_any()
        })
    });
    let ways = live(move || match stands.get() {
        Some(Stands::Open) => open(asking, id, view, row),
        Some(Stands::RunOut | Stands::Revoked) | None => ().into_any(),
    });
    view! {
        <li class="path-line" data-test="shared-link">
            {head}
            {ways}
            {folded("share-views", || text::views().to_owned(), move || views::views(asking.state, id))}
            {asking.why()}
        </li>
    }
}

fn head(asking: Asking, row: &Row, stands: Stands) -> AnyView {
    let (tone, label) = match stands {
        Stands::Open => (Tone::Good, text::open()),
        Stands::RunOut => (Tone::Neutral, text::run_out()),
        Stands::Revoked => (Tone::Neutral, text::revoked()),
    };
    let until = text::until_day(&wording::day_short(row.until, language()));
    let by = text::by(
        &row.by_name,
        &wording::moment(asking.state.local_ms(row.at), language()),
    );
    let terms = [
        row.has_pin.then(|| text::has_pin().to_owned()),
        row.once.then(|| text::opens_once().to_owned()),
        row.frozen
            .map(|at| text::copy_of(&wording::moment(asking.state.local_ms(at), language()))),
    ];
    let consent = row
        .consent
        .as_ref()
        .map(|consent| text::consent_of(&consent.by, &wording::day_short(consent.day, language())));
    let consent = consent.map(|consent| view! { <p class="timeline-who" dir="auto">{consent}</p> });
    let terms = terms.into_iter().flatten();
    let terms = terms
        .map(|term| view! { <span class="muted">{term}</span> })
        .collect_view();
    let pending = (row.position == LogPosition(0)).then(|| view! { <SavedHint pending=true/> });
    view! {
        <p><strong dir="auto">{row.to.clone()}</strong></p>
        <div class="path-tags">
            <StateTag tone label/>
            <span class="muted">{until}</span>
            {terms}
            {pending}
        </div>
        <p class="timeline-who">{by}</p>
        {consent}
    }
}

/// What can be done with a link that shows something: shown again where it was made, and taken back.
fn open(asking: Asking, id: SharedLinkId, view: SharedView, row: Memo<Option<Row>>) -> AnyView {
    let link = match token::kept(id) {
        Some(opens) => here(id, view, row, opens),
        None => view! { <p class="muted">{text::elsewhere()}</p> },
    };
    let revoke = move |()| {
        asking.act(Action::on(id, Verb::Revoke {}));
        token::forget(id);
    };
    let revoke = may(Verb::Revoke {}).then(|| {
        view! {
            <div class="button-row">
                <Button kind=ButtonKind::Plain test="share-revoke" on_click=revoke>{text::revoke()}</Button>
            </div>
        }
    });
    view! { {link} {revoke} }
}

/// The link itself, its PIN, and the slip.
fn here(id: SharedLinkId, view: SharedView, row: Memo<Option<Row>>, opens: Opens) -> AnyView {
    let on_paper = opens.clone();
    let shown = folded(
        "share-show",
        || text::show().to_owned(),
        move || {
            let address = opens.address();
            let code = qr::code(&address);
            let pin = opens.pin.as_ref().map(|pin| {
                let (first, second) = pin.split_at(pin.len() / 2);
                let pin = format!("{first} {second}");
                view! {
                    <p>{text::pin_is()} " " <strong class="pin" data-test="share-pin">{pin}</strong></p>
                    <p class="muted">{text::pin_apart()}</p>
                }
            });
            view! {
                {to_copy(format!("share-{id}"), text::link(), text::link_help(), address)}
                {code}
                {pin}
            }
        },
    );
    let slip = folded(
        "share-slip-fold",
        || text::slip().to_owned(),
        move || {
            let row = row.get_untracked();
            row.map(|row| slip::slip(row, view, on_paper.clone())).into_any()
        },
    );
    view! { {shown} {slip} }
}
