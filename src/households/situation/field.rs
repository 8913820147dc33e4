// SPDX-License-Identifier: AGPL-3.0-or-later
//! The field for each question about a household as a whole: its table draws it, but for those with a form of their own.
use super::isee::isee;
use crate::prelude::*;
use crate::{
    households::{case::Case, words},
    record::{Control, typed::map},
    text::households::situation as text,
};
use soglia_domain::{
    answer::Answer,
    household::{Household, HouseholdAnswer, HouseholdQuestion as Q, Verb},
    money::Money,
};

/// One question with its field, wherever it stands.
pub(in crate::households) fn household_field(case: Case, question: Q) -> AnyView {
    match question {
        Q::Isee => isee(case),
        // The choice of a response stands beside the suggestion, with its reasons.
        Q::Response => ().into_any(),
        // The name is changed in the head of the page.
        Q::Label => ().into_any(),
        // A text like others, on which a tablet shows the keys of a telephone.
        Q::Phone => case.ask(question).in_a_line("tel").ask(),
        Q::Zone => zone(case),
        Q::EquivalenceScale => scale(case),
        question => case.ask(question).ask(),
    }
}

/// The equivalence scale is kept in hundredths; people read it as "2,46".
fn scale(case: Case) -> AnyView {
    let read = |household: &Household| {
        map(&household.facts.equivalence_scale, |hundredths| {
            words::decimal(u64::from(*hundredths))
        })
    };
    let parse = |typed: &str| {
        let hundredths = Money::parse(typed).ok();
        hundredths
            .and_then(|read| u16::try_from(read.cents()).ok())
            .ok_or_else(|| text::scale_not_a_number().to_owned())
    };
    let write = move |given: Answer<String>| {
        let scale = match given {
            Answer::Known(typed) => Answer::Known(parse(&typed)?),
            Answer::NotKnownYet => Answer::NotKnownYet,
            Answer::NotAsked => Answer::NotAsked,
        };
        Ok(Verb::Say(HouseholdAnswer::EquivalenceScale(scale)))
    };
    let control = Control::Line {
        input_mode: "decimal",
    };
    let field = case.own(Q::EquivalenceScale.key(), control, read, write);
    field.with_words_of(Q::EquivalenceScale).ask()
}

/// The zones are those of the published market rents.
fn zone(case: Case) -> AnyView {
    let rules = case.state.rules();
    let markets = rules.market_rents().iter();
    let options = markets
        .map(|market| {
            (
                market.zone.to_owned(),
                format!("{} – {}", market.zone, market.name),
            )
        })
        .collect();
    let read = |household: &Household| household.facts.zone.clone();
    let write = |given| Ok(Verb::Say(HouseholdAnswer::Zone(given)));
    let field = case.own(Q::Zone.key(), Control::Choice(options), read, write);
    field.with_words_of(Q::Zone).ask()
}
