// SPDX-License-Identifier: AGPL-3.0-or-later
//! One line of what awaits a person: what it is about, and where it leads. What waits is found and ordered first, without a
//! word; only what is shown is put into words, because of thousands of cases a few lines stand on the screen.
use crate::{
    routes::{Address, HouseholdTab},
    state::Rows,
    text::{language, today as text},
};
use soglia_domain::{
    calendar::Day,
    case::Case,
    id::{CaseId, HouseholdId, PlacementId, ReferralId, TaskId, VisitId},
    placement::Placement,
    record::Identity as _,
    referral::Referral,
    task::Task,
    visit::Visit,
};
use soglia_wording as wording;

/// What one line is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    /// A visit.
    Visit(VisitId),
    /// Something to do; whether one touch finishes it.
    Task(TaskId, bool),
    /// A household that a partner is asked to take on.
    Referral(ReferralId),
    /// A case whose next step is due.
    Case(CaseId),
    /// What is due of a plan.
    Plan(PlanStep),
    /// An offer that nobody answered.
    Offer(PlacementId),
    /// An attestation that ends.
    Isee,
    /// So many attestations that end.
    Isees(usize),
}

/// What is due of a plan.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum PlanStep {
    /// To sign it.
    Sign,
    /// To review it.
    Review,
    /// To ask the household after its end.
    FollowUp,
}

impl About {
    /// What tests and tools call it.
    pub(super) const fn kind(self) -> &'static str {
        match self {
            Self::Visit(_) => "visit",
            Self::Task(..) => "task",
            Self::Referral(_) => "referral",
            Self::Case(_) => "case",
            Self::Plan(_) => "plan",
            Self::Offer(_) => "offer",
            Self::Isee | Self::Isees(_) => "isee",
        }
    }

    pub(super) const fn icon(self) -> &'static str {
        match self {
            Self::Visit(_) => "it-calendar",
            Self::Task(..) => "it-check-circle",
            Self::Referral(_) => "it-inbox",
            Self::Case(_) | Self::Offer(_) => "it-clock",
            Self::Plan(_) | Self::Isee | Self::Isees(_) => "it-files",
        }
    }

    /// In words; none for what went away meanwhile.
    fn words(self, rows: &Rows) -> Option<String> {
        let words = match self {
            Self::Visit(id) => {
                let row = rows.row::<Visit>(id.key())?;
                text::visit(
                    wording::visit_purpose(row.purpose, language()),
                    &wording::visit_hours(row.from, row.to, language()).unwrap_or_default(),
                    &row.place,
                )
            }
            Self::Task(id, _) => rows.row::<Task>(id.key())?.beginning.clone(),
            Self::Case(id) => {
                let row = rows.row::<Case>(id.key())?;
                text::case_step(wording::case_stage(row.stage, language()))
            }
            Self::Offer(id) => text::offer(&rows.row::<Placement>(id.key())?.dwelling_code),
            Self::Isees(n) => text::isees(n),
            Self::Referral(_) => text::referral().to_owned(),
            Self::Plan(PlanStep::Sign) => text::to_sign().to_owned(),
            Self::Plan(PlanStep::Review) => text::plan_review().to_owned(),
            Self::Plan(PlanStep::FollowUp) => text::follow_up().to_owned(),
            Self::Isee => text::isee().to_owned(),
        };
        Some(words)
    }

    /// The tab of its household on which it is done.
    const fn tab(self) -> HouseholdTab {
        match self {
            Self::Offer(_) => HouseholdTab::Offers,
            Self::Isee | Self::Isees(_) => HouseholdTab::Situation,
            Self::Visit(_) | Self::Task(..) | Self::Referral(_) | Self::Case(_) | Self::Plan(_) => {
                HouseholdTab::Path
            }
        }
    }
}

/// Something that waits.
#[derive(Clone, Copy)]
pub(super) struct Waits {
    pub(super) about: About,
    pub(super) due: Day,
    /// The minute of the day, for what has one.
    pub(super) from: Option<u16>,
    /// About whom; none for a household that is not to be seen yet, and for many.
    pub(super) household: Option<HouseholdId>,
}

impl Waits {
    /// On a day, at no hour.
    pub(super) const fn on(due: Day, about: About, household: HouseholdId) -> Self {
        Self {
            about,
            due,
            from: None,
            household: Some(household),
        }
    }

    /// The most urgent has the least: by day, then by hour, then by what it is.
    pub(super) fn order(&self) -> u64 {
        let day = self.due.epoch_days().max(0).unsigned_abs();
        let minute = self.from.map_or(0, |minute| u64::from(minute) + 1);
        let rank = match self.about {
            About::Case(_) => 0,
            About::Isee | About::Isees(_) => 1,
            About::Offer(_) => 2,
            About::Plan(_) => 3,
            About::Referral(_) => 4,
            About::Task(..) => 5,
            About::Visit(_) => 6,
        };
        day << 14 | (minute << 3 | rank)
    }
}

/// One line: what, about whom, and by when.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) about: About,
    pub(super) due: Day,
    pub(super) words: String,
    pub(super) household: String,
    /// Its page; none for a household that is not to be seen yet.
    pub(super) address: Option<Address>,
}

impl Line {
    /// Puts into words what waits.
    pub(super) fn of(rows: &Rows, waits: Waits) -> Option<Self> {
        let Waits {
            about,
            due,
            household,
            ..
        } = waits;
        let label = match about {
            About::Referral(id) => rows.row::<Referral>(id.key())?.household_label.clone(),
            _ => household
                .and_then(|id| rows.household(id))
                .map_or_else(String::new, |row| row.label.clone()),
        };
        Some(Self {
            about,
            due,
            words: about.words(rows)?,
            household: label,
            address: match about {
                About::Isees(_) => Some(Address::Households),
                _ => household.map(|household| Address::Household(household, about.tab())),
            },
        })
    }
}
