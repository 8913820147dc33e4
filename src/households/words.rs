// SPDX-License-Identifier: AGPL-3.0-or-later
//! Values and names in the language of the page.
use super::sections::member_name;
use crate::prelude::use_context;
use crate::{state::State, text::households as text, text::language};
use soglia_domain::{
    calendar::Timestamp,
    edit::EditOp,
    household::{Household, HouseholdQuestion, MemberQuestion},
    money::Money,
    record::FieldKey,
};

/// "1.150,00 €".
pub(super) fn money(amount: Money) -> String {
    soglia_wording::money(amount, language())
}

/// "2,46", from hundredths.
pub(super) fn decimal(hundredths: u64) -> String {
    let mark = match language() {
        soglia_wording::Language::Italian => ',',
        soglia_wording::Language::English => '.',
    };
    format!("{}{mark}{:02}", hundredths / 100, hundredths % 100)
}

/// "22 novembre 2026, ore 21:33".
pub(super) fn moment(at: Timestamp) -> String {
    soglia_wording::moment(local_ms(at), language())
}

/// A moment as the device shows it; as the server counts it where nothing is open.
fn local_ms(at: Timestamp) -> i64 {
    use_context::<State>().map_or(at.ms, |state| state.local_ms(at))
}

/// "22/11/2026", where the device is.
pub(super) fn day_of(at: Timestamp) -> String {
    let day = Timestamp {
        ms: local_ms(at),
        counter: 0,
    }
    .day();
    soglia_wording::day_short(day, language())
}

/// The question that a field of a household answers, with the member it is about.
pub(super) fn field_label(household: &Household, field: &FieldKey) -> String {
    let FieldKey(path) = field;
    let mut parts = path.split('/');
    match (parts.next(), parts.next(), parts.next()) {
        (Some("label"), None, None) => text::field_label().to_owned(),
        (Some("members"), Some(member), question) => {
            let name = household
                .members
                .iter()
                .find(|known| known.id.to_string() == member)
                .map(member_name)
                .unwrap_or_default();
            let asked = MemberQuestion::ALL
                .iter()
                .find(|known| Some(known.key()) == question)
                .map(|known| soglia_wording::member_question(*known, language()));
            match asked {
                Some(asked) => format!("{asked} – {name}"),
                None => name,
            }
        }
        _ => HouseholdQuestion::ALL
            .iter()
            .find(|known| known.key() == path)
            .map_or_else(
                || path.clone(),
                |known| soglia_wording::household_question(*known, language()).to_owned(),
            ),
    }
}

/// The value that an edit writes, as a person reads it.
pub(super) fn written(op: &EditOp) -> String {
    match op {
        EditOp::SetHousehold(answer) => soglia_wording::household_answer(answer, language()),
        EditOp::SetMember { answer, .. } => soglia_wording::member_answer(answer, language()),
        EditOp::SetLabel(label) => label.clone(),
        _ => String::new(),
    }
}

/// The value that stands now in the field of an edit.
pub(super) fn standing(household: &Household, op: &EditOp) -> String {
    match op {
        EditOp::SetHousehold(answer) => {
            soglia_wording::household_answer(&household.facts.get(answer.question()), language())
        }
        EditOp::SetMember { member, answer } => household
            .members
            .iter()
            .find(|known| known.id == *member)
            .map(|known| soglia_wording::member_answer(&known.facts.get(answer.question()), language()))
            .unwrap_or_default(),
        EditOp::SetLabel(_) => household.label.clone(),
        _ => String::new(),
    }
}
