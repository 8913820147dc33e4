// SPDX-License-Identifier: AGPL-3.0-or-later
//! Households in any state of knowledge: some completely known, some hardly, most between.
use crate::{TODAY, draw::Draw};
use soglia_domain::{
    answer::Answer,
    calendar::Timestamp,
    eligibility::PersonFacts,
    household::{Citizenship, Household, HouseholdFacts, Isee, IseeKind, Member, MemberFacts, Relation},
    id::{HouseholdId, MemberId, PersonId},
    money::Money,
};
use uuid::Uuid;

const HOUSEHOLDS: u64 = 3;

/// Zones as people write them; the last one is none of the table.
const ZONES: [&str; 10] = ["B12", "C20", "D12", "D32", "D35", "E5", "E7", "e8", "C13", "Z99"];

/// How likely it is that a fact about a household is known, in hundredths.
#[derive(Clone, Copy)]
struct Knowledge(u64);

impl Knowledge {
    fn of<T>(self, draw: &mut Draw, value: T) -> Answer<T> {
        match (draw.chance(self.0), draw.chance(50)) {
            (true, _) => Answer::Known(value),
            (false, true) => Answer::NotKnownYet,
            (false, false) => Answer::NotAsked,
        }
    }
}

/// One household, as far as it is known.
pub fn household(number: u64) -> Household {
    let mut draw = Draw::of(HOUSEHOLDS, number);
    let knowledge = draw.one_of(&[0, 25, 50, 70, 85, 95, 100, 100, 100, 100]);
    known(number, &mut draw, Knowledge(knowledge))
}

/// The same household with every answer known, except where even a person who knows all of it says nothing.
pub fn whole_household(number: u64) -> Household {
    let mut draw = Draw::of(HOUSEHOLDS, number);
    // What is drawn for the knowledge is drawn here too, so that everything after it is the same.
    let _knowledge = draw.below(10);
    known(number, &mut draw, Knowledge(100))
}

fn known(number: u64, draw: &mut Draw, knowledge: Knowledge) -> Household {
    let mut household = Household::opened(
        HouseholdId(Uuid::from_u128(u128::from(number) + 1)),
        &format!("Nucleo {number}"),
        Timestamp::default(),
        PersonId(Uuid::nil()),
    );
    household.demonstration = true;
    household.members = members(draw, knowledge);
    household.facts = HouseholdFacts {
        label: household.facts.label,
        ..facts(draw, knowledge)
    };
    household
}

/// What the rules ask about the members of a household.
pub fn people(household: &Household) -> impl Iterator<Item = PersonFacts> {
    household.members.iter().map(PersonFacts::from)
}

fn members(draw: &mut Draw, knowledge: Knowledge) -> Vec<Member> {
    let named = draw.chance(knowledge.0.max(50));
    let n_children = draw.one_of(&[0, 0, 0, 1, 1, 2, 2, 3, 4, 6]);
    let mut relations = vec![Relation::Head];
    if draw.chance(50) {
        relations.push(Relation::Partner);
    }
    relations.extend((0..n_children).map(|_| Relation::Child));
    if draw.chance(12) {
        relations.push(draw.one_of(&[Relation::Parent, Relation::OtherRelative, Relation::NotRelated]));
    }
    let member = |(id, relation): (u32, Relation)| {
        let age = match relation {
            Relation::Child => draw.between(0, 24),
            Relation::Parent => draw.between(60, 90),
            _ => draw.between(20, 75),
        };
        let birth = TODAY.plus_days(-365 * age - draw.between(0, 364));
        let (works, disability) = (age >= 18 && draw.chance(55), draw.chance(8));
        let facts = MemberFacts {
            birth_date: knowledge.of(draw, birth),
            relation: knowledge.of(draw, relation),
            works: knowledge.of(draw, works),
            disability: knowledge.of(draw, disability),
            ..MemberFacts::default()
        };
        Member {
            id: MemberId(id),
            facts,
        }
    };
    // Drawn in any case: what follows does not depend on whether they are named.
    let mut members: Vec<Member> = (0..).zip(relations).map(member).collect();
    if !named {
        members.clear();
    }
    members
}

fn facts(draw: &mut Draw, knowledge: Knowledge) -> HouseholdFacts {
    let isee = isee(draw);
    let patrimony = amount(draw, &[0, 2_500, 12_000, 24_000, 33_000, 60_000]);
    let income = amount(draw, &[400, 900, 1_300, 1_900, 2_600]);
    let scale = draw.chance(10);
    HouseholdFacts {
        isee: knowledge.of(draw, isee),
        sap_patrimony: knowledge.of(draw, patrimony),
        // Attested apart only where it departs from the composition.
        equivalence_scale: if scale {
            Answer::Known(draw.one_of(&[157, 204, 246, 276, 325]))
        } else {
            Answer::NotAsked
        },
        net_monthly_income: knowledge.of(draw, income),
        citizenship: {
            let held = draw.one_of(&[
                Citizenship::Italian,
                Citizenship::Italian,
                Citizenship::Italian,
                Citizenship::Eu,
                Citizenship::LongTermPermit,
                Citizenship::TwoYearPermit,
                Citizenship::Other,
            ]);
            knowledge.of(draw, held)
        },
        regular_work: yes_no(draw, knowledge, 60),
        resides_in_region: yes_no(draw, knowledge, 85),
        works_in_region: yes_no(draw, knowledge, 55),
        owns_adequate_home: yes_no(draw, knowledge, 6),
        revoked_assignment_last_5_years: yes_no(draw, knowledge, 4),
        illegal_occupation_last_5_years: yes_no(draw, knowledge, 4),
        zone: {
            let zone = draw.one_of(&ZONES).to_owned();
            knowledge.of(draw, zone)
        },
        followed_by_social_services: yes_no(draw, knowledge, 70),
        manages_primary_needs: yes_no(draw, knowledge, 85),
        temporary_difficulty: yes_no(draw, knowledge, 70),
        needs_accompaniment: yes_no(draw, knowledge, 60),
        ..HouseholdFacts::default()
    }
}

fn yes_no(draw: &mut Draw, knowledge: Knowledge, percent: u64) -> Answer<bool> {
    let yes = draw.chance(percent);
    knowledge.of(draw, yes)
}

fn isee(draw: &mut Draw) -> Isee {
    let kind = match draw.below(10) {
        0..=6 => IseeKind::Ordinary,
        7 => IseeKind::Current,
        _ => draw.one_of(&IseeKind::ALL),
    };
    let value = amount(draw, &[0, 2_000, 7_000, 12_000, 15_900, 19_000, 26_000]);
    let presented = TODAY.plus_days(-draw.between(0, 400));
    Isee {
        kind: Some(kind),
        value,
        dsu_date: draw.chance(95).then_some(presented),
        protocol: None,
    }
}

/// An amount around one of some levels in euro: whole, or with cents.
fn amount(draw: &mut Draw, levels: &[i64]) -> Money {
    let level = draw.one_of(levels);
    let euro = level + draw.between(0, level / 4 + 50);
    let cents = if draw.chance(30) { draw.between(0, 99) } else { 0 };
    Money::from_cents(euro * 100 + cents)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{rules, situation};
    use soglia_domain::{
        eligibility::{VerdictKind, outcomes},
        finding::Outcome,
        household::HouseholdQuestion,
    };

    #[test]
    fn the_same_number_gives_the_same_household() {
        assert!(household(17) == household(17));
        assert!(household(17).facts != household(18).facts);
    }

    #[test]
    fn what_is_known_of_a_household_is_what_the_whole_one_says() {
        for number in 0..500 {
            let (known, whole) = (household(number).facts, whole_household(number).facts);
            for question in HouseholdQuestion::ALL
                .iter()
                .filter(|question| known.is_known(**question))
            {
                assert!(known.get(*question) == whole.get(*question), "{question:?}");
            }
        }
    }

    #[test]
    fn every_answer_to_every_verdict_is_among_a_thousand_households() {
        let rules = rules();
        let answers: Vec<_> = (0..1_000)
            .map(|number| outcomes(&situation(number, &rules), &rules))
            .collect();
        for kind in VerdictKind::ALL {
            for outcome in [Outcome::Met, Outcome::NotMet, Outcome::Unknown] {
                let same = |answer: &&[Outcome; 3]| answer[kind as usize] == outcome;
                let n_same = answers.iter().filter(same).count();
                assert!(n_same >= 50, "{kind:?} {outcome:?}: {n_same}");
            }
        }
    }

    #[test]
    fn nobody_is_born_in_the_future() {
        let born = |person: PersonFacts| person.birth_date;
        assert!((0..2_000).all(|number| {
            people(&household(number))
                .filter_map(born)
                .all(|day| day <= TODAY)
        }));
    }
}
