// SPDX-License-Identifier: AGPL-3.0-or-later
//! The rulebook as Rust.
use super::{Parameters, variant};
use std::fmt::Write as _;
use toml::value::Date;

/// The rulebook as Rust, in two files: whatever asks for a name needs no value.
pub(crate) struct Code {
    pub(crate) names: String,
    pub(crate) values: String,
}

/// The names and the values as Rust.
pub(crate) fn code(parameters: &Parameters) -> Code {
    let mut names = String::new();
    let mut keys = String::new();
    let mut tables = String::new();
    for (name, values) in parameters {
        let variant = variant(name);
        let last = &values[values.len() - 1];
        // Writing to a String cannot fail.
        let _ = writeln!(names, "    #[doc = {:?}]\n    {variant},", last.note);
        let _ = writeln!(keys, "            Self::{variant} => {name:?},");
        tables.push_str("    &[\n");
        for entry in values {
            let to = entry
                .to
                .map_or_else(|| "None".to_owned(), |to| format!("Some({})", day(to)));
            let _ = writeln!(
                tables,
                "        Parameter {{ name: ParameterName::{variant}, value: {}, unit: Unit::{}, from: {}, to: {to}, \
                 source: Cow::Borrowed({:?}), status: Status::{}, \
                 note: Cow::Borrowed({:?}), amendment: None }},",
                entry.value,
                entry.unit,
                day(entry.from),
                entry.source,
                entry.status,
                entry.note
            );
        }
        tables.push_str("    ],\n");
    }
    let variants: Vec<String> = parameters
        .keys()
        .map(|name| format!("Self::{}", variant(name)))
        .collect();
    let names = format!(
        "/// The name of a parameter.\n\
         #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]\n\
         #[cfg_attr(feature = \"schema\", derive(schemars::JsonSchema))]\n\
         #[serde(rename_all = \"snake_case\")]\n\
         pub enum ParameterName {{\n{names}}}\n\n\
         impl ParameterName {{\n    /// All of them, by name.\n    pub const ALL: &'static [Self] = &[{}];\n\n    \
         /// The name in the rulebook and on the wire.\n    \
         pub const fn key(self) -> &'static str {{\n        match self {{\n{keys}        }}\n    }}\n}}\n",
        variants.join(", ")
    );
    let values = format!("static PARAMETERS: &[&[Parameter]] = &[\n{tables}];\n");
    Code { names, values }
}

fn day(date: Date) -> String {
    format!(
        "crate::calendar::Day::constant({}, {}, {})",
        date.year, date.month, date.day
    )
}
