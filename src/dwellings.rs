// SPDX-License-Identifier: AGPL-3.0-or-later
//! The pages about dwellings: the stock as a list, one dwelling with its rent and history, and the import of a list.
mod download;
mod filter;
mod history;
pub mod import;
pub mod list;
mod photos;
pub mod record;
mod rent;
mod row;
mod sheet;
mod stock_csv;
mod subject;

pub use import::ImportPage;
pub use list::ListPage;
pub use record::RecordPage;

use crate::prelude::*;
use crate::session::{Session, Who};
use soglia_domain::author::Role;

/// Whether the person at work is a housing officer, who alone imports lists and changes states.
fn is_officer() -> bool {
    expect_context::<Session>()
        .who
        .with(|who| matches!(who, Who::In(signed_in) if signed_in.author.role == Role::HousingOfficer))
}
