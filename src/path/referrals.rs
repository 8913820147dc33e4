// SPDX-License-Identifier: AGPL-3.0-or-later
//! The partners to which a household was sent. The City sends; the partner reads its own and answers.
mod deeds;
mod line;
mod mandate;
mod partners;
mod shown;

use self::{
    line::line,
    mandate::send,
    partners::{Partners, partners},
    shown::Shown,
};
use crate::prelude::*;
use crate::{session::may::may, state::State, text::path::referrals as text};
use soglia_domain::{
    id::{HouseholdId, ReferralId},
    record::Identity as _,
    referral::{Referral, Row, Verb},
};

/// The section.
pub(super) fn section(household: HouseholdId) -> AnyView {
    let state = expect_context::<State>();
    let ids = Memo::new(move |_| {
        let rows: Vec<Row> = state
            .rows
            .with(|rows| rows.under::<Referral>(household.key()).cloned().collect());
        let newest_first = soglia_search::sorted(rows, &mut |a, b| (b.at, b.id).cmp(&(a.at, a.id)));
        newest_first.iter().map(|row| row.id).collect::<Vec<_>>()
    });
    // Who takes a referral back also sends: the departments.
    let sends = may(Verb::Withdraw {
        reason: String::new(),
    });
    let known: Option<Partners> = sends.then(|| partners(state));
    let tools = known.map(|known| send(state, household, known));
    let none = move || {
        let words = if sends { text::none() } else { text::none_partner() };
        view! { <p class="muted">{words}</p> }
    };
    let is_partner = may(Verb::Accept {});
    let each = move |id: ReferralId| {
        let drawn = if is_partner {
            answer_card(id)
        } else {
            line(
                state,
                Shown {
                    id,
                    known,
                    is_partner,
                },
            )
        };
        view! { <li>{drawn}</li> }
    };
    view! {
        <section class="path-section" aria-labelledby="path-referrals" data-test="path-referrals">
            <div class="path-head">
                <h2 id="path-referrals">{text::referrals()}</h2>
            </div>
            {tools}
            <Show when=move || ids.with(Vec::is_empty)>{none()}</Show>
            <ul class="path-list">
                <For each=move || ids.get() key=|id| id.key() children=each/>
            </ul>
        </section>
    }
}

/// One referral by itself, with the name of the household and the two answers: a partner reads it before it sees the
/// household.
pub(crate) fn answer_card(id: ReferralId) -> AnyView {
    let shown = Shown {
        id,
        known: None,
        is_partner: true,
    };
    line(expect_context(), shown)
}
