// SPDX-License-Identifier: AGPL-3.0-or-later
//! One JSON object whose fields are found first and read afterwards, each by its own reader, so that an error names the
//! field. Nothing is copied, and however deep a value is nested, finding its end takes no stack.
use super::{Fault, Ignored};
use serde::de::{DeserializeSeed, Deserializer as _, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::{borrow::Cow, fmt};

/// Where an object stands in its line.
#[derive(Clone, Copy)]
pub(crate) enum Place {
    /// It is the line.
    Line,
    /// It is the value of a field of the line.
    Within(&'static str),
    /// It is one of the values of a field of the line, counted from 0.
    Among(&'static str, usize),
}

impl Place {
    /// The path of a field of the object: "members[2].birth_date".
    pub(crate) fn path(self, name: &str) -> String {
        match self {
            Self::Line => name.to_owned(),
            Self::Within(outer) => format!("{outer}.{name}"),
            Self::Among(outer, at) => format!("{outer}[{at}].{name}"),
        }
    }

    fn fault(self, why: impl Into<Cow<'static, str>>) -> Fault {
        match self {
            Self::Line => Fault::of_line(why),
            Self::Within(outer) => Fault::of_field(outer.to_owned(), why),
            Self::Among(outer, at) => Fault::of_field(format!("{outer}[{at}]"), why),
        }
    }

    /// What stands before a name that is told as ignored.
    fn prefix(self) -> Cow<'static, str> {
        match self {
            Self::Line => "".into(),
            Self::Within(outer) => format!("{outer}.").into(),
            Self::Among(outer, _) => format!("{outer}[].").into(),
        }
    }
}

/// The known fields of an object, in the order of their names.
pub(crate) struct Object<'a, const N: usize> {
    names: &'static [&'static str; N],
    place: Place,
    values: [Option<&'a RawValue>; N],
}

impl<'a, const N: usize> Object<'a, N> {
    /// An object without any field.
    pub(crate) const fn empty(names: &'static [&'static str; N], place: Place) -> Self {
        Self {
            names,
            place,
            values: [None; N],
        }
    }

    /// Finds the fields. What was found before a mistake stays.
    pub(crate) fn fill(&mut self, json: &'a str, ignored: &mut Ignored) -> Result<(), Fault> {
        if !json.trim_ascii_start().starts_with('{') {
            return Err(self.place.fault(match self.place {
                Place::Line => "a line holds one JSON object",
                _ => "is an object in braces",
            }));
        }
        let mut twice = None;
        let mut deserializer = serde_json::Deserializer::from_str(json);
        let filling = Filling {
            object: self,
            ignored,
            twice: &mut twice,
        };
        let filled = filling
            .deserialize(&mut deserializer)
            .and_then(|()| deserializer.end());
        match (filled, twice) {
            (Ok(()), _) => Ok(()),
            (Err(_), Some(name)) => Err(Fault::of_field(self.place.path(name), "is there twice")),
            (Err(error), None) => Err(self.place.fault(syntax(&error))),
        }
    }

    /// The fields, in the order of their names.
    pub(crate) fn fields(&self) -> [Field<'a>; N] {
        std::array::from_fn(|at| Field {
            name: self.names[at],
            place: self.place,
            value: self.values[at],
        })
    }

    /// A field as it stands, by its place among the names.
    pub(crate) const fn raw(&self, at: usize) -> Option<&'a RawValue> {
        self.values[at]
    }
}

/// One field of an object.
#[derive(Clone, Copy)]
pub(crate) struct Field<'a> {
    name: &'static str,
    place: Place,
    value: Option<&'a RawValue>,
}

impl<'a> Field<'a> {
    /// Its value as a reader understands it; none when it is absent or null.
    pub(crate) fn read<T>(
        self,
        reader: impl FnOnce(&'a str) -> Result<T, Cow<'static, str>>,
    ) -> Result<Option<T>, Fault> {
        match self.value {
            None => Ok(None),
            Some(value) => reader(value.get()).map(Some).map_err(|why| self.fault(why)),
        }
    }

    /// The same for a field that has to be there.
    pub(crate) fn need<T>(
        self,
        reader: impl FnOnce(&'a str) -> Result<T, Cow<'static, str>>,
    ) -> Result<T, Fault> {
        self.read(reader)?.ok_or_else(|| self.fault("is missing"))
    }

    /// The JSON of its value; none when it is absent or null.
    pub(crate) fn json(self) -> Option<&'a str> {
        self.value.map(RawValue::get)
    }

    /// Something is wrong with it.
    pub(crate) fn fault(self, why: impl Into<Cow<'static, str>>) -> Fault {
        Fault::of_field(self.place.path(self.name), why)
    }
}

/// Hands each value of a list to a reader, with its place from 0; none where the value is null.
pub(crate) fn each<'a>(
    json: &'a str,
    mut take: impl FnMut(usize, Option<&'a str>) -> Result<(), Fault>,
) -> Result<(), Option<Fault>> {
    let mut fault = None;
    let list = List {
        take: &mut take,
        fault: &mut fault,
    };
    let read = serde_json::Deserializer::from_str(json).deserialize_seq(list);
    read.map_err(|_| fault)
}

/// What the JSON reader found, without what the line says there.
fn syntax(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or_default();
    format!("not JSON at column {}: {what}", error.column())
}

struct Filling<'o, 'a, const N: usize> {
    object: &'o mut Object<'a, N>,
    ignored: &'o mut Ignored,
    twice: &'o mut Option<&'static str>,
}

impl<'a, const N: usize> DeserializeSeed<'a> for Filling<'_, 'a, N> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'a>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'a, const N: usize> Visitor<'a> for Filling<'_, 'a, N> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<(), A::Error> {
        let mut seen = [false; N];
        // Fields mostly come in the order in which they are documented.
        let mut expected = 0;
        loop {
            let name = Name {
                names: self.object.names,
                expected,
                ignored: self.ignored,
                place: self.object.place,
            };
            let Some(found) = map.next_key_seed(name)? else {
                return Ok(());
            };
            let Some(at) = found else {
                map.next_value::<&RawValue>()?;
                continue;
            };
            if std::mem::replace(&mut seen[at], true) {
                *self.twice = Some(self.object.names[at]);
                return Err(A::Error::custom("a field is there twice"));
            }
            self.object.values[at] = map.next_value()?;
            expected = at + 1;
        }
    }
}

/// Finds the place of a name.
struct Name<'o, const N: usize> {
    names: &'static [&'static str; N],
    expected: usize,
    ignored: &'o mut Ignored,
    place: Place,
}

impl<'a, const N: usize> DeserializeSeed<'a> for Name<'_, N> {
    type Value = Option<usize>;

    fn deserialize<D: serde::Deserializer<'a>>(self, deserializer: D) -> Result<Option<usize>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<const N: usize> Visitor<'_> for Name<'_, N> {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E>(self, name: &str) -> Result<Option<usize>, E> {
        let found = if self.names.get(self.expected) == Some(&name) {
            Some(self.expected)
        } else {
            self.names.iter().position(|known| *known == name)
        };
        if found.is_none() {
            self.ignored.note(&self.place.prefix(), name);
        }
        Ok(found)
    }
}

struct List<'o, F> {
    take: &'o mut F,
    fault: &'o mut Option<Fault>,
}

impl<'a, F: FnMut(usize, Option<&'a str>) -> Result<(), Fault>> Visitor<'a> for List<'_, F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'a>>(self, mut list: A) -> Result<(), A::Error> {
        let mut at = 0;
        while let Some(value) = list.next_element::<Option<&RawValue>>()? {
            if let Err(fault) = (self.take)(at, value.map(RawValue::get)) {
                *self.fault = Some(fault);
                return Err(A::Error::custom("a value of the list is wrong"));
            }
            at += 1;
        }
        Ok(())
    }
}
