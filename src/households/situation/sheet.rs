// SPDX-License-Identifier: AGPL-3.0-or-later
//! What stands around the answers of a household: what is strange about them, and who finds out what is not known.
use crate::households::case::Case;
use crate::prelude::*;
use crate::{
    text::language,
    ui::{StateTag, Tone},
};
use soglia_domain::{
    household::doubts::{Doubted, doubts},
    record::Identity as _,
    task::{Row, Task, TaskKind, TaskStateKind},
};

/// Whether a question has its answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Stands {
    /// Nobody asked.
    #[default]
    NotAsked,
    /// Asked, and not known yet.
    Unknown,
    /// Known.
    Known,
}

impl Stands {
    pub(super) const fn of(is_not_asked: bool, is_known: bool) -> Self {
        match (is_not_asked, is_known) {
            (true, _) => Self::NotAsked,
            (false, false) => Self::Unknown,
            (false, true) => Self::Known,
        }
    }
}

/// What a page of answers follows.
#[derive(Clone, Copy)]
pub(super) struct Sheet {
    pub(super) case: Case,
    pub(super) doubts: Memo<Vec<Doubted>>,
    /// The open tasks that are about a question.
    pub(super) tasks: Memo<Vec<Row>>,
}

impl Sheet {
    pub(super) fn of(case: Case) -> Self {
        let today = case.state.today();
        let is_asked = |row: &&Row| {
            row.what == TaskKind::FindOut && row.state == TaskStateKind::Open && row.about.is_some()
        };
        Self {
            case,
            doubts: Memo::new(move |_| case.read(|household| doubts(household, today))),
            tasks: Memo::new(move |_| {
                let rows = case.state.rows;
                rows.with(|rows| {
                    let tasks = rows.under::<Task>(case.id.key());
                    tasks.filter(is_asked).cloned().collect()
                })
            }),
        }
    }

    /// What is strange about the answer at a field.
    pub(super) fn strange(self, field: String) -> AnyView {
        let found = Memo::new(move |_| {
            self.doubts.with(|found| {
                let here = found.iter().filter(|found| found.field == field);
                here.map(|found| found.doubt).collect::<Vec<_>>()
            })
        });
        live(move || {
            let line = |doubt| {
                view! {
                    <p class="form-text" data-test="doubt">
                        <StateTag tone=Tone::Warn label=crate::text::households::situation::strange()/>
                        " "
                        {soglia_wording::doubt(doubt, language())}
                    </p>
                }
            };
            view! { <div role="status">{found.get().into_iter().map(line).collect_view()}</div> }
        })
    }
}
