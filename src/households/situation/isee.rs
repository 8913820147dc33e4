// SPDX-License-Identifier: AGPL-3.0-or-later
//! The ISEE: kind, value and day of the declaration make one answer. Kind and day wait in the drafts for the value.
use super::household_question::{chosen, map, parse_money};
use crate::prelude::*;
use crate::{
    households::{
        ask::{Asked, ChoiceQuestion, DateQuestion, TypedQuestion},
        case::Case,
        words,
    },
    text::{households::situation as text, language},
};
use soglia_domain::{
    action::Action,
    answer::Answer,
    calendar::Day,
    household::{Household, HouseholdAnswer, HouseholdQuestion, Isee, IseeKind},
    money::Money,
};
use std::sync::Arc;

/// The drafts of the two parts that wait for the value.
const KIND: &str = "isee/kind";
const DAY: &str = "isee/dsu_date";

/// The three fields of the ISEE.
#[component]
pub(super) fn IseeQuestion(case: Case) -> impl IntoView {
    let kinds = IseeKind::ALL
        .map(|kind| {
            let words = soglia_wording::isee_kind(kind, language());
            (kind.key().to_owned(), words.to_owned())
        })
        .to_vec();
    let legend = soglia_wording::household_question(HouseholdQuestion::Isee, language());
    view! {
        <fieldset class="ask-group">
            <legend class="ask-legend">{legend}</legend>
            <TypedQuestion asked=value(case) input_mode="decimal"/>
            <ChoiceQuestion asked=kind(case) options=kinds/>
            <DateQuestion asked=day(case)/>
        </fieldset>
    }
}

fn known(case: Case) -> Option<Isee> {
    untrack(|| case.read(|household| household.facts.isee.known().cloned()))
}

fn record(case: Case, answer: Answer<Isee>) -> Action {
    Action::RecordAnswer {
        household: case.id,
        answer: HouseholdAnswer::Isee(answer),
    }
}

fn value(case: Case) -> Asked<String> {
    let of_money = move |amount: Money| {
        let waiting = case.drafts.get_untracked();
        match known(case) {
            Some(isee) => Isee {
                value: amount,
                ..isee
            },
            None => Isee {
                kind: waiting.isee_kind,
                value: amount,
                dsu_date: waiting.isee_date,
            },
        }
    };
    Asked {
        case,
        field: HouseholdQuestion::Isee.key().to_owned(),
        label: text::isee_value().to_owned(),
        help: text::isee_value_help(),
        read: Arc::new(|household| map(&household.facts.isee, |isee| words::money(isee.value))),
        write: Arc::new(move |given| {
            let answer = match given {
                Answer::Known(typed) => {
                    let isee = of_money(parse_money(&typed)?);
                    case.drafts.update(|drafts| {
                        drafts.fields.remove(KIND);
                        drafts.fields.remove(DAY);
                    });
                    Answer::Known(isee)
                }
                Answer::NotKnownYet => Answer::NotKnownYet,
                Answer::NotAsked => Answer::NotAsked,
            };
            Ok(record(case, answer))
        }),
    }
}

/// The sentence under a part that waits for the value.
fn value_first<T>() -> Result<T, String> {
    Err(text::isee_first_value().to_owned())
}

fn kind(case: Case) -> Asked<String> {
    Asked {
        case,
        field: KIND.to_owned(),
        label: text::isee_kind().to_owned(),
        help: text::isee_kind_help(),
        read: Arc::new(move |household: &Household| match &household.facts.isee {
            Answer::Known(isee) => isee
                .kind
                .map_or(Answer::NotKnownYet, |kind| Answer::Known(kind.key().to_owned())),
            _ => case
                .drafts
                .with(|drafts| drafts.isee_kind)
                .map_or(Answer::NotAsked, |kind| Answer::Known(kind.key().to_owned())),
        }),
        write: Arc::new(move |given| {
            let kind = chosen(&given, &IseeKind::ALL, IseeKind::key).known().copied();
            match (known(case), kind) {
                // The value stays when its kind is not known: what it decides waits for the kind.
                (Some(isee), kind) => Ok(record(case, Answer::Known(Isee { kind, ..isee }))),
                (None, kind) => {
                    case.drafts.update(|drafts| drafts.isee_kind = kind);
                    value_first()
                }
            }
        }),
    }
}

fn day(case: Case) -> Asked<Day> {
    Asked {
        case,
        field: DAY.to_owned(),
        label: text::isee_date().to_owned(),
        help: text::isee_date_help(),
        read: Arc::new(move |household: &Household| match &household.facts.isee {
            Answer::Known(Isee { dsu_date, .. }) => dsu_date.map_or(Answer::NotKnownYet, Answer::Known),
            _ => case
                .drafts
                .with(|drafts| drafts.isee_date)
                .map_or(Answer::NotAsked, Answer::Known),
        }),
        write: Arc::new(move |given| {
            let dsu_date = given.known().copied();
            match known(case) {
                Some(isee) => Ok(record(case, Answer::Known(Isee { dsu_date, ..isee }))),
                None => {
                    case.drafts.update(|drafts| drafts.isee_date = dsu_date);
                    value_first()
                }
            }
        }),
    }
}
