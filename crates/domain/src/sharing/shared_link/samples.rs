// SPDX-License-Identifier: AGPL-3.0-or-later
//! One value for everything about a shared link.
use super::{Refusal, SharedLink, SharedLinkState, SharedView, Verb, is_hash, token_hash};
use crate::{
    context::Known,
    id::SharedLinkId,
    samples::{AT, BY_NAME, DWELLING, PERSON, TODAY, broken},
};
use soglia_kernel::{
    author::Role,
    edit::Edit,
    every,
    samples::{Pieces, choosings},
};
use uuid::Uuid;

/// The link of the samples.
const LINK: SharedLinkId = SharedLinkId(Uuid::from_u128(0xb4));

/// For whom it is.
const TO: &str = "Impresa Ionescu";

const VIEW: SharedView = SharedView::Contractor { dwelling: DWELLING };

fn hash() -> String {
    token_hash("AbCdEfGhIjKlMnOpQrSt-g")
}

/// A link that was taken back, with everything filled in.
pub fn record() -> SharedLink {
    SharedLink {
        id: LINK,
        view: VIEW,
        to: TO.to_owned(),
        token_hash: hash(),
        until: TODAY.plus_days(VIEW.usual_days()),
        state: revoked(),
        by: PERSON,
        by_name: BY_NAME.to_owned(),
        role: Role::HousingOfficer,
        at: AT,
    }
}

fn revoked() -> SharedLinkState {
    SharedLinkState::Revoked {
        at: AT,
        by_name: BY_NAME.to_owned(),
    }
}

/// One of every state.
pub fn states() -> Vec<SharedLinkState> {
    every!(SharedLinkState {
        Open => SharedLinkState::Open,
        Revoked => revoked(),
    })
}

/// Every verb.
pub fn verbs() -> Vec<Verb> {
    let mut choices = choosings("state").into_iter().map(Verb::Resolve);
    let choice = choices.next();
    let mut verbs = every!(Verb {
        Resolve => choice.expect("there are choices"),
        Share => Verb::Share {
            view: VIEW,
            to: TO.to_owned(),
            token_hash: hash(),
            until: TODAY.plus_days(30),
        },
        Revoke => Verb::Revoke {},
    });
    verbs.extend(choices);
    verbs
}

/// Every edit.
pub fn edits() -> Vec<Edit<SharedLink>> {
    soglia_kernel::samples::edits(Pieces {
        record: record(),
        facts: Vec::new(),
        part_facts: Vec::new(),
        parts: Vec::new(),
        states: states(),
    })
}

/// Every refusal.
pub fn refusals() -> Vec<Refusal> {
    every!(Refusal {
        Unknown => Refusal::Unknown,
        NoHash => Refusal::NoHash,
        TooLong => Refusal::TooLong { last: TODAY },
    })
}

/// Links that differ in who sees them.
pub fn shown() -> Vec<(&'static str, SharedLink)> {
    vec![("to a dwelling", record())]
}

/// What does not hold about a link.
pub fn invariants(link: &SharedLink, _: &Known) -> Vec<&'static str> {
    broken(&[
        (
            is_hash(&link.token_hash),
            "a link holds the hash of its token, and never the token",
        ),
        (!link.to.trim().is_empty(), "a link says for whom it is"),
    ])
}
