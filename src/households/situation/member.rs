// SPDX-License-Identifier: AGPL-3.0-or-later
//! The questions about one member, in the order in which people say them.
use crate::prelude::*;
use crate::{
    households::{
        case::Case,
        new::{Links, same_tax_code},
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

/// The fields of one member.
#[component]
pub(super) fn MemberFields(case: Case, id: MemberId) -> AnyView {
    let part = HouseholdPartId::Member(id);
    let field = |question: &MemberQuestion| match question {
        MemberQuestion::TaxCode => view! {
            {tax_code(case, id).ask()}
            <SameTaxCode case id/>
        },
        question => case.ask_of(part, *question).map(|field| field.ask()).into_any(),
    };
    MemberQuestion::ALL.iter().map(field).collect_view().into_any()
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
