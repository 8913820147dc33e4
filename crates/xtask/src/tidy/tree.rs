// SPDX-License-Identifier: AGPL-3.0-or-later
//! The text files of the repository, and how to look for a name in them.

use std::path::Path;

use crate::shell::{Outcome, files_below};

/// Folders at the top that are made, not written.
const MADE: [&str; 7] = [
    ".git",
    "dist",
    "dist.old",
    "node_modules",
    "target",
    "var",
    ".idea",
];

const TEXT: [&str; 12] = [
    ".rs", ".mjs", ".js", ".css", ".html", ".sh", ".md", ".toml", ".json", ".yml", ".txt", ".svg",
];

pub(super) struct Tree {
    pub(super) sources: Vec<Source>,
}

pub(super) struct Source {
    /// From the top of the repository, with `/`.
    pub(super) path: String,
    pub(super) text: String,
}

impl Tree {
    pub(super) fn read(root: &Path) -> Outcome<Self> {
        let mut sources = Vec::new();
        let top = std::fs::read_dir(root).into_iter().flatten().flatten();
        for entry in top {
            let name = entry.file_name().to_string_lossy().into_owned();
            if MADE.contains(&name.as_str()) {
                continue;
            }
            let files = if entry.path().is_dir() {
                files_below(&entry.path())?
                    .into_iter()
                    .map(|file| format!("{name}/{file}"))
                    .collect()
            } else {
                vec![name]
            };
            for path in files.into_iter().filter(|path| is_text(path)) {
                // A file that is not UTF-8 is no source of ours, whatever its name says.
                if let Ok(text) = std::fs::read_to_string(root.join(&path)) {
                    sources.push(Source { path, text });
                }
            }
        }
        sources.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(Self { sources })
    }

    pub(super) fn get(&self, path: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.path == path)
    }
}

fn is_text(path: &str) -> bool {
    TEXT.iter().any(|ending| path.ends_with(ending)) || path == ".ci/run"
}

impl Source {
    pub(super) fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    /// `layer` is `src/device` for both `src/device.rs` and everything in `src/device/`.
    pub(super) fn lies_in(&self, layer: &str) -> bool {
        self.path
            .strip_prefix(layer)
            .is_some_and(|rest| rest.is_empty() || rest == ".rs" || rest.starts_with('/'))
    }

    /// Line numbers and what stands on them before any `//` comment.
    pub(super) fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.text.lines().map(without_comment))
    }

    /// As `code`, up to the tests at the end of the file.
    pub(super) fn code_before_tests(&self) -> impl Iterator<Item = (usize, &str)> {
        let is_test_file = self.path.contains("/tests/") || self.path.starts_with("tests/");
        let is_test_file = is_test_file || self.path.ends_with("/tests.rs");
        self.code()
            .take_while(move |(_, line)| !is_test_file && !line.trim_start().starts_with("#[cfg(test)]"))
    }
}

/// A `//` right after a colon belongs to an address in a string.
fn without_comment(line: &str) -> &str {
    let comment = line
        .match_indices("//")
        .find(|(at, _)| !line[..*at].ends_with(':'));
    comment.map_or(line, |(at, _)| &line[..at])
}

/// Whether a name stands in a line by itself, not as a part of a longer one. `std::fs` is also found in
/// `use std::{fs, io}`.
pub(super) fn names(line: &str, name: &str) -> bool {
    contains_word(line, name)
        || name
            .rsplit_once("::")
            .is_some_and(|(path, last)| is_in_group(line, path, last))
}

fn contains_word(line: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word)
        .any(|(at, _)| !line[..at].ends_with(is_part) && !line[at + word.len()..].starts_with(is_part))
}

fn is_in_group(line: &str, path: &str, last: &str) -> bool {
    let opening = format!("{path}::{{");
    line.split_once(&opening).is_some_and(|(_, group)| {
        group
            .split([',', '{', '}'])
            .any(|item| item.trim() == last || item.trim().starts_with(&format!("{last}::")))
    })
}

#[cfg(test)]
mod tests {
    use super::{names, without_comment};

    #[test]
    fn a_name_is_found_alone_and_in_a_group() {
        assert!(names("use std::fs;", "std::fs"));
        assert!(names("use std::{fs, io};", "std::fs"));
        assert!(names("use std::{io, fs::File};", "std::fs"));
        assert!(!names("use std::fsx;", "std::fs"));
        assert!(!names("use std::{fsx, io};", "std::fs"));
    }

    #[test]
    fn a_comment_is_not_code_and_an_address_is_no_comment() {
        assert_eq!(without_comment("let a = 1; // std::fs"), "let a = 1; ");
        assert_eq!(
            without_comment("\"https://example.org\""),
            "\"https://example.org\""
        );
    }
}
