// SPDX-License-Identifier: AGPL-3.0-or-later
//! A few seeds without optimisation; `cargo xtask simulate` plays many.
use soglia_domain::{
    id::{CaseId, PlanId, ReferralId},
    record::Identity as _,
    rooms::table_of_verbs,
};
use soglia_simulation::{Played, play};

#[test]
fn whatever_goes_wrong_nothing_is_lost_doubled_or_overwritten() {
    for seed in 0..40 {
        if let Err(broken) = play(seed, true) {
            panic!("seed {seed}: {broken}\nAgain: cargo xtask simulate --seeds 1 --first {seed} --trace");
        }
    }
}

/// Between two pages of a pull the server went back to its copy.
#[test]
fn a_restore_between_two_pages_leaves_no_record_out() {
    assert!(play(4059, true).is_ok());
}

#[test]
fn a_seed_plays_the_same_twice() {
    for seed in 100..105 {
        assert_eq!(play(seed, false), play(seed, false));
    }
}

#[test]
fn people_get_their_work_done_in_spite_of_mishaps() {
    let played = together(0..20);
    assert!(
        played.n_saved > 300 && played.n_logged > 200 && played.n_mishaps > 300,
        "{played:?}"
    );
}

/// Records that follow others, and verbs that only the server decides.
#[test]
fn entries_are_written_and_money_is_committed_up_to_its_limit() {
    let played = together(0..60);
    assert!(
        played.n_entries > 60 && played.n_commitments > 15 && played.n_beyond > 5,
        "{played:?}"
    );
}

/// Records that two people end at once, and that partners begin to see and see no more.
#[test]
fn tasks_are_asked_and_visits_planned() {
    let played = together(0..40);
    assert!(played.n_works > 40, "{played:?}");
}

/// What the way of a household is made of, with everything that goes wrong: every verb comes through.
#[test]
fn every_step_of_cases_referrals_and_plans_is_taken() {
    // Every fourth play is about little else.
    let played = together((0..800).filter(|seed| seed % 4 == 1));
    let of_the_way = [CaseId::KIND, ReferralId::KIND, PlanId::KIND];
    let verbs = table_of_verbs().into_iter().map(|(kind, verb, ..)| (kind, verb));
    let missing: Vec<_> = verbs
        .filter(|(kind, _)| of_the_way.contains(kind))
        .filter(|verb| !played.accepted.contains_key(verb))
        .collect();
    assert!(missing.is_empty(), "{missing:?} of {:?}", played.accepted);
}

fn together(seeds: impl IntoIterator<Item = u64>) -> Played {
    let mut all = Played::default();
    for seed in seeds {
        match play(seed, false) {
            Ok(played) => all += played,
            Err(broken) => panic!("seed {seed}: {broken}"),
        }
    }
    all
}
