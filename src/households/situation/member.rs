// SPDX-License-Identifier: AGPL-3.0-or-later
//! The questions about one member.
use super::household_question::{chosen, map, parsed};
use crate::prelude::*;
use crate::{
    households::{
        ask::{Asked, ChoiceQuestion, DateQuestion, TypedQuestion, YesNoQuestion},
        case::Case,
        new::{Links, same_tax_code},
    },
    text::{households as words, households::situation as text, language},
    ui::{Notice, Tone},
};
use soglia_domain::{
    action::Action,
    answer::Answer,
    household::{Household, MemberAnswer as A, MemberFacts, MemberQuestion as Q, Relation},
    id::MemberId,
    tax_code::TaxCode,
};
use std::sync::Arc;

/// The fields of one member, in the order in which people say them.
#[component]
pub(super) fn MemberFields(case: Case, id: MemberId) -> impl IntoView {
    let one = Member { case, id };
    let relations = Relation::ALL
        .map(|relation| {
            let words = soglia_wording::relation(relation, language());
            (relation.key().to_owned(), words.to_owned())
        })
        .to_vec();
    let given = one.asked(
        Q::GivenName,
        "",
        |facts| facts.given_name.clone(),
        |given| Ok(A::GivenName(given)),
    );
    let family = one.asked(
        Q::FamilyName,
        "",
        |facts| facts.family_name.clone(),
        |given| Ok(A::FamilyName(given)),
    );
    let birth = one.asked(
        Q::BirthDate,
        text::birth_help(),
        |facts| facts.birth_date,
        |given| Ok(A::BirthDate(given)),
    );
    let code = one.asked(
        Q::TaxCode,
        text::tax_code_help(),
        |facts| map(&facts.tax_code, |code| code.as_str().to_owned()),
        |given| parsed(given, parse_tax_code).map(A::TaxCode),
    );
    let relation = one.asked(
        Q::Relation,
        "",
        |facts| map(&facts.relation, |relation| relation.key().to_owned()),
        |given: Answer<String>| Ok(A::Relation(chosen(&given, &Relation::ALL, Relation::key))),
    );
    let disability = one.asked(
        Q::Disability,
        "",
        |facts| facts.disability,
        |given| Ok(A::Disability(given)),
    );
    let works = one.asked(Q::Works, "", |facts| facts.works, |given| Ok(A::Works(given)));
    view! {
        <TypedQuestion asked=given/>
        <TypedQuestion asked=family/>
        <DateQuestion asked=birth/>
        <TypedQuestion asked=code/>
        <SameTaxCode one/>
        <ChoiceQuestion asked=relation options=relations/>
        <YesNoQuestion asked=disability/>
        <YesNoQuestion asked=works/>
    }
}

/// One member of the open household.
#[derive(Clone, Copy)]
struct Member {
    case: Case,
    id: MemberId,
}

impl Member {
    fn asked<T: 'static>(
        self,
        question: Q,
        help: &'static str,
        read: fn(&MemberFacts) -> Answer<T>,
        write: fn(Answer<T>) -> Result<A, String>,
    ) -> Asked<T> {
        let Self { case, id } = self;
        Asked {
            case,
            field: format!("members/{id}/{}", question.key()),
            label: soglia_wording::member_question(question, language()).to_owned(),
            help,
            read: Arc::new(move |household| facts(household, id).map_or(Answer::NotAsked, read)),
            write: Arc::new(move |given| {
                write(given).map(|answer| Action::RecordMemberAnswer {
                    household: case.id,
                    member: id,
                    answer,
                })
            }),
        }
    }
}

fn facts(household: &Household, id: MemberId) -> Option<&MemberFacts> {
    let found = household.members.iter().find(|member| member.id == id);
    found.map(|member| &member.facts)
}

fn parse_tax_code(typed: &str) -> Result<TaxCode, String> {
    TaxCode::parse(typed).map_err(|error| soglia_wording::tax_code_error(error, language()).to_owned())
}

/// Tells when the same person seems to be in another household.
#[component]
fn SameTaxCode(one: Member) -> impl IntoView {
    let Member { case, id } = one;
    let code = Memo::new(move |_| {
        case.read(|household| facts(household, id).and_then(|facts| facts.tax_code.known().cloned()))
    });
    let alike = Memo::new(move |_| {
        code.get()
            .map(|code| same_tax_code(&case.state, case.id, &code))
            .unwrap_or_default()
    });
    move || {
        let alike = alike.get();
        (!alike.is_empty()).then(|| {
            view! {
                <Notice tone=Tone::Warn>
                    <p>{words::same_tax_code()}</p>
                    <Links households=alike/>
                </Notice>
            }
        })
    }
}
