// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is asked next is worth asking, and whoever answers it all arrives.
use proptest::prelude::*;
use soglia_domain::{
    answer::Answer,
    eligibility::{Eligibility, Situation, VerdictKind, ask_next, eligibility, equivalence_scale},
    finding::{Doubt, Outcome},
    household::{Household, HouseholdAnswer, HouseholdQuestion},
    rulebook::Rules,
};
use soglia_samples as samples;

/// Rounds of questions within which everything is decided that can be.
const ROUNDS: usize = 6;

fn is_in_doubt(told: &Eligibility, doubt: Doubt) -> bool {
    let findings = VerdictKind::ALL
        .into_iter()
        .flat_map(|kind| &told.verdict(kind).findings);
    findings.into_iter().any(|finding| finding.doubt == Some(doubt))
}

/// What somebody answers who knows the whole household.
fn answer(question: HouseholdQuestion, whole: &Household, rules: &Rules) -> HouseholdAnswer {
    if question == HouseholdQuestion::EquivalenceScale && !whole.facts.is_known(question) {
        let (scale, _) = equivalence_scale(&Situation::of(whole, rules).composition, rules);
        let attested = u16::try_from(scale).expect("a scale is a small number");
        return HouseholdAnswer::EquivalenceScale(Answer::Known(attested));
    }
    whole.facts.get(question)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn only_what_is_unknown_or_in_doubt_is_asked_and_only_once(number in any::<u64>()) {
        let rules = samples::rules();
        let household = samples::household(number);
        let situation = Situation::of(&household, &rules);
        let told = eligibility(&situation, &rules);
        let asked = ask_next(&situation, &told, &rules);
        for (at, question) in asked.iter().enumerate() {
            let doubted = match question {
                HouseholdQuestion::Isee => situation.isee_value.is_some(),
                HouseholdQuestion::Zone => situation.zone.is_none(),
                _ => false,
            };
            prop_assert!(doubted || !household.facts.is_known(*question), "{:?}", question);
            prop_assert!(!asked[..at].contains(question), "{:?} twice", question);
        }
        let open = VerdictKind::ALL.iter().any(|kind| told.verdict(*kind).outcome == Outcome::Unknown);
        prop_assert!(open || asked.is_empty());
    }

    #[test]
    fn whoever_answers_what_is_asked_decides_what_can_be_decided(number in any::<u64>()) {
        let rules = samples::rules();
        let (mut household, whole) = (samples::household(number), samples::whole_household(number));
        let mut answered = Vec::new();
        let mut n_rounds = 0;
        loop {
            let situation = Situation::of(&household, &rules);
            let told = eligibility(&situation, &rules);
            let mut asked = ask_next(&situation, &told, &rules);
            asked.retain(|question| !answered.contains(question));
            let unnamed = household.members.is_empty() && is_in_doubt(&told, Doubt::NoMembers);
            if asked.is_empty() && !unnamed {
                break;
            }
            if unnamed {
                household.members.clone_from(&whole.members);
            }
            for question in &asked {
                household.facts.set(answer(*question, &whole, &rules));
            }
            answered.append(&mut asked);
            n_rounds += 1;
        }
        prop_assert!(n_rounds <= ROUNDS, "{} rounds", n_rounds);
        let told = |household: &Household| eligibility(&Situation::of(household, &rules), &rules);
        let (found, known) = (told(&household), told(&whole));
        for kind in VerdictKind::ALL {
            prop_assert_eq!(found.verdict(kind).outcome, known.verdict(kind).outcome, "{:?}", kind);
        }
    }
}
