// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is committed of a source, and what is left: sums over the commitments on this device.
use crate::prelude::*;
use crate::{
    state::{Rows, State},
    text::{funding as text, language},
};
use soglia_domain::{commitment::Commitment, id::FundingSourceId, money::Money, record::Identity as _};
use soglia_wording as wording;

/// Total, committed and left.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Amounts {
    pub(super) total: Money,
    pub(super) committed: Money,
    pub(super) left: Money,
}

impl Amounts {
    pub(super) fn of(rows: &Rows, id: FundingSourceId, total: Money) -> Self {
        let counted = rows.under::<Commitment>(id.key()).filter(|row| row.counts);
        let committed: i64 = counted.map(|row| row.amount.cents()).sum();
        Self {
            total,
            committed: Money::from_cents(committed),
            left: Money::from_cents(total.cents() - committed),
        }
    }
}

/// The amounts of a source, to follow.
pub(super) fn amounts(
    state: State,
    id: FundingSourceId,
    total: impl Fn() -> Money + Send + Sync + 'static,
) -> Memo<Amounts> {
    Memo::new(move |_| {
        let total = total();
        state.rows.with(|rows| Amounts::of(rows, id, total))
    })
}

/// How much is committed, as a bar with the same in words.
pub(super) fn bar(amounts: Amounts) -> AnyView {
    let share = (amounts.committed.cents().max(0) * 100)
        .checked_div(amounts.total.cents())
        .unwrap_or(0)
        .clamp(0, 100);
    let spoken = text::bar(
        &wording::money(amounts.committed, language()),
        &wording::money(amounts.total, language()),
    );
    view! {
        <div class="funding-bar" role="img" aria-label=spoken>
            <span class="funding-bar-part" style:width=format!("{share}%")></span>
        </div>
    }
}
