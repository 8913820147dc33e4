// SPDX-License-Identifier: AGPL-3.0-or-later
//! One question on the page of its section: its field while it arises, who finds it out, and what is strange about it.
use super::{
    field::household_field,
    find_out::finds_out,
    sheet::{Sheet, Stands},
};
use crate::prelude::*;
use crate::text::language;
use soglia_domain::household::{HouseholdFacts, HouseholdQuestion as Q};

/// Whether it is drawn: it arises, or has an answer, or is one that nobody has to answer.
fn shows(facts: &HouseholdFacts, question: Q) -> bool {
    let is_free = matches!(question, Q::Zone | Q::EquivalenceScale);
    is_free || facts.arises(question) || !facts.is_not_asked(question)
}

/// One question about the household as a whole.
pub(super) fn question(sheet: Sheet, question: Q) -> AnyView {
    let case = sheet.case;
    let shown = Memo::new(move |_| case.read(|household| shows(&household.facts, question)));
    live(move || {
        if !shown.get() {
            return ().into_any();
        }
        let stands = Memo::new(move |_| {
            case.read(|household| {
                let facts = &household.facts;
                Stands::of(facts.is_not_asked(question), facts.is_known(question))
            })
        });
        let label = move || soglia_wording::household_question(question, language()).to_owned();
        view! {
            {household_field(case, question)}
            {finds_out(sheet, question.key().to_owned(), label, stands)}
            {sheet.strange(question.key().to_owned())}
        }
    })
}
