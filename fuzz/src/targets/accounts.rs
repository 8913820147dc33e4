// SPDX-License-Identifier: AGPL-3.0-or-later
//! Any bytes as the bodies with which people are let in and out: what is read says the same when it is written, and nothing but
//! the fields of its type is taken over.
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use soglia_sync::wire::{
    AccountAs, BeginFactor, FactorCode, InvitationToken, NewAccount, NewPassword, SignIn, TakenUp,
};

/// What must hold of any bytes.
pub fn check(bytes: &[u8]) {
    comes_back::<SignIn>(bytes);
    comes_back::<NewAccount>(bytes);
    comes_back::<AccountAs>(bytes);
    comes_back::<InvitationToken>(bytes);
    comes_back::<TakenUp>(bytes);
    comes_back::<NewPassword>(bytes);
    comes_back::<BeginFactor>(bytes);
    comes_back::<FactorCode>(bytes);
}

fn comes_back<T: Serialize + DeserializeOwned>(bytes: &[u8]) {
    let Ok(read) = serde_json::from_slice::<T>(bytes) else {
        return;
    };
    let written = serde_json::to_value(&read).expect("it can be written");
    let ours = soglia_json::to_string(&read).expect("it can be written");
    assert_eq!(serde_json::from_str::<Value>(&ours).ok().as_ref(), Some(&written));
    let again: T = soglia_json::from_slice(ours.as_bytes()).expect("what was written reads");
    assert_eq!(serde_json::to_value(&again).expect("it can be written"), written);
    // The general reader does not look at the halves of letters in what it passes over.
    let Ok(said) = serde_json::from_slice::<Value>(bytes) else {
        return;
    };
    // Written as an object, every field that stays was said so.
    if said.is_object() {
        is_said(&written, &said);
    }
}

fn is_said(written: &Value, said: &Value) {
    match (written, said) {
        (Value::Object(fields), Value::Object(said)) => {
            for (name, value) in fields.iter().filter(|(_, value)| !value.is_null()) {
                is_said(value, said.get(name).expect("a field was said"));
            }
        }
        // A part of a newer form, such as a structure written as a list.
        (_, Value::Array(_)) => {}
        // Identities have more than one form in text; a text stays a text.
        (Value::String(_), other) => assert!(other.is_string()),
        (written, said) => assert_eq!(written, said),
    }
}
