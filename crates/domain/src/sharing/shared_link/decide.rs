// SPDX-License-Identifier: AGPL-3.0-or-later
//! Decisions about shared links.
use super::{MOST_DAYS, Refusal, SharedLink, SharedLinkState, SharedView, Verb, is_hash};
use crate::{
    choosing::choose,
    context::{Context, Decided, NOTHING, here},
    dwelling::{self, Dwelling},
    id::SharedLinkId,
};
use soglia_kernel::{
    calendar::Day, edit::Edit as Of, key::Identity, refusal::Refusal as Common, shape::check_name,
};

/// What a verb leads to.
///
/// # Errors
/// The refusal that a person can understand and mend.
pub fn decide(verb: &Verb, context: &Context<'_>) -> Decided {
    match verb {
        Verb::Say(fact) => match *fact {},
        Verb::SayOf { fact, .. } => match *fact {},
        Verb::Resolve(choosing) => {
            let link: &SharedLink = here(context, Refusal::Unknown)?;
            choose(context, link, choosing, |_| Ok(()))
        }
        Verb::Share {
            view,
            to,
            token_hash,
            until,
        } => share(*view, to, token_hash, *until, context),
        Verb::Revoke {} => revoke(context),
    }
}

fn share(view: SharedView, to: &str, token_hash: &str, until: Day, context: &Context<'_>) -> Decided {
    match view {
        SharedView::Contractor { dwelling } => {
            let _: &Dwelling = context.at(dwelling).ok_or(dwelling::Refusal::Unknown)?;
        }
    }
    if context.exists() {
        return Err(Common::AlreadyExists.into());
    }
    check_name(to)?;
    if !is_hash(token_hash) {
        return Err(Refusal::NoHash.into());
    }
    if until < context.today() {
        return Err(Common::EndsBeforeItBegins.into());
    }
    let last = context.today().plus_days(MOST_DAYS);
    if until > last {
        return Err(Refusal::TooLong { last }.into());
    }
    let made = SharedLink {
        id: SharedLinkId::of(context.on.id),
        view,
        to: to.trim().to_owned(),
        token_hash: token_hash.to_owned(),
        until,
        state: SharedLinkState::Open,
        by: context.author.person,
        by_name: context.author.name.clone(),
        role: context.author.role,
        at: context.moment.at,
    };
    Ok(vec![context.edit::<SharedLink>(Of::Begin(Box::new(made)))])
}

/// Whoever takes back what was taken back finds done what was wanted.
fn revoke(context: &Context<'_>) -> Decided {
    let link: &SharedLink = here(context, Refusal::Unknown)?;
    if link.state != SharedLinkState::Open {
        return NOTHING;
    }
    let revoked = SharedLinkState::Revoked {
        at: context.moment.at,
        by_name: context.author.name.clone(),
    };
    Ok(vec![context.edit::<SharedLink>(Of::Move(revoked))])
}
