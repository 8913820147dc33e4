// SPDX-License-Identifier: AGPL-3.0-or-later
//! Parts that the tests of this crate share.

use soglia_domain::{
    action::Action,
    dwelling::{Dwelling, DwellingFacts, Origin, Verb as DwellingVerb},
    id::DwellingId,
    key::Identity as _,
    rooms::Verb,
};
use soglia_import::{DwellingRow, Prepared, Report, RowOutcome, compare, guess, prepare, read};
use std::collections::HashMap;

/// Units confiscated from the mafia, March 2026: Comune di Milano, CC BY 4.0.
pub(crate) const CONFISCATED: &[u8] =
    include_bytes!("../../../../tests/fixtures/open-data/milano_beni_confiscati_2026-03.csv");
/// Buildings of the City outside Milan, 2019: Comune di Milano, CC BY 4.0.
pub(crate) const HINTERLAND: &[u8] =
    include_bytes!("../../../../tests/fixtures/open-data/milano_fabbricati_hinterland_2019.csv");

pub(crate) fn prepared(bytes: &[u8], origin: Origin) -> Prepared {
    let table = read(bytes).expect("a list");
    prepare(&table, &guess(&table), origin, "list.csv").expect("a mapping")
}

pub(crate) fn dwelling(outcome: &RowOutcome) -> Option<&DwellingRow> {
    match outcome {
        RowOutcome::Dwelling(row) => Some(row),
        _ => None,
    }
}

/// The dwelling on one line of the file.
pub(crate) fn listed(prepared: &Prepared, line: u32) -> &DwellingRow {
    let at_line = prepared.outcomes.iter().find(|outcome| outcome.line() == line);
    at_line.and_then(dwelling).expect("a dwelling on that line")
}

/// The facts that a row gives.
pub(crate) fn facts(row: &DwellingRow) -> DwellingFacts {
    let mut facts = DwellingFacts::default();
    for answer in &row.listed {
        facts.set(answer.clone());
    }
    facts
}

pub(crate) type Stock = HashMap<DwellingId, Dwelling>;

pub(crate) fn stock() -> Stock {
    Stock::new()
}

/// Lays a list beside the stock and carries the actions out, as `apply` does.
pub(crate) fn imported(stock: &mut Stock, prepared: &Prepared) -> (Vec<Action>, Report) {
    let is_taken = |code: &str| stock.values().any(|dwelling| dwelling.code == code);
    let (actions, report) = compare(&|id| stock.get(&id).cloned(), &is_taken, prepared);
    for action in &actions {
        let Verb::Dwelling(DwellingVerb::Import {
            code,
            origin,
            state,
            listed,
            demonstration,
        }) = &action.verb
        else {
            panic!("an import gives imports only");
        };
        let dwelling = DwellingId::of_key(action.on).expect("it is about a dwelling");
        let known = stock.entry(dwelling).or_insert_with(|| Dwelling {
            id: dwelling,
            code: code.clone(),
            origin: *origin,
            demonstration: *demonstration,
            state: state.clone(),
            facts: DwellingFacts::default(),
            photos: Vec::new(),
        });
        for answer in listed {
            known.facts.set(answer.clone());
        }
    }
    (actions, report)
}
