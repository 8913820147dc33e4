// SPDX-License-Identifier: AGPL-3.0-or-later
//! Nothing about people stands in what servers write down. The journeys keep every line of every server (`*.out.log`,
//! `*.err.log`), and every name, code, text and secret that was in play (`words-*.jsonl`); here the ones are looked for in the
//! others. Having nothing to look through, or nothing to look for, is a failure.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use serde::Deserialize;

use crate::shell::{Explain, Outcome, files_below, read_text, say, stop};

/// Each has to have been gathered at least once, or the gathering is broken.
const KINDS: [&str; 10] = [
    "name", "sign_in", "password", "phrase", "tax_code", "phone", "text", "token", "cookie", "pin",
];

/// What begins the announcement of a demonstration on standard output: its invented people, on indented lines.
const ANNOUNCED: &str = "Demonstration: ";

#[derive(Deserialize)]
struct Word {
    kind: String,
    text: String,
}

/// One thing that no log may hold, as the letters and digits it consists of.
struct Needle {
    kind: String,
    tokens: Vec<String>,
}

/// Gives a sentence about what was looked through.
pub(super) fn name_nobody(folder: &Path) -> Outcome<String> {
    let mut words = Vec::new();
    let mut logs = BTreeMap::new();
    for file in files_below(folder)? {
        let text = read_text(&folder.join(&file))?;
        if file.ends_with(".jsonl") {
            for line in text.lines() {
                words.push(serde_json::from_str(line).explain(format!("Reading {file}"))?);
            }
        } else {
            logs.insert(file, text);
        }
    }
    look(words, &logs)
}

fn look(words: Vec<Word>, logs: &BTreeMap<String, String>) -> Outcome<String> {
    for kind in KINDS {
        if !words.iter().any(|word| word.kind == kind) {
            return stop(format!(
                "The journeys gathered no {kind} to look for in the logs."
            ));
        }
    }
    let n_words = words.len();
    let needles = index(words);
    let mut n_lines = [0_usize; 2];
    let mut found = 0;
    for (file, text) in logs {
        for (number, line) in (1..).zip(text.lines()) {
            if is_announcement(file, text, line) {
                continue;
            }
            n_lines[usize::from(line.starts_with('{'))] += 1;
            let tokens = tokens(line);
            for needle in (0..tokens.len()).filter_map(|at| standing_at(&needles, &tokens[at..])) {
                // Not the word itself: this is printed, and kept by whoever runs it.
                say(&format!(
                    "{file}:{number}: there stands a {} of somebody",
                    needle.kind
                ));
                found += 1;
            }
        }
    }
    if n_lines.contains(&0) {
        return stop(
            "The servers of the journeys wrote no lines of each form: there was nothing to look through.",
        );
    }
    if found > 0 {
        return stop(format!(
            "The logs of the journeys name people in {found} place(s)."
        ));
    }
    Ok(format!(
        "{} lines of {} logs hold none of {n_words} names, codes, texts and secrets.",
        n_lines[0] + n_lines[1],
        logs.len()
    ))
}

/// By the first token, so that a line is looked through once for all of them.
fn index(words: Vec<Word>) -> HashMap<String, Vec<Needle>> {
    let mut needles: HashMap<String, Vec<Needle>> = HashMap::new();
    for Word { kind, text } in words {
        let tokens = tokens(&text);
        // Two letters are in every line.
        if let Some(first) = tokens.first().filter(|_| tokens.concat().len() > 2) {
            needles
                .entry(first.clone())
                .or_default()
                .push(Needle { kind, tokens });
        }
    }
    needles
}

fn standing_at<'a>(needles: &'a HashMap<String, Vec<Needle>>, tokens: &[String]) -> Option<&'a Needle> {
    let begin_so = needles.get(tokens.first()?)?;
    begin_so.iter().find(|needle| tokens.starts_with(&needle.tokens))
}

/// Letters and digits in a row, small: so that neither case nor commas, encoding or quotes hide a word.
fn tokens(text: &str) -> Vec<String> {
    let encoded = text.replace("%20", " ").replace("\\n", " ");
    encoded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|token| !token.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// The list of people that a demonstration prints for who started it.
fn is_announcement(file: &str, text: &str, line: &str) -> bool {
    file.ends_with(".out.log")
        && text.contains(ANNOUNCED)
        && (line.starts_with(ANNOUNCED) || line.starts_with("  "))
}

#[cfg(test)]
mod tests;
