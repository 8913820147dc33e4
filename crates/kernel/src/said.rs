// SPDX-License-Identifier: AGPL-3.0-or-later
//! The value of a fact without its type, so that one parser, one check and one field serve all facts of a shape.
use crate::{area::FloorArea, calendar::Day, id::OrganisationId, money::Money};
use uuid::Uuid;

/// A value of a known shape.
#[derive(Clone, PartialEq, Eq)]
pub enum Said {
    /// Yes or no.
    YesNo(bool),
    /// A text.
    Text(String),
    /// An amount.
    Amount(Money),
    /// A whole number.
    Whole(i64),
    /// A surface.
    Area(FloorArea),
    /// A day.
    Day(Day),
    /// One of several, by its name on the wire.
    Choice(&'static str),
    /// Another record or organisation.
    Reference(Uuid),
}

impl std::fmt::Debug for Said {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Said(…)")
    }
}

/// A type whose values can be said without it. Types of their own form say nothing here: they have fields and checks of
/// their own.
pub trait Sayable: Sized {
    /// The value without its type; none for types of their own form.
    fn said(&self) -> Option<Said>;

    /// The value back in its type; none where it does not fit.
    fn of(said: &Said) -> Option<Self>;
}

macro_rules! sayable {
    ($($type:ty, $said:ident, $value:ident => $to:expr, $back:expr;)*) => {$(
        impl Sayable for $type {
            fn said(&self) -> Option<Said> {
                let $value = self.clone();
                Some(Said::$said($to))
            }

            fn of(said: &Said) -> Option<Self> {
                if let Said::$said($value) = said.clone() { $back } else { None }
            }
        }
    )*};
}

sayable! {
    bool, YesNo, value => value, Some(value);
    String, Text, value => value, Some(value);
    Money, Amount, value => value, Some(value);
    u8, Whole, value => i64::from(value), u8::try_from(value).ok();
    i8, Whole, value => i64::from(value), i8::try_from(value).ok();
    u16, Whole, value => i64::from(value), u16::try_from(value).ok();
    u32, Whole, value => i64::from(value), u32::try_from(value).ok();
    FloorArea, Area, value => value, Some(value);
    Day, Day, value => value, Some(value);
    OrganisationId, Reference, value => value.0, Some(Self(value));
}

/// Types that are one of several, with `ALL` and `key()`.
#[macro_export]
macro_rules! choices {
    ($($type:ty),* $(,)?) => {$(
        impl $crate::said::Sayable for $type {
            fn said(&self) -> Option<$crate::said::Said> {
                Some($crate::said::Said::Choice(self.key()))
            }

            fn of(said: &$crate::said::Said) -> Option<Self> {
                if let $crate::said::Said::Choice(key) = said {
                    Self::ALL.iter().copied().find(|value| value.key() == *key)
                } else {
                    None
                }
            }
        }
    )*};
}

/// Types of their own form.
#[macro_export]
macro_rules! own_forms {
    ($($type:ty),* $(,)?) => {$(
        impl $crate::said::Sayable for $type {
            fn said(&self) -> Option<$crate::said::Said> {
                None
            }

            fn of(_: &$crate::said::Said) -> Option<Self> {
                None
            }
        }
    )*};
}

own_forms!(crate::area::ListedSize);

impl<T> Sayable for Vec<T> {
    fn said(&self) -> Option<Said> {
        None
    }

    fn of(_: &Said) -> Option<Self> {
        None
    }
}
