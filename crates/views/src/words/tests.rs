// SPDX-License-Identifier: AGPL-3.0-or-later
//! Every language says everything, with the same gaps, and no language says more.
use super::*;
use soglia_domain::tongue::Tongue;

/// The file of a language, as it ships.
fn file(code: &str) -> Vec<u8> {
    let path = format!("{}/../../public/family/{code}.json", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).expect("every language has its file")
}

fn texts(code: &str) -> BTreeMap<String, String> {
    soglia_json::from_slice(&file(code)).expect("it is one object of texts")
}

fn gaps(text: &str) -> Vec<&str> {
    ["{}", "{day}", "{month}", "{year}"]
        .into_iter()
        .filter(|gap| text.contains(gap))
        .collect()
}

#[test]
fn every_language_has_every_word_and_no_other() {
    let mut expected = KEYS.to_vec();
    expected.sort_unstable();
    for tongue in Tongue::ALL {
        let texts = texts(tongue.key());
        let keys: Vec<&str> = texts.keys().map(String::as_str).collect();
        assert_eq!(keys, expected, "{}", tongue.key());
        assert!(
            texts.values().all(|text| !text.trim().is_empty()),
            "{}",
            tongue.key()
        );
        assert!(Words::read(&file(tongue.key())).is_some(), "{}", tongue.key());
    }
}

#[test]
fn every_language_has_the_gaps_of_the_italian_words() {
    let italian = texts("it");
    for tongue in Tongue::ALL {
        for (key, text) in texts(tongue.key()) {
            assert_eq!(gaps(&text), gaps(&italian[&key]), "{key} in {}", tongue.key());
        }
    }
}

#[test]
fn a_day_is_written_in_the_way_of_each_language() {
    let day = Day::constant(2026, 11, 2);
    for (code, written) in [
        ("it", "2 novembre 2026"),
        ("en", "2 November 2026"),
        ("fr", "2 novembre 2026"),
        ("es", "2 de noviembre de 2026"),
        ("ar", "2 نوفمبر 2026"),
        ("uk", "2 листопада 2026 року"),
        ("bn", "2 নভেম্বর 2026"),
        ("zh", "2026年11月2日"),
    ] {
        let words = Words::read(&file(code)).expect("the file can be read");
        assert_eq!(words.day(day), written);
        let months = words.say(Word::MonthNames).split('|');
        assert_eq!(months.count(), 12, "{code}");
    }
}

#[test]
fn a_language_in_which_a_word_is_missing_is_not_taken() {
    assert!(Words::read(b"{\"title\":\"x\"}").is_none());
    assert!(Words::read(b"<!doctype html>").is_none());
}
