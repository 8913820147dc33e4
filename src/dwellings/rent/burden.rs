// SPDX-License-Identifier: AGPL-3.0-or-later
//! The share of an income that a rent takes, as a bar with marks where it stops being bearable and where it overburdens.
use crate::prelude::*;
use crate::text::{dwellings as text, language};
use soglia_domain::{
    money::Money,
    rent,
    rulebook::{ParameterName, Rules},
};
use soglia_wording as wording;

/// The two shares against which a rent is held, in hundredths of a per cent.
#[derive(Clone, Copy)]
pub(super) struct Bearable {
    sustainable: u32,
    overburden: u32,
}

impl Bearable {
    pub(super) fn of(rules: &Rules) -> Self {
        Self {
            sustainable: rules.number(ParameterName::SustainableShare).max(1),
            overburden: rules.number(ParameterName::OverburdenShare).max(1),
        }
    }

    /// The bar ends at twice the first mark, and beyond the second: what lies further needs no finer reading.
    fn end(self) -> u32 {
        (self.sustainable * 2).max(self.overburden + 1_000)
    }
}

/// One monthly rent against one income.
pub(super) fn burden(monthly: Money, income: Money, bearable: Bearable) -> AnyView {
    let Bearable {
        sustainable,
        overburden,
    } = bearable;
    let percent = |share| wording::percent(share, language());
    let share = rent::burden(monthly, income);
    let words = match share {
        None => text::burden_over_all().to_owned(),
        Some(share) => {
            let against = if share <= sustainable {
                text::burden_fine(&percent(sustainable))
            } else if share <= overburden {
                text::burden_above(&percent(sustainable))
            } else {
                text::burden_over(&percent(overburden))
            };
            format!("{}, {against}", percent(share))
        }
    };
    let end = bearable.end();
    let width = share.unwrap_or(end).min(end);
    let within = share.is_some_and(|share| share <= sustainable);
    let mark = |at: u32| {
        view! { <rect class="burden-mark" x=(at.saturating_sub(20)).to_string() width="40" height="300"></rect> }
    };
    view! {
        <div class="burden" data-test="burden" data-within=within.to_string()>
            <p class="burden-words">
                <span>{text::burden()}": "</span>
                <strong>{words}</strong>
            </p>
            <svg
                class="burden-bar"
                viewBox=format!("0 0 {end} 300")
                preserveAspectRatio="none"
                aria-hidden="true"
                focusable="false"
            >
                <rect class="burden-ground" width=end.to_string() height="300"></rect>
                <rect
                    class=if within { "burden-fill" } else { "burden-fill burden-fill-above" }
                    width=width.to_string()
                    height="300"
                ></rect>
                {mark(sustainable)}
                {mark(overburden)}
            </svg>
            <p class="burden-legend">{text::burden_marks(&percent(sustainable), &percent(overburden))}</p>
        </div>
    }
}
