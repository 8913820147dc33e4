// SPDX-License-Identifier: AGPL-3.0-or-later
//! What was done, and why something is refused, in words. They are of every room, and travel with what reads
//! changes: whatever has a change or a refusal to show asks for them first.
use super::language;
use crate::fetched::NotFetched;
use soglia_domain::{
    action::Action,
    record::{FieldKey, Kind},
    rooms::{EditOp, Record, Refusal, Verb},
};
use soglia_wording::Language;
use std::cell::Cell;

#[derive(Clone, Copy)]
struct Words {
    action: fn(&Action, Language) -> String,
    refusal: fn(&Refusal, Language) -> String,
    field_name: fn(Kind, &FieldKey, Language) -> &'static str,
    after: fn(Option<Record>, &EditOp) -> Option<Record>,
    stated: fn(&Verb) -> Option<EditOp>,
}

const WORDS: Words = Words {
    action: soglia_wording::action,
    refusal: soglia_wording::refusal,
    field_name: soglia_wording::field_name,
    after: soglia_domain::rooms::apply,
    stated: Verb::stated,
};

thread_local! {
    static HERE: Cell<Option<Words>> = const { Cell::new(None) };
}

#[cfg(feature = "parts")]
#[wasm_split_helpers::wasm_split(changes, fallible)]
fn words() -> Result<Words, NotFetched> {
    Ok(WORDS)
}

// Everything is one module then, and nothing has to be waited for.
#[cfg(not(feature = "parts"))]
async fn words() -> Result<Words, NotFetched> {
    Ok(WORDS)
}

/// Brings the words here.
///
/// # Errors
/// [`NotFetched`]: then nothing is said until they are asked for again.
pub async fn fetch() -> Result<(), NotFetched> {
    HERE.set(Some(words().await?));
    Ok(())
}

/// What a person did, in one line.
pub fn action(action: &Action) -> String {
    HERE.get()
        .map(|words| (words.action)(action, language()))
        .unwrap_or_default()
}

/// A record as it would be after what was done, to tell what somebody had written.
pub fn after(record: Record, op: &EditOp) -> Option<Record> {
    (HERE.get()?.after)(Some(record), op)
}

/// The edit of a verb that states a value.
pub fn stated(verb: &Verb) -> Option<EditOp> {
    (HERE.get()?.stated)(verb)
}

/// Why something is refused.
pub fn refusal(refusal: &Refusal) -> String {
    HERE.get()
        .map(|words| (words.refusal)(refusal, language()))
        .unwrap_or_default()
}

/// What people call a field.
pub fn field_name(kind: Kind, field: &FieldKey) -> &'static str {
    HERE.get()
        .map(|words| (words.field_name)(kind, field, language()))
        .unwrap_or_default()
}
