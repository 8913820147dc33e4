// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who a household consists of on a day, as far as the equivalence scale asks: read once, then compared with any rules.
use crate::{
    calendar::{Day, age_on},
    household::{Member, Relation},
};

/// Age at which a child is no longer a minor.
const ADULT: u8 = 18;

/// Age under which a child raises the scale further.
const INFANT: u8 = 3;

/// What the composition needs to know of one person.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct PersonFacts {
    /// Day of birth.
    pub birth_date: Option<Day>,
    /// Relation to the head of household.
    pub relation: Option<Relation>,
    /// Works now.
    pub works: Option<bool>,
}

impl From<&Member> for PersonFacts {
    fn from(member: &Member) -> Self {
        Self {
            birth_date: member.facts.birth_date.known().copied(),
            relation: member.facts.relation.known().copied(),
            works: member.facts.works.known().copied(),
        }
    }
}

/// The increment of the scale for minors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Increment {
    /// None.
    #[default]
    None,
    /// With minors.
    Minors,
    /// With a child of less than three years.
    Infant,
}

/// Who a household consists of on a day. Where facts are missing there is a least and a most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Composition {
    /// Number of members; 0 while nobody is named.
    pub n_members: u8,
    /// The fewest and the most children that are possible.
    pub n_children: (u8, u8),
    /// The least and the most increment for minors that is possible.
    pub increments: (Increment, Increment),
}

impl Composition {
    /// Reads the members as they are on a day. The first one answers for the household, so that person is the parent and
    /// never the child. More than 255 members count as 255.
    pub fn of(members: impl Iterator<Item = PersonFacts>, day: Day) -> Self {
        let mut composition = Self::default();
        let (mut minors, mut infants) = ((false, false), (false, false));
        // Both parents, or the only one, work; one parent with minors and nobody else is entitled whether working or not.
        let (mut work, mut alone) = ((true, true), (true, true));
        for (index, person) in members.enumerate() {
            let seen = Seen::of(index == 0, person, day);
            composition.n_members = composition.n_members.saturating_add(1);
            let (fewest, most) = &mut composition.n_children;
            *fewest = fewest.saturating_add(u8::from(seen.child.is_certain()));
            *most = most.saturating_add(u8::from(seen.child.is_possible()));
            minors.0 |= seen.minor.is_certain();
            minors.1 |= seen.minor.is_possible();
            infants.0 |= seen.infant.is_certain();
            infants.1 |= seen.infant.is_possible();
            work.0 &= !seen.parent.is_possible() || seen.works == Maybe::Yes;
            work.1 &= seen.parent != Maybe::Yes || seen.works != Maybe::No;
            if index > 0 {
                alone.0 &= seen.minor.is_certain() && !seen.parent.is_possible();
                alone.1 &= seen.minor.is_possible() && seen.parent != Maybe::Yes;
            }
        }
        let increment = |entitled: bool, minors: bool, infants: bool| match (entitled && minors, infants) {
            (false, _) => Increment::None,
            (true, false) => Increment::Minors,
            (true, true) => Increment::Infant,
        };
        composition.increments = (
            increment(work.0 || alone.0, minors.0, infants.0),
            increment(work.1 || alone.1, minors.1, infants.1),
        );
        composition
    }
}

/// What is known about one member, as far as the scale asks for it.
struct Seen {
    child: Maybe,
    parent: Maybe,
    minor: Maybe,
    infant: Maybe,
    works: Maybe,
}

impl Seen {
    fn of(head: bool, person: PersonFacts, day: Day) -> Self {
        let age = person.birth_date.map(|birth| age_on(birth, day));
        let younger = |limit: u8| {
            age.map_or(Maybe::Perhaps, |age| {
                Maybe::of(age.is_some_and(|age| age < limit))
            })
        };
        let minor = if head { Maybe::No } else { younger(ADULT) };
        let parent = match person.relation {
            _ if head => Maybe::Yes,
            // A minor is not taken for a parent, whatever the relation.
            _ if minor.is_certain() => Maybe::No,
            Some(relation) => Maybe::of(matches!(relation, Relation::Partner | Relation::Head)),
            None => Maybe::Perhaps,
        };
        Self {
            child: match person.relation {
                _ if head => Maybe::No,
                Some(relation) => Maybe::of(relation == Relation::Child),
                None => Maybe::Perhaps,
            },
            parent,
            minor,
            infant: if head { Maybe::No } else { younger(INFANT) },
            works: person.works.map_or(Maybe::Perhaps, Maybe::of),
        }
    }
}

/// Yes, no, or not known.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Maybe {
    Yes,
    No,
    Perhaps,
}

impl Maybe {
    const fn of(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }

    const fn is_certain(self) -> bool {
        matches!(self, Self::Yes)
    }

    const fn is_possible(self) -> bool {
        !matches!(self, Self::No)
    }
}
