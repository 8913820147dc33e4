// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is strange about what is known of a household. Nothing of it is refused: it may be true, and stays as it was
//! said. Whoever writes it down is told, at the field and before the end.
use super::{Household, Isee, Member, MemberQuestion, Relation};
use crate::{id::MemberId, identifier::IseeProtocol};
use soglia_kernel::calendar::{Day, age_on};

/// Years of a grown-up.
const OF_AGE: u8 = 18;

/// Years from which work is allowed at the earliest.
const OF_WORKING_AGE: u8 = 15;

/// Older people than this are few enough to look at the date again.
const VERY_OLD: i32 = 105;

/// A child is younger than its parent by at least so many years.
const GENERATION: u32 = 12;

/// Something strange.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doubt {
    /// The head of household is under age.
    HeadUnderAge,
    /// Somebody else is said to be the head of household too.
    TwoHeads,
    /// Somebody is very old.
    VeryOld,
    /// Two members have one name and one day of birth; twins have two names.
    NamedTwice,
    /// A child of the head is hardly younger, or older.
    ChildTooOld,
    /// Somebody works who is too young for it.
    WorksTooYoung,
    /// An attestation of zero although something is earned.
    IseeZero,
    /// The declaration was presented in another year.
    IseePastYear,
    /// The protocol is of another year than the declaration.
    ProtocolOfOtherYear,
    /// No income at all.
    NoIncome,
    /// The day of the eviction is over.
    EvictionPast,
}

impl Doubt {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::HeadUnderAge,
        Self::TwoHeads,
        Self::VeryOld,
        Self::NamedTwice,
        Self::ChildTooOld,
        Self::WorksTooYoung,
        Self::IseeZero,
        Self::IseePastYear,
        Self::ProtocolOfOtherYear,
        Self::NoIncome,
        Self::EvictionPast,
    ];
}

/// Something strange, with the field at which it is told: "net_monthly_income", "members/7/birth_date".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubted {
    /// The field.
    pub field: String,
    /// What is strange.
    pub doubt: Doubt,
}

/// All that is strange, in the order of the form.
pub fn doubts(household: &Household, today: Day) -> Vec<Doubted> {
    let mut found = Vec::new();
    for (at, member) in household.members.iter().enumerate() {
        let before = household.members.get(..at).unwrap_or_default();
        let mut doubt = |question: MemberQuestion, doubt| found.push(of_member(member.id, question, doubt));
        about(member, before, household.head_of_household(), today, &mut doubt);
    }
    let facts = &household.facts;
    let mut doubt = |field: &str, doubt| {
        let field = field.to_owned();
        found.push(Doubted { field, doubt });
    };
    if facts.eviction_date.known().is_some_and(|day| *day < today) {
        doubt("eviction_date", Doubt::EvictionPast);
    }
    let income = facts.net_monthly_income.known().map(|income| income.cents());
    if let Some(isee) = facts.isee.known() {
        for found in of_isee(isee, income.is_some_and(|cents| cents > 0), today) {
            doubt("isee", found);
        }
    }
    if income == Some(0) {
        doubt("net_monthly_income", Doubt::NoIncome);
    }
    found
}

fn of_member(member: MemberId, question: MemberQuestion, doubt: Doubt) -> Doubted {
    let field = format!("members/{member}/{}", question.key());
    Doubted { field, doubt }
}

fn about(
    member: &Member,
    before: &[Member],
    head: Option<&Member>,
    today: Day,
    doubt: &mut dyn FnMut(MemberQuestion, Doubt),
) {
    let facts = &member.facts;
    let is_head = head.is_some_and(|head| head.id == member.id);
    if named_twice(member, before) {
        doubt(MemberQuestion::GivenName, Doubt::NamedTwice);
    }
    if let Some(born) = facts.birth_date.known() {
        let age = age_on(*born, today);
        if is_head && age.is_some_and(|age| age < OF_AGE) {
            doubt(MemberQuestion::BirthDate, Doubt::HeadUnderAge);
        }
        if i32::from(born.year()) < i32::from(today.year()) - VERY_OLD {
            doubt(MemberQuestion::BirthDate, Doubt::VeryOld);
        }
        let parent = head.and_then(|head| head.facts.birth_date.known());
        let is_child = facts.relation.known() == Some(&Relation::Child);
        if is_child && parent.is_some_and(|parent| *born < parent.plus_months(12 * GENERATION)) {
            doubt(MemberQuestion::BirthDate, Doubt::ChildTooOld);
        }
        if facts.works.known() == Some(&true) && age.is_some_and(|age| age < OF_WORKING_AGE) {
            doubt(MemberQuestion::Works, Doubt::WorksTooYoung);
        }
    }
    if !is_head && facts.relation.known() == Some(&Relation::Head) {
        doubt(MemberQuestion::Relation, Doubt::TwoHeads);
    }
}

fn named_twice(member: &Member, before: &[Member]) -> bool {
    let facts = &member.facts;
    let (Some(given), Some(born)) = (facts.given_name.known(), facts.birth_date.known()) else {
        return false;
    };
    before.iter().any(|other| {
        let other = &other.facts;
        other.birth_date.known() == Some(born)
            && other.given_name.known() == Some(given)
            && other.family_name == facts.family_name
    })
}

fn of_isee(isee: &Isee, earns: bool, today: Day) -> Vec<Doubt> {
    let mut found = Vec::new();
    if isee.value.cents() == 0 && earns {
        found.push(Doubt::IseeZero);
    }
    let Some(presented) = isee.dsu_date else {
        return found;
    };
    if presented.year() < today.year() {
        found.push(Doubt::IseePastYear);
    }
    let protocol = isee.protocol.as_deref();
    let protocol = protocol.and_then(|protocol| IseeProtocol::parse(protocol).ok());
    if protocol.is_some_and(|protocol| protocol.year() != presented.year()) {
        found.push(Doubt::ProtocolOfOtherYear);
    }
    found
}
