// SPDX-License-Identifier: AGPL-3.0-or-later
//! The questions about one member, in the order in which people say them.
use super::{
    find_out::finds_out,
    sheet::{Sheet, Stands},
};
use crate::prelude::*;
use crate::{
    households::{
        case::Case,
        new::{Links, same_tax_code},
        sections::{MEMBER_ESSENTIALS, member_name},
    },
    record::{Control, Field, typed::map},
    text::{households as words, language},
    ui::{Notice, Tone},
};
use soglia_domain::{
    answer::Answer,
    household::{Household, HouseholdPartId, MemberAnswer, MemberFacts, MemberQuestion, Verb},
    id::MemberId,
    tax_code::TaxCode,
};

/// The fields of one member. The short path asks what the conditions and the fit depend on.
#[component]
pub(super) fn MemberFields(sheet: Sheet, is_brief: bool, id: MemberId) -> AnyView {
    let case = sheet.case;
    let part = HouseholdPartId::Member(id);
    let field = |question: &MemberQuestion| match question {
        MemberQuestion::TaxCode => view! {
            {tax_code(case, id).ask()}
            <SameTaxCode case id/>
        },
        question => case.ask_of(part, *question).map(|field| field.ask()).into_any(),
    };
    let asked: &[MemberQuestion] = if is_brief {
        &MEMBER_ESSENTIALS
    } else {
        MemberQuestion::ALL
    };
    let question = |question: &MemberQuestion| view! { {field(question)} {around(sheet, id, *question)} };
    asked.iter().map(question).collect_view().into_any()
}

/// Who finds the answer out, and what is strange about it.
fn around(sheet: Sheet, id: MemberId, question: MemberQuestion) -> AnyView {
    let case = sheet.case;
    let place = format!("members/{id}/{}", question.key());
    let stands = Memo::new(move |_| {
        case.read(|household| {
            let facts = facts(household, id)?;
            Some(Stands::of(facts.is_not_asked(question), facts.is_known(question)))
        })
        .unwrap_or_default()
    });
    let label = move || {
        let name = untrack(|| case.read(|household| household.member(id).map(member_name)));
        let question = soglia_wording::member_question(question, language());
        format!("{question} ({})", name.unwrap_or_default())
    };
    view! {
        {finds_out(sheet, place.clone(), label, stands)}
        {sheet.strange(place)}
    }
}

fn facts(household: &Household, id: MemberId) -> Option<&MemberFacts> {
    let found = household.members.iter().find(|member| member.id == id);
    found.map(|member| &member.facts)
}

fn tax_code(case: Case, id: MemberId) -> Field {
    let read = move |household: &Household| {
        let known = facts(household, id).map(|facts| map(&facts.tax_code, |code| code.as_str().to_owned()));
        known.unwrap_or_default()
    };
    let write = move |given: Answer<String>| {
        let code = match given {
            Answer::Known(typed) => {
                let code = TaxCode::parse(&typed);
                Answer::Known(
                    code.map_err(|error| soglia_wording::tax_code_error(error, language()).to_owned())?,
                )
            }
            Answer::NotKnownYet => Answer::NotKnownYet,
            Answer::NotAsked => Answer::NotAsked,
        };
        Ok(Verb::SayOf {
            part: HouseholdPartId::Member(id),
            fact: MemberAnswer::TaxCode(code),
        })
    };
    let question = MemberQuestion::TaxCode;
    let path = format!("members/{id}/{}", question.key());
    let field = case.own(path, Control::Line { input_mode: "" }, read, write);
    field.with_words_of(question)
}

/// Tells when the same person seems to be in another household.
#[component]
fn SameTaxCode(case: Case, id: MemberId) -> impl IntoView {
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
