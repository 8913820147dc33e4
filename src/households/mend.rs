// SPDX-License-Identifier: AGPL-3.0-or-later
//! An answer that came back goes to the place where it was typed, with its text, to be mended there.
use super::{case::author, drafts::kept, sections::Section};
use crate::{
    routes::{Address, HouseholdTab},
    text::language,
};
use soglia_domain::{
    action::Action,
    answer::Answer,
    household::{HouseholdAnswer, HouseholdQuestion, MemberAnswer},
};

/// The page on which an action about a household can be mended; none where it has no form.
pub fn place_of(action: &Action) -> Option<Address> {
    Some(match action {
        Action::RecordAnswer { household, answer } => match answer.question() {
            HouseholdQuestion::Response => Address::Household(*household, HouseholdTab::Requirements),
            _ => Address::household(*household),
        },
        Action::RecordMemberAnswer { household, .. } | Action::RenameHousehold { household, .. } => {
            Address::household(*household)
        }
        Action::ProposeDwelling { household, .. } => Address::Household(*household, HouseholdTab::Offers),
        _ => return None,
    })
}

/// Opens the topic in which an answer was typed, so that its field is in view when the page comes.
pub fn open_topic(action: &Action) {
    let Some(author) = author() else { return };
    let (household, section, member) = match action {
        Action::RecordAnswer { household, answer } => (*household, Section::of(answer.question()), None),
        Action::RecordMemberAnswer {
            household, member, ..
        } => (*household, Section::Members, Some(*member)),
        _ => return,
    };
    kept(author.person, household).update(|drafts| {
        drafts.section = Some(section);
        drafts.member = member.or(drafts.member);
    });
}

/// The field in which an action was typed, and the text as it was.
pub(super) fn typed(action: &Action) -> Option<(String, String)> {
    Some(match action {
        Action::RecordAnswer { answer, .. } => (answer.question().key().to_owned(), household_text(answer)),
        Action::RecordMemberAnswer { member, answer, .. } => (
            format!("members/{member}/{}", answer.question().key()),
            member_text(answer),
        ),
        Action::RenameHousehold { label, .. } => ("label".to_owned(), label.clone()),
        _ => return None,
    })
}

fn household_text(answer: &HouseholdAnswer) -> String {
    match answer {
        HouseholdAnswer::Isee(Answer::Known(isee)) => super::words::money(isee.value),
        answer => soglia_wording::household_answer(answer, language()),
    }
}

fn member_text(answer: &MemberAnswer) -> String {
    match answer {
        // The field of a day reads it the way it travels.
        MemberAnswer::BirthDate(Answer::Known(day)) => day.to_string(),
        answer => soglia_wording::member_answer(answer, language()),
    }
}
