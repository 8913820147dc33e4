// SPDX-License-Identifier: AGPL-3.0-or-later
//! The one function that says what an action leads to, on the tablet and at the server alike. It asks who may, and hands
//! over to the room.
use crate::{
    action::Action,
    context::{Context, Decided, Known},
    rooms::Verb,
    rulebook::Rulebook,
};
use soglia_kernel::{author::Author, moment::Moment, refusal::Refusal as Common};

macro_rules! dispatch {
    ($($room:ident $content:ident $id:ident,)*) => {
        fn room(verb: &Verb, context: &Context<'_>) -> Decided {
            match verb {
                $(Verb::$content(verb) => crate::$room::decide::decide(verb, context),)*
            }
        }
    };
}

all_rooms!(dispatch);

/// What an action leads to.
///
/// # Errors
/// The refusal that a person can understand and mend.
pub fn decide(
    action: &Action,
    known: &Known,
    rulebook: &Rulebook,
    moment: Moment,
    author: &Author,
) -> Decided {
    if !action.verb.who().allows(author.role) {
        return Err(Common::NotYourTask { role: author.role }.into());
    }
    let context = Context {
        on: action.on,
        known,
        rulebook,
        moment,
        author,
    };
    room(&action.verb, &context)
}
