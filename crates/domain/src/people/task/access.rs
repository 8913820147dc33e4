// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who sees a task: the City. Partners that see the household see what is for a partner, and what a partner asked.
use super::{Task, TaskFact, TaskState};
use crate::id::TaskId;
use soglia_kernel::{
    access::{Audience, Partners, Roles},
    content::{Content, Reader},
    key::{Identity, Key, Kind},
    stored::FieldKey,
};

impl Task {
    /// Who may choose between two values.
    pub(super) const RESOLVED_BY: Roles = Roles::CITY;
}

crate::pictured::no_images!(Task);

impl Content for Task {
    const KIND: Kind = TaskId::KIND;
    const VERSION: u16 = 1;
    const TOLD_WHOLE: Roles = Roles::ALL;

    type Fact = TaskFact;
    soglia_kernel::no_parts!();
    soglia_kernel::no_part_facts!();
    soglia_kernel::has_state!(TaskState);

    fn say(&mut self, fact: &TaskFact) {
        match fact {
            TaskFact::Due(due) => self.due = *due,
            TaskFact::Assignee(assignee) => self.assignee = assignee.clone(),
        }
    }

    fn said(&self, fact: &TaskFact) -> TaskFact {
        match fact {
            TaskFact::Due(_) => TaskFact::Due(self.due),
            TaskFact::Assignee(_) => TaskFact::Assignee(self.assignee.clone()),
        }
    }

    fn key(&self) -> Key {
        self.id.key()
    }

    fn roots(&self) -> Vec<Key> {
        vec![self.household.key()]
    }

    fn audience(&self) -> Audience {
        Audience {
            roles: Roles::CITY,
            partners: if self.is_shared() {
                Partners::OfRoots
            } else {
                Partners::None
            },
        }
    }

    fn told(&self, _: &FieldKey) -> Roles {
        Roles::ALL
    }

    fn redact(&mut self, _: &Reader) {}
}
