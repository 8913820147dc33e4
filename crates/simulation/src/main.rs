// SPDX-License-Identifier: AGPL-3.0-or-later
//! Plays many seeds on all cores: `--seeds N --first S`, and `--trace` to print the steps of those that fail.
use soglia_domain::{
    id::{CaseId, PlanId, ReferralId},
    record::Identity as _,
};
use soglia_simulation::{Played, play};
use std::{
    io::{self, Write},
    process::ExitCode,
    sync::{
        Mutex,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

/// How many seeds are played when nobody says.
const SEEDS: u64 = 2_000;

/// Between two lines about how far it is.
const TELL_EVERY: Duration = Duration::from_secs(10);

struct Options {
    n_seeds: u64,
    first: u64,
    with_steps: bool,
}

fn options() -> Option<Options> {
    let mut options = Options {
        n_seeds: SEEDS,
        first: 0,
        with_steps: false,
    };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--seeds" => options.n_seeds = words.next()?.parse().ok()?,
            "--first" => options.first = words.next()?.parse().ok()?,
            "--trace" => options.with_steps = true,
            _ => return None,
        }
    }
    Some(options)
}

fn main() -> ExitCode {
    let Some(options) = options() else {
        say("Usage: simulate [--seeds N] [--first S] [--trace]");
        return ExitCode::from(2);
    };
    let start = Instant::now();
    let next = AtomicU64::new(options.first);
    let has_failed = AtomicBool::new(false);
    let sum = Mutex::new((Played::default(), 0_u64, start));
    let n_threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..n_threads {
            scope.spawn(|| {
                while !has_failed.load(Ordering::Relaxed) {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= options.first.saturating_add(options.n_seeds) {
                        return;
                    }
                    match play(seed, options.with_steps) {
                        Ok(played) => add(&sum, played, &options),
                        Err(broken) => {
                            has_failed.store(true, Ordering::Relaxed);
                            say(&format!(
                                "seed {seed} FAILED: {broken}\nAgain: cargo xtask simulate --seeds 1 --first {seed} --trace"
                            ));
                        }
                    }
                }
            });
        }
    });
    if has_failed.load(Ordering::Relaxed) {
        return ExitCode::FAILURE;
    }
    let (played, n_done, _) = sum
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    say(&format!(
        "{n_done} seeds in {:.1} s: {} changes saved, {} in the logs, {} mishaps; {} entries, {} tasks and visits, {} commitments \
         and {} too large; {} steps of cases, {} of referrals and {} of plans; nothing lost, doubled or overwritten",
        start.elapsed().as_secs_f64(),
        played.n_saved,
        played.n_logged,
        played.n_mishaps,
        played.n_entries,
        played.n_works,
        played.n_commitments,
        played.n_beyond,
        played.n_accepted(CaseId::KIND),
        played.n_accepted(ReferralId::KIND),
        played.n_accepted(PlanId::KIND)
    ));
    ExitCode::SUCCESS
}

fn add(sum: &Mutex<(Played, u64, Instant)>, played: Played, options: &Options) {
    let mut sum = sum.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    sum.0 += played;
    sum.1 += 1;
    if sum.2.elapsed() >= TELL_EVERY {
        sum.2 = Instant::now();
        say(&format!("{} of {} seeds", sum.1, options.n_seeds));
    }
}

/// Whoever reads no longer does not stop the play.
fn say(line: &str) {
    let mut out = io::stdout().lock();
    drop(writeln!(out, "{line}").and_then(|()| out.flush()));
}
