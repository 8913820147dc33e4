// SPDX-License-Identifier: AGPL-3.0-or-later
//! An answer that came back goes to the place where it was typed, to be mended there.
use super::{drafts::amend, sections::Section};
use crate::routes::{Address, HouseholdTab};
use soglia_domain::{
    action::Action,
    household::{HouseholdPartId, HouseholdQuestion, Verb as HouseholdVerb},
    id::{HouseholdId, MemberId},
    placement::Verb as PlacementVerb,
    record::Identity as _,
    rooms::Verb,
};

/// Where an answer about a household was typed.
enum Typed {
    Household(HouseholdId, HouseholdQuestion),
    Member(HouseholdId, MemberId),
}

fn typed_in(action: &Action) -> Option<Typed> {
    let id = HouseholdId::of_key(action.on)?;
    match &action.verb {
        Verb::Household(HouseholdVerb::Say(answer)) => Some(Typed::Household(id, answer.question())),
        Verb::Household(HouseholdVerb::SayOf {
            part: HouseholdPartId::Member(member),
            ..
        }) => Some(Typed::Member(id, *member)),
        _ => None,
    }
}

/// The page on which an action about a household can be mended; none where it has no form.
pub fn place_of(action: &Action) -> Option<Address> {
    if let Verb::Placement(PlacementVerb::Offer { household, .. }) = &action.verb {
        return Some(Address::Household(*household, HouseholdTab::Offers));
    }
    Some(match typed_in(action)? {
        Typed::Household(id, HouseholdQuestion::Response) => {
            Address::Household(id, HouseholdTab::Requirements)
        }
        Typed::Household(id, _) | Typed::Member(id, _) => Address::household(id),
    })
}

/// Opens the topic in which an answer was typed, so that its field is in view when the page comes.
pub fn open_topic(action: &Action) {
    let (household, section, member) = match typed_in(action) {
        Some(Typed::Household(id, question)) => (id, Section::Of(question.topic()), None),
        Some(Typed::Member(id, member)) => (id, Section::Members, Some(member)),
        None => return,
    };
    amend(household, |drafts| {
        drafts.section = Some(section);
        drafts.member = member.or(drafts.member);
    });
}
