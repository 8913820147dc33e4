// SPDX-License-Identifier: AGPL-3.0-or-later
//! The share of an income that a rent takes, as a bar with the mark at 30 %.
use crate::prelude::*;
use crate::text::{dwellings as text, language};
use soglia_domain::{money::Money, rent};
use soglia_wording as wording;

/// The sustainable share in hundredths of a per cent: where the mark stands.
const MARK: u32 = 3_000;

/// The bar ends at twice the mark: what lies beyond needs no finer reading.
const END: u32 = 6_000;

/// One monthly rent against one income.
pub(super) fn burden(monthly: Money, income: Money) -> AnyView {
    let share = rent::burden(monthly, income);
    let words = match share {
        None => text::burden_over_all().to_owned(),
        Some(share) => {
            let against = if share <= MARK {
                text::burden_fine()
            } else {
                text::burden_above()
            };
            format!("{}, {against}", wording::percent(share, language()))
        }
    };
    let width = share.unwrap_or(END).min(END);
    let within = share.is_some_and(|share| share <= MARK);
    view! {
        <div class="burden" data-test="burden" data-within=within.to_string()>
            <p class="burden-words">
                <span>{text::burden()}": "</span>
                <strong>{words}</strong>
            </p>
            <svg
                class="burden-bar"
                viewBox="0 0 6000 300"
                preserveAspectRatio="none"
                aria-hidden="true"
                focusable="false"
            >
                <rect class="burden-ground" width="6000" height="300"></rect>
                <rect
                    class=if within { "burden-fill" } else { "burden-fill burden-fill-above" }
                    width=width.to_string()
                    height="300"
                ></rect>
                <rect class="burden-mark" x=(MARK - 20).to_string() width="40" height="300"></rect>
            </svg>
            <p class="burden-legend">{text::burden_mark()}</p>
        </div>
    }
    .into_any()
}
