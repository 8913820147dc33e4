// SPDX-License-Identifier: AGPL-3.0-or-later
//! Decisions about a dwelling: facts, states, lists.
use super::{Known, check_text, dwelling, offers::check_rent, only};
use crate::{
    action::Action,
    answer::Answer,
    author::{Author, Role},
    calendar::Timestamp,
    dwelling::{Dwelling, DwellingAnswer, DwellingFacts, DwellingState, DwellingStateKind as Kind},
    edit::{Edit, EditOp},
    id::DwellingId,
    measure,
    photo::MOST_PHOTOS,
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
    match action {
        Action::RecordDwellingFact { dwelling: id, answer } => {
            let dwelling = dwelling(known, *id)?;
            check_may_touch(dwelling, author)?;
            check_fact(answer, rulebook, at, author)?;
            if dwelling.facts.get(answer.question()) == *answer {
                return Ok(Vec::new());
            }
            check_proposal(dwelling, std::slice::from_ref(answer), rulebook, at)?;
            one(*id, EditOp::SetDwelling(answer.clone()))
        }
        Action::AddPhoto { dwelling: id, photo } => {
            let dwelling = dwelling(known, *id)?;
            check_may_touch(dwelling, author)?;
            photo.check()?;
            if dwelling.photos.iter().any(|known| known.id == photo.id) {
                return Ok(Vec::new());
            }
            if dwelling.photos.len() >= MOST_PHOTOS {
                return Err(Refusal::TooManyPhotos {
                    most: MOST_PHOTOS as u32,
                });
            }
            one(*id, EditOp::AddPhoto(Box::new(photo.clone())))
        }
        Action::RemovePhoto { dwelling: id, photo } => {
            let dwelling = dwelling(known, *id)?;
            check_may_touch(dwelling, author)?;
            if dwelling.photos.iter().all(|known| known.id != *photo) {
                return Ok(Vec::new());
            }
            one(*id, EditOp::RemovePhoto(*photo))
        }
        Action::MoveDwelling { dwelling: id, to } => {
            only(author, &[Role::HousingOfficer])?;
            let dwelling = dwelling(known, *id)?;
            if dwelling.state == *to {
                return Ok(Vec::new());
            }
            check_move(&dwelling.state, to)?;
            one(*id, EditOp::MoveDwelling(to.clone()))
        }
        Action::ImportDwelling {
            dwelling: id,
            code,
            origin,
            state,
            listed,
            demonstration,
        } => {
            only(author, &[Role::HousingOfficer])?;
            for answer in listed {
                check_fact(answer, rulebook, at, author)?;
            }
            match dwelling(known, *id) {
                Ok(dwelling) => {
                    check_proposal(dwelling, listed, rulebook, at)?;
                    Ok(listed
                        .iter()
                        .filter(|answer| dwelling.facts.get(answer.question()) != **answer)
                        .map(|answer| Edit {
                            record: RecordKey::Dwelling(*id),
                            op: EditOp::SetDwelling(answer.clone()),
                        })
                        .collect())
                }
                Err(_) => {
                    // Only a proposal reserves a dwelling; a list cannot.
                    if let DwellingState::Reserved { .. } = state {
                        check_move(&DwellingState::ToAssess, state)?;
                    }
                    let mut facts = DwellingFacts::default();
                    for answer in listed {
                        facts.set(answer.clone());
                    }
                    let created = Dwelling {
                        id: *id,
                        code: code.clone(),
                        origin: *origin,
                        demonstration: *demonstration,
                        state: state.clone(),
                        facts,
                        photos: Vec::new(),
                    };
                    one(*id, EditOp::Create(Box::new(Record::Dwelling(created))))
                }
            }
        }
        _ => Ok(Vec::new()),
    }
}

/// An open proposal comes first: a surface that would leave its rent above the ceiling, or a title that would end before
/// its contract, is refused.
pub(super) fn check_proposal(
    dwelling: &Dwelling,
    answers: &[DwellingAnswer],
    rulebook: &Rulebook,
    at: Timestamp,
) -> Result<(), Refusal> {
    let DwellingState::Reserved { rent, until, .. } = &dwelling.state else {
        return Ok(());
    };
    let mut facts = dwelling.facts.clone();
    for answer in answers {
        facts.set(answer.clone());
    }
    if let (Some(until), Some(title)) = (until, facts.title.known())
        && facts.title != dwelling.facts.title
    {
        title.check_contract(*until)?;
    }
    let Some(rent) = rent else {
        return Ok(());
    };
    let rules = rulebook.as_of(at.day());
    let kind = rules.cap_surface_kind();
    let (before, after) = (dwelling.facts.surface(kind, &rules), facts.surface(kind, &rules));
    if before == after {
        return Ok(());
    }
    check_rent(rent, after, &rules)
}

fn one(id: DwellingId, op: EditOp) -> Result<Vec<Edit>, Refusal> {
    Ok(vec![Edit {
        record: RecordKey::Dwelling(id),
        op,
    }])
}

/// A partner writes only about dwellings entrusted to it.
pub(super) fn check_may_touch(dwelling: &Dwelling, author: &Author) -> Result<(), Refusal> {
    if author.role == Role::ManagingPartner
        && dwelling.facts.entrusted_to.known() != Some(&author.organisation)
    {
        return Err(Refusal::UnknownDwelling);
    }
    Ok(())
}

pub(super) fn check_fact(
    answer: &DwellingAnswer,
    rulebook: &Rulebook,
    at: Timestamp,
    author: &Author,
) -> Result<(), Refusal> {
    match answer {
        DwellingAnswer::MeasuredSpaces(Answer::Known(spaces)) => measure::check(spaces),
        DwellingAnswer::Title(Answer::Known(title)) => title.check(&rulebook.as_of(at.day())),
        DwellingAnswer::EntrustedTo(_) => only(author, &[Role::HousingOfficer]),
        DwellingAnswer::Municipio(Answer::Known(number)) if !(1..=9).contains(number) => {
            Err(Refusal::OutOfRange)
        }
        DwellingAnswer::Nil(Answer::Known(number)) if !(1..=88).contains(number) => Err(Refusal::OutOfRange),
        DwellingAnswer::HabitableRooms(Answer::Known(number)) if !(1..=30).contains(number) => {
            Err(Refusal::OutOfRange)
        }
        DwellingAnswer::Floor(Answer::Known(number)) if !(-3..=60).contains(number) => {
            Err(Refusal::OutOfRange)
        }
        DwellingAnswer::Note(Answer::Known(text))
        | DwellingAnswer::ListedKind(Answer::Known(text))
        | DwellingAnswer::ListedUse(Answer::Known(text))
        | DwellingAnswer::ListedContract(Answer::Known(text)) => check_text(text),
        DwellingAnswer::Address(Answer::Known(address)) => {
            [&address.street, &address.number, &address.municipality]
                .into_iter()
                .try_for_each(|part| check_text(part))
        }
        DwellingAnswer::CadastralKey(Answer::Known(key)) => [&key.sheet, &key.parcel, &key.unit]
            .into_iter()
            .try_for_each(|part| check_text(part)),
        _ => Ok(()),
    }
}

/// The state machine of a dwelling, apart from proposals, which have actions of their own.
fn check_move(from: &DwellingState, to: &DwellingState) -> Result<(), Refusal> {
    if let DwellingState::OutOfStock { reason } = to {
        check_text(reason)?;
    }
    // Who lives there may be named later; another household needs the dwelling to become free first.
    let names_household = matches!(
        (from, to),
        (
            DwellingState::Occupied { household: None },
            DwellingState::Occupied { .. }
        )
    );
    let (from, to) = (from.kind(), to.kind());
    let allowed = names_household
        || match from {
            Kind::ToAssess => matches!(
                to,
                Kind::ToRefurbish | Kind::Ready | Kind::Occupied | Kind::OutOfStock
            ),
            Kind::ToRefurbish => matches!(to, Kind::UnderWorks | Kind::ToAssess | Kind::OutOfStock),
            Kind::UnderWorks => matches!(to, Kind::Ready | Kind::ToRefurbish),
            Kind::Ready => matches!(to, Kind::ToRefurbish | Kind::ToAssess | Kind::OutOfStock),
            Kind::Occupied => matches!(to, Kind::ToAssess | Kind::ToRefurbish | Kind::Ready),
            // Out of stock again is another reason.
            Kind::OutOfStock => matches!(to, Kind::ToAssess | Kind::OutOfStock),
            // A reserved dwelling becomes free by withdrawing the proposal, so that its household is told.
            Kind::Reserved => false,
        };
    if allowed {
        Ok(())
    } else {
        Err(Refusal::StateNotReachable { from, to })
    }
}
