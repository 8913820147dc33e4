// SPDX-License-Identifier: AGPL-3.0-or-later
//! The field for each question about a household as a whole.
use super::isee::IseeQuestion;
use crate::prelude::*;
use crate::{
    households::{
        ask::{Asked, ChoiceQuestion, TypedQuestion, YesNoQuestion},
        case::Case,
        words,
    },
    text::{households::situation as text, language},
};
use soglia_domain::{
    action::Action,
    answer::Answer,
    household::{Citizenship, HouseholdAnswer as A, HouseholdFacts, HouseholdQuestion as Q},
    money::Money,
};
use std::sync::Arc;

/// One question with its field, wherever it stands.
#[component]
pub(in crate::households) fn HouseholdField(case: Case, question: Q) -> AnyView {
    let yes_no = |read: fn(&HouseholdFacts) -> Answer<bool>, write: fn(Answer<bool>) -> A| {
        let asked = asked(case, question, "", read, move |given| Ok(write(given)));
        view! { <YesNoQuestion asked/> }.into_any()
    };
    match question {
        Q::Isee => view! { <IseeQuestion case/> }.into_any(),
        // The choice of a response stands beside the suggestion, with its reasons.
        Q::Response => ().into_any(),
        Q::Phone => line(
            case,
            question,
            text::phone_help(),
            "tel",
            |facts| facts.phone.clone(),
            A::Phone,
        ),
        Q::PresentHome => line(
            case,
            question,
            text::present_home_help(),
            "",
            |facts| facts.present_home.clone(),
            A::PresentHome,
        ),
        Q::Zone => zone(case),
        Q::SapPatrimony => amount(
            case,
            question,
            text::sap_patrimony_help(),
            |facts| facts.sap_patrimony,
            A::SapPatrimony,
        ),
        Q::NetMonthlyIncome => amount(
            case,
            question,
            text::income_help(),
            |facts| facts.net_monthly_income,
            A::NetMonthlyIncome,
        ),
        Q::EquivalenceScale => scale(case),
        Q::Citizenship => citizenship(case),
        Q::RegularWork => yes_no(|facts| facts.regular_work, A::RegularWork),
        Q::ResidesInRegion => yes_no(|facts| facts.resides_in_region, A::ResidesInRegion),
        Q::WorksInRegion => yes_no(|facts| facts.works_in_region, A::WorksInRegion),
        Q::OwnsAdequateHome => yes_no(|facts| facts.owns_adequate_home, A::OwnsAdequateHome),
        Q::RevokedAssignmentLast5Years => yes_no(
            |facts| facts.revoked_assignment_last_5_years,
            A::RevokedAssignmentLast5Years,
        ),
        Q::IllegalOccupationLast5Years => yes_no(
            |facts| facts.illegal_occupation_last_5_years,
            A::IllegalOccupationLast5Years,
        ),
        Q::FollowedBySocialServices => yes_no(
            |facts| facts.followed_by_social_services,
            A::FollowedBySocialServices,
        ),
        Q::ManagesPrimaryNeeds => yes_no(|facts| facts.manages_primary_needs, A::ManagesPrimaryNeeds),
        Q::TemporaryDifficulty => yes_no(|facts| facts.temporary_difficulty, A::TemporaryDifficulty),
        Q::NeedsAccompaniment => yes_no(|facts| facts.needs_accompaniment, A::NeedsAccompaniment),
    }
}

/// A question about the household, with how its answer is read and what it writes.
fn asked<T>(
    case: Case,
    question: Q,
    help: &'static str,
    read: impl Fn(&HouseholdFacts) -> Answer<T> + Send + Sync + 'static,
    write: impl Fn(Answer<T>) -> Result<A, String> + Send + Sync + 'static,
) -> Asked<T> {
    Asked {
        case,
        field: question.key().to_owned(),
        label: soglia_wording::household_question(question, language()).to_owned(),
        help,
        read: Arc::new(move |household| read(&household.facts)),
        write: Arc::new(move |given| {
            write(given).map(|answer| Action::RecordAnswer {
                household: case.id,
                answer,
            })
        }),
    }
}

fn line(
    case: Case,
    question: Q,
    help: &'static str,
    input_mode: &'static str,
    read: fn(&HouseholdFacts) -> Answer<String>,
    write: fn(Answer<String>) -> A,
) -> AnyView {
    let asked = asked(case, question, help, read, move |given| Ok(write(given)));
    view! { <TypedQuestion asked input_mode/> }.into_any()
}

fn amount(
    case: Case,
    question: Q,
    help: &'static str,
    read: fn(&HouseholdFacts) -> Answer<Money>,
    write: fn(Answer<Money>) -> A,
) -> AnyView {
    let read = move |facts: &HouseholdFacts| map(&read(facts), |amount| words::money(*amount));
    let write = move |given: Answer<String>| parsed(given, parse_money).map(write);
    let asked = asked(case, question, help, read, write);
    view! { <TypedQuestion asked input_mode="decimal"/> }.into_any()
}

/// The equivalence scale is kept in hundredths; people read it as "2,46".
fn scale(case: Case) -> AnyView {
    let read = |facts: &HouseholdFacts| {
        map(&facts.equivalence_scale, |hundredths| {
            words::decimal(u64::from(*hundredths))
        })
    };
    let parse = |typed: &str| {
        Money::parse(typed)
            .ok()
            .and_then(|read| u16::try_from(read.cents()).ok())
            .ok_or_else(|| text::scale_not_a_number().to_owned())
    };
    let write = move |given: Answer<String>| parsed(given, parse).map(A::EquivalenceScale);
    let asked = asked(case, Q::EquivalenceScale, text::scale_help(), read, write);
    view! { <TypedQuestion asked input_mode="decimal"/> }.into_any()
}

fn citizenship(case: Case) -> AnyView {
    let options = Citizenship::ALL
        .map(|title| {
            let words = soglia_wording::citizenship(title, language());
            (title.key().to_owned(), words.to_owned())
        })
        .to_vec();
    let read = |facts: &HouseholdFacts| map(&facts.citizenship, |title| title.key().to_owned());
    let write = |given: Answer<String>| {
        Ok(A::Citizenship(chosen(
            &given,
            &Citizenship::ALL,
            Citizenship::key,
        )))
    };
    let asked = asked(case, Q::Citizenship, "", read, write);
    view! { <ChoiceQuestion asked options/> }.into_any()
}

/// The zones are those of the published market rents.
fn zone(case: Case) -> AnyView {
    let rules = case.state.rules();
    let options = rules
        .market_rents()
        .iter()
        .map(|market| {
            (
                market.zone.to_owned(),
                format!("{} – {}", market.zone, market.name),
            )
        })
        .collect::<Vec<_>>();
    let read = |facts: &HouseholdFacts| facts.zone.clone();
    let asked = asked(case, Q::Zone, text::zone_help(), read, |given| Ok(A::Zone(given)));
    view! { <ChoiceQuestion asked options/> }.into_any()
}

/// An amount, or the sentence that says how to mend it.
pub(super) fn parse_money(typed: &str) -> Result<Money, String> {
    Money::parse(typed).map_err(|error| soglia_wording::money_error(error, language()).to_owned())
}

/// The same answer with another form of its value.
pub(super) fn map<T, U>(answer: &Answer<T>, form: impl FnOnce(&T) -> U) -> Answer<U> {
    match answer {
        Answer::NotAsked => Answer::NotAsked,
        Answer::NotKnownYet => Answer::NotKnownYet,
        Answer::Known(value) => Answer::Known(form(value)),
    }
}

/// A typed answer, parsed.
pub(super) fn parsed<T>(
    given: Answer<String>,
    parse: impl FnOnce(&str) -> Result<T, String>,
) -> Result<Answer<T>, String> {
    Ok(match given {
        Answer::NotAsked => Answer::NotAsked,
        Answer::NotKnownYet => Answer::NotKnownYet,
        Answer::Known(typed) => Answer::Known(parse(&typed)?),
    })
}

/// The value behind a chosen key.
pub(super) fn chosen<T: Copy>(given: &Answer<String>, all: &[T], key: fn(T) -> &'static str) -> Answer<T> {
    let value = |wanted: &String| all.iter().copied().find(|value| key(*value) == wanted);
    given
        .known()
        .and_then(value)
        .map_or(Answer::NotKnownYet, Answer::Known)
}
