// SPDX-License-Identifier: AGPL-3.0-or-later
//! Decisions about a household and its members.
mod attestation;

use self::attestation::{add_page, remove_page};
use super::{
    CaseState, ChosenResponse, Household, HouseholdAnswer, HouseholdPart, HouseholdPartId, MOST_MEMBERS,
    Member, MemberAnswer, MemberFacts, Refusal, Verb,
};
use crate::{
    choosing::choose,
    context::{Context, Decided, NOTHING, begin, edit_of, here, say, say_of},
    eligibility::{Situation, outcomes, suggestion},
    id::{HouseholdId, MemberId},
    identifier::IseeProtocol,
    rooms,
    tax_code::TaxCode,
};
use soglia_kernel::{
    answer::Answer,
    calendar::Day,
    edit::Edit,
    key::Identity,
    refusal::Refusal as Common,
    shape::{check_name, check_past_day, check_text},
};

/// Equivalence scales that occur, in hundredths.
const SCALES: std::ops::RangeInclusive<u16> = 100..=1_500;

/// What a verb leads to.
///
/// # Errors
/// The refusal that a person can understand and mend.
pub fn decide(verb: &Verb, context: &Context<'_>) -> Decided {
    match verb {
        Verb::Say(fact) => say_fact(fact, context),
        Verb::SayOf { part, fact } => say_of_member(*part, fact, context),
        Verb::Resolve(choosing) => choose(context, known(context)?, choosing, check_chosen),
        Verb::Open { label } => open(label, context),
        Verb::AddMember { member } => add_member(*member, context),
        Verb::RemoveMember { member } => remove_member(*member, context),
        Verb::AddPage { page } => add_page(page, known(context)?, context),
        Verb::RemovePage { page } => remove_page(*page, known(context)?, context),
        Verb::Join { into } => join(*into, context),
        Verb::Separate {} => separate(context),
        Verb::TellApart { other } => tell_apart(*other, context),
    }
}

fn known<'a>(context: &Context<'a>) -> Result<&'a Household, rooms::Refusal> {
    here(context, Refusal::Unknown)
}

fn other<'a>(context: &Context<'a>, id: HouseholdId) -> Result<&'a Household, rooms::Refusal> {
    context.at(id).ok_or_else(|| Refusal::Unknown.into())
}

fn open(label: &str, context: &Context<'_>) -> Decided {
    if context.exists() {
        return Err(Common::AlreadyExists.into());
    }
    check_name(label)?;
    let id = HouseholdId::of(context.on.id);
    let (at, by) = (context.moment.at, context.author.person);
    begin(context, Household::opened(id, label.trim(), at, by))
}

fn say_fact(fact: &HouseholdAnswer, context: &Context<'_>) -> Decided {
    let household = known(context)?;
    check_fact(fact, context.today())?;
    if household.facts.get(fact.question()) == *fact {
        // What stands was accepted once; stating it again needs no new reason, even where the suggestion moved on.
        return NOTHING;
    }
    let fact = if let HouseholdAnswer::Response(Answer::Known(chosen)) = fact {
        HouseholdAnswer::Response(Answer::Known(chosen_response(household, chosen, context)?))
    } else if let HouseholdAnswer::Label(Answer::Known(label)) = fact {
        HouseholdAnswer::Label(Answer::Known(label.trim().to_owned()))
    } else {
        fact.clone()
    };
    say(context, household, fact)
}

fn say_of_member(part: HouseholdPartId, fact: &MemberAnswer, context: &Context<'_>) -> Decided {
    let household = known(context)?;
    let member = match part {
        HouseholdPartId::Member(id) => household.member(id),
        HouseholdPartId::Offer(_)
        | HouseholdPartId::Distinct(_)
        | HouseholdPartId::Page(_)
        | HouseholdPartId::Referral(_) => None,
    };
    let member = member.ok_or(Refusal::UnknownMember)?;
    fact.check_shape(context.today())?;
    check_birth(&member.facts, fact)?;
    say_of(context, household, part, fact.clone())
}

fn add_member(member: MemberId, context: &Context<'_>) -> Decided {
    let household = known(context)?;
    if household.member(member).is_some() {
        return NOTHING;
    }
    if household.members.len() >= MOST_MEMBERS {
        let most = MOST_MEMBERS as u32;
        return Err(Refusal::TooManyMembers { most }.into());
    }
    let added = Member {
        id: member,
        facts: MemberFacts::default(),
    };
    context.one::<Household>(Edit::Put(HouseholdPart::Member(Box::new(added))))
}

fn remove_member(member: MemberId, context: &Context<'_>) -> Decided {
    if known(context)?.member(member).is_none() {
        return NOTHING;
    }
    context.one::<Household>(Edit::Drop(HouseholdPartId::Member(member)))
}

/// The case that counts no more has nothing open, and the one that counts does not point elsewhere itself.
fn join(into: HouseholdId, context: &Context<'_>) -> Decided {
    let (joined, counts) = (known(context)?, other(context, into)?);
    if joined.joined() == Some(into) {
        return NOTHING;
    }
    if joined.id == into || counts.joined().is_some() {
        return Err(Refusal::CaseJoined.into());
    }
    if !joined.open.is_empty() {
        return Err(Refusal::OffersOpen.into());
    }
    if !joined.referrals.is_empty() {
        return Err(Refusal::ReferralsOpen.into());
    }
    context.one::<Household>(Edit::Move(CaseState::Joined { into }))
}

fn separate(context: &Context<'_>) -> Decided {
    match known(context)?.joined() {
        None => NOTHING,
        Some(_) => context.one::<Household>(Edit::Move(CaseState::Open)),
    }
}

fn tell_apart(id: HouseholdId, context: &Context<'_>) -> Decided {
    let (first, second) = (known(context)?, other(context, id)?);
    let mut edits = Vec::new();
    for (here, there) in [(first, second.id), (second, first.id)] {
        if !here.distinct.contains(&there) && here.id != there {
            edits.push(edit_of::<Household>(
                here.id,
                Edit::Put(HouseholdPart::Distinct(Box::new(there))),
            ));
        }
    }
    Ok(edits)
}

/// The choice beside what the facts suggest now. Whoever departs from the suggestion says why.
fn chosen_response(
    household: &Household,
    chosen: &ChosenResponse,
    context: &Context<'_>,
) -> Result<ChosenResponse, rooms::Refusal> {
    check_text(&chosen.reason)?;
    let rules = context.rulebook.as_of(context.today());
    let situation = Situation::of(household, &rules);
    let suggested = suggestion(&situation, outcomes(&situation, &rules), &rules).response;
    if suggested != Some(chosen.model) && chosen.reason.trim().is_empty() {
        return Err(Common::ReasonMissing.into());
    }
    Ok(ChosenResponse {
        model: chosen.model,
        suggested,
        reason: chosen.reason.trim().to_owned(),
    })
}

/// The shape of a fact, and what a fact with a form of its own has to keep.
fn check_fact(fact: &HouseholdAnswer, today: Day) -> Result<(), Common> {
    // A name has a refusal of its own, also where it is too long.
    if let HouseholdAnswer::Label(label) = fact {
        return check_name(label.known().map_or("", String::as_str));
    }
    fact.check_shape(today)?;
    match fact {
        HouseholdAnswer::Isee(Answer::Known(isee)) => {
            if isee.value.is_negative() {
                return Err(Common::NegativeAmount);
            }
            if let Some(protocol) = &isee.protocol
                && IseeProtocol::parse(protocol).is_err()
            {
                return Err(Common::OutOfRange);
            }
            isee.dsu_date.map_or(Ok(()), |day| check_past_day(day, today))
        }
        HouseholdAnswer::EquivalenceScale(Answer::Known(hundredths)) if !SCALES.contains(hundredths) => {
            Err(Common::OutOfRange)
        }
        HouseholdAnswer::Zone(Answer::Known(text)) => check_text(text),
        HouseholdAnswer::Label(_)
        | HouseholdAnswer::Isee(_)
        | HouseholdAnswer::EquivalenceScale(_)
        | HouseholdAnswer::Zone(_)
        | HouseholdAnswer::SentBy(_)
        | HouseholdAnswer::Phone(_)
        | HouseholdAnswer::Language(_)
        | HouseholdAnswer::Housing(_)
        | HouseholdAnswer::EvictionDate(_)
        | HouseholdAnswer::PresentHome(_)
        | HouseholdAnswer::Urgency(_)
        | HouseholdAnswer::UrgencyReason(_)
        | HouseholdAnswer::WantedAreas(_)
        | HouseholdAnswer::Near(_)
        | HouseholdAnswer::StepFree(_)
        | HouseholdAnswer::Pets(_)
        | HouseholdAnswer::SapPatrimony(_)
        | HouseholdAnswer::NetMonthlyIncome(_)
        | HouseholdAnswer::Citizenship(_)
        | HouseholdAnswer::RegularWork(_)
        | HouseholdAnswer::ResidesInRegion(_)
        | HouseholdAnswer::WorksInRegion(_)
        | HouseholdAnswer::OwnsAdequateHome(_)
        | HouseholdAnswer::RevokedAssignmentLast5Years(_)
        | HouseholdAnswer::IllegalOccupationLast5Years(_)
        | HouseholdAnswer::FollowedBySocialServices(_)
        | HouseholdAnswer::ManagesPrimaryNeeds(_)
        | HouseholdAnswer::TemporaryDifficulty(_)
        | HouseholdAnswer::NeedsAccompaniment(_)
        | HouseholdAnswer::Response(_) => Ok(()),
    }
}

/// Joined texts keep their length.
fn check_chosen(chosen: &Edit<Household>) -> Result<(), rooms::Refusal> {
    match chosen {
        Edit::Say(
            HouseholdAnswer::Phone(Answer::Known(text))
            | HouseholdAnswer::PresentHome(Answer::Known(text))
            | HouseholdAnswer::UrgencyReason(Answer::Known(text))
            | HouseholdAnswer::WantedAreas(Answer::Known(text))
            | HouseholdAnswer::Near(Answer::Known(text)),
        ) => Ok(check_text(text)?),
        Edit::Begin(_)
        | Edit::Say(_)
        | Edit::SayOf { .. }
        | Edit::Put(_)
        | Edit::Drop(_)
        | Edit::Move(_)
        | Edit::Resolve(_) => Ok(()),
    }
}

/// A tax code that carries another day of birth is a slip in one of the two.
fn check_birth(facts: &MemberFacts, fact: &MemberAnswer) -> Result<(), Refusal> {
    match fact {
        MemberAnswer::BirthDate(Answer::Known(day)) => agrees(facts.tax_code.known(), Some(day)),
        MemberAnswer::TaxCode(Answer::Known(code)) => agrees(Some(code), facts.birth_date.known()),
        MemberAnswer::BirthDate(_)
        | MemberAnswer::TaxCode(_)
        | MemberAnswer::GivenName(_)
        | MemberAnswer::FamilyName(_)
        | MemberAnswer::Relation(_)
        | MemberAnswer::Disability(_)
        | MemberAnswer::Works(_) => Ok(()),
    }
}

fn agrees(code: Option<&TaxCode>, birth: Option<&Day>) -> Result<(), Refusal> {
    let (Some(code), Some(birth)) = (code, birth) else {
        return Ok(());
    };
    if code.may_be_born_on(*birth) {
        Ok(())
    } else {
        Err(Refusal::TaxCodeBirthDate)
    }
}
