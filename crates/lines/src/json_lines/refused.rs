// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is wrong with a line.
use super::field;
use serde_json::value::RawValue;
use std::{borrow::Cow, io::Write as _};

/// The identity that a line gives, ready to be repeated: JSON of a text or of a whole number.
pub(crate) struct Id<'a>(Cow<'a, str>);

impl<'a> Id<'a> {
    /// The identity of a line without one.
    pub(crate) const NONE: Self = Id(Cow::Borrowed("null"));

    /// Reads a text or a whole number.
    pub(crate) fn parse(json: &'a str) -> Result<Self, Cow<'static, str>> {
        const WRONG: &str = "an id is a text of at most 200 bytes, or a whole number";
        let digits = json.strip_prefix('-').unwrap_or(json);
        let whole = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        if json.len() > 202 || !(whole || json.starts_with('"')) {
            return Err(WRONG.into());
        }
        if !json.contains('\\') {
            return Ok(Self(Cow::Borrowed(json)));
        }
        let text = field::text(json).map_err(|_| WRONG)?;
        // Written again, so that half of a surrogate pair never gets out.
        serde_json::to_string(&text)
            .map(|json| Self(Cow::Owned(json)))
            .map_err(|_| WRONG.into())
    }

    /// The identity where it can be read, to name a line that has something wrong elsewhere.
    fn lenient(raw: Option<&'a RawValue>) -> Option<Self> {
        raw.and_then(|raw| Self::parse(raw.get()).ok())
    }

    /// As JSON.
    pub(crate) fn json(&self) -> &str {
        &self.0
    }
}

/// One thing that is wrong, with the field it is wrong in.
pub(crate) struct Fault {
    field: Option<String>,
    why: Cow<'static, str>,
}

impl Fault {
    /// About the line as a whole.
    pub(crate) fn of_line(why: impl Into<Cow<'static, str>>) -> Self {
        Self {
            field: None,
            why: why.into(),
        }
    }

    /// About one field, by its path: "members[2].birth_date".
    pub(crate) fn of_field(field: String, why: impl Into<Cow<'static, str>>) -> Self {
        Self {
            field: Some(field),
            why: why.into(),
        }
    }
}

/// A line that is not answered.
pub(crate) struct Refused<'a> {
    id: Option<Id<'a>>,
    fault: Fault,
}

impl<'a> Refused<'a> {
    /// A line of which nothing could be read.
    pub(crate) const fn line(fault: Fault) -> Self {
        Self { id: None, fault }
    }

    /// A line with what stands in its field `id`.
    pub(crate) fn named(id: Option<&'a RawValue>, fault: Fault) -> Self {
        Self {
            id: Id::lenient(id),
            fault,
        }
    }

    /// Writes the answer to the line of that number.
    pub(super) fn write(&self, number: u64, output: &mut Vec<u8>) {
        output.push(b'{');
        if let Some(id) = &self.id {
            let _ = write!(output, "\"id\":{},", id.json());
        }
        let _ = write!(output, "\"line\":{number}");
        let mut error = self.fault.why.clone();
        if let Some(field) = &self.fault.field {
            let _ = write!(output, ",\"field\":{}", json(field));
            error = format!("{field}: {error}").into();
        }
        let _ = write!(output, ",\"error\":{}}}", json(&error));
    }
}

/// A text as JSON. Writing to memory cannot fail.
fn json(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}
