// SPDX-License-Identifier: AGPL-3.0-or-later
//! How values read.
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
