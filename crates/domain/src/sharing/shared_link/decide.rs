// SPDX-License-Identifier: AGPL-3.0-or-later
//! Decisions about shared links.
use super::{
    Consent, MOST_DAYS, Refusal, SharedLink, SharedLinkState, SharedView, Snapshot, SnapshotOf, Terms, Verb,
    hash::is_hash,
};
use crate::{
    case::{self, Case},
    choosing::choose,
    context::{Context, Decided, NOTHING, here},
    dwelling::{self, Dwelling},
    household::{self, Household},
    id::SharedLinkId,
    plan::{self, Plan},
    rooms,
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
            terms,
        } => share(*view, to, token_hash, *until, terms, context),
        Verb::Revoke {} => revoke(context),
    }
}

fn share(
    view: SharedView,
    to: &str,
    token_hash: &str,
    until: Day,
    terms: &Terms,
    context: &Context<'_>,
) -> Decided {
    let shown = shown(view, context)?;
    if context.exists() {
        return Err(Common::AlreadyExists.into());
    }
    check_name(to)?;
    if !is_hash(token_hash) || !terms.pin_hash.as_deref().is_none_or(is_hash) {
        return Err(Refusal::NoHash.into());
    }
    if until < context.today() {
        return Err(Common::EndsBeforeItBegins.into());
    }
    let last = context.today().plus_days(MOST_DAYS);
    if until > last {
        return Err(Refusal::TooLong { last }.into());
    }
    let consent = consent(view, terms, context)?;
    let made = SharedLink {
        id: SharedLinkId::of(context.on.id),
        view,
        to: to.trim().to_owned(),
        token_hash: token_hash.to_owned(),
        until,
        terms: Terms {
            consent,
            ..terms.clone()
        },
        snapshot: terms.frozen.then_some(Snapshot {
            at: context.moment.at,
            of: shown,
        }),
        state: SharedLinkState::Open,
        by: context.author.person,
        by_name: context.author.name.clone(),
        role: context.author.role,
        at: context.moment.at,
    };
    Ok(vec![context.edit::<SharedLink>(Of::Begin(Box::new(made)))])
}

/// What a link shows, as it is known now.
fn shown(view: SharedView, context: &Context<'_>) -> Result<SnapshotOf, rooms::Refusal> {
    match view {
        SharedView::Contractor { dwelling } => {
            let dwelling: &Dwelling = context.at(dwelling).ok_or(dwelling::Refusal::Unknown)?;
            Ok(SnapshotOf::Dwelling(Box::new(dwelling.clone())))
        }
        SharedView::FamilyPlan { household, plan } => {
            let found: Option<&Plan> = context.at(plan);
            let found = found.filter(|plan| plan.household == household);
            let plan = found.ok_or(plan::Refusal::Unknown)?;
            Ok(SnapshotOf::Plan(Box::new(plan.clone())))
        }
        SharedView::CaseSummary { household, case } => {
            let found: Option<&Case> = context.at(case);
            let found = found.filter(|case| case.household == household);
            let case = found.ok_or(case::Refusal::Unknown)?;
            let household: &Household = context.at(household).ok_or(household::Refusal::Unknown)?;
            Ok(SnapshotOf::Case {
                household: Box::new(household.clone()),
                case: Box::new(case.clone()),
            })
        }
    }
}

/// The consent that a link rests on; none where it needs none.
fn consent(
    view: SharedView,
    terms: &Terms,
    context: &Context<'_>,
) -> Result<Option<Consent>, rooms::Refusal> {
    if !view.needs_consent() {
        return Ok(None);
    }
    let consent = terms.consent.as_ref().ok_or(Refusal::NoConsent)?;
    check_name(&consent.by).map_err(|_| Refusal::NoConsent)?;
    if consent.day > context.today() {
        return Err(Refusal::ConsentToCome.into());
    }
    Ok(Some(Consent {
        by: consent.by.trim().to_owned(),
        day: consent.day,
    }))
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
