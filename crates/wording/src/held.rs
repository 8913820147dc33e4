// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is held about a household, in the words of the copy that its people can ask for (GDPR, art. 15): what every field
//! is called and how its value reads, whatever record it stands in.
mod choices;
mod fields;
mod notice;
mod page;

pub use notice::{Body, notice};
pub use page::{Held, deed, held};

use crate::Language;

/// How a value reads.
#[derive(Clone, Copy)]
pub enum HeldShape {
    /// As somebody wrote it.
    Text,
    /// A number or a name that programs use.
    Code,
    /// Yes or no.
    YesNo,
    /// A count.
    Whole,
    /// A day.
    Day,
    /// A moment.
    Moment,
    /// An amount.
    Money,
    /// A surface.
    Area,
    /// Minutes since midnight.
    Minutes,
    /// A size in bytes.
    Bytes,
    /// Somebody or something that is known by an identity: a person, an organisation, a record.
    Named,
    /// The name of a question about the household.
    Question,
    /// One of several, by the words for its name on the wire; what they do not know reads as it stands.
    Choice(fn(&str, Language) -> Option<&'static str>),
    /// Something that has parts.
    Group,
    /// Left out: it protects something, and says nothing about people.
    LeftOut,
}

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
