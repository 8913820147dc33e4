// SPDX-License-Identifier: AGPL-3.0-or-later
//! Decisions about a funding source. On a device they only tell what is certainly refused: the sum is known to the server.
use super::{FundingAnswer, FundingFacts, FundingSource, Refusal, SourceKind, SourceState, Verb};
use crate::{
    choosing::choose,
    commitment::committed,
    context::{Context, Decided, begin, here, say},
    id::FundingSourceId,
    rooms,
};
use soglia_kernel::{
    answer::Answer,
    calendar::Day,
    edit::Edit,
    key::Identity,
    money::Money,
    refusal::Refusal as Common,
    shape::{check_name, check_reason},
};

/// What a verb leads to.
///
/// # Errors
/// The refusal that a person can understand and mend.
pub fn decide(verb: &Verb, context: &Context<'_>) -> Decided {
    match verb {
        Verb::Say(fact) => {
            let source = known(context)?;
            check_fact(fact, source, context)?;
            let fact = if let FundingAnswer::Name(Answer::Known(name)) = fact {
                FundingAnswer::Name(Answer::Known(name.trim().to_owned()))
            } else {
                fact.clone()
            };
            say(context, source, fact)
        }
        Verb::SayOf { fact, .. } => match *fact {},
        Verb::Resolve(choosing) => {
            let source = known(context)?;
            choose(context, source, choosing, |chosen| match chosen {
                Edit::Say(fact) => check_fact(fact, source, context),
                Edit::Begin(_)
                | Edit::SayOf { .. }
                | Edit::Put(_)
                | Edit::Drop(_)
                | Edit::Move(_)
                | Edit::Resolve(_) => Ok(()),
            })
        }
        Verb::Open {
            name,
            kind,
            amount,
            committed_by,
        } => open(name, *kind, *amount, *committed_by, context),
        Verb::Close { reason } => close(reason, context),
    }
}

fn known<'a>(context: &Context<'a>) -> Result<&'a FundingSource, rooms::Refusal> {
    here(context, Refusal::Unknown)
}

fn open(
    name: &str,
    kind: SourceKind,
    amount: Money,
    committed_by: Option<Day>,
    context: &Context<'_>,
) -> Decided {
    if context.exists() {
        return Err(Common::AlreadyExists.into());
    }
    check_name(name)?;
    if amount.is_negative() {
        return Err(Common::NegativeAmount.into());
    }
    let facts = FundingFacts {
        name: Answer::Known(name.trim().to_owned()),
        amount: Answer::Known(amount),
        committed_by: committed_by.map_or(Answer::NotAsked, Answer::Known),
        ..FundingFacts::default()
    };
    begin(
        context,
        FundingSource {
            id: FundingSourceId::of(context.on.id),
            kind,
            state: SourceState::Open,
            facts,
            demonstration: false,
            by: context.author.person,
            at: context.moment.at,
        },
    )
}

fn close(reason: &str, context: &Context<'_>) -> Decided {
    check_reason(reason)?;
    match known(context)?.state {
        SourceState::Open => context.one::<FundingSource>(Edit::Move(SourceState::Closed {
            reason: reason.trim().to_owned(),
        })),
        SourceState::Closed { .. } => Err(Refusal::Closed.into()),
    }
}

/// The shape of a fact; and there is never less money than is committed.
fn check_fact(
    fact: &FundingAnswer,
    source: &FundingSource,
    context: &Context<'_>,
) -> Result<(), rooms::Refusal> {
    // A name has a refusal of its own, also where it is too long.
    if let FundingAnswer::Name(name) = fact {
        return Ok(check_name(name.known().map_or("", String::as_str))?);
    }
    fact.check_shape(context.today())?;
    match fact {
        FundingAnswer::Amount(amount) => {
            let committed = committed(source.id, context);
            let enough = amount.known().copied().unwrap_or_default() >= committed;
            if context.moment.is_at_server() && !enough {
                return Err(Refusal::BelowCommitments { committed }.into());
            }
            Ok(())
        }
        FundingAnswer::Name(_)
        | FundingAnswer::CommittedBy(_)
        | FundingAnswer::Act(_)
        | FundingAnswer::Note(_) => Ok(()),
    }
}
