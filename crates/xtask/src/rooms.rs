// SPDX-License-Identifier: AGPL-3.0-or-later
//! `cargo xtask rooms`: which files name a kind of records outside its own folder. A new kind should cost a folder.

use crate::place::Place;
use crate::shell::{Outcome, files_below, read_text, say};

/// A room, and every name under which code may know it.
struct Room {
    name: String,
    words: Vec<String>,
}

/// Where a file that names a kind lies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Where {
    /// In the folder of the room.
    Own,
    /// In its words: what people read.
    Wording,
    /// In the client, which has pages for it.
    Pages,
    /// Anywhere else: what a new kind should not cost.
    Outside,
}

pub(crate) fn rooms(place: &Place) -> Outcome {
    let list = read_text(&place.root.join("crates/domain/src/list.rs"))?;
    let rooms = rooms_of(&list);
    let mut files = Vec::new();
    for folder in ["src", "crates"] {
        for file in files_below(&place.root.join(folder))? {
            let path = format!("{folder}/{file}");
            if is_product(&path) {
                let text = read_text(&place.root.join(&path))?;
                files.push((path, text));
            }
        }
    }
    for room in &rooms {
        let naming: Vec<(Where, &str)> = files
            .iter()
            .filter(|(_, text)| names(text, room))
            .map(|(path, _)| (lies(path, &room.name), path.as_str()))
            .collect();
        let count = |wanted| naming.iter().filter(|(place, _)| *place == wanted).count();
        say(&format!(
            "{}: {} outside, {} of the client, {} of the wording, {} its own",
            room.name,
            count(Where::Outside),
            count(Where::Pages),
            count(Where::Wording),
            count(Where::Own),
        ));
        for (_, path) in naming.iter().filter(|(place, _)| *place == Where::Outside) {
            say(&format!("  {path}"));
        }
    }
    Ok(())
}

/// One room a line: module, content, identity.
fn rooms_of(list: &str) -> Vec<Room> {
    list.lines()
        .filter_map(|line| {
            let words: Vec<&str> = line.trim().strip_suffix(',')?.split(' ').collect();
            let [name, _, identity] = words.as_slice() else {
                return None;
            };
            identity.ends_with("Id").then(|| Room {
                name: (*name).to_owned(),
                words: words.iter().map(|word| (*word).to_owned()).collect(),
            })
        })
        .collect()
}

/// Tests, samples, plays and the demonstration show every kind on purpose, and tools carry tables.
fn is_product(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    let of_tests = [
        "tests",
        "benches",
        "simulation",
        "samples",
        "xtask",
        "contract",
        "examples",
        "demo",
    ];
    path.ends_with(".rs")
        && !parts.iter().any(|part| of_tests.contains(part))
        && !path.ends_with("/tests.rs")
        && !path.ends_with("/samples.rs")
        && !path.ends_with("/world.rs")
}

fn lies(path: &str, room: &str) -> Where {
    let is_own = path.contains(&format!("/{room}/")) || path.ends_with(&format!("/{room}.rs"));
    if path.starts_with("crates/wording/") || path.starts_with("src/text") {
        Where::Wording
    } else if path.starts_with("src/") {
        Where::Pages
    } else if is_own {
        Where::Own
    } else {
        Where::Outside
    }
}

/// Whether a text has one of the words of a room, whole.
fn names(text: &str, room: &Room) -> bool {
    let is_of_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    room.words.iter().any(|word| {
        text.match_indices(word.as_str()).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let after = text[at + word.len()..].chars().next();
            !before.is_some_and(is_of_word) && !after.is_some_and(is_of_word)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_named_by_whole_words_only() {
        let rooms = rooms_of("            diary_entry DiaryEntry DiaryEntryId,\n        }\n");
        let room = &rooms[0];
        assert_eq!(rooms.len(), 1);
        assert!(names("use crate::diary_entry::Row;", room));
        assert!(!names("let my_diary_entry = 1;", room));
        assert!(!names("DiaryEntryIds", room));
    }

    #[test]
    fn its_folder_is_its_own_and_a_dispatcher_is_not() {
        assert!(lies("crates/domain/src/people/diary_entry/row.rs", "diary_entry") == Where::Own);
        assert!(lies("crates/domain/src/list.rs", "diary_entry") == Where::Outside);
        assert!(lies("crates/wording/src/rooms.rs", "diary_entry") == Where::Wording);
        assert!(lies("src/routes.rs", "diary_entry") == Where::Pages);
        assert!(!is_product("crates/domain/src/people/diary_entry/samples.rs"));
    }
}
