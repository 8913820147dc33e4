// SPDX-License-Identifier: AGPL-3.0-or-later
//! Decisions about a dwelling: facts, states, lists, photos.
use super::{
    Dwelling, DwellingAnswer, DwellingFacts, DwellingPart, DwellingPartId, DwellingState, Origin, Refusal,
    Verb, measure,
    photo::{MOST_PHOTOS, Photo, PhotoId},
};
use crate::{
    choosing::choose,
    context::{Context, Decided, NOTHING, begin, here, may_say, say},
    id::DwellingId,
    rent::check_rent,
    rooms,
};
use soglia_kernel::{
    answer::Answer,
    author::{Author, Role},
    calendar::Day,
    edit::Edit,
    key::Identity,
    shape::check_text,
};

/// What a verb leads to.
///
/// # Errors
/// The refusal that a person can understand and mend.
pub fn decide(verb: &Verb, context: &Context<'_>) -> Decided {
    match verb {
        Verb::Say(fact) => say_fact(fact, context),
        Verb::SayOf { fact, .. } => match *fact {},
        Verb::Resolve(choosing) => {
            let dwelling = touched(context)?;
            choose(context, dwelling, choosing, |chosen| {
                check_chosen(chosen, dwelling, context)
            })
        }
        Verb::MoveTo { to } => move_to(to, context),
        Verb::Import {
            code,
            origin,
            state,
            listed,
            demonstration,
        } => {
            let row = Row {
                code,
                origin: *origin,
                state,
                demonstration: *demonstration,
            };
            import(&row, listed, context)
        }
        Verb::AddPhoto { photo } => add_photo(photo, context),
        Verb::RemovePhoto { photo } => remove_photo(*photo, context),
    }
}

/// The dwelling, where the author may write about it: a partner writes only about dwellings entrusted to it.
fn touched<'a>(context: &Context<'a>) -> Result<&'a Dwelling, rooms::Refusal> {
    let dwelling: &Dwelling = here(context, Refusal::Unknown)?;
    check_may_touch(dwelling, context.author)?;
    Ok(dwelling)
}

fn check_may_touch(dwelling: &Dwelling, author: &Author) -> Result<(), Refusal> {
    if author.role == Role::ManagingPartner
        && dwelling.facts.entrusted_to.known() != Some(&author.organisation)
    {
        return Err(Refusal::Unknown);
    }
    Ok(())
}

fn say_fact(fact: &DwellingAnswer, context: &Context<'_>) -> Decided {
    let dwelling = touched(context)?;
    check_fact(fact, context)?;
    if dwelling.facts.get(fact.question()) == *fact {
        return NOTHING;
    }
    check_offer(dwelling, std::slice::from_ref(fact), context)?;
    say(context, dwelling, fact.clone())
}

fn add_photo(photo: &Photo, context: &Context<'_>) -> Decided {
    let dwelling = touched(context)?;
    photo.check()?;
    if dwelling.photos.iter().any(|known| known.id == photo.id) {
        return NOTHING;
    }
    if dwelling.photos.len() >= MOST_PHOTOS {
        let most = MOST_PHOTOS as u32;
        return Err(Refusal::TooManyPhotos { most }.into());
    }
    context.one::<Dwelling>(Edit::Put(DwellingPart::Photo(Box::new(photo.clone()))))
}

fn remove_photo(photo: PhotoId, context: &Context<'_>) -> Decided {
    let dwelling = touched(context)?;
    if dwelling.photos.iter().all(|known| known.id != photo) {
        return NOTHING;
    }
    context.one::<Dwelling>(Edit::Drop(DwellingPartId::Photo(photo)))
}

fn move_to(to: &DwellingState, context: &Context<'_>) -> Decided {
    let dwelling: &Dwelling = here(context, Refusal::Unknown)?;
    if dwelling.state == *to {
        return NOTHING;
    }
    check_move(&dwelling.state, to)?;
    context.one::<Dwelling>(Edit::Move(to.clone()))
}

/// A row of a list, apart from what it says about the dwelling.
struct Row<'a> {
    code: &'a str,
    origin: Origin,
    state: &'a DwellingState,
    demonstration: bool,
}

fn import(row: &Row<'_>, listed: &[DwellingAnswer], context: &Context<'_>) -> Decided {
    for fact in listed {
        may_say(fact, context.author)?;
        check_fact(fact, context)?;
    }
    if let Some(dwelling) = context.here::<Dwelling>() {
        check_offer(dwelling, listed, context)?;
        let changed = listed
            .iter()
            .filter(|fact| dwelling.facts.get(fact.question()) != **fact);
        return Ok(changed
            .map(|fact| context.edit::<Dwelling>(Edit::Say(fact.clone())))
            .collect());
    }
    // Only an offer reserves a dwelling; a list cannot.
    if let DwellingState::Reserved { .. } = row.state {
        check_move(&DwellingState::ToAssess, row.state)?;
    }
    let mut facts = DwellingFacts::default();
    for fact in listed {
        facts.set(fact.clone());
    }
    begin(
        context,
        Dwelling {
            id: DwellingId::of(context.on.id),
            code: row.code.to_owned(),
            origin: row.origin,
            demonstration: row.demonstration,
            state: row.state.clone(),
            facts,
            photos: Vec::new(),
        },
    )
}

/// An open offer comes first: a surface that would leave its rent above the ceiling, or a title that would end before its
/// contract, is refused.
fn check_offer(
    dwelling: &Dwelling,
    said: &[DwellingAnswer],
    context: &Context<'_>,
) -> Result<(), rooms::Refusal> {
    let DwellingState::Reserved { rent, until, .. } = &dwelling.state else {
        return Ok(());
    };
    let mut facts = dwelling.facts.clone();
    for fact in said {
        facts.set(fact.clone());
    }
    if let (Some(until), Some(title)) = (until, facts.title.known())
        && facts.title != dwelling.facts.title
    {
        title.check_contract(*until)?;
    }
    let Some(rent) = rent else {
        return Ok(());
    };
    let rules = context.rulebook.as_of(context.today());
    let kind = rules.cap_surface_kind();
    let (before, after) = (dwelling.facts.surface(kind, &rules), facts.surface(kind, &rules));
    if before == after {
        return Ok(());
    }
    Ok(check_rent(rent, after, &rules).map_err(crate::placement::Refusal::from)?)
}

/// The shape of a fact, and what a fact with a form of its own has to keep.
fn check_fact(fact: &DwellingAnswer, context: &Context<'_>) -> Result<(), rooms::Refusal> {
    let today: Day = context.today();
    fact.check_shape(today)?;
    match fact {
        DwellingAnswer::MeasuredSpaces(Answer::Known(spaces)) => Ok(measure::check(spaces)?),
        DwellingAnswer::Title(Answer::Known(title)) => Ok(title.check(&context.rulebook.as_of(today))?),
        DwellingAnswer::Address(Answer::Known(address)) => {
            Ok([&address.street, &address.number, &address.municipality]
                .into_iter()
                .try_for_each(|part| check_text(part))?)
        }
        DwellingAnswer::CadastralKey(Answer::Known(key)) => Ok([&key.sheet, &key.parcel, &key.unit]
            .into_iter()
            .try_for_each(|part| check_text(part))?),
        DwellingAnswer::MeasuredSpaces(_)
        | DwellingAnswer::Title(_)
        | DwellingAnswer::Address(_)
        | DwellingAnswer::CadastralKey(_)
        | DwellingAnswer::ListedKind(_)
        | DwellingAnswer::ListedSize(_)
        | DwellingAnswer::UsableArea(_)
        | DwellingAnswer::CadastralArea(_)
        | DwellingAnswer::ConventionalArea(_)
        | DwellingAnswer::PoorState(_)
        | DwellingAnswer::HabitableRooms(_)
        | DwellingAnswer::Floor(_)
        | DwellingAnswer::Lift(_)
        | DwellingAnswer::StepFree(_)
        | DwellingAnswer::EnergyClass(_)
        | DwellingAnswer::Municipio(_)
        | DwellingAnswer::Nil(_)
        | DwellingAnswer::Position(_)
        | DwellingAnswer::ListedUse(_)
        | DwellingAnswer::ListedContract(_)
        | DwellingAnswer::EntrustedTo(_)
        | DwellingAnswer::Source(_)
        | DwellingAnswer::Note(_) => Ok(()),
    }
}

/// What holds across records, who may say it, and the length of what was joined.
fn check_chosen(
    chosen: &Edit<Dwelling>,
    dwelling: &Dwelling,
    context: &Context<'_>,
) -> Result<(), rooms::Refusal> {
    let Edit::Say(fact) = chosen else {
        return Ok(());
    };
    may_say(fact, context.author)?;
    if let DwellingAnswer::Note(_) = fact {
        check_fact(fact, context)?;
    }
    check_offer(dwelling, std::slice::from_ref(fact), context)
}

/// The state machine of a dwelling, apart from offers, which have verbs of their own.
fn check_move(from: &DwellingState, to: &DwellingState) -> Result<(), rooms::Refusal> {
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
    if names_household || from.leads_to().contains(&to) {
        Ok(())
    } else {
        Err(Refusal::StateNotReachable { from, to }.into())
    }
}
