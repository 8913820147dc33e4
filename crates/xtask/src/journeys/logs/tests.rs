// SPDX-License-Identifier: AGPL-3.0-or-later
//! A word that was planted is found, and having nothing to look through is no success.

use super::{KINDS, Word, look};
use std::collections::BTreeMap;

const LINES: &str = "1790000000000 GET /records 200 12 ms\n{\"route\":\"/records\",\"status\":200}\n";

fn words() -> Vec<Word> {
    let text = |kind: &str| match kind {
        "name" => "Famiglia Ionescu",
        "tax_code" => "RSSMRA80A01F205X",
        "phone" => "02 0000 2976",
        "token" => "AbCd-Ef_Gh",
        "text" => "Ha perso il lavoro, e la casa",
        "pin" => "482915",
        "sign_in" => "anna.prova",
        _ => "what nobody says in any log",
    };
    KINDS
        .iter()
        .map(|kind| Word {
            kind: (*kind).to_owned(),
            text: text(kind).to_owned(),
        })
        .collect()
}

fn logs(more: &str) -> BTreeMap<String, String> {
    BTreeMap::from([("a.err.log".to_owned(), format!("{LINES}{more}"))])
}

#[test]
fn lines_that_name_nobody_pass() {
    let said = look(words(), &logs("")).expect("nothing stands there");
    assert_eq!(
        said,
        "2 lines of 1 logs hold none of 10 names, codes, texts and secrets."
    );
}

#[test]
fn a_planted_word_is_found_however_it_is_written() {
    for planted in [
        "panicked at household FAMIGLIA IONESCU",
        "GET /api/nowhere?q=famiglia%20ionescu 404",
        "GET /rssmra80a01f205x 404",
        "{\"said\":\"02-0000-2976\"}",
        "GET /condiviso#AbCd-Ef_Gh 200",
        "refused: Ha perso il lavoro\\ne la casa",
        "wrong pin 482915",
        "anna.prova: wrong password",
    ] {
        assert!(look(words(), &logs(planted)).is_err(), "{planted}");
    }
}

#[test]
fn a_part_of_another_word_is_not_somebody() {
    let others = "GET /famigliaionescu 404\n1482915 ms\n";
    assert!(look(words(), &logs(others)).is_ok());
}

#[test]
fn without_logs_or_without_words_nothing_is_proved() {
    assert!(look(words(), &BTreeMap::new()).is_err());
    assert!(
        look(
            words(),
            &BTreeMap::from([("a.err.log".to_owned(), String::new())])
        )
        .is_err()
    );
    let one_form = BTreeMap::from([("a.err.log".to_owned(), "a line\n".to_owned())]);
    assert!(look(words(), &one_form).is_err());
    for kind in KINDS {
        let others = words().into_iter().filter(|word| word.kind != kind).collect();
        assert!(look(others, &logs("")).is_err(), "{kind}");
    }
}

#[test]
fn only_the_announcement_of_a_demonstration_may_name_its_people() {
    let announced = "Demonstration: invented people. Sign in as\n  anna.prova  demo  Anna\n";
    let with = |file: &str, text: &str| {
        let mut logs = logs("");
        logs.insert(file.to_owned(), text.to_owned());
        look(words(), &logs)
    };
    assert!(with("a.out.log", announced).is_ok());
    assert!(with("b.err.log", announced).is_err());
    assert!(with("a.out.log", "  anna.prova\n").is_err());
}
