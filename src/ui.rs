// SPDX-License-Identifier: AGPL-3.0-or-later
//! Parts used by several areas. Names of classes follow Bootstrap Italia; how they look stands in style/ alone.
//!
//! Markup never carries a `style` attribute: the content security policy would drop it. Sizes known only at run time are
//! set with `style:name`, which goes through the style object of the element.
pub mod button;
pub mod choice;
pub mod date_field;
pub mod field;
pub mod finding_line;
pub mod folded;
pub mod icon;
pub mod kept_form;
pub mod list;
pub mod messages;
pub mod page;
pub mod plain_field;
pub mod to_copy;
pub mod touch;
pub mod typed_field;
pub mod virtual_list;

pub use button::{Button, ButtonKind, LinkButton};
pub use choice::{Choice, YesNo};
pub use date_field::DateField;
pub(crate) use field::save_typed;
pub use field::{TextField, focus_by_id, focus_soon};
pub use finding_line::FindingLine;
pub use folded::folded;
pub use icon::Icon;
pub use kept_form::keep_form;
pub use list::FilterChips;
pub use messages::{EmptyState, ErrorSummary, Notice, SavedHint};
pub use page::{PageHead, StateTag, SubNav, Summary, SummaryLine, Tone, heading};
pub use plain_field::{plain_field, plain_select};
pub use to_copy::to_copy;
pub use touch::keep_touches;
pub use typed_field::{AreaField, MoneyField, NumberField};
pub use virtual_list::VirtualList;
