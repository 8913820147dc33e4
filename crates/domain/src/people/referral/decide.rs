// SPDX-License-Identifier: AGPL-3.0-or-later
//! Decisions about referrals. What a referral opens to a partner stands in the household, as with offers: so every verb
//! changes both, or neither.
use super::{Referral, ReferralState, ReferralStateKind, Refusal, Verb};
use crate::{
    choosing::choose,
    context::{Context, Decided, NOTHING, edit_of, here},
    household::{self, Household, HouseholdPart, HouseholdPartId, OpenReferral},
    id::{HouseholdId, OrganisationId, ReferralId},
    record::Edit,
    rooms,
};
use soglia_kernel::{
    author::Role,
    calendar::Day,
    edit::Edit as Of,
    key::Identity,
    refusal::Refusal as Common,
    shape::{check_name, check_reason},
};

/// What a verb leads to.
///
/// # Errors
/// The refusal that a person can understand and mend.
pub fn decide(verb: &Verb, context: &Context<'_>) -> Decided {
    match verb {
        Verb::Say(fact) => match *fact {},
        Verb::SayOf { fact, .. } => match *fact {},
        Verb::Resolve(choosing) => choose(context, known(context)?, choosing, |_| Ok(())),
        Verb::Send {
            household,
            to,
            to_name,
            reason,
            answer_by,
        } => {
            let mandate = Mandate {
                to: *to,
                to_name,
                reason,
                answer_by: *answer_by,
            };
            send(*household, &mandate, context)
        }
        Verb::Accept {} => accept(context),
        Verb::Refuse { reason } => {
            check_reason(reason)?;
            let refused = ReferralState::Refused {
                at: context.moment.at,
                by_name: context.author.name.clone(),
                reason: reason.trim().to_owned(),
            };
            close(known(context)?, refused, context)
        }
        Verb::Withdraw { reason } => {
            check_reason(reason)?;
            close(known(context)?, withdrawn(reason), context)
        }
        Verb::End { reason } => {
            check_reason(reason)?;
            close(known(context)?, ended(reason, context), context)
        }
        Verb::Transfer {
            from,
            to,
            to_name,
            reason,
            answer_by,
        } => {
            let mandate = Mandate {
                to: *to,
                to_name,
                reason,
                answer_by: *answer_by,
            };
            transfer(*from, &mandate, context)
        }
    }
}

/// What a partner is asked.
struct Mandate<'a> {
    to: OrganisationId,
    to_name: &'a str,
    reason: &'a str,
    answer_by: Day,
}

/// The referral, for the City and for the partner to which it is sent.
fn known<'a>(context: &Context<'a>) -> Result<&'a Referral, rooms::Refusal> {
    let referral: &Referral = here(context, Refusal::Unknown)?;
    let is_partner = context.author.role == Role::ManagingPartner;
    if is_partner && context.author.organisation != referral.to {
        return Err(Refusal::Unknown.into());
    }
    Ok(referral)
}

fn withdrawn(reason: &str) -> ReferralState {
    ReferralState::Withdrawn {
        reason: reason.trim().to_owned(),
    }
}

fn ended(reason: &str, context: &Context<'_>) -> ReferralState {
    ReferralState::Ended {
        day: context.today(),
        reason: reason.trim().to_owned(),
    }
}

fn check_leads_to(referral: &Referral, to: ReferralStateKind) -> Result<(), Refusal> {
    let from = referral.state.kind();
    if from.leads_to().contains(&to) {
        Ok(())
    } else {
        Err(Refusal::NotReachable { from })
    }
}

fn send(to_send: HouseholdId, mandate: &Mandate<'_>, context: &Context<'_>) -> Decided {
    let household: &Household = context.at(to_send).ok_or(household::Refusal::Unknown)?;
    if context.exists() {
        return Err(Common::AlreadyExists.into());
    }
    sent(household, mandate, context)
}

/// What becomes of the referral before follows from how far it came.
fn transfer(from: ReferralId, mandate: &Mandate<'_>, context: &Context<'_>) -> Decided {
    let before: &Referral = context.at(from).ok_or(Refusal::Unknown)?;
    let household: &Household = context.at(before.household).ok_or(household::Refusal::Unknown)?;
    if context.exists() {
        return Err(Common::AlreadyExists.into());
    }
    let over = match before.state {
        ReferralState::Sent => withdrawn(mandate.reason),
        ReferralState::Accepted { .. }
        | ReferralState::Refused { .. }
        | ReferralState::Withdrawn { .. }
        | ReferralState::Ended { .. } => ended(mandate.reason, context),
    };
    check_leads_to(before, over.kind())?;
    let mut edits = vec![edit_of::<Referral>(from, Of::Move(over)), hidden(before)];
    edits.extend(sent(household, mandate, context)?);
    Ok(edits)
}

/// A new referral, and its mark in the household. One that is with the partner already is not sent there again.
fn sent(household: &Household, mandate: &Mandate<'_>, context: &Context<'_>) -> Decided {
    check_reason(mandate.reason)?;
    check_name(mandate.to_name)?;
    if mandate.answer_by < context.today() {
        return Err(Common::EndsBeforeItBegins.into());
    }
    if household.joined().is_some() {
        return Err(household::Refusal::CaseJoined.into());
    }
    if household.referrals.iter().any(|open| open.to == mandate.to) {
        return Err(Refusal::SentAlready.into());
    }
    let id = ReferralId::of(context.on.id);
    let open = OpenReferral {
        referral: id,
        to: mandate.to,
        accepted: false,
    };
    let made = Referral {
        id,
        household: household.id,
        household_label: household.label().to_owned(),
        to: mandate.to,
        to_name: mandate.to_name.trim().to_owned(),
        reason: mandate.reason.trim().to_owned(),
        answer_by: mandate.answer_by,
        state: ReferralState::Sent,
        by: context.author.person,
        by_name: context.author.name.clone(),
        role: context.author.role,
        at: context.moment.at,
    };
    Ok(vec![
        shown(household.id, open),
        context.edit::<Referral>(Of::Begin(Box::new(made))),
    ])
}

/// Who accepts does not see the household yet: its mark there is written anew and not read. A second person of the partner
/// who accepts too finds done what was wanted.
fn accept(context: &Context<'_>) -> Decided {
    let referral = known(context)?;
    if referral.state.kind() == ReferralStateKind::Accepted {
        return NOTHING;
    }
    check_leads_to(referral, ReferralStateKind::Accepted)?;
    let accepted = ReferralState::Accepted {
        at: context.moment.at,
        by_name: context.author.name.clone(),
    };
    let open = OpenReferral {
        referral: referral.id,
        to: referral.to,
        accepted: true,
    };
    Ok(vec![
        context.edit::<Referral>(Of::Move(accepted)),
        hidden(referral),
        shown(referral.household, open),
    ])
}

/// The partner has nothing more to do with the household, as far as this referral goes.
fn close(referral: &Referral, over: ReferralState, context: &Context<'_>) -> Decided {
    check_leads_to(referral, over.kind())?;
    Ok(vec![context.edit::<Referral>(Of::Move(over)), hidden(referral)])
}

fn shown(household: HouseholdId, open: OpenReferral) -> Edit {
    edit_of::<Household>(household, Of::Put(HouseholdPart::Referral(Box::new(open))))
}

fn hidden(referral: &Referral) -> Edit {
    edit_of::<Household>(
        referral.household,
        Of::Drop(HouseholdPartId::Referral(referral.id)),
    )
}
