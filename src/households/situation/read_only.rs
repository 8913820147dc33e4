// SPDX-License-Identifier: AGPL-3.0-or-later
//! The situation for whoever reads only: what there is, and no empty field.
use super::attestation::attestation;
use crate::prelude::*;
use crate::{
    households::{case::Case, sections::member_name},
    text::{households as words, households::situation as text, language},
    ui::{Summary, SummaryLine},
};
use soglia_domain::{
    calendar::{Day, age_on},
    household::{HouseholdFacts, HouseholdQuestion, Member},
};

/// Members, and the answers that are known.
#[component]
pub(super) fn ReadOnly(case: Case) -> impl IntoView {
    let today = case.state.today();
    view! {
        <h2>{text::section_members()}</h2>
        {move || case.read(|household| people(&household.members, today))}
        {move || case.read(|household| known(&household.facts))}
        {attestation(case)}
    }
}

fn people(members: &[Member], today: Day) -> Option<AnyView> {
    if members.is_empty() {
        return Some(view! { <p>{words::members(0)}</p> }.into_any());
    }
    let lines = members
        .iter()
        .map(|member| view! { <li>{member_line(member, today)}</li> })
        .collect_view();
    Some(view! { <ul class="plain-list">{lines}</ul> }.into_any())
}

/// "Maria Rossi, 41 anni, Referente".
pub(super) fn member_line(member: &Member, today: Day) -> String {
    let mut parts = vec![member_name(member)];
    let age = member
        .facts
        .birth_date
        .known()
        .and_then(|birth| age_on(*birth, today));
    parts.extend(age.map(text::age));
    let relation = member.facts.relation.known();
    parts.extend(relation.map(|relation| soglia_wording::relation(*relation, language()).to_lowercase()));
    parts.join(", ")
}

fn known(facts: &HouseholdFacts) -> Option<AnyView> {
    let lines: Vec<_> = HouseholdQuestion::ALL
        .iter()
        .filter(|question| facts.is_known(**question))
        .map(|question| {
            let value = soglia_wording::household_answer(&facts.get(*question), language());
            view! {
                <SummaryLine term=soglia_wording::household_question(*question, language())>{value}</SummaryLine>
            }
        })
        .collect();
    (!lines.is_empty()).then(|| view! { <Summary>{lines}</Summary> }.into_any())
}
