// SPDX-License-Identifier: AGPL-3.0-or-later
//! What was counted, as text.
use super::{ANSWERS, Metrics, STEPS_MS, Took};
use std::{
    fmt::Write as _,
    sync::{PoisonError, atomic::Ordering},
};

/// A number that is looked up when it is asked for.
pub(crate) struct Gauge {
    /// After `soglia_`.
    pub(crate) name: &'static str,
    /// What it counts.
    pub(crate) says: &'static str,
    /// Now.
    pub(crate) value: u64,
}

/// Everything that was counted, and what was looked up.
pub(crate) fn write(metrics: &Metrics, gauges: &[Gauge]) -> String {
    let mut text = String::new();
    head(&mut text, "build_info", "gauge", "The version that runs.");
    line(
        &mut text,
        format_args!("build_info{{version=\"{}\"}} 1", env!("CARGO_PKG_VERSION")),
    );
    for Gauge { name, says, value } in gauges {
        head(&mut text, name, "gauge", says);
        line(&mut text, format_args!("{name} {value}"));
    }
    head(
        &mut text,
        "changes_total",
        "counter",
        "Changes that devices delivered, by what they were told.",
    );
    for (answer, count) in ANSWERS.iter().zip(&metrics.answers) {
        let count = count.load(Ordering::Relaxed);
        line(
            &mut text,
            format_args!("changes_total{{answer=\"{answer}\"}} {count}"),
        );
    }
    requests(&mut text, metrics);
    text
}

fn requests(text: &mut String, metrics: &Metrics) {
    let requests = metrics.requests.lock().unwrap_or_else(PoisonError::into_inner);
    head(
        text,
        "requests_total",
        "counter",
        "Requests that were answered, by address of the API and status.",
    );
    for ((method, route, status), count) in &requests.by_status {
        let labels = format!("method=\"{method}\",route=\"{route}\",status=\"{status}\"");
        line(text, format_args!("requests_total{{{labels}}} {count}"));
    }
    head(
        text,
        "request_seconds",
        "histogram",
        "How long requests took until their answer began.",
    );
    for ((method, route), took) in &requests.took {
        durations(text, &format!("method=\"{method}\",route=\"{route}\""), took);
    }
}

fn durations(text: &mut String, labels: &str, took: &Took) {
    for (count, end_ms) in took.steps.iter().zip(STEPS_MS) {
        let (whole, rest) = (end_ms / 1_000, end_ms % 1_000);
        line(
            text,
            format_args!("request_seconds_bucket{{{labels},le=\"{whole}.{rest:03}\"}} {count}"),
        );
    }
    let Took { n, sum, .. } = took;
    line(
        text,
        format_args!("request_seconds_bucket{{{labels},le=\"+Inf\"}} {n}"),
    );
    line(
        text,
        format_args!("request_seconds_sum{{{labels}}} {:.6}", sum.as_secs_f64()),
    );
    line(text, format_args!("request_seconds_count{{{labels}}} {n}"));
}

fn head(text: &mut String, name: &str, kind: &str, says: &str) {
    let _ = writeln!(text, "# HELP soglia_{name} {says}\n# TYPE soglia_{name} {kind}");
}

/// Writing to a string does not fail.
fn line(text: &mut String, said: std::fmt::Arguments<'_>) {
    let _ = writeln!(text, "soglia_{said}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn durations_are_counted_in_steps_that_contain_each_other() {
        let metrics = Metrics::default();
        for ms in [3, 30, 9_000] {
            metrics.request("GET", "/status", 200, Duration::from_millis(ms));
        }
        let text = write(&metrics, &[]);
        let labels = "method=\"GET\",route=\"/status\"";
        for (step, count) in [
            ("0.005", 1),
            ("0.025", 1),
            ("0.050", 2),
            ("5.000", 2),
            ("+Inf", 3),
        ] {
            let line = format!("soglia_request_seconds_bucket{{{labels},le=\"{step}\"}} {count}\n");
            assert!(text.contains(&line), "{line}{text}");
        }
        assert!(text.contains(&format!("soglia_request_seconds_sum{{{labels}}} 9.033000\n")));
        assert!(text.contains(&format!("soglia_requests_total{{{labels},status=\"200\"}} 3\n")));
    }
}
