// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a rent becomes after a year of the FOI index, under each ceiling. Nothing of it is saved.
use crate::prelude::*;
use crate::{
    state::State,
    text::{dwellings::measures as text, language},
    ui::{MoneyField, Summary, SummaryLine, TextField},
};
use soglia_domain::{
    answer::Answer,
    area::FloorArea,
    money::Money,
    rent::RentTier,
    rent::{indexed, rent_ceiling},
    rulebook::ParameterName,
};
use soglia_wording as wording;

/// The calculation for a dwelling of that surface.
pub(super) fn index(area: FloorArea) -> AnyView {
    let state = expect_context::<State>();
    let rent = RwSignal::new(Answer::<Money>::NotAsked);
    let typed = RwSignal::new(String::new());
    let wrong = Signal::derive(move || {
        let is_wrong = typed.with(|typed| !typed.trim().is_empty() && read_change(typed).is_none());
        is_wrong.then(|| text::index_change_wrong().to_owned())
    });
    let result = move || {
        let rent = *rent.get().known()?;
        let change = typed.with(|typed| read_change(typed))?;
        let rules = state.rules();
        let line = |tier: RentTier| {
            let found = indexed(rent, change, rent_ceiling(area, tier, &rules).monthly, &rules);
            let remark = if found.reached_ceiling {
                text::index_reached()
            } else {
                ""
            };
            view! {
                <SummaryLine term=wording::rent_tier(tier, language())>
                    <span data-test=format!("indexed-{}", tier.key())>{wording::money_per_month(found.rent, language())}</span>
                    " "
                    <span class="muted">{remark}</span>
                </SummaryLine>
            }
        };
        let lines = RentTier::ALL.map(line).into_iter().collect_view();
        Some(view! { <Summary>{lines}</Summary> })
    };
    let share = wording::percent(state.rules().number(ParameterName::IndexationShare), language());
    view! {
        <details data-test="indexation">
            <summary>{text::index_heading()}</summary>
            <p>{text::index_rule(&share)}</p>
            <MoneyField id="index-rent" label=text::index_rent() value=rent on_answer=move |answer| rent.set(answer)/>
            <TextField
                id="index-change"
                label=text::index_change()
                help=text::index_change_help()
                value=typed
                on_save=move |text| typed.set(text)
                error=wrong
            />
            {result}
        </details>
    }
}

/// A percentage as typed, in hundredths of a per cent.
fn read_change(typed: &str) -> Option<i32> {
    let hundredths = Money::parse(typed.trim().trim_end_matches('%')).ok()?.cents();
    i32::try_from(hundredths)
        .ok()
        .filter(|change| change.abs() <= 10_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_read_as_people_write_a_percentage() {
        assert_eq!(read_change("0,6"), Some(60));
        assert_eq!(read_change(" 0.60 %"), Some(60));
        assert_eq!(read_change("-0,2"), Some(-20));
        for wrong in ["", "tanto", "0,123", "101"] {
            assert_eq!(read_change(wrong), None, "{wrong}");
        }
    }
}
