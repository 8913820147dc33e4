// SPDX-License-Identifier: AGPL-3.0-or-later
//! What each column of a list means.
use crate::table::Table;
use serde::{Deserialize, Serialize};

macro_rules! meanings {
    ($($(#[$doc:meta])* $name:ident $key:literal;)*) => {
        /// What a column means.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum Meaning {
            $($(#[$doc])* $name,)*
        }

        impl Meaning {
            /// All of them, in the order of a choice on the page.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The name on the wire.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$name => $key,)*
                }
            }
        }
    };
}

meanings! {
    /// Nothing that Soglia keeps.
    Ignored "ignored";
    /// Number of the row, unique in the list.
    RowNumber "row_number";
    /// Code in the inventory; several rows may share it.
    InventoryCode "inventory_code";
    /// Kind of the unit: "appart.", "box".
    Kind "kind";
    /// Size with or without unit: "3 vani", "42 mq.".
    Size "size";
    /// Size in rooms, without unit.
    Rooms "rooms";
    /// Usable surface in square metres.
    UsableArea "usable_area";
    /// Cadastral surface in square metres.
    CadastralArea "cadastral_area";
    /// Street, often with number and municipality.
    Address "address";
    /// House number.
    HouseNumber "house_number";
    /// Municipality.
    Municipality "municipality";
    /// Municipio of Milan, 1 to 9.
    Municipio "municipio";
    /// Number of the neighbourhood (NIL), 1 to 88.
    Neighbourhood "neighbourhood";
    /// Cadastral sheet (foglio).
    Sheet "sheet";
    /// Cadastral parcel (mappale, particella).
    Parcel "parcel";
    /// Cadastral unit (subalterno).
    Unit "unit";
    /// Floor.
    Floor "floor";
    /// Energy class.
    EnergyClass "energy_class";
    /// Declared use.
    Use "use";
    /// Years of the present contract.
    ContractYears "contract_years";
    /// Beginning and end of the present contract.
    ContractPeriod "contract_period";
    /// Latitude in degrees.
    Latitude "latitude";
    /// Longitude in degrees.
    Longitude "longitude";
    /// Edition of the list.
    Edition "edition";
}

/// What one column means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Column {
    /// Place of the column, from 0.
    pub index: usize,
    /// Its heading; where given, it has to be that of the file.
    #[serde(default)]
    pub header: String,
    /// What it means.
    pub meaning: Meaning,
}

/// What the columns mean. Columns that are not named are ignored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Mapping {
    /// One entry for each column.
    pub columns: Vec<Column>,
}

/// Why a mapping cannot be used on a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum MappingError {
    /// No column has a meaning without which rows cannot be told apart.
    MissingColumn {
        /// The meaning that no column has.
        meaning: Meaning,
        /// The headings of the file.
        headers: Vec<String>,
    },
    /// Two columns have the same meaning.
    MappedTwice {
        /// The meaning.
        meaning: Meaning,
        /// The headings of the two columns.
        headers: Vec<String>,
    },
    /// The file has no such column.
    NoSuchColumn {
        /// Place of the column, from 0.
        index: usize,
        /// Number of columns of the file.
        n: usize,
    },
    /// The column has another heading in this file: the mapping was made for another one.
    OtherHeading {
        /// Place of the column, from 0.
        index: usize,
        /// Heading in the mapping.
        expected: String,
        /// Heading in the file.
        found: String,
    },
}

impl MappingError {
    /// The name of the error on the wire.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::MissingColumn { .. } => "missing_column",
            Self::MappedTwice { .. } => "mapped_twice",
            Self::NoSuchColumn { .. } => "no_such_column",
            Self::OtherHeading { .. } => "other_heading",
        }
    }
}

impl Mapping {
    /// The column with a meaning.
    pub fn index_of(&self, meaning: Meaning) -> Option<usize> {
        self.columns
            .iter()
            .find(|column| column.meaning == meaning)
            .map(|column| column.index)
    }

    /// The meaning of a column.
    pub fn meaning_of(&self, index: usize) -> Meaning {
        self.columns
            .iter()
            .find(|column| column.index == index)
            .map_or(Meaning::Ignored, |c| c.meaning)
    }

    /// Whether the mapping can be used on a table.
    ///
    /// # Errors
    /// [`MappingError`] tells which column is missing, named twice, or of another file.
    pub fn check(&self, table: &Table) -> Result<(), MappingError> {
        let headers = table.headers();
        for column in &self.columns {
            let Some(found) = headers.get(column.index) else {
                return Err(MappingError::NoSuchColumn {
                    index: column.index,
                    n: headers.len(),
                });
            };
            if !column.header.is_empty() && column.header != *found {
                return Err(MappingError::OtherHeading {
                    index: column.index,
                    expected: column.header.clone(),
                    found: found.clone(),
                });
            }
        }
        for meaning in Meaning::ALL
            .iter()
            .filter(|meaning| **meaning != Meaning::Ignored)
        {
            let mut same = self.columns.iter().filter(|column| column.meaning == *meaning);
            if let (Some(first), Some(second)) = (same.next(), same.next()) {
                let name = |column: &Column| headers.get(column.index).cloned().unwrap_or_default();
                return Err(MappingError::MappedTwice {
                    meaning: *meaning,
                    headers: vec![name(first), name(second)],
                });
            }
        }
        if self.index_of(Meaning::Address).is_none() {
            return Err(MappingError::MissingColumn {
                meaning: Meaning::Address,
                headers: headers.to_vec(),
            });
        }
        Ok(())
    }
}
