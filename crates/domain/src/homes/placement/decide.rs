// SPDX-License-Identifier: AGPL-3.0-or-later
//! Decisions that bind a dwelling and a household: a dwelling holds one household, a rent never passes its ceiling.
use super::{Placement, PlacementState, Refusal, Verb};
use crate::{
    certificate::RentCertificate,
    choosing::choose,
    context::{Context, Decided, edit_of, here},
    dwelling::{self, Dwelling, DwellingState},
    eligibility::{Basis, Situation, eligibility},
    household::{self, Household, HouseholdPart, HouseholdPartId, OpenOffer},
    id::{DwellingId, HouseholdId, PlacementId},
    rent::{AgreedRent, RentTier, check_rent},
    rooms,
};
use soglia_kernel::{
    calendar::Day, edit::Edit, key::Identity, money::Money, refusal::Refusal as Common, shape::check_text,
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
            let placement: &Placement = here(context, Refusal::Unknown)?;
            choose(context, placement, choosing, |_| Ok(()))
        }
        Verb::Offer {
            household,
            dwelling,
            tier,
            monthly_rent,
            service_charges,
            until,
            note,
        } => {
            let terms = Terms {
                tier: *tier,
                monthly_rent: *monthly_rent,
                service_charges: *service_charges,
                until: *until,
                note,
            };
            offer(*household, *dwelling, &terms, context)
        }
        Verb::Withdraw { reason } => withdraw(reason, context),
    }
}

/// On which terms a dwelling is offered.
struct Terms<'a> {
    tier: RentTier,
    monthly_rent: Option<Money>,
    service_charges: Option<Money>,
    until: Option<Day>,
    note: &'a str,
}

fn offer(to: HouseholdId, id: DwellingId, terms: &Terms<'_>, context: &Context<'_>) -> Decided {
    let household: &Household = context.at(to).ok_or(household::Refusal::Unknown)?;
    let dwelling: &Dwelling = context.at(id).ok_or(dwelling::Refusal::Unknown)?;
    check_text(terms.note)?;
    if household.joined().is_some() {
        return Err(household::Refusal::CaseJoined.into());
    }
    if context.exists() {
        return Err(Common::AlreadyExists.into());
    }
    check_free(&dwelling.state)?;
    let rules = context.rulebook.as_of(context.today());
    let area = dwelling.facts.surface(rules.cap_surface_kind(), &rules);
    let rent = terms.monthly_rent.map(|monthly| AgreedRent {
        tier: terms.tier,
        monthly,
        service_charges: terms.service_charges,
    });
    if let Some(rent) = &rent {
        check_rent(rent, area, &rules).map_err(Refusal::from)?;
    }
    if terms.service_charges.is_some_and(Money::is_negative) {
        return Err(Refusal::RentNegative.into());
    }
    check_term(dwelling, context.today(), terms.until)?;
    let situation = Situation::of(household, &rules);
    let basis = Basis::of(&situation, &eligibility(&situation, &rules), &rules);
    let placement = PlacementId::of(context.on.id);
    let partner = dwelling.facts.entrusted_to.known().copied();
    let made = Placement {
        id: placement,
        household: to,
        dwelling: id,
        dwelling_code: dwelling.code.clone(),
        tier: terms.tier,
        monthly_rent: terms.monthly_rent,
        service_charges: terms.service_charges,
        until: terms.until,
        partner,
        by: context.author.person,
        by_name: context.author.name.clone(),
        at: context.moment.at,
        note: terms.note.to_owned(),
        state: PlacementState::Offered,
        certificate: area.map(|area| RentCertificate::issue(&dwelling.code, area, terms.tier, &rules)),
        basis: Some(basis),
    };
    let reserved = DwellingState::Reserved {
        household: to,
        placement,
        rent,
        until: terms.until,
    };
    let open = HouseholdPart::Offer(Box::new(OpenOffer { placement, partner }));
    Ok(vec![
        edit_of::<Dwelling>(id, Edit::Move(reserved)),
        edit_of::<Household>(to, Edit::Put(open)),
        context.edit::<Placement>(Edit::Begin(Box::new(made))),
    ])
}

/// Only a dwelling that is ready can be offered.
fn check_free(state: &DwellingState) -> Result<(), Refusal> {
    match state {
        DwellingState::Ready => Ok(()),
        DwellingState::Reserved { household, .. } => Err(Refusal::DwellingHeld {
            household: Some(*household),
        }),
        DwellingState::Occupied { household } => Err(Refusal::DwellingHeld {
            household: *household,
        }),
        DwellingState::ToAssess
        | DwellingState::ToRefurbish
        | DwellingState::UnderWorks
        | DwellingState::OutOfStock { .. } => Err(Refusal::DwellingNotReady { state: state.kind() }),
    }
}

fn withdraw(reason: &str, context: &Context<'_>) -> Decided {
    check_text(reason)?;
    let made: &Placement = here(context, Refusal::Unknown)?;
    let dwelling: &Dwelling = context.at(made.dwelling).ok_or(dwelling::Refusal::Unknown)?;
    if !made.state.is_open() {
        return Err(Refusal::Closed.into());
    }
    let withdrawn = PlacementState::Withdrawn {
        reason: reason.to_owned(),
    };
    let mut edits = vec![
        context.edit::<Placement>(Edit::Move(withdrawn)),
        edit_of::<Household>(made.household, Edit::Drop(HouseholdPartId::Offer(made.id))),
    ];
    let holds = matches!(&dwelling.state, DwellingState::Reserved { placement, .. } if *placement == made.id);
    if holds {
        edits.push(edit_of::<Dwelling>(
            made.dwelling,
            Edit::Move(DwellingState::Ready),
        ));
    }
    Ok(edits)
}

/// A contract ends on a day to come, within the title under which the dwelling is held.
fn check_term(dwelling: &Dwelling, from: Day, until: Option<Day>) -> Result<(), rooms::Refusal> {
    let Some(until) = until else {
        return Ok(());
    };
    if until < from {
        return Err(Common::EndsBeforeItBegins.into());
    }
    match dwelling.facts.title.known() {
        Some(title) => Ok(title.check_contract(until)?),
        None => Ok(()),
    }
}
