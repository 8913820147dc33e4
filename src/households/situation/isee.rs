// SPDX-License-Identifier: AGPL-3.0-or-later
//! The ISEE: kind, value, day of the declaration and protocol make one answer. All but the value wait in the drafts for it.
use super::attestation::attestation;
use crate::prelude::*;
use crate::{
    households::{case::Case, words},
    record::{
        Control, Field,
        typed::{amount, map},
    },
    text::{households::situation as text, language},
};
use soglia_domain::{
    answer::Answer,
    calendar::Day,
    household::{Household, HouseholdAnswer, HouseholdQuestion, Isee, IseeKind, Verb},
    identifier::IseeProtocol,
    rooms::Room as _,
};

/// The field of the whole, and the places of the parts that wait for the value.
const ISEE: &str = HouseholdQuestion::Isee.key();
const KIND: &str = "isee/kind";
const DAY: &str = "isee/dsu_date";
const PROTOCOL: &str = "isee/protocol";

/// The four fields of the ISEE, and the photos of its attestation.
pub(super) fn isee(case: Case) -> AnyView {
    let legend = soglia_wording::household_question(HouseholdQuestion::Isee, language());
    view! {
        <fieldset class="ask-group">
            <legend class="ask-legend">{legend}</legend>
            {value(case).ask()}
            {kind(case).ask()}
            {day(case).ask()}
            {protocol(case).ask()}
            {attestation(case)}
        </fieldset>
    }
}

/// The ISEE as it stands in the fields.
fn known(case: Case) -> Option<Isee> {
    let stands = |household: &Household| household.facts.isee.known().cloned();
    untrack(|| {
        case.read_at(ISEE, &|record| Household::of(record).and_then(stands))
            .flatten()
    })
}

fn say(isee: Isee) -> Verb {
    Verb::Say(HouseholdAnswer::Isee(Answer::Known(isee)))
}

fn value(case: Case) -> Field {
    let write = move |given: Answer<String>| {
        let Answer::Known(typed) = given else {
            return Ok(Verb::Say(HouseholdAnswer::Isee(Answer::NotKnownYet)));
        };
        let value = amount(&typed)?;
        for part in [KIND, DAY, PROTOCOL] {
            case.let_go(part);
        }
        Ok(say(match known(case) {
            Some(isee) => Isee { value, ..isee },
            None => case.drafts.with_untracked(|drafts| Isee {
                kind: drafts.isee_kind,
                value,
                dsu_date: drafts.isee_date,
                protocol: drafts.isee_protocol.clone(),
            }),
        }))
    };
    let read = |household: &Household| map(&household.facts.isee, |isee| words::money(isee.value));
    let help = soglia_wording::household_help(HouseholdQuestion::Isee, language());
    case.own(
        ISEE,
        Control::Line {
            input_mode: "decimal",
        },
        read,
        write,
    )
    .with_words(text::isee_value(), help.unwrap_or_default())
}

/// A part of the answer: what is known of it, else what waits for the value.
fn part<T>(
    known: &Answer<Isee>,
    part: impl Fn(&Isee) -> Option<T>,
    waits: impl Fn() -> Option<T>,
) -> Answer<T> {
    match known {
        Answer::Known(isee) => part(isee).into(),
        Answer::NotAsked | Answer::NotKnownYet => waits().map_or(Answer::NotAsked, Answer::Known),
    }
}

/// The sentence under a part that waits for the value.
fn value_first() -> Result<Verb, String> {
    Err(text::isee_first_value().to_owned())
}

fn kind(case: Case) -> Field {
    let kinds = IseeKind::ALL.map(|kind| {
        let words = soglia_wording::isee_kind(kind, language());
        (kind.key().to_owned(), words.to_owned())
    });
    let read = move |household: &Household| {
        let waits = || case.drafts.with(|drafts| drafts.isee_kind);
        map(&part(&household.facts.isee, |isee| isee.kind, waits), |kind| {
            kind.key().to_owned()
        })
    };
    let write = move |given: Answer<String>| {
        let is_chosen = |kind: &IseeKind| given.known().is_some_and(|key| key == kind.key());
        let kind = IseeKind::ALL.into_iter().find(is_chosen);
        match known(case) {
            // The value stays when its kind is not known: what it decides waits for the kind.
            Some(isee) => Ok(say(Isee { kind, ..isee })),
            None => {
                case.drafts.update(|drafts| drafts.isee_kind = kind);
                value_first()
            }
        }
    };
    case.own(ISEE, Control::Choice(kinds.to_vec()), read, write)
        .at(KIND)
        .with_words(text::isee_kind(), text::isee_kind_help())
}

fn day(case: Case) -> Field {
    let read = move |household: &Household| {
        let waits = || case.drafts.with(|drafts| drafts.isee_date);
        map(
            &part(&household.facts.isee, |isee| isee.dsu_date, waits),
            Day::to_string,
        )
    };
    let write = move |given: Answer<String>| {
        let dsu_date = given.known().and_then(|day| day.parse().ok());
        match known(case) {
            Some(isee) => Ok(say(Isee { dsu_date, ..isee })),
            None => {
                case.drafts.update(|drafts| drafts.isee_date = dsu_date);
                value_first()
            }
        }
    };
    case.own(ISEE, Control::Day, read, write)
        .at(DAY)
        .with_words(text::isee_date(), text::isee_date_help())
}

fn protocol(case: Case) -> Field {
    let read = move |household: &Household| {
        let waits = || case.drafts.with(|drafts| drafts.isee_protocol.clone());
        part(&household.facts.isee, |isee| isee.protocol.clone(), waits)
    };
    let write = move |given: Answer<String>| {
        let typed = given.known().map(|typed| IseeProtocol::parse(typed)).transpose();
        let typed =
            typed.map_err(|error| soglia_wording::isee_protocol_error(error, language()).to_owned())?;
        let protocol = typed.map(String::from);
        match known(case) {
            Some(isee) => Ok(say(Isee { protocol, ..isee })),
            None => {
                case.drafts.update(|drafts| drafts.isee_protocol = protocol);
                value_first()
            }
        }
    };
    case.own(ISEE, Control::Line { input_mode: "" }, read, write)
        .at(PROTOCOL)
        .with_words(text::isee_protocol(), text::isee_protocol_help())
}
