// SPDX-License-Identifier: AGPL-3.0-or-later
//! The pages about dwellings: the stock as a list, one dwelling with its rent and history, and the import of a list.
mod download;
mod filter;
pub mod import;
pub mod list;
mod photos;
pub mod record;
mod rent;
pub(crate) mod row;
mod sheet;
mod stock_csv;

pub use import::ImportPage;
pub use list::ListPage;
pub use record::RecordPage;

use crate::{record::Subject, session::may::may};
use soglia_domain::{
    dwelling::{Dwelling, DwellingQuestion, DwellingState, Verb as DwellingVerb},
    id::DwellingId,
    record::Identity as _,
};
use soglia_wording::{dwelling_answer, dwelling_help, dwelling_question};

crate::worded! {
    DwellingQuestion: dwelling_question, dwelling_help, dwelling_answer;
}

/// The identity of the open dwelling.
fn id_of(subject: Subject<Dwelling>) -> DwellingId {
    DwellingId::of(subject.key.id)
}

/// Whether the person at work keeps the stock: imports lists and changes states.
fn keeps_stock() -> bool {
    may(DwellingVerb::MoveTo {
        to: DwellingState::Ready,
    })
}
