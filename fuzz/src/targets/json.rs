// SPDX-License-Identifier: AGPL-3.0-or-later
//! Any bytes as JSON: our reader says what the general one says, and what it leaves out never stops it.
use serde::{Deserialize, Serialize, de::DeserializeOwned, de::IgnoredAny};
use soglia_json::{from_slice, from_slice_in_part, to_string};
use std::{collections::BTreeMap, fmt::Debug};

/// Each form that the types of the workspace take on the wire.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Everything {
    #[serde(default)]
    text: String,
    #[serde(default)]
    maybe: Option<Box<Everything>>,
    #[serde(default)]
    list: Vec<Variant>,
    #[serde(default)]
    by_key: BTreeMap<String, (i32, Option<bool>)>,
    #[serde(default)]
    tagged: Option<Tagged>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Variant {
    Bare,
    Holding(String),
    Pair(u16, i8),
    Named { first: u64, second: Option<i64> },
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "code")]
enum Tagged {
    Alone,
    With { count: i64, words: Vec<String> },
}

/// What must hold of any bytes.
pub fn check(bytes: &[u8]) {
    // The general reader takes a structure written as a list too, so here only what ours reads is compared.
    let whole = from_slice::<Everything>(bytes).ok();
    if let Some(read) = &whole {
        let general = serde_json::from_slice(bytes).expect("what ours reads, the general one reads");
        assert_eq!(read, &general);
        let text = to_string(read).expect("it can be written");
        assert_eq!(text, serde_json::to_string(read).expect("it can be written"));
        assert_eq!(from_slice(text.as_bytes()).as_ref(), Ok(read));
    }
    match (from_slice_in_part::<Everything>(bytes), whole) {
        (Some((read, false)), Some(whole)) => assert_eq!(read, whole),
        (Some((_, true)) | None, None) => {}
        other => panic!("in part and as a whole differ: {other:?}"),
    }
    agree::<BTreeMap<String, Vec<Option<(i64, bool)>>>>(bytes);
    agree::<Vec<String>>(bytes);
    agree::<u64>(bytes);
    // The general one does not look at the halves of letters in what it passes over.
    if from_slice::<IgnoredAny>(bytes).is_ok() {
        assert!(serde_json::from_slice::<IgnoredAny>(bytes).is_ok());
    }
}

/// Types of one form each: read by both, to the same, or by neither.
fn agree<T: DeserializeOwned + PartialEq + Debug>(bytes: &[u8]) {
    assert_eq!(
        from_slice::<T>(bytes).ok(),
        serde_json::from_slice::<T>(bytes).ok()
    );
}
