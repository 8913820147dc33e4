// SPDX-License-Identifier: AGPL-3.0-or-later
//! The small reader and writer and the general ones give the same.
use proptest::prelude::*;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use soglia_json::{Raw, from_slice, to_string};
use std::{collections::BTreeMap, fmt::Debug};

/// Each form that the types of this workspace take on the wire.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Everything {
    text: String,
    small: u8,
    large: u64,
    negative: i64,
    truth: bool,
    #[serde(default)]
    maybe: Option<Box<Everything>>,
    #[serde(default)]
    list: Vec<Variant>,
    #[serde(default)]
    by_key: BTreeMap<String, (i32, Option<bool>)>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Variant {
    Bare,
    Holding(String),
    Pair(u16, i8),
    Named { first: Wrapped, second: Option<Tagged> },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Wrapped(u32);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "code")]
enum Tagged {
    Alone,
    With { count: i64, words: Vec<String> },
}

fn variants() -> impl Strategy<Value = Variant> {
    let tagged = prop_oneof![
        Just(Tagged::Alone),
        (any::<i64>(), proptest::collection::vec(any::<String>(), 0..3))
            .prop_map(|(count, words)| Tagged::With { count, words }),
    ];
    prop_oneof![
        Just(Variant::Bare),
        any::<String>().prop_map(Variant::Holding),
        any::<(u16, i8)>().prop_map(|(a, b)| Variant::Pair(a, b)),
        (any::<u32>(), proptest::option::of(tagged)).prop_map(|(first, second)| Variant::Named {
            first: Wrapped(first),
            second
        }),
    ]
}

prop_compose! {
    fn everything()(
        text in any::<String>(), small in any::<u8>(), large in any::<u64>(), negative in any::<i64>(),
        truth in any::<bool>(), list in proptest::collection::vec(variants(), 0..5),
        by_key in proptest::collection::btree_map(any::<String>(), any::<(i32, Option<bool>)>(), 0..4),
        inside in any::<Option<String>>(),
    ) -> Everything {
        let maybe = inside.map(|text| Box::new(Everything { text, ..Everything::default() }));
        Everything { text, small, large, negative, truth, maybe, list, by_key }
    }
}

fn same<T: DeserializeOwned + PartialEq + Debug>(bytes: &[u8]) {
    let general = serde_json::from_slice::<T>(bytes).ok();
    assert_eq!(
        from_slice::<T>(bytes).ok(),
        general,
        "{}",
        String::from_utf8_lossy(bytes)
    );
}

proptest! {
    #[test]
    fn what_was_written_is_read_back(given in everything()) {
        let close = serde_json::to_vec(&given).expect("it can be written");
        prop_assert_eq!(&from_slice::<Everything>(&close).expect("it can be read"), &given);
        let wide = serde_json::to_vec_pretty(&given).expect("it can be written");
        prop_assert_eq!(&from_slice::<Everything>(&wide).expect("it can be read"), &given);
    }

    #[test]
    fn what_is_written_is_the_same_to_the_letter(given in everything()) {
        prop_assert_eq!(to_string(&given).ok(), serde_json::to_string(&given).ok());
    }

    #[test]
    fn a_damaged_text_is_read_or_refused_alike(given in everything(), at in any::<prop::sample::Index>(), byte: u8) {
        let mut bytes = serde_json::to_vec(&given).expect("it can be written");
        let at = at.index(bytes.len());
        bytes[at] = byte;
        same::<Everything>(&bytes);
        bytes.truncate(at);
        same::<Everything>(&bytes);
    }

    #[test]
    fn letters_written_with_escapes_are_read_alike(units in proptest::collection::vec(any::<u16>(), 0..6)) {
        let escaped: String = units.iter().map(|unit| format!("\\u{unit:04x}")).collect();
        same::<String>(format!("\"{escaped}\"").as_bytes());
    }
}

#[test]
fn texts_at_the_edges_are_read_or_refused_alike() {
    for text in [
        "",
        " ",
        "\"",
        "\"a",
        r#""\""#,
        r#""\x""#,
        r#""\ud83d\ude00""#,
        r#""\ud83d""#,
        r#""\ud83dA""#,
        r#""\u00""#,
        "\"\u{1}\"",
        "\"a\" b",
        " \"a\"\n",
        r#""\/\b\f\n\r\t\\""#,
        "null",
        "1",
    ] {
        same::<String>(text.as_bytes());
        same::<Option<String>>(text.as_bytes());
    }
    for text in [
        "0",
        "-1",
        "-0",
        "01",
        "1.0",
        "1e2",
        "18446744073709551615",
        "18446744073709551616",
        "-9223372036854775808",
        "-9223372036854775809",
        "--1",
        "-",
        "1 2",
        "\"1\"",
        "256",
        "true",
    ] {
        same::<u64>(text.as_bytes());
        same::<i64>(text.as_bytes());
        same::<u8>(text.as_bytes());
    }
    for text in [
        "[]",
        "[1]",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1,2",
        "[1,2]]",
        "[ 1 , 2 ]",
        "{}",
        "[[1]]",
        "[1,2,3]",
    ] {
        same::<Vec<u8>>(text.as_bytes());
        same::<(u8, u8)>(text.as_bytes());
    }
    for text in [
        r#""bare""#,
        r#"{"bare":null}"#,
        r#""holding""#,
        r#"{"holding":"a"}"#,
        r#"{"holding":"a","bare":null}"#,
        r#"{"pair":[1,2]}"#,
        r#"{"pair":[1,2,3]}"#,
        r#"{"pair":[1]}"#,
        r#""unheard_of""#,
        r#"{"bare":1}"#,
        "{}",
        r#"{"named":{"first":1,"second":{"count":1,"words":[],"code":"with"}}}"#,
        r#"{"named":{"first":1,"second":{"code":"alone","more":[true,{"a":null}]}}}"#,
        r#"{"named":{"first":1,"first":2}}"#,
    ] {
        same::<Variant>(text.as_bytes());
    }
}

#[test]
fn every_letter_and_every_kind_of_key_is_written_alike() {
    let letters: String = ('\0'..='\u{a0}').chain("è€😀\u{2028}".chars()).collect();
    assert_eq!(to_string(&letters).ok(), serde_json::to_string(&letters).ok());
    let keys = BTreeMap::from([(-1_i8, Some('x')), (7, None)]);
    assert_eq!(to_string(&keys).ok(), serde_json::to_string(&keys).ok());
    assert_eq!(
        to_string(&((), [0_u8; 0], "")).ok(),
        serde_json::to_string(&((), [0_u8; 0], "")).ok()
    );
}

#[test]
fn fields_of_a_newer_version_are_passed_over() {
    let text = r#"{"text":"a","later":{"x":[1.5e-3,-0.1,"\"]}",null,{}],"y":false},"small":1,"large":2,"negative":-3,"truth":true}"#;
    let read: Everything = from_slice(text.as_bytes()).expect("the known fields are there");
    assert_eq!((read.text.as_str(), read.negative), ("a", -3));
    same::<Everything>(text.as_bytes());
}

#[test]
fn a_raw_part_keeps_every_letter() {
    #[derive(Deserialize)]
    struct Page<'a> {
        #[serde(borrow)]
        parts: Vec<Raw<'a>>,
    }
    let text = br#"{"parts":[ {"a" : [1.0, "\u00e8]"]} ,"x", -2 ]}"#;
    let page: Page<'_> = from_slice(text).expect("it is well formed");
    let parts: Vec<&str> = page.parts.iter().map(|part| part.get()).collect();
    assert_eq!(parts, [r#"{"a" : [1.0, "\u00e8]"]}"#, "\"x\"", "-2"]);
}

#[test]
fn a_text_that_only_opens_is_refused_before_the_stack_is_used_up() {
    let text = "[".repeat(1_000_000);
    assert!(from_slice::<serde::de::IgnoredAny>(text.as_bytes()).is_err());
}
