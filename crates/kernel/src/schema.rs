// SPDX-License-Identifier: AGPL-3.0-or-later
//! How types describe themselves as JSON Schema where serde does not say it all: what is read and written by hand, and
//! what is generic over contents.
use crate::{
    answer::Answer,
    area::FloorArea,
    calendar::Day,
    content::Content,
    key::{Key, Kind},
    money::Money,
    never::Never,
};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// A content whose every type describes itself.
pub trait Described:
    JsonSchema
    + Content<Fact: JsonSchema, PartFact: JsonSchema, Part: JsonSchema, PartId: JsonSchema, State: JsonSchema>
{
}

impl<C> Described for C where
    C: JsonSchema
        + Content<
            Fact: JsonSchema,
            PartFact: JsonSchema,
            Part: JsonSchema,
            PartId: JsonSchema,
            State: JsonSchema,
        >
{
}

/// Types that travel as a text of one form.
#[macro_export]
macro_rules! described_texts {
    ($($type:ty, $name:literal, $pattern:literal, $says:literal;)*) => {$(
        impl ::schemars::JsonSchema for $type {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                $name.into()
            }

            fn schema_id() -> ::std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", $name).into()
            }

            fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                ::schemars::json_schema!({ "type": "string", "pattern": $pattern, "description": $says })
            }
        }
    )*};
}

described_texts! {
    Key, "Key",
        "^[a-z_]{1,24}:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
        "Kind and identity of a record, such as `household:0198…`.";
    Kind, "Kind", "^[a-z_]{1,24}$", "The kind of a record, such as `household`.";
    Day, "Day", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "A day that the calendar has, such as `2026-11-22`.";
    Money, "Money", r"^-?[0-9]{1,12}(\.[0-9]{1,2})?$", "An amount in euro as a decimal text, such as `3410.00`.";
    FloorArea, "FloorArea", r"^[0-9]{1,5}(\.[0-9]{1,2})?$",
        "A surface in square metres as a decimal text between `0.01` and `10000.00`.";
}

impl<T: JsonSchema> JsonSchema for Answer<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("AnswerOf{}", T::schema_name()).into()
    }

    fn schema_id() -> Cow<'static, str> {
        format!("soglia_kernel::Answer<{}>", T::schema_id()).into()
    }

    /// A value, or null where it is not known yet.
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Option::<T>::json_schema(generator)
    }
}

impl JsonSchema for Never {
    fn schema_name() -> Cow<'static, str> {
        "Never".into()
    }

    /// Nothing is one.
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "not": {}, "description": "This kind of records has none: no value is one." })
    }
}
