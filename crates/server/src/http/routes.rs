// SPDX-License-Identifier: AGPL-3.0-or-later
//! Every address of the API, with what answers it and what is said of it. The router is made from this table, and so is
//! the description that `GET /api/openapi.json` gives: an address that nobody described does not exist.
mod accounts;
mod archive;
mod audit;
mod calendars;
mod erasures;
mod factors;
mod faults;
mod people;
mod photos;
mod provider;
mod records;
mod route;
mod shared;

pub(super) use route::{Access, Answer, Body, Fault, Route, Shape, Tag};

/// The tables, in the order of the document.
pub(super) fn all() -> impl Iterator<Item = &'static Route> {
    people::ROUTES
        .iter()
        .chain(&factors::ROUTES)
        .chain(&provider::ROUTES)
        .chain(&records::ROUTES)
        .chain(&photos::ROUTES)
        .chain(&calendars::ROUTES)
        .chain(&shared::ROUTES)
        .chain(&accounts::ROUTES)
        .chain(&audit::ROUTES)
        .chain(&archive::ROUTES)
        .chain(&erasures::ROUTES)
}
