// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is counted while the server runs, in the text format of Prometheus. Written by hand: the format is a name, labels and
//! a number on a line, all labels are words of this program, and a library for it would be larger than these lines.
mod text;

pub(crate) use text::{Gauge, write};

use soglia_sync::change::Answer;
use std::{
    collections::BTreeMap,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

/// The upper ends of the steps in which durations are counted, in milliseconds.
const STEPS_MS: [u64; 9] = [5, 10, 25, 50, 100, 250, 500, 1_000, 5_000];

/// What a device is told about a change, as a label.
const ANSWERS: [&str; 5] = ["accepted", "merged", "to_review", "refused", "quarantined"];

/// Everything that is counted.
#[derive(Default)]
pub(crate) struct Metrics {
    requests: Mutex<Requests>,
    answers: [AtomicU64; ANSWERS.len()],
}

/// Requests, by method and address as the table of routes has it.
#[derive(Default)]
struct Requests {
    by_status: BTreeMap<(&'static str, &'static str, u16), u64>,
    took: BTreeMap<(&'static str, &'static str), Took>,
}

/// How long requests took.
#[derive(Clone, Copy, Default)]
struct Took {
    /// How many in each step, and no longer than it.
    steps: [u64; STEPS_MS.len()],
    n: u64,
    sum: Duration,
}

impl Metrics {
    /// A request was answered.
    pub(crate) fn request(&self, method: &'static str, route: &'static str, status: u16, took: Duration) {
        let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        *requests.by_status.entry((method, route, status)).or_default() += 1;
        let counted = requests.took.entry((method, route)).or_default();
        counted.n += 1;
        counted.sum += took;
        for (step, end_ms) in counted.steps.iter_mut().zip(STEPS_MS) {
            *step += u64::from(took <= Duration::from_millis(end_ms));
        }
    }

    /// A change was answered.
    pub(crate) fn answered(&self, answer: &Answer) {
        let which = match answer {
            Answer::Accepted { .. } => 0,
            Answer::Merged { .. } => 1,
            Answer::ToReview { .. } => 2,
            Answer::Refused { .. } => 3,
            Answer::Quarantined { .. } => 4,
        };
        if let Some(count) = self.answers.get(which) {
            count.fetch_add(1, Ordering::Relaxed);
        }
    }
}
