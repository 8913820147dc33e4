// SPDX-License-Identifier: AGPL-3.0-or-later
//! Households and their members.
use super::{city::of_the_rules, pool::Pool};
use crate::chance::Chance;
use soglia_domain::{
    action::Action,
    answer::Answer,
    household::{HouseholdAnswer, HouseholdPartId, MemberAnswer, Verb},
    id::{HouseholdId, MemberId},
    money::Money,
};

pub(super) fn of_a_household(chance: &mut Chance, pool: &mut Pool) -> Action {
    if pool.households.len() < 5 && chance.happens(300) {
        let household = HouseholdId(chance.id());
        pool.households.push(household);
        let label = format!("Famiglia {}", pool.households.len());
        return Action::on(household, Verb::Open { label });
    }
    if pool.households.is_empty() {
        return of_the_rules(chance);
    }
    let household = chance.one_of(&pool.households);
    let other = chance.one_of(&pool.households);
    let member = MemberId(chance.below(3) as u32);
    let of_member = |fact| Verb::SayOf {
        part: HouseholdPartId::Member(member),
        fact,
    };
    let label = |label: String| Verb::Say(HouseholdAnswer::Label(Answer::Known(label)));
    let verb = match chance.below(15) {
        0 | 1 => Verb::Say(HouseholdAnswer::NetMonthlyIncome(amount(chance))),
        2 => Verb::Say(HouseholdAnswer::SapPatrimony(amount(chance))),
        3 => Verb::Say(HouseholdAnswer::Phone(text(chance))),
        4 => Verb::Say(HouseholdAnswer::Zone(text(chance))),
        5 => Verb::Say(HouseholdAnswer::ResidesInRegion(Answer::Known(
            chance.happens(500),
        ))),
        6 | 7 => Verb::AddMember { member },
        8 => Verb::RemoveMember { member },
        9 | 10 => of_member(MemberAnswer::GivenName(text(chance))),
        11 => of_member(MemberAnswer::Works(Answer::Known(chance.happens(500)))),
        12 if chance.happens(200) => Verb::Join { into: other },
        12 if chance.happens(200) => Verb::Separate {},
        // The same household taken in twice, with the same identity.
        13 if chance.happens(200) => Verb::Open {
            label: "Famiglia".to_owned(),
        },
        _ => label(format!("Famiglia {}", chance.below(3))),
    };
    Action::on(household, verb)
}

fn amount(chance: &mut Chance) -> Answer<Money> {
    if chance.happens(100) {
        return Answer::NotKnownYet;
    }
    Answer::Known(Money::from_euro(600 + 50 * chance.below(6) as i64))
}

pub(super) fn text(chance: &mut Chance) -> Answer<String> {
    Answer::Known(format!("testo {}", chance.below(4)))
}
