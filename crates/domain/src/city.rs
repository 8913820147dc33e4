// SPDX-License-Identifier: AGPL-3.0-or-later
//! The City: what it decides for all.
pub mod city_rules;
