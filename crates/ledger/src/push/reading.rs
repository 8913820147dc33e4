// SPDX-License-Identifier: AGPL-3.0-or-later
//! Reading a change as it came: what this version cannot read, or would read in part only, is kept aside word for word.
use serde::Deserialize;
use soglia_domain::{record::Key, rooms::version_of};
use soglia_sync::change::Change;

/// What stands outside the verb: readable whatever the kind and version.
#[derive(Deserialize)]
struct Outside {
    action: About,
}

#[derive(Deserialize)]
struct About {
    on: Key,
    version: u16,
}

/// The change, from its text.
///
/// # Errors
/// The reason why it is kept aside, without a word of what it says.
pub fn read_change(text: &str) -> Result<Change, String> {
    if let Ok(Outside { action }) = serde_json::from_str::<Outside>(text) {
        let kind = action.on.kind;
        match version_of(kind) {
            None => return Err(format!("this version does not know the kind {kind}")),
            Some(here) if here < action.version => {
                let there = action.version;
                return Err(format!(
                    "version {there} of the kind {kind} is newer than {here}, which is known here"
                ));
            }
            Some(_) => {}
        }
    }
    let change: Change = serde_json::from_str(text).map_err(|error| {
        // The text of the error may quote what was written; kind and place are enough to find it.
        format!(
            "this version does not know what stands at line {} column {}",
            error.line(),
            error.column()
        )
    })?;
    if change.action.verb.kind() != change.action.on.kind {
        return Err("the verb is not of the kind of the record".to_owned());
    }
    Ok(change)
}
