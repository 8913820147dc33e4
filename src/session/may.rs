// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the person who signed in may do and is told: pages ask here, and hold no lists of roles.
use super::{Session, Who};
use crate::prelude::*;
use soglia_domain::{author::Author, record::Kind, rooms::Verb, scope};

/// Who signed in, where somebody did.
pub fn author() -> Option<Author> {
    match expect_context::<Session>().who.get_untracked() {
        Who::In(signed_in) => Some(signed_in.author),
        _ => None,
    }
}

/// Whether that person may do something of this kind; what it says does not matter here.
pub fn may(verb: impl Into<Verb>) -> bool {
    author().is_some_and(|author| verb.into().who().allows(author.role))
}

/// Whether that person is told records of a kind whole, and not only what concerns a partner.
pub fn is_told_whole(kind: Kind) -> bool {
    author().is_some_and(|author| scope::is_told_whole(&author, kind))
}
