// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who lives together.
use super::{code::code, diary::Diary};
use crate::demo::{
    chance::Chance,
    draw::maybe,
    names::{NAMES, Names, Standing},
};
use soglia_domain::household::HouseholdPartId;
use soglia_domain::household::Verb as HouseholdVerb;
use soglia_domain::{
    action::Action,
    answer::Answer,
    calendar::Day,
    household::{MemberAnswer as Fact, MemberFacts, Relation},
    id::MemberId,
};

/// The people of one household.
pub(super) struct People {
    pub(super) family: &'static str,
    pub(super) standing: Standing,
    pub(super) members: Vec<Person>,
}

/// One invented person.
pub(super) struct Person {
    relation: Relation,
    given: &'static str,
    family: &'static str,
    is_female: bool,
    birth: Day,
    age: i64,
    pub(super) works: bool,
}

impl Person {
    pub(super) fn is_minor(&self) -> bool {
        self.age < 18
    }
}

pub(super) fn draw(chance: &mut Chance, size: usize, today: Day) -> People {
    let weights: Vec<(i64, usize)> = NAMES
        .iter()
        .enumerate()
        .map(|(index, names)| (names.weight, index))
        .collect();
    let names = &NAMES[chance.weigh(&weights)];
    let family = *chance.pick(names.family);
    let mut members: Vec<Person> = Vec::with_capacity(size);
    let head_age = if size == 1 {
        chance.between(22, 84)
    } else {
        chance.between(25, 58)
    };
    let has_partner = size > 1 && chance.percent(if size == 2 { 35 } else { 65 });
    for place in 0..size {
        let (relation, age) = match place {
            0 => (Relation::Head, head_age),
            1 if has_partner => (Relation::Partner, (head_age + chance.between(-7, 5)).max(19)),
            _ => {
                let oldest = (head_age - 18).clamp(0, 24);
                (Relation::Child, chance.between(0, oldest))
            }
        };
        members.push(person(chance, names, family, relation, age, today));
    }
    People {
        family,
        standing: names.standing,
        members,
    }
}

fn person(
    chance: &mut Chance,
    names: &Names,
    family: &'static str,
    relation: Relation,
    age: i64,
    today: Day,
) -> Person {
    let is_female = chance.percent(54);
    let given = *chance.pick(if is_female { names.female } else { names.male });
    // Women keep their own name; a partner is born into another family.
    let family = if relation == Relation::Partner {
        *chance.pick(names.family)
    } else {
        family
    };
    let year = today.year() - i16::try_from(age).unwrap_or(40) - 1;
    let month = i8::try_from(chance.between(1, 12)).unwrap_or(6);
    let day = i8::try_from(chance.between(1, 28)).unwrap_or(15);
    let birth = Day::new(year, month, day).unwrap_or(today);
    let works = (18..67).contains(&age) && chance.percent(52);
    Person {
        relation,
        given,
        family,
        is_female,
        birth,
        age,
        works,
    }
}

/// Writes them down as a worker would: the head of household in full, the others as far as they are known.
pub(super) fn record(chance: &mut Chance, diary: &mut Diary, people: &People) {
    for (id, person) in (1_u32..).zip(&people.members) {
        let (household, member) = (diary.household, MemberId(id));
        diary.note(chance, Action::on(household, HouseholdVerb::AddMember { member }));
        let is_head = person.relation == Relation::Head;
        let tax_code = code(person.family, person.given, person.birth, person.is_female);
        let answers = [
            Fact::GivenName(maybe(
                chance,
                if is_head { 100 } else { 97 },
                person.given.to_owned(),
            )),
            Fact::FamilyName(maybe(
                chance,
                if is_head { 100 } else { 95 },
                person.family.to_owned(),
            )),
            Fact::BirthDate(maybe(chance, if is_head { 96 } else { 92 }, person.birth)),
            Fact::Relation(Answer::Known(person.relation)),
            Fact::TaxCode(tax_code.map_or(Answer::NotKnownYet, |code| maybe(chance, 70, code))),
            Fact::Disability(maybe(chance, 85, chance_of_disability(person))),
            Fact::Works(if person.age < 16 {
                Answer::NotAsked
            } else {
                maybe(chance, 88, person.works)
            }),
        ];
        for answer in answers.into_iter().filter(is_asked) {
            diary.note(
                chance,
                Action::on(
                    household,
                    HouseholdVerb::SayOf {
                        part: HouseholdPartId::Member(member),
                        fact: answer,
                    },
                ),
            );
        }
    }
}

/// About one in twelve, more often late in life.
fn chance_of_disability(person: &Person) -> bool {
    let day = person.birth.epoch_days();
    day % 12 == 0 || (person.age > 70 && day % 4 == 0)
}

fn is_asked(answer: &Fact) -> bool {
    let mut facts = MemberFacts::default();
    facts.set(answer.clone());
    !facts.is_not_asked(answer.question())
}
