// SPDX-License-Identifier: AGPL-3.0-or-later
//! Decisions about commitments: what is committed never passes the source, however many ask at once, because the server
//! takes them one after the other and adds up what it has.
use super::{Commitment, CommitmentState, Refusal, Verb};
use crate::{
    choosing::choose,
    context::{Context, Decided, begin, here},
    dwelling::{self, Dwelling},
    funding_source::{self, FundingSource, SourceState},
    id::{CommitmentId, DwellingId, FundingSourceId},
};
use soglia_kernel::{
    edit::Edit,
    key::Identity,
    money::Money,
    refusal::Refusal as Common,
    shape::{check_reason, check_text},
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
            let commitment: &Commitment = here(context, Refusal::Unknown)?;
            choose(context, commitment, choosing, |_| Ok(()))
        }
        Verb::Commit {
            source,
            amount,
            purpose,
            dwelling,
        } => commit(*source, *amount, purpose, *dwelling, context),
        Verb::Release { reason } => release(reason, context),
    }
}

/// What is committed of a source, as far as it was gathered. A sum, never a field: it cannot go astray.
pub fn committed(source: FundingSourceId, context: &Context<'_>) -> Money {
    let commitments = context.known.of_root::<Commitment>(source.key());
    let counted = commitments.filter(|commitment| commitment.state == CommitmentState::Committed);
    Money::from_cents(
        counted
            .map(|commitment| commitment.amount.cents())
            .fold(0, i64::saturating_add),
    )
}

fn commit(
    id: FundingSourceId,
    amount: Money,
    purpose: &str,
    dwelling: Option<DwellingId>,
    context: &Context<'_>,
) -> Decided {
    let source: &FundingSource = context.at(id).ok_or(funding_source::Refusal::Unknown)?;
    if context.exists() {
        return Err(Common::AlreadyExists.into());
    }
    check_text(purpose)?;
    if purpose.trim().is_empty() {
        return Err(Common::ReasonMissing.into());
    }
    if amount <= Money::default() {
        return Err(Refusal::Nothing.into());
    }
    if let Some(dwelling) = dwelling {
        context
            .at::<Dwelling>(dwelling)
            .ok_or(dwelling::Refusal::Unknown)?;
    }
    if source.state != SourceState::Open {
        return Err(funding_source::Refusal::Closed.into());
    }
    if let (Some(now), Some(last)) = (context.moment.deadline_time(), source.facts.committed_by.known())
        && now.day > *last
    {
        return Err(Refusal::PastDeadline { last: *last }.into());
    }
    if context.moment.is_at_server() {
        let left = source
            .amount()
            .cents()
            .saturating_sub(committed(id, context).cents());
        if amount.cents() > left {
            let left = Money::from_cents(left.max(0));
            return Err(Refusal::BeyondSource { left }.into());
        }
    }
    begin(
        context,
        Commitment {
            id: CommitmentId::of(context.on.id),
            source: id,
            amount,
            purpose: purpose.trim().to_owned(),
            dwelling,
            state: CommitmentState::Committed,
            by: context.author.person,
            by_name: context.author.name.clone(),
            at: context.moment.at,
        },
    )
}

fn release(reason: &str, context: &Context<'_>) -> Decided {
    check_reason(reason)?;
    let commitment: &Commitment = here(context, Refusal::Unknown)?;
    match commitment.state {
        CommitmentState::Committed => context.one::<Commitment>(Edit::Move(CommitmentState::Released {
            reason: reason.trim().to_owned(),
        })),
        CommitmentState::Released { .. } => Err(Refusal::Released.into()),
    }
}
