// SPDX-License-Identifier: AGPL-3.0-or-later
//! One row, cell by cell.
use super::{
    outcome::{Remark, RowOutcome, Unread},
    unit,
};
use crate::{
    cell,
    fold::{fold, tidy},
    key::Marks,
    kind::{Kind, classify},
    mapping::{Mapping, Meaning},
    municipality::{self, MILAN},
    street::{name_case, read_address},
    table::{Row, Table},
};
use soglia_domain::{
    answer::Answer::Known,
    area::ListedSize,
    dwelling::{Address, CadastralKey, DwellingAnswer, Origin, Position},
};

/// Longest text accepted in a cell that Soglia keeps, in characters.
const MOST_CHARACTERS: usize = 400;

/// A row that is a dwelling, before its key is known.
pub(super) struct Draft {
    pub(super) marks: Marks,
    pub(super) rest: Rest,
}

/// What a draft holds beside its marks.
pub(super) struct Rest {
    pub(super) line: u32,
    pub(super) edition: String,
    pub(super) listed: Vec<DwellingAnswer>,
    pub(super) remarks: Vec<Remark>,
}

/// A row with the meaning of its cells.
struct Cells<'a> {
    row: Row<'a>,
    table: &'a Table,
    places: &'a Places,
}

/// Which column has which meaning, looked up once for the whole file.
pub(super) struct Places([Option<usize>; Meaning::ALL.len()]);

impl Places {
    pub(super) fn new(mapping: &Mapping) -> Self {
        Self(std::array::from_fn(|index| {
            Meaning::ALL
                .get(index)
                .and_then(|meaning| mapping.index_of(*meaning))
        }))
    }

    fn get(&self, meaning: Meaning) -> Option<usize> {
        self.0.get(meaning as usize).copied().flatten()
    }
}

impl<'a> Cells<'a> {
    fn raw(&self, meaning: Meaning) -> &'a str {
        self.places.get(meaning).map_or("", |index| self.row.cell(index))
    }

    fn said(&self, meaning: Meaning) -> Option<String> {
        cell::said(self.raw(meaning))
    }

    fn header(&self, meaning: Meaning) -> String {
        let index = self.places.get(meaning).unwrap_or(usize::MAX);
        self.table.headers().get(index).cloned().unwrap_or_default()
    }

    /// What `read` makes of a cell; where it can make nothing of a text, a remark says so.
    fn read<T>(
        &self,
        meaning: Meaning,
        remarks: &mut Vec<Remark>,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.said(meaning)?;
        let value = read(&text);
        if value.is_none() {
            remarks.push(Remark::CellNotUnderstood {
                header: self.header(meaning),
                text,
            });
        }
        value
    }
}

/// A dwelling, or the outcome of a row that is none.
pub(super) fn understand(
    row: Row,
    table: &Table,
    mapping: &Mapping,
    places: &Places,
    origin: Origin,
) -> Result<Draft, RowOutcome> {
    let line = row.line();
    let unreadable = |reason| RowOutcome::Unreadable {
        line,
        reason,
        text: row.text(),
    };
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let (found, expected) = (row.n_used(), table.headers().len());
    if found > expected {
        return Err(unreadable(Unread::TooManyCells {
            found: count(found),
            expected: count(expected),
        }));
    }
    let too_long = |column: &&crate::mapping::Column| {
        column.meaning != Meaning::Ignored && row.cell(column.index).chars().count() > MOST_CHARACTERS
    };
    if let Some(column) = mapping.columns.iter().find(too_long) {
        let header = table.headers().get(column.index).cloned().unwrap_or_default();
        return Err(unreadable(Unread::CellTooLong {
            header,
            most: count(MOST_CHARACTERS),
        }));
    }
    let cells = Cells { row, table, places };
    let kind_text = cells.said(Meaning::Kind);
    let kind = kind_text.as_deref().map_or(Kind::Unstated, classify);
    if let Kind::Not(reason) = kind {
        let (kind, address) = (kind_text.unwrap_or_default(), tidy(cells.raw(Meaning::Address)));
        return Err(RowOutcome::NotADwelling {
            line,
            kind,
            reason,
            address,
        });
    }
    let mut remarks = Vec::new();
    match kind {
        Kind::Building => remarks.push(Remark::WholeBuilding),
        Kind::Unknown => remarks.push(Remark::UnknownKind {
            kind: kind_text.clone().unwrap_or_default(),
        }),
        _ => {}
    }
    let Some((address, municipality)) = place(&cells, origin, &mut remarks) else {
        return Err(unreadable(Unread::MissingAddress));
    };
    let unit = unit::read_unit(cells.raw(Meaning::Unit));
    let part = |meaning| unit::read_part(cells.raw(meaning));
    let cadastral = part(Meaning::Sheet)
        .zip(part(Meaning::Parcel))
        .map(|(sheet, parcel)| CadastralKey {
            sheet,
            parcel,
            unit: unit.unit.clone(),
        });
    let size = size(&cells, &mut remarks);
    let kind_and_size = format!("{} {}", cells.raw(Meaning::Kind), cells.raw(Meaning::Size));
    let land = [Meaning::Sheet, Meaning::Parcel, Meaning::Unit]
        .map(|meaning| cells.raw(meaning))
        .join("/");
    let floor = cells
        .read(Meaning::Floor, &mut remarks, cell::floor)
        .or(unit.floor);
    let position = position(&cells, &mut remarks);
    let municipio = cells.read(Meaning::Municipio, &mut remarks, |text| {
        cell::small_number(text, 9)
    });
    let nil = cells.read(Meaning::Neighbourhood, &mut remarks, |text| {
        cell::small_number(text, 88)
    });
    let listed = [
        Some(DwellingAnswer::Address(Known(address.clone()))),
        kind_text.map(|kind| DwellingAnswer::ListedKind(Known(kind))),
        size.map(|size| DwellingAnswer::ListedSize(Known(size))),
        cells
            .read(Meaning::UsableArea, &mut remarks, cell::floor_area)
            .map(|area| DwellingAnswer::UsableArea(Known(area))),
        cells
            .read(Meaning::CadastralArea, &mut remarks, cell::floor_area)
            .map(|area| DwellingAnswer::CadastralArea(Known(area))),
        floor.map(|floor| DwellingAnswer::Floor(Known(floor))),
        cells
            .read(Meaning::EnergyClass, &mut remarks, cell::energy_class)
            .map(|class| DwellingAnswer::EnergyClass(Known(class))),
        cadastral
            .clone()
            .map(|key| DwellingAnswer::CadastralKey(Known(key))),
        municipio.map(|number| DwellingAnswer::Municipio(Known(number))),
        nil.map(|number| DwellingAnswer::Nil(Known(number))),
        position.map(|position| DwellingAnswer::Position(Known(position))),
        cells
            .said(Meaning::Use)
            .map(|text| DwellingAnswer::ListedUse(Known(text))),
        contract(&cells).map(|text| DwellingAnswer::ListedContract(Known(text))),
        unit.note.map(|text| {
            let header = cells.header(Meaning::Unit);
            DwellingAnswer::Note(Known(format!("{header}: {text}")))
        }),
    ];
    let marks = Marks {
        origin,
        municipality,
        cadastral,
        former_unit: unit.former,
        address,
        inventory_code: cells.said(Meaning::InventoryCode).unwrap_or_default(),
        row_number: cells.said(Meaning::RowNumber).unwrap_or_default(),
        land,
        kind_and_size,
    };
    let edition = cells.said(Meaning::Edition).unwrap_or_default();
    Ok(Draft {
        marks,
        rest: Rest {
            line,
            edition,
            listed: listed.into_iter().flatten().collect(),
            remarks,
        },
    })
}

/// Address and the municipality's part of the key. The municipality stands in a column of its own, in the address, or
/// follows from the Municipio; lists of what the City owns in Milan do not name it.
fn place(cells: &Cells, origin: Origin, remarks: &mut Vec<Remark>) -> Option<(Address, String)> {
    let text = cells.said(Meaning::Address)?;
    let number = cells.said(Meaning::HouseNumber);
    let read = read_address(&text, number.as_deref())?;
    let in_milan = matches!(origin, Origin::Municipal | Origin::Confiscated)
        || cell::small_number(cells.raw(Meaning::Municipio), 9).is_some();
    let named = cells.said(Meaning::Municipality).or(read.municipality);
    let (name, key) = match named {
        Some(name) => match municipality::find(&name) {
            Some(known) => (known.name.to_owned(), known.code.to_owned()),
            None => {
                let shouted = !name.chars().any(char::is_lowercase);
                let name = if shouted { name_case(&name, true) } else { name };
                remarks.push(Remark::UnknownMunicipality { name: name.clone() });
                let key = fold(&name);
                (name, key)
            }
        },
        None if in_milan => (MILAN.name.to_owned(), MILAN.code.to_owned()),
        None => {
            remarks.push(Remark::MissingMunicipality);
            (String::new(), String::new())
        }
    };
    Some((
        Address {
            street: read.street,
            number: read.number,
            municipality: name,
        },
        key,
    ))
}

fn size(cells: &Cells, remarks: &mut Vec<Remark>) -> Option<ListedSize> {
    let of = |meaning, in_rooms| cell::size(cells.raw(meaning), in_rooms).map(|size| (meaning, size));
    let (meaning, size) = of(Meaning::Size, false).or_else(|| of(Meaning::Rooms, true))?;
    if let ListedSize::Unread(text) = &size {
        remarks.push(Remark::CellNotUnderstood {
            header: cells.header(meaning),
            text: text.clone(),
        });
    }
    Some(size)
}

/// Coordinates, only where both lie in Italy.
fn position(cells: &Cells, remarks: &mut Vec<Remark>) -> Option<Position> {
    let within = |check: fn(i32) -> bool| move |text: &str| cell::degrees(text).filter(|value| check(*value));
    let latitude = cells.read(Meaning::Latitude, remarks, within(cell::is_latitude));
    let longitude = cells.read(Meaning::Longitude, remarks, within(cell::is_longitude));
    let (latitude, longitude) = latitude.zip(longitude)?;
    Some(Position { latitude, longitude })
}

/// Term of the present contract: "20 anni, 20.06.2016 19.06.2036". Years that are a bare number get their unit.
fn contract(cells: &Cells) -> Option<String> {
    let years = cells.said(Meaning::ContractYears).map(|text| {
        let is_bare = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | ' '));
        if is_bare { format!("{text} anni") } else { text }
    });
    match (years, cells.said(Meaning::ContractPeriod)) {
        (Some(years), Some(period)) => Some(format!("{years}, {period}")),
        (years, period) => years.or(period),
    }
}
