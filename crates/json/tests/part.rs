// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a newer version wrote is read as far as it is understood, and nothing that arrives stops the reader.
use proptest::prelude::*;
use serde::{Deserialize, Serialize, de::IgnoredAny};
use soglia_json::{from_slice, from_slice_in_part};
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Known {
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    kinds: Vec<Kind>,
    #[serde(default)]
    inner: Option<Box<Known>>,
    #[serde(default)]
    by_key: BTreeMap<String, i64>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Bare,
    Holding(u8),
}

fn read(text: &str) -> Option<(Known, bool)> {
    from_slice_in_part(text.as_bytes())
}

#[test]
fn what_is_known_as_a_whole_is_read_as_a_whole() {
    let (known, is_part) =
        read(r#"{"name":"a","kinds":["bare",{"holding":3}],"later":[1.5]}"#).expect("it is read");
    assert!(!is_part);
    assert_eq!(known.kinds, [Kind::Bare, Kind::Holding(3)]);
}

#[test]
fn the_smallest_part_around_what_is_not_known_is_left_out() {
    let text = r#"{"name":"a","kinds":["bare",{"later":{"x":[1]}},{"holding":3}],"inner":{"name":7,"by_key":{"a":-1,"b":"c"}}}"#;
    let (known, is_part) = read(text).expect("it is read");
    assert!(is_part);
    assert_eq!(known.name.as_deref(), Some("a"));
    assert_eq!(known.kinds, [Kind::Bare, Kind::Holding(3)]);
    let inner = known.inner.expect("what is around a part stays");
    assert_eq!(
        (inner.name, inner.by_key),
        (None, BTreeMap::from([("a".to_owned(), -1)]))
    );
}

#[test]
fn what_is_nothing_of_ours_stays_unread() {
    for text in [
        "",
        "7",
        "\"a\"",
        "{",
        "[[[",
        "{\"name\":",
        "{\"name\":\"a\"} {",
        "\\",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}

/// Signs of JSON and a few others, in any order: closer to JSON than arbitrary bytes are.
fn nearly_json() -> impl Strategy<Value = Vec<u8>> {
    let signs: Vec<&'static str> = vec![
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\\u",
        "d83d",
        "null",
        "true",
        "1",
        "-",
        "0",
        ".",
        "e",
        " ",
        "\u{1}",
        "è",
        "\"name\"",
        "\"kinds\"",
        "\"inner\"",
        "\"by_key\"",
        "\"bare\"",
        "\"holding\"",
    ];
    proptest::collection::vec(proptest::sample::select(signs), 0..40)
        .prop_map(|signs| signs.concat().into_bytes())
}

proptest! {
    #[test]
    fn no_bytes_stop_the_reader(bytes in prop_oneof![proptest::collection::vec(any::<u8>(), 0..200), nearly_json()]) {
        let _ = from_slice::<IgnoredAny>(&bytes);
        let whole = from_slice::<Known>(&bytes).ok();
        let in_part = from_slice_in_part::<Known>(&bytes);
        if let Some(known) = whole {
            prop_assert_eq!(in_part, Some((known.clone(), false)));
            // What is read, the general reader reads as well, and to the same.
            prop_assert_eq!(serde_json::from_slice::<Known>(&bytes).ok(), Some(known));
        } else {
            prop_assert!(in_part.is_none_or(|(_, is_part)| is_part));
        }
    }

    #[test]
    fn where_there_is_one_form_both_readers_agree(bytes in nearly_json()) {
        type Tree = BTreeMap<String, Vec<Option<(i64, bool)>>>;
        prop_assert_eq!(from_slice::<Tree>(&bytes).ok(), serde_json::from_slice::<Tree>(&bytes).ok());
        prop_assert_eq!(from_slice::<Vec<i64>>(&bytes).ok(), serde_json::from_slice::<Vec<i64>>(&bytes).ok());
        prop_assert_eq!(from_slice::<String>(&bytes).ok(), serde_json::from_slice::<String>(&bytes).ok());
    }
}
