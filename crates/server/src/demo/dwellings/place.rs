// SPDX-License-Identifier: AGPL-3.0-or-later
//! Plausible places, from the open gazetteer.
use crate::demo::chance::Chance;
use soglia_domain::dwelling::{Address, Position};

const ADDRESSES: &str = include_str!("../../../demo-data/addresses.csv");
const MUNICIPALITIES: &str = include_str!("../../../demo-data/municipalities.csv");

/// Names that a street has in nearly every municipality.
const STREETS: [&str; 24] = [
    "via Roma",
    "via Garibaldi",
    "via Dante Alighieri",
    "via Giacomo Matteotti",
    "via Alessandro Manzoni",
    "via Giuseppe Verdi",
    "via XXV Aprile",
    "via della Repubblica",
    "via Papa Giovanni XXIII",
    "via Don Minzoni",
    "via dei Tigli",
    "via Guglielmo Marconi",
    "viale Europa",
    "via Antonio Gramsci",
    "via della Libertà",
    "via Cesare Battisti",
    "via Galileo Galilei",
    "via IV Novembre",
    "via Grandi",
    "via delle Rimembranze",
    "via Silvio Pellico",
    "via dei Mille",
    "piazza Vittorio Veneto",
    "via Leonardo da Vinci",
];

/// The gazetteer, read once.
pub(super) struct Gazetteer {
    inside: Vec<Vec<&'static str>>,
    around: Vec<Vec<&'static str>>,
    weights: Vec<(i64, usize)>,
}

impl Gazetteer {
    pub(super) fn read() -> Self {
        let around = rows(MUNICIPALITIES);
        let weights = around
            .iter()
            .enumerate()
            .map(|(index, row)| (number(row, 1), index))
            .collect();
        Self {
            inside: rows(ADDRESSES),
            around,
            weights,
        }
    }

    /// An address of Milan.
    pub(super) fn inside(&self, chance: &mut Chance) -> Place {
        inside_of(chance, &self.inside)
    }

    /// An invented address in a municipality around Milan.
    pub(super) fn around(&self, chance: &mut Chance) -> Place {
        let municipality = chance.weigh(&self.weights);
        around_of(chance, &self.around[municipality])
    }
}

/// Where a dwelling stands.
pub(super) struct Place {
    pub(super) address: Address,
    pub(super) municipio: Option<u8>,
    pub(super) nil: Option<u8>,
    pub(super) position: Position,
}

fn inside_of(chance: &mut Chance, inside: &[Vec<&str>]) -> Place {
    let row = chance.pick(inside);
    let text = |column: usize| row.get(column).copied().unwrap_or_default().to_owned();
    Place {
        address: Address {
            street: text(0),
            number: text(1),
            municipality: "Milano".to_owned(),
        },
        municipio: u8::try_from(number(row, 2)).ok(),
        nil: u8::try_from(number(row, 3)).ok(),
        position: Position {
            latitude: coordinate(row, 4),
            longitude: coordinate(row, 5),
        },
    }
}

fn around_of(chance: &mut Chance, row: &[&str]) -> Place {
    let jitter = |chance: &mut Chance| i32::try_from(chance.between(-6_000, 6_000)).unwrap_or(0);
    let street = (*chance.pick(&STREETS)).to_owned();
    let number = chance.between(1, 90).to_string();
    let position = Position {
        latitude: coordinate(row, 2) + jitter(chance),
        longitude: coordinate(row, 3) + jitter(chance),
    };
    let municipality = row.first().copied().unwrap_or_default().to_owned();
    Place {
        address: Address {
            street,
            number,
            municipality,
        },
        municipio: None,
        nil: None,
        position,
    }
}

fn rows(text: &'static str) -> Vec<Vec<&'static str>> {
    text.lines()
        .skip(1)
        .map(|line| line.split(';').collect())
        .collect()
}

fn number(row: &[&str], column: usize) -> i64 {
    row.get(column).and_then(|text| text.parse().ok()).unwrap_or(1)
}

fn coordinate(row: &[&str], column: usize) -> i32 {
    row.get(column).and_then(|text| text.parse().ok()).unwrap_or(0)
}
