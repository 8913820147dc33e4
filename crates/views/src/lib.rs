// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a shared link shows, field by field. The server makes it for whoever has the link, and the device of whoever shares
//! makes the same beforehand: what is previewed is what is read.
#![warn(missing_docs)]

mod case_summary;
mod contractor;
#[cfg(feature = "drawn")]
mod drawn;
mod family_plan;
mod left_out;
mod page;
mod token;
mod words;

pub use case_summary::case_summary;
pub use contractor::contractor;
#[cfg(feature = "drawn")]
pub use drawn::drawn;
pub use family_plan::family_plan;
pub use left_out::left_out;
pub use page::{Line, Opened, Paragraph, Section, SharedPage, SharedPhoto, When};
pub use token::{Token, TokenError, length as token_length};
pub use words::{Word, Words};
