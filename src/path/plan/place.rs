// SPDX-License-Identifier: AGPL-3.0-or-later
//! The plan that is open, for every section of it.
use crate::prelude::*;
use crate::record::Asking;
use crate::{
    record::Subject,
    session::may::{is_told_whole, may},
};
use soglia_domain::{
    id::{HouseholdId, PlanId},
    plan::{GoalId, Plan, PlanStateKind, Verb},
    record::Identity as _,
};

/// An open plan.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) subject: Subject<Plan>,
    pub(super) id: PlanId,
    pub(super) household: HouseholdId,
    /// Its forms, one open at a time.
    pub(super) asking: Asking,
    /// How far it is; none while it is not here.
    pub(super) kind: Memo<Option<PlanStateKind>>,
    /// Which goal is being written.
    pub(super) writing: RwSignal<Option<GoalId>>,
    /// Whether the person writes plans: a partner reads, says what became of goals and reviews.
    pub(super) may_write: bool,
    /// Whether the person is told all of it.
    pub(super) is_told_whole: bool,
}

impl Place {
    pub(super) fn of(id: PlanId, household: HouseholdId) -> Self {
        let subject = Subject::<Plan>::open(id);
        Self {
            subject,
            id,
            household,
            asking: Asking::about(id.key()),
            kind: Memo::new(move |_| subject.read(|plan| Some(plan.state.kind()))),
            writing: RwSignal::new(None),
            may_write: may(Verb::Revise {}),
            is_told_whole: is_told_whole(PlanId::KIND),
        }
    }

    /// Whether its words can be written now. Tracks.
    pub(super) fn is_open(self) -> bool {
        self.may_write && self.kind.get() == Some(PlanStateKind::Draft)
    }

    /// A section, with its heading: the focus goes there when something in it is done.
    pub(super) fn section(self, what: &'static str, heading: &'static str, body: AnyView) -> AnyView {
        let title = self.address(what);
        let labelled_by = title.clone();
        view! {
            <section class="path-section" aria-labelledby=labelled_by data-test=format!("plan-{what}")>
                <h3 id=title tabindex="-1">{heading}</h3>
                {body}
            </section>
        }
    }

    /// An address of something of it inside the page.
    pub(super) fn address(self, what: &str) -> String {
        format!("plan-{what}-{}", self.id)
    }
}
