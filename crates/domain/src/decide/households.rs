// SPDX-License-Identifier: AGPL-3.0-or-later
//! Decisions about a household and its members.
use super::{DEPARTMENTS, Known, LONGEST_NAME, check_name, check_text, household, only};
use crate::{
    action::Action,
    answer::Answer,
    author::Author,
    calendar::{Day, Timestamp},
    edit::{Edit, EditOp},
    eligibility::{Situation, outcomes, suggestion},
    household::{
        ChosenResponse, Household, HouseholdAnswer, HouseholdFacts, MOST_MEMBERS, Member, MemberAnswer,
        MemberFacts,
    },
    id::HouseholdId,
    money::Money,
    record::{Record, RecordKey},
    refusal::Refusal,
    rulebook::Rulebook,
};

pub(super) fn decide(
    action: &Action,
    known: &Known,
    rulebook: &Rulebook,
    at: Timestamp,
    author: &Author,
) -> Result<Vec<Edit>, Refusal> {
    only(author, &DEPARTMENTS)?;
    let today = at.day();
    match action {
        Action::OpenHousehold { household: id, label } => {
            if known.contains_key(&RecordKey::Household(*id)) {
                return Err(Refusal::AlreadyExists);
            }
            check_name(label)?;
            let created = Household {
                id: *id,
                label: label.trim().to_owned(),
                demonstration: false,
                opened_at: at,
                opened_by: author.person,
                members: Vec::new(),
                facts: HouseholdFacts::default(),
                offers: Vec::new(),
                joined: None,
                distinct: Vec::new(),
            };
            one(*id, EditOp::Create(Box::new(Record::Household(created))))
        }
        Action::RenameHousehold { household: id, label } => {
            let household = household(known, *id)?;
            check_name(label)?;
            if household.label == label.trim() {
                return Ok(Vec::new());
            }
            one(*id, EditOp::SetLabel(label.trim().to_owned()))
        }
        Action::RecordAnswer {
            household: id,
            answer,
        } => {
            let household = household(known, *id)?;
            check_answer(answer, today)?;
            if household.facts.get(answer.question()) == *answer {
                // What stands was accepted once; stating it again needs no new reason, even where the suggestion moved on.
                return Ok(Vec::new());
            }
            let answer = match answer {
                HouseholdAnswer::Response(Answer::Known(chosen)) => HouseholdAnswer::Response(Answer::Known(
                    chosen_response(household, chosen, rulebook, today)?,
                )),
                other => other.clone(),
            };
            if household.facts.get(answer.question()) == answer {
                return Ok(Vec::new());
            }
            one(*id, EditOp::SetHousehold(answer))
        }
        Action::AddMember {
            household: id,
            member,
        } => {
            let household = household(known, *id)?;
            if household.members.iter().any(|known| known.id == *member) {
                return Ok(Vec::new());
            }
            if household.members.len() >= MOST_MEMBERS {
                return Err(Refusal::TooManyMembers {
                    most: MOST_MEMBERS as u32,
                });
            }
            one(
                *id,
                EditOp::AddMember(Member {
                    id: *member,
                    facts: MemberFacts::default(),
                }),
            )
        }
        Action::RemoveMember {
            household: id,
            member,
        } => {
            let household = household(known, *id)?;
            if household.members.iter().all(|known| known.id != *member) {
                return Ok(Vec::new());
            }
            one(*id, EditOp::RemoveMember(*member))
        }
        Action::JoinCases { household: id, into } => join(known, *id, *into),
        Action::SeparateCases { household: id } => match household(known, *id)?.joined {
            None => Ok(Vec::new()),
            Some(_) => one(*id, EditOp::SetJoined(None)),
        },
        Action::TellApart { household: id, other } => {
            let (first, second) = (household(known, *id)?, household(known, *other)?);
            let mut edits = Vec::new();
            for (here, there) in [(first, other), (second, id)] {
                if !here.distinct.contains(there) && here.id != *there {
                    edits.extend(one(here.id, EditOp::TellApart(*there))?);
                }
            }
            Ok(edits)
        }
        Action::RecordMemberAnswer {
            household: id,
            member,
            answer,
        } => {
            let household = household(known, *id)?;
            let known = household
                .members
                .iter()
                .find(|known| known.id == *member)
                .ok_or(Refusal::UnknownMember)?;
            check_member_answer(&known.facts, answer, today)?;
            if known.facts.get(answer.question()) == *answer {
                return Ok(Vec::new());
            }
            one(
                *id,
                EditOp::SetMember {
                    member: *member,
                    answer: answer.clone(),
                },
            )
        }
        _ => Ok(Vec::new()),
    }
}

fn one(id: HouseholdId, op: EditOp) -> Result<Vec<Edit>, Refusal> {
    Ok(vec![Edit {
        record: RecordKey::Household(id),
        op,
    }])
}

/// The case that counts no more has nothing open, and the one that counts does not point elsewhere itself.
fn join(known: &Known, id: HouseholdId, into: HouseholdId) -> Result<Vec<Edit>, Refusal> {
    let (joined, counts) = (household(known, id)?, household(known, into)?);
    if joined.joined == Some(into) {
        return Ok(Vec::new());
    }
    if id == into || counts.joined.is_some() {
        return Err(Refusal::CaseJoined);
    }
    if joined.open_offers().next().is_some() {
        return Err(Refusal::OffersOpen);
    }
    one(id, EditOp::SetJoined(Some(into)))
}

/// The choice beside what the facts suggest now. Whoever departs from the suggestion says why.
fn chosen_response(
    household: &Household,
    chosen: &ChosenResponse,
    rulebook: &Rulebook,
    today: Day,
) -> Result<ChosenResponse, Refusal> {
    check_text(&chosen.reason)?;
    let rules = rulebook.as_of(today);
    let situation = Situation::of(household, &rules);
    let suggested = suggestion(&situation, outcomes(&situation, &rules), &rules).response;
    if suggested != Some(chosen.model) && chosen.reason.trim().is_empty() {
        return Err(Refusal::ReasonMissing);
    }
    Ok(ChosenResponse {
        model: chosen.model,
        suggested,
        reason: chosen.reason.trim().to_owned(),
    })
}

fn check_amount(amount: &Answer<Money>) -> Result<(), Refusal> {
    match amount.known() {
        Some(amount) if amount.is_negative() => Err(Refusal::NegativeAmount),
        _ => Ok(()),
    }
}

fn check_past_day(day: Day, today: Day) -> Result<(), Refusal> {
    // The device's day and the server's may differ by one around midnight.
    let tomorrow = today.plus_days(1);
    if day > tomorrow {
        return Err(Refusal::DateInFuture);
    }
    if i32::from(day.year()) < i32::from(today.year()) - 120 {
        return Err(Refusal::DateTooOld);
    }
    Ok(())
}

fn check_answer(answer: &HouseholdAnswer, today: Day) -> Result<(), Refusal> {
    match answer {
        HouseholdAnswer::Isee(Answer::Known(isee)) => {
            if isee.value.is_negative() {
                return Err(Refusal::NegativeAmount);
            }
            isee.dsu_date.map_or(Ok(()), |day| check_past_day(day, today))
        }
        HouseholdAnswer::SapPatrimony(amount) | HouseholdAnswer::NetMonthlyIncome(amount) => {
            check_amount(amount)
        }
        HouseholdAnswer::EquivalenceScale(Answer::Known(hundredths))
            if !(100..=1_500).contains(hundredths) =>
        {
            Err(Refusal::OutOfRange)
        }
        HouseholdAnswer::Phone(Answer::Known(text))
        | HouseholdAnswer::PresentHome(Answer::Known(text))
        | HouseholdAnswer::Zone(Answer::Known(text)) => check_text(text),
        _ => Ok(()),
    }
}

fn check_member_answer(facts: &MemberFacts, answer: &MemberAnswer, today: Day) -> Result<(), Refusal> {
    match answer {
        MemberAnswer::BirthDate(Answer::Known(day)) => {
            check_past_day(*day, today)?;
            agrees(facts.tax_code.known(), Some(day))
        }
        MemberAnswer::TaxCode(Answer::Known(code)) => agrees(Some(code), facts.birth_date.known()),
        MemberAnswer::GivenName(Answer::Known(name)) | MemberAnswer::FamilyName(Answer::Known(name))
            if name.chars().count() > LONGEST_NAME =>
        {
            Err(Refusal::TextTooLong {
                most: LONGEST_NAME as u32,
            })
        }
        _ => Ok(()),
    }
}

/// A tax code that carries another day of birth is a slip in one of the two.
fn agrees(code: Option<&crate::tax_code::TaxCode>, birth: Option<&Day>) -> Result<(), Refusal> {
    let (Some(code), Some(birth)) = (code, birth) else {
        return Ok(());
    };
    if code.may_be_born_on(*birth) {
        Ok(())
    } else {
        Err(Refusal::TaxCodeBirthDate)
    }
}
