// SPDX-License-Identifier: AGPL-3.0-or-later
//! Known faults of what comes from npm, where its registry tells them.

use std::time::Duration;

use serde_json::Value;

use crate::place::Place;
use crate::shell::{self, Ending, Outcome, say, stop};

/// Of everything from npm only files of this package reach people: fonts and icons. None of its scripts, hence nothing of what it
/// needs. The others run while Soglia is built or tested.
const SHIPS: [&str; 1] = ["bootstrap-italia"];

const GRAVE: [&str; 2] = ["high", "critical"];

/// Gives what was left out. Grave faults of what ships are the end; all others are told.
pub(super) fn audit(place: &Place, patience: Duration) -> Outcome<Option<String>> {
    // Everything is a dependency of development here: with `--omit=dev` npm asks nobody and finds nothing.
    let mut npm = place.command("npm");
    npm.args(["audit", "--json", "--loglevel", "silent"]);
    let answer = match shell::run_within(&mut npm, patience)? {
        Ending::Done(output) => judge(&output.stdout),
        Ending::TooLong => Answer::Silent(format!("no answer within {} s", patience.as_secs())),
    };
    match answer {
        Answer::Silent(why) => Ok(Some(format!("known faults of npm packages: skipped, {why}"))),
        Answer::Told { grave, others } => {
            say(&format!(
                "npm audit: {} fault(s) in what builds and tests, {} grave one(s) in what ships",
                others.len(),
                grave.len()
            ));
            for fault in others.iter().chain(&grave) {
                say(&format!("  {fault}"));
            }
            if grave.is_empty() {
                return Ok(None);
            }
            stop("What ships has a grave known fault.")
        }
    }
}

#[derive(Debug, PartialEq)]
enum Answer {
    /// The registry tells no faults; why.
    Silent(String),
    Told {
        grave: Vec<String>,
        others: Vec<String>,
    },
}

fn judge(printed: &[u8]) -> Answer {
    let Ok(report) = serde_json::from_slice::<Value>(printed) else {
        return Answer::Silent("npm gave no report".to_owned());
    };
    let Some(faults) = report["vulnerabilities"].as_object() else {
        let why = match report["statusCode"].as_u64() {
            Some(status) => format!("the registry answers {status} when asked for them"),
            None => "the registry does not answer".to_owned(),
        };
        return Answer::Silent(why);
    };
    let (mut grave, mut others) = (Vec::new(), Vec::new());
    for (name, fault) in faults {
        let severity = fault["severity"].as_str().unwrap_or("unknown");
        // An own fault is an object; a name says that the fault lies in something it needs.
        let own = fault["via"]
            .as_array()
            .into_iter()
            .flatten()
            .find(|via| via.is_object());
        let title = own.and_then(|own| own["title"].as_str());
        let told = format!("{name} ({severity}): {}", title.unwrap_or("by what it needs"));
        let is_grave = GRAVE.contains(&severity) || severity == "unknown";
        if SHIPS.contains(&name.as_str()) && own.is_some() && is_grave {
            grave.push(told);
        } else {
            others.push(told);
        }
    }
    Answer::Told { grave, others }
}

#[cfg(test)]
mod tests {
    use super::{Answer, judge};

    #[test]
    fn a_grave_fault_of_what_ships_is_told_apart_from_all_others() {
        let report = r#"{ "auditReportVersion": 2, "vulnerabilities": {
            "bootstrap-italia": { "severity": "high", "via": ["video.js", { "title": "A script in an icon" }] },
            "esbuild": { "severity": "critical", "via": [{ "title": "The server of development" }] },
            "video.js": { "severity": "high", "via": [{ "title": "A caption" }] }
        } }"#;
        let Answer::Told { grave, others } = judge(report.as_bytes()) else {
            panic!("it is a report");
        };
        assert_eq!(grave, ["bootstrap-italia (high): A script in an icon"]);
        assert_eq!(others.len(), 2);
    }

    #[test]
    fn a_fault_in_what_a_font_needs_to_be_a_script_does_not_reach_anybody() {
        let report =
            r#"{ "vulnerabilities": { "bootstrap-italia": { "severity": "high", "via": ["video.js"] } } }"#;
        assert!(matches!(judge(report.as_bytes()), Answer::Told { grave, .. } if grave.is_empty()));
    }

    #[test]
    fn no_answer_is_not_taken_for_no_faults() {
        let refused = br#"{ "message": "405 Method Not Allowed", "statusCode": 405 }"#;
        let why = "the registry answers 405 when asked for them".to_owned();
        assert_eq!(judge(refused), Answer::Silent(why));
        assert!(matches!(judge(b""), Answer::Silent(_)));
        assert!(matches!(judge(b"{}"), Answer::Silent(_)));
    }
}
