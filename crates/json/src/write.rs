// SPDX-License-Identifier: AGPL-3.0-or-later
// Long because: serde asks for a function for each kind of value.
//! Writes values, letter for letter as `serde_json` does.
use crate::error::Unwritable;
use serde::{
    Serialize, Serializer,
    ser::{
        SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
        SerializeTupleStruct, SerializeTupleVariant,
    },
};
use std::fmt::{Display, Write as _};

/// A text being written.
#[derive(Default)]
pub(crate) struct Writer {
    pub(crate) text: String,
}

type Outcome<T = ()> = Result<T, Unwritable>;

impl Writer {
    fn quoted(&mut self, text: &str) {
        self.text.push('"');
        for letter in text.chars() {
            match letter {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                '\r' => self.text.push_str("\\r"),
                '\t' => self.text.push_str("\\t"),
                '\u{8}' => self.text.push_str("\\b"),
                '\u{c}' => self.text.push_str("\\f"),
                '\0'..' ' => {
                    self.text.push_str("\\u00");
                    for digit in [letter as u32 >> 4, letter as u32 & 15] {
                        self.text.extend(char::from_digit(digit, 16));
                    }
                }
                _ => self.text.push(letter),
            }
        }
        self.text.push('"');
    }

    fn shown(&mut self, number: &dyn Display) -> Outcome {
        write!(self.text, "{number}").map_err(|_| Unwritable)
    }

    /// The key of a field, with what stands before and behind it.
    fn named(&mut self, name: &str) {
        self.quoted(name);
        self.text.push(':');
    }

    fn open(&mut self, name: Option<&str>, sign: char, closing: &'static str) -> Parts<'_> {
        if let Some(name) = name {
            self.text.push('{');
            self.named(name);
        }
        self.text.push(sign);
        Parts {
            writer: self,
            is_first: true,
            closing,
        }
    }
}

impl<'a> Serializer for &'a mut Writer {
    type Ok = ();
    type Error = Unwritable;
    type SerializeSeq = Parts<'a>;
    type SerializeTuple = Parts<'a>;
    type SerializeTupleStruct = Parts<'a>;
    type SerializeTupleVariant = Parts<'a>;
    type SerializeMap = Parts<'a>;
    type SerializeStruct = Parts<'a>;
    type SerializeStructVariant = Parts<'a>;

    fn serialize_bool(self, truth: bool) -> Outcome {
        self.text.push_str(if truth { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i8(self, number: i8) -> Outcome {
        self.shown(&number)
    }

    fn serialize_i16(self, number: i16) -> Outcome {
        self.shown(&number)
    }

    fn serialize_i32(self, number: i32) -> Outcome {
        self.shown(&number)
    }

    fn serialize_i64(self, number: i64) -> Outcome {
        self.shown(&number)
    }

    fn serialize_u8(self, number: u8) -> Outcome {
        self.shown(&number)
    }

    fn serialize_u16(self, number: u16) -> Outcome {
        self.shown(&number)
    }

    fn serialize_u32(self, number: u32) -> Outcome {
        self.shown(&number)
    }

    fn serialize_u64(self, number: u64) -> Outcome {
        self.shown(&number)
    }

    /// No type of this workspace has fractions.
    fn serialize_f32(self, _: f32) -> Outcome {
        Err(Unwritable)
    }

    fn serialize_f64(self, _: f64) -> Outcome {
        Err(Unwritable)
    }

    fn serialize_char(self, letter: char) -> Outcome {
        self.quoted(letter.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Outcome {
        self.quoted(text);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Outcome {
        Err(Unwritable)
    }

    fn serialize_none(self) -> Outcome {
        self.serialize_unit()
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Outcome {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Outcome {
        self.text.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Outcome {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Outcome {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(self, _: &'static str, value: &T) -> Outcome {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Outcome {
        self.text.push('{');
        self.named(variant);
        value.serialize(&mut *self)?;
        self.text.push('}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Outcome<Parts<'a>> {
        Ok(self.open(None, '[', "]"))
    }

    fn serialize_tuple(self, _: usize) -> Outcome<Parts<'a>> {
        Ok(self.open(None, '[', "]"))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Outcome<Parts<'a>> {
        Ok(self.open(None, '[', "]"))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Outcome<Parts<'a>> {
        Ok(self.open(Some(variant), '[', "]}"))
    }

    fn serialize_map(self, _: Option<usize>) -> Outcome<Parts<'a>> {
        Ok(self.open(None, '{', "}"))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Outcome<Parts<'a>> {
        Ok(self.open(None, '{', "}"))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Outcome<Parts<'a>> {
        Ok(self.open(Some(variant), '{', "}}"))
    }
}

/// A list or an object being written.
pub(crate) struct Parts<'a> {
    writer: &'a mut Writer,
    is_first: bool,
    closing: &'static str,
}

impl Parts<'_> {
    fn next(&mut self) -> &mut Writer {
        if !std::mem::take(&mut self.is_first) {
            self.writer.text.push(',');
        }
        self.writer
    }

    fn item<T: ?Sized + Serialize>(&mut self, value: &T) -> Outcome {
        value.serialize(self.next())
    }

    fn field<T: ?Sized + Serialize>(&mut self, name: &str, value: &T) -> Outcome {
        self.next().named(name);
        value.serialize(&mut *self.writer)
    }

    fn close(self) -> Outcome {
        self.writer.text.push_str(self.closing);
        Ok(())
    }
}

macro_rules! lists {
    ($($list:ident $add:ident),*) => {$(
        impl $list for Parts<'_> {
            type Ok = ();
            type Error = Unwritable;

            fn $add<T: ?Sized + Serialize>(&mut self, value: &T) -> Outcome {
                self.item(value)
            }

            fn end(self) -> Outcome {
                self.close()
            }
        }
    )*};
}

lists! {
    SerializeSeq serialize_element, SerializeTuple serialize_element, SerializeTupleStruct serialize_field,
    SerializeTupleVariant serialize_field
}

macro_rules! objects {
    ($($object:ident),*) => {$(
        impl $object for Parts<'_> {
            type Ok = ();
            type Error = Unwritable;

            fn serialize_field<T: ?Sized + Serialize>(&mut self, name: &'static str, value: &T) -> Outcome {
                self.field(name, value)
            }

            fn end(self) -> Outcome {
                self.close()
            }
        }
    )*};
}

objects! { SerializeStruct, SerializeStructVariant }

impl SerializeMap for Parts<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Outcome {
        let start = self.next().text.len();
        key.serialize(&mut *self.writer)?;
        // A number as a key is a text in JSON.
        let text = &mut self.writer.text;
        if !text[start..].starts_with('"') {
            text.insert(start, '"');
            text.push('"');
        }
        Ok(())
    }

    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Outcome {
        self.writer.text.push(':');
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Outcome {
        self.close()
    }
}
