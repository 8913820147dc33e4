// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the pages of all records share: the head and the list beside it; the subject with its fields, drafts, history, what
//! came back and what waits for a choice; and the forms of verbs.
mod asking;
pub mod beside;
mod cards;
pub mod control;
pub mod desk;
pub mod facts;
pub mod fields;
pub mod head;
pub mod history;
mod kept;
mod readers;
pub mod returned;
pub mod reviews;
mod scroll;
pub mod subject;
pub mod topics;
pub mod typed;
pub mod unfinished;
pub mod verb_form;

pub use asking::Asking;
pub use beside::{ListLine, beside};
pub use cards::{came_back, reviews};
pub use control::Control;
pub(crate) use control::keys_of;
pub use desk::{Desk, Standing, reason};
pub use facts::Fact;
pub use fields::{Field, Worded, field_id};
pub use head::{RecordHead, next_step};
pub use history::{by_people, history};
pub use readers::readers;
pub use returned::choices;
pub use reviews::at_field;
pub use subject::Subject;
pub use topics::{Tally, Task, progress, task_id, task_list};
pub use unfinished::{Unfinished, amend};
pub use verb_form::{FormField, VerbForm};
