// SPDX-License-Identifier: AGPL-3.0-or-later
//! Reads and writes the types of this workspace as JSON, with the least code.
//!
//! The general reader explains what it could not read, takes structures written as lists, and carries the words for all
//! of it into the WebAssembly, once for each type. A device only asks whether a text can be read. So this reader knows
//! one form of each thing (the one in which serde's derived code writes it) and answers "no" without a reason. What it
//! reads, it reads as `serde_json` does, and what it writes is the same to the letter: the tests hold the two against
//! each other.
mod text;
mod walk;
mod write;

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{self, Visitor, value::BorrowedStrDeserializer},
    forward_to_deserialize_any, ser,
};
use std::fmt;
use walk::{Choice, Fields, Items};

/// A text that cannot be read as what was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unreadable")
    }
}

impl std::error::Error for Unreadable {}

/// Every reason is left out here, so that no code that words one is loaded.
impl de::Error for Unreadable {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }

    fn invalid_type(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        Self
    }

    fn invalid_value(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        Self
    }

    fn invalid_length(_: usize, _: &dyn de::Expected) -> Self {
        Self
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn missing_field(_: &'static str) -> Self {
        Self
    }

    fn duplicate_field(_: &'static str) -> Self {
        Self
    }
}

/// Reads a whole text.
///
/// # Errors
/// It is not JSON, or not of this form.
pub fn from_slice<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> Result<T, Unreadable> {
    let mut reader = Reader::of(bytes);
    let value = T::deserialize(&mut reader)?;
    reader.end()?;
    Ok(value)
}

/// A value that has no form in JSON here: fractions and bytes. No type of this workspace has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unwritable;

impl fmt::Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unwritable")
    }
}

impl std::error::Error for Unwritable {}

impl ser::Error for Unwritable {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Writes a value.
///
/// # Errors
/// It holds what has no form here.
pub fn to_string<T: Serialize + ?Sized>(value: &T) -> Result<String, Unwritable> {
    let mut writer = write::Writer::default();
    value.serialize(&mut writer)?;
    Ok(writer.text)
}

/// Writes a value as bytes.
///
/// # Errors
/// As [`to_string`].
pub fn to_vec<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, Unwritable> {
    to_string(value).map(String::into_bytes)
}

/// A part of a text that is read later, or by somebody else: exactly as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raw<'a>(&'a str);

/// How [`Raw`] asks for the text of a value. No other type has this name.
const RAW: &str = "soglia::json::Raw";

impl<'a> Raw<'a> {
    /// The text.
    pub const fn get(self) -> &'a str {
        self.0
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Raw<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OfRaw;

        impl<'de> Visitor<'de> for OfRaw {
            type Value = Raw<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value, read by soglia_sync::json")
            }

            fn visit_newtype_struct<D: Deserializer<'de>>(self, text: D) -> Result<Raw<'de>, D::Error> {
                <&str>::deserialize(text).map(Raw)
            }
        }

        deserializer.deserialize_newtype_struct(RAW, OfRaw)
    }
}

/// A place in a text.
struct Reader<'de> {
    bytes: &'de [u8],
    at: usize,
    /// Lists and objects that are open: a text that opens them without end must not use up the stack.
    depth: u8,
    /// The last text that was written with escapes, without them.
    unescaped: String,
}

type Outcome<T = ()> = Result<T, Unreadable>;

/// A number as far as the types of this workspace have any: whole.
enum Whole {
    Positive(u64),
    Negative(i64),
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Unreadable;

    /// Only for types that look at the tag inside a value first.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        match self.peek()? {
            b'{' => self.deserialize_map(visitor),
            b'[' => self.deserialize_seq(visitor),
            b'"' => self.deserialize_str(visitor),
            b't' | b'f' => self.deserialize_bool(visitor),
            b'n' => self.deserialize_unit(visitor),
            _ => match self.whole()? {
                Whole::Positive(number) => visitor.visit_u64(number),
                Whole::Negative(number) => visitor.visit_i64(number),
            },
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        visitor.visit_bool(self.truth()?)
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        let number = match self.whole()? {
            Whole::Positive(number) => i64::try_from(number).map_err(|_| Unreadable)?,
            Whole::Negative(number) => number,
        };
        visitor.visit_i64(number)
    }

    fn deserialize_i8<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_i16<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        match self.whole()? {
            Whole::Positive(number) => visitor.visit_u64(number),
            Whole::Negative(_) => Err(Unreadable),
        }
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        visitor.visit_str(self.text()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        if self.peek()? == b'n' {
            self.word("null")?;
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        self.word("null")?;
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Outcome<V::Value> {
        if name == RAW {
            let text = self.raw()?;
            return visitor.visit_newtype_struct(BorrowedStrDeserializer::new(text));
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        self.open(b'[')?;
        let value = visitor.visit_seq(Items::of(self))?;
        self.close(b']')?;
        Ok(value)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Outcome<V::Value> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        self.open(b'{')?;
        let value = visitor.visit_map(Fields::of(self))?;
        self.close(b'}')?;
        Ok(value)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Outcome<V::Value> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Outcome<V::Value> {
        let has_value = self.peek()? == b'{';
        if has_value {
            self.open(b'{')?;
        }
        let value = visitor.visit_enum(Choice::of(self, has_value))?;
        if has_value {
            self.close(b'}')?;
        }
        Ok(value)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        self.skip()?;
        visitor.visit_unit()
    }

    forward_to_deserialize_any! { i128 u128 f32 f64 char bytes byte_buf unit_struct tuple_struct }
}
