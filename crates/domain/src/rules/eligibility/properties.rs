// SPDX-License-Identifier: AGPL-3.0-or-later
//! What holds for every household, whatever is known about it.
use super::{
    tests::{asked, household, isee, rules, told},
    *,
};
use crate::calendar::Day;
use crate::{
    answer::Answer,
    household::{
        Citizenship, Household, HouseholdAnswer, HouseholdQuestion, Isee, IseeKind, Member, MemberAnswer,
        MemberFacts, MemberQuestion, Relation,
    },
    id::MemberId,
    money::Money,
};
use proptest::{collection::vec, option, prelude::*, sample::select};

/// Questions of the form that eligibility looks at, without the attested scale, which corrects an answer instead of
/// filling one.
fn questions() -> impl Iterator<Item = HouseholdQuestion> {
    HouseholdQuestion::ALL
        .iter()
        .copied()
        .filter(|question| *question != HouseholdQuestion::EquivalenceScale)
}

/// A household of which everything is known.
fn complete() -> impl Strategy<Value = Household> {
    let money = |most: i64| (0..=most).prop_map(Money::from_euro);
    let isee = (
        select(IseeKind::ALL.to_vec()),
        money(40_000),
        option::of(2025_i16..=2026),
    )
        .prop_map(|(kind, value, year)| Isee {
            kind: Some(kind),
            value,
            dsu_date: year.map(|year| Day::constant(year, 7, 1)),
            protocol: None,
        });
    let amounts = (isee, money(45_000), money(3_000));
    let titles = (
        select(Citizenship::ALL.to_vec()),
        select(vec!["D12", "E7", "B12", "elsewhere"]),
    );
    (amounts, titles, vec(any::<bool>(), 11), vec(someone(), 0..6)).prop_map(
        |(amounts, titles, yes, members)| {
            let mut household = household(0);
            let facts = &mut household.facts;
            facts.isee = Answer::Known(amounts.0);
            facts.sap_patrimony = Answer::Known(amounts.1);
            facts.net_monthly_income = Answer::Known(amounts.2);
            facts.citizenship = Answer::Known(titles.0);
            facts.zone = Answer::Known(titles.1.to_owned());
            let answers = [
                &mut facts.regular_work,
                &mut facts.resides_in_region,
                &mut facts.works_in_region,
                &mut facts.owns_adequate_home,
                &mut facts.revoked_assignment_last_5_years,
                &mut facts.illegal_occupation_last_5_years,
                &mut facts.followed_by_social_services,
                &mut facts.manages_primary_needs,
                &mut facts.temporary_difficulty,
                &mut facts.needs_accompaniment,
            ];
            for (answer, yes) in answers.into_iter().zip(yes) {
                *answer = Answer::Known(yes);
            }
            household.members = (0..)
                .zip(members)
                .map(|(id, facts)| Member {
                    id: MemberId(id),
                    facts,
                })
                .collect();
            household
        },
    )
}

/// A member of whom everything is known. Nobody's partner is a minor.
fn someone() -> impl Strategy<Value = MemberFacts> {
    (select(Relation::ALL.to_vec()), 1960_i16..=2026, any::<bool>()).prop_map(|(relation, year, works)| {
        let adult = matches!(relation, Relation::Partner | Relation::Head);
        MemberFacts {
            relation: Answer::Known(relation),
            birth_date: Answer::Known(Day::constant(if adult { year.min(1995) } else { year }, 1, 1)),
            works: Answer::Known(works),
            ..MemberFacts::default()
        }
    })
}

/// The household with only some of its answers.
fn partly(household: &Household, kept: &[bool]) -> Household {
    let mut kept = kept.iter().copied().cycle();
    let mut known = household.clone();
    known.facts = Default::default();
    for question in questions() {
        if kept.next() == Some(true) {
            known.facts.set(household.facts.get(question));
        }
    }
    for (member, whole) in known.members.iter_mut().zip(&household.members) {
        member.facts = MemberFacts::default();
        for question in MemberQuestion::ALL {
            if kept.next() == Some(true) {
                member.facts.set(whole.facts.get(*question));
            }
        }
    }
    known
}

#[track_caller]
fn agree(earlier: &Eligibility, later: &Eligibility) -> Result<(), TestCaseError> {
    for kind in VerdictKind::ALL {
        let (earlier, later) = (earlier.verdict(kind), later.verdict(kind));
        if earlier.outcome != Outcome::Unknown {
            prop_assert_eq!(earlier.outcome, later.outcome, "{:?}", kind);
        }
        for (earlier, later) in earlier.findings.iter().zip(&later.findings) {
            if earlier.outcome != Outcome::Unknown {
                prop_assert_eq!(earlier.outcome, later.outcome, "{:?}", earlier.requirement);
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn filling_what_is_unknown_never_contradicts_a_decided_verdict(
        household in complete(),
        kept in vec(any::<bool>(), 30..60),
    ) {
        agree(&told(&partly(&household, &kept)), &told(&household))?;
    }

    #[test]
    fn an_unknown_condition_tells_what_is_missing(household in complete(), kept in vec(any::<bool>(), 30..60)) {
        let told = told(&partly(&household, &kept));
        for finding in VerdictKind::ALL.iter().flat_map(|kind| &told.verdict(*kind).findings) {
            let explained = !finding.ask.is_empty() || finding.doubt.is_some();
            prop_assert_eq!(explained, finding.outcome == Outcome::Unknown, "{:?}", finding.requirement);
        }
    }

    #[test]
    fn only_open_verdicts_ask(household in complete(), kept in vec(any::<bool>(), 30..60)) {
        let household = partly(&household, &kept);
        let (told, asked) = (told(&household), asked(&household));
        if VerdictKind::ALL.iter().all(|kind| told.verdict(*kind).outcome != Outcome::Unknown) {
            prop_assert!(asked.is_empty());
        }
        let known = household.facts;
        // What is already known is asked again only where the answer itself is in doubt.
        for question in asked {
            let doubted = matches!(question, HouseholdQuestion::Isee | HouseholdQuestion::Zone);
            prop_assert!(doubted || !known.is_known(question), "{:?}", question);
        }
    }

    #[test]
    fn more_isee_never_makes_eligible(mut household in complete(), less in 0_i64..30_000, more in 0_i64..30_000) {
        household.facts.isee = isee(less);
        let before = told(&household).public_housing.outcome;
        household.facts.isee = isee(less + more);
        let after = told(&household).public_housing.outcome;
        prop_assert!(after != Outcome::Met || before == Outcome::Met);
    }

    #[test]
    fn the_scale_of_a_partly_known_household_holds_the_right_one(
        household in complete(),
        kept in vec(any::<bool>(), 30..60),
    ) {
        let scale = |household: &Household| equivalence_scale(&Situation::of(household, &rules()).composition, &rules());
        let (low, high) = scale(&household);
        prop_assert_eq!(low, high);
        let (lowest, highest) = scale(&partly(&household, &kept));
        prop_assert!(lowest <= low && high <= highest);
    }
}

#[test]
fn every_answer_of_a_complete_household_is_kept_by_the_generator() {
    let mut household = household(1);
    household
        .facts
        .set(HouseholdAnswer::RegularWork(Answer::Known(true)));
    household.members[0]
        .facts
        .set(MemberAnswer::Works(Answer::Known(true)));
    assert!(partly(&household, &[true]) == household);
    assert!(partly(&household, &[false]).facts == Default::default());
}
