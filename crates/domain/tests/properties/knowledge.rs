// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is not known never decides, and what is decided stays decided.
use proptest::prelude::*;
use soglia_domain::{
    answer::Answer,
    eligibility::{Situation, VerdictKind, eligibility, outcomes},
    finding::Outcome,
    household::{Household, HouseholdFacts, HouseholdQuestion, MemberFacts, MemberQuestion},
};
use soglia_samples as samples;

/// The household without some of its answers. The attested scale stays: it corrects what the members tell.
fn with_less(household: &Household, kept: &[bool]) -> Household {
    let mut kept = kept.iter().copied().cycle();
    let mut less = household.clone();
    less.facts = HouseholdFacts::default();
    for question in HouseholdQuestion::ALL {
        if *question == HouseholdQuestion::EquivalenceScale || kept.next() == Some(true) {
            less.facts.set(household.facts.get(*question));
        }
    }
    for (member, whole) in less.members.iter_mut().zip(&household.members) {
        member.facts = MemberFacts::default();
        for question in MemberQuestion::ALL {
            if kept.next() == Some(true) {
                member.facts.set(whole.facts.get(*question));
            }
        }
    }
    less
}

fn told(household: &Household) -> [Outcome; 3] {
    let rules = samples::rules();
    outcomes(&Situation::of(household, &rules), &rules)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_verdict_that_is_decided_stands_whatever_is_learnt_later(
        number in any::<u64>(),
        kept in prop::collection::vec(any::<bool>(), 20..80),
    ) {
        let later = samples::household(number);
        let earlier = with_less(&later, &kept);
        for ((earlier, later), kind) in told(&earlier).into_iter().zip(told(&later)).zip(VerdictKind::ALL) {
            if earlier != Outcome::Unknown {
                prop_assert_eq!(earlier, later, "{:?}", kind);
            }
        }
    }

    #[test]
    fn one_answer_less_never_turns_a_verdict_round(number in any::<u64>()) {
        let household = samples::household(number);
        let before = told(&household);
        for question in HouseholdQuestion::ALL {
            let mut less = household.clone();
            let blank = HouseholdFacts::default();
            less.facts.set(blank.get(*question));
            for (before, after) in before.into_iter().zip(told(&less)) {
                let scale = *question == HouseholdQuestion::EquivalenceScale;
                prop_assert!(scale || after == Outcome::Unknown || after == before, "{:?}", question);
            }
        }
    }

    #[test]
    fn the_quick_verdicts_are_those_of_the_findings(number in any::<u64>()) {
        let rules = samples::rules();
        let situation = samples::situation(number, &rules);
        let told = eligibility(&situation, &rules);
        prop_assert_eq!(VerdictKind::ALL.map(|kind| told.verdict(kind).outcome), outcomes(&situation, &rules));
    }

    #[test]
    fn not_asked_and_not_known_yet_decide_alike(number in any::<u64>()) {
        let household = samples::household(number);
        let mut asked = household.clone();
        let facts = &mut asked.facts;
        if facts.owns_adequate_home.is_not_asked() {
            facts.owns_adequate_home = Answer::NotKnownYet;
        }
        if facts.isee.is_not_asked() {
            facts.isee = Answer::NotKnownYet;
        }
        if facts.net_monthly_income.is_not_asked() {
            facts.net_monthly_income = Answer::NotKnownYet;
        }
        prop_assert_eq!(told(&household), told(&asked));
    }
}
