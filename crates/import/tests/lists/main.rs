// SPDX-License-Identifier: AGPL-3.0-or-later
//! Lists from their bytes to the report.
mod bad_input;
mod common;
mod editions;
mod forms;
mod properties;
mod real_lists;
