// SPDX-License-Identifier: AGPL-3.0-or-later
//! The list of dwellings as a CSV that Italian spreadsheets open: semicolons, decimal comma, UTF-8 with its mark.
use super::filter::Place;
use crate::text::language;
use soglia_domain::dwelling::Row as DwellingRow;
use soglia_domain::{area::FloorArea, money::Money, rent::RentTier, rent::rent_ceiling, rulebook::Rules};
use soglia_wording as wording;

const HEAD: [&str; 13] = [
    "codice",
    "indirizzo",
    "comune",
    "municipio",
    "stato",
    "provenienza",
    "superficie_utile_m2",
    "superficie_elenco_m2",
    "vani_elenco",
    "canone_massimo_mese",
    "canone_massimo_ridotto_mese",
    "senza_gradini",
    "dimostrazione",
];

/// Writes the rows, with the ceilings of the day where the surface is measured.
pub(super) fn write<'a>(rows: impl Iterator<Item = &'a DwellingRow>, rules: &Rules) -> String {
    let mut csv = String::from("\u{feff}");
    line(&mut csv, HEAD.map(str::to_owned));
    for row in rows {
        let monthly = |tier| {
            row.surface(rules.cap_surface_kind())
                .map(|area| amount(rent_ceiling(area, tier, rules).monthly))
                .unwrap_or_default()
        };
        let flag = |yes: bool| if yes { "sì" } else { "no" }.to_owned();
        line(
            &mut csv,
            [
                row.code.clone(),
                row.street.clone(),
                row.municipality.clone(),
                row.municipio
                    .map(|n| Place::Municipio(n).label())
                    .unwrap_or_default(),
                wording::dwelling_state(row.state, language()).to_owned(),
                wording::origin(row.origin, language()).to_owned(),
                row.usable_hundredths.map(hundredths).unwrap_or_default(),
                row.listed_hundredths.map(hundredths).unwrap_or_default(),
                row.listed_rooms.map(tenths).unwrap_or_default(),
                monthly(RentTier::Capped),
                monthly(RentTier::ReducedCapped),
                row.step_free.map(flag).unwrap_or_default(),
                flag(row.demonstration),
            ],
        );
    }
    csv
}

fn line(csv: &mut String, cells: [String; 13]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            csv.push(';');
        }
        csv.push_str(&quoted(cell));
    }
    csv.push_str("\r\n");
}

/// Quotes a cell where needed. A cell that a spreadsheet would run as a formula gets an apostrophe before it.
fn quoted(cell: &str) -> String {
    let runs = cell.starts_with(['=', '+', '@', '\t', '\r'])
        || (cell.starts_with('-') && cell[1..].starts_with(|c: char| !c.is_ascii_digit()));
    let safe = if runs { format!("'{cell}") } else { cell.to_owned() };
    if safe.contains([';', '"', '\n', '\r']) {
        format!("\"{}\"", safe.replace('"', "\"\""))
    } else {
        safe
    }
}

fn amount(money: Money) -> String {
    money.to_string().replace('.', ",")
}

fn hundredths(value: u32) -> String {
    FloorArea::from_hundredths(value)
        .map(|area| area.to_string().replace('.', ","))
        .unwrap_or_default()
}

fn tenths(value: u16) -> String {
    format!("{},{}", value / 10, value % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_cannot_become_a_formula_or_break_the_line() {
        assert_eq!(quoted("via Padova; 80"), "\"via Padova; 80\"");
        assert_eq!(quoted("detta \"la torre\""), "\"detta \"\"la torre\"\"\"");
        assert_eq!(quoted("=SUM(A1)"), "'=SUM(A1)");
        assert_eq!(quoted("-cmd"), "'-cmd");
        assert_eq!(quoted("-3"), "-3");
    }
}
