// SPDX-License-Identifier: AGPL-3.0-or-later
//! The equivalence scale of a household, D.P.C.M. 159/2013, annex 1.
use crate::{
    calendar::{Day, age_on},
    household::{Household, Member, Relation},
    rulebook::{ParameterName, Rulebook},
};

/// Age at which a child is no longer a minor.
const ADULT: u8 = 18;

/// Age under which a child raises the scale further.
const INFANT: u8 = 3;

/// The lowest and the highest equivalence scale that the known facts about the members allow, in hundredths. They are
/// the same when everything that matters is known. An attested scale is better than this one, and is not looked at here.
///
/// Whether the parents worked six months of the year is not asked: whether they work now stands for it.
pub fn equivalence_scale(household: &Household, rulebook: &Rulebook, day: Day) -> (u32, u32) {
    let members = of_members(household.members.len(), rulebook, day);
    let facts: Vec<Facts> = household
        .members
        .iter()
        .enumerate()
        .map(|(index, member)| Facts::of(index, member, day))
        .collect();
    let n_children = |answer: fn(Maybe) -> bool| facts.iter().filter(|member| answer(member.child)).count();
    (
        members
            + of_children(n_children(Maybe::is_certain), rulebook, day)
            + minors(&facts, false, rulebook, day),
        members
            + of_children(n_children(Maybe::is_possible), rulebook, day)
            + minors(&facts, true, rulebook, day),
    )
}

fn of_members(n_members: usize, rulebook: &Rulebook, day: Day) -> u32 {
    let table = rulebook.table(ParameterName::EquivalenceScaleMembers, day);
    let listed = n_members.clamp(1, table.len().max(1));
    let further = n_members.saturating_sub(listed) as u32;
    let base = table.get(listed - 1).copied().unwrap_or_default();
    base + further * rulebook.number(ParameterName::EquivalenceScaleFurther, day)
}

fn of_children(n_children: usize, rulebook: &Rulebook, day: Day) -> u32 {
    let table = rulebook.table(ParameterName::EquivalenceScaleChildren, day);
    match n_children {
        0 => 0,
        n => table.get(n.min(table.len()) - 1).copied().unwrap_or_default(),
    }
}

/// The increment for minors: at the most that is possible, or at the least that is certain.
fn minors(facts: &[Facts], at_most: bool, rulebook: &Rulebook, day: Day) -> u32 {
    let holds = |answer: Maybe| {
        if at_most {
            answer.is_possible()
        } else {
            answer.is_certain()
        }
    };
    let entitled = parents_work(facts, at_most) || one_parent_with_minors(facts, at_most);
    if !entitled || !facts.iter().any(|member| holds(member.minor)) {
        return 0;
    }
    let infant = facts.iter().any(|member| holds(member.infant));
    rulebook.number(
        if infant {
            ParameterName::EquivalenceScaleInfant
        } else {
            ParameterName::EquivalenceScaleMinors
        },
        day,
    )
}

/// Both parents, or the only one, work.
fn parents_work(facts: &[Facts], at_most: bool) -> bool {
    if at_most {
        let idle = |member: &Facts| member.parent == Maybe::Yes && member.works == Maybe::No;
        !facts.iter().any(idle)
    } else {
        let idle = |member: &Facts| member.parent.is_possible() && member.works != Maybe::Yes;
        !facts.iter().any(idle)
    }
}

/// One parent and minors, and nobody else: entitled whether the parent works or not.
fn one_parent_with_minors(facts: &[Facts], at_most: bool) -> bool {
    let others = facts.get(1..).unwrap_or_default();
    let fits = |member: &Facts| {
        if at_most {
            member.minor.is_possible() && member.parent != Maybe::Yes
        } else {
            member.minor.is_certain() && !member.parent.is_possible()
        }
    };
    others.iter().all(fits)
}

/// What is known about one member, as far as the scale asks for it.
struct Facts {
    child: Maybe,
    parent: Maybe,
    minor: Maybe,
    infant: Maybe,
    works: Maybe,
}

impl Facts {
    /// The first member answers for the household, so that person is the parent and never the child.
    fn of(index: usize, member: &Member, day: Day) -> Self {
        let relation = member.facts.relation.known().copied();
        let age = member.facts.birth_date.known().map(|birth| age_on(*birth, day));
        let younger = |limit: u8| {
            age.map_or(Maybe::Perhaps, |age| {
                Maybe::of(age.is_some_and(|age| age < limit))
            })
        };
        let head = index == 0;
        let minor = if head { Maybe::No } else { younger(ADULT) };
        let parent = match relation {
            _ if head => Maybe::Yes,
            // A minor is not taken for a parent, whatever the relation.
            _ if minor.is_certain() => Maybe::No,
            Some(relation) => Maybe::of(matches!(relation, Relation::Partner | Relation::Head)),
            None => Maybe::Perhaps,
        };
        Self {
            child: match relation {
                _ if head => Maybe::No,
                Some(relation) => Maybe::of(relation == Relation::Child),
                None => Maybe::Perhaps,
            },
            parent,
            minor,
            infant: if head { Maybe::No } else { younger(INFANT) },
            works: member
                .facts
                .works
                .known()
                .map_or(Maybe::Perhaps, |works| Maybe::of(*works)),
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
