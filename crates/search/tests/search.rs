// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a search finds, in which order, and that the index agrees with a plain scan.
use proptest::prelude::*;
use soglia_search::{Builder, Field, Found, Index, fold};

fn index(docs: &[Vec<(u8, &str)>]) -> Index {
    let mut builder = Builder::with_capacity(docs.len());
    for doc in docs {
        builder.push(doc.iter().map(|(kind, text)| Field { kind: *kind, text }));
    }
    builder.finish()
}

fn docs(found: &[Found]) -> Vec<usize> {
    found.iter().map(|found| found.doc).collect()
}

fn stock() -> Index {
    index(&[
        vec![(0, "C-0042"), (1, "via Padova 80")],
        vec![(0, "M-0001"), (1, "via Niccolò Paganini 42")],
        vec![(0, "M-0002"), (1, "piazza dell'Angelo 5")],
    ])
}

#[test]
fn beginnings_of_words_find_a_document_whatever_its_accents() {
    assert_eq!(docs(&stock().find("NICCOLO pag")), [1]);
    assert_eq!(docs(&stock().find("pad")), [0]);
    assert_eq!(docs(&stock().find("dellangelo")), [2]);
    assert_eq!(docs(&stock().find("dell'angelo")), [2]);
    assert_eq!(docs(&stock().find("via")), [0, 1]);
    assert_eq!(docs(&stock().find("padova paganini")), [] as [usize; 0]);
    assert_eq!(docs(&stock().find(" ' ")), [] as [usize; 0]);
}

#[test]
fn a_code_ranks_before_a_house_number_and_the_field_is_told() {
    let found = stock().find("42");
    assert_eq!(docs(&found), [0, 1]);
    assert_eq!(found[0].kind, 0);
    assert_eq!(found[1].kind, 1);
}

#[test]
fn a_whole_word_ranks_before_a_longer_one() {
    let index = index(&[vec![(0, "Rossini")], vec![(0, "Rossi")]]);
    assert_eq!(docs(&index.find("rossi")), [1, 0]);
}

#[test]
fn a_changed_document_is_found_by_its_new_words_only() {
    let mut index = stock();
    index.replace(
        0,
        [Field {
            kind: 1,
            text: "via Emo 9",
        }],
    );
    index.replace(
        3,
        [Field {
            kind: 1,
            text: "via Nuova 1",
        }],
    );
    index.remove(2);
    assert_eq!(docs(&index.find("padova")), [] as [usize; 0]);
    assert_eq!(docs(&index.find("emo")), [0]);
    assert_eq!(docs(&index.find("nuova")), [3]);
    assert_eq!(docs(&index.find("angelo")), [] as [usize; 0]);
}

fn word() -> impl Strategy<Value = String> {
    proptest::string::string_regex("[abàè]{1,3}|[0-2]{1,3}").expect("the pattern is right")
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(word(), 0..5).prop_map(|words| words.join(" "))
}

/// The definition of a match, without any index.
fn matches(doc: &[(u8, String)], query: &str) -> bool {
    fold(query).split_whitespace().all(|term| {
        doc.iter().any(|(_, text)| {
            fold(text).split_whitespace().any(|word| {
                word.starts_with(term)
                    || (word.starts_with('0')
                        && word.bytes().all(|b| b.is_ascii_digit())
                        && word.trim_start_matches('0').starts_with(term))
            })
        })
    })
}

proptest! {
    #[test]
    fn the_index_finds_exactly_what_a_scan_finds(
        docs_in in prop::collection::vec(prop::collection::vec((0_u8..3, text()), 1..3), 0..20),
        changes in prop::collection::vec((0_usize..24, prop::option::of((0_u8..3, text()))), 0..6),
        query in prop::collection::vec(word(), 1..3).prop_map(|words| words.join(" ")),
    ) {
        let mut index = {
            let mut builder = Builder::default();
            for doc in &docs_in {
                builder.push(doc.iter().map(|(kind, text)| Field { kind: *kind, text }));
            }
            builder.finish()
        };
        let mut all: Vec<Option<Vec<(u8, String)>>> = docs_in.into_iter().map(Some).collect();
        for (doc, change) in changes {
            if all.len() <= doc {
                all.resize(doc + 1, None);
            }
            match &change {
                Some((kind, text)) => index.replace(doc, [Field { kind: *kind, text }]),
                None => index.remove(doc),
            }
            all[doc] = change.map(|field| vec![field]);
        }
        let found = index.find(&query);
        let mut numbers = docs(&found);
        numbers.sort_unstable();
        let scanned: Vec<usize> = all
            .iter()
            .enumerate()
            .filter(|(_, doc)| doc.as_ref().is_some_and(|doc| matches(doc, &query)))
            .map(|(number, _)| number)
            .collect();
        prop_assert_eq!(numbers, scanned);
        prop_assert!(found.windows(2).all(|pair| pair[0].score <= pair[1].score));

        // The same documents, all of them lying over an empty index, rank the same.
        let mut over = Index::default();
        for (number, doc) in all.iter().enumerate() {
            if let Some(doc) = doc {
                over.replace(number, doc.iter().map(|(kind, text)| Field { kind: *kind, text }));
            }
        }
        prop_assert_eq!(over.find(&query), found);
    }
}
