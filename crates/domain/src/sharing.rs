// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is shown to people without an account.
pub mod shared_link;
pub mod tongue;
