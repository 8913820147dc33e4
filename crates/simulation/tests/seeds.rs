// SPDX-License-Identifier: AGPL-3.0-or-later
//! A few seeds without optimisation; `cargo xtask simulate` plays many.
use soglia_simulation::play;

#[test]
fn whatever_goes_wrong_nothing_is_lost_doubled_or_overwritten() {
    for seed in 0..40 {
        if let Err(broken) = play(seed, true) {
            panic!("seed {seed}: {broken}\nAgain: cargo xtask simulate --seeds 1 --first {seed} --trace");
        }
    }
}

#[test]
fn a_seed_plays_the_same_twice() {
    for seed in 100..105 {
        assert_eq!(play(seed, false), play(seed, false));
    }
}

#[test]
fn people_get_their_work_done_in_spite_of_mishaps() {
    let played: Vec<_> = (0..20).filter_map(|seed| play(seed, false).ok()).collect();
    let n_saved: usize = played.iter().map(|played| played.n_saved).sum();
    let n_logged: usize = played.iter().map(|played| played.n_logged).sum();
    let n_mishaps: usize = played.iter().map(|played| played.n_mishaps).sum();
    assert!(
        n_saved > 300 && n_logged > 200 && n_mishaps > 300,
        "{n_saved} {n_logged} {n_mishaps}"
    );
}
