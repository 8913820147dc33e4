// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is held about a household, in the words of the copy that its people can ask for (GDPR, art. 15): what every field
//! is called and how its value reads, whatever record it stands in.
mod choices;
mod fields;
mod notice;
mod page;
mod shape;

pub use notice::{Body, notice};
pub use page::{Held, deed, held};
pub use shape::HeldShape;

use crate::Language;

/// What a field is called, and how its value reads. `kind` is the kind of record, `parent` what the field stands in: a part,
/// a state, what was done. None for a field that nobody has words for.
pub fn held_field(
    kind: &str,
    parent: &str,
    field: &str,
    language: Language,
) -> Option<(&'static str, HeldShape)> {
    let found = [
        format!("{kind}.{parent}.{field}"),
        format!("{parent}.{field}"),
        field.to_owned(),
    ];
    let line = found
        .iter()
        .find_map(|path| fields::FIELDS.iter().find(|line| line.0 == path))?;
    let name = match language {
        Language::Italian => line.2,
        Language::English => line.3,
    };
    Some((name, line.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_called_after_where_it_stands() {
        let name =
            |kind, parent, field| held_field(kind, parent, field, Language::Italian).map(|found| found.0);
        assert_eq!(name("referral", "referral", "to"), Some("A quale partner"));
        assert_eq!(name("visit", "appointment", "to"), Some("Fino alle"));
        assert_eq!(name("case", "advance", "to"), Some("Si passa a"));
        assert_eq!(name("case", "steps", "nothing"), None);
    }

    #[test]
    fn no_field_stands_twice() {
        let mut paths: Vec<&str> = fields::FIELDS.iter().map(|line| line.0).collect();
        paths.sort_unstable();
        let n = paths.len();
        paths.dedup();
        assert_eq!(paths.len(), n);
    }
}
