// SPDX-License-Identifier: AGPL-3.0-or-later
//! One household in the list.
use crate::prelude::*;
use crate::{
    households::words,
    routes::{Address, HouseholdTab},
    state::{Hit, Matched, State},
    text::households as text,
    ui::{StateTag, Tone},
};
use soglia_domain::household::Row as HouseholdRow;
use soglia_domain::id::HouseholdId;
use std::{collections::BTreeMap, sync::Arc};

/// One line: name, members, offers, last change, and why it was found.
#[component]
pub(super) fn HouseholdLine(
    /// The row found at this place.
    at: Signal<Option<Hit>>,
    /// Households with changes that have not arrived yet.
    waiting: Memo<BTreeMap<HouseholdId, bool>>,
    /// The household that is open beside the list.
    current: Memo<Option<HouseholdId>>,
) -> impl IntoView {
    let state = expect_context::<State>();
    let found = Memo::new(move |_| {
        let hit = at.get()?;
        let row: Arc<HouseholdRow> = state.rows.with(|rows| rows.households.get(hit.row).cloned())?;
        let here_only = waiting.with(|waiting| waiting.get(&row.id).copied());
        Some((row, hit.matched, here_only))
    });
    move || {
        found.get().map(|(row, matched, here_only)| {
            let href = Address::Household(row.id, HouseholdTab::Situation).path();
            view! {
                <a
                    class="list-row"
                    href=href
                    data-test="household-row"
                    aria-current=(current.get() == Some(row.id)).then_some("true")
                >
                    <span class="list-row-title">{row.label.clone()}</span>
                    <span class="list-row-facts">{facts(&row)}</span>
                    {why(matched).map(|why| view! { <span class="list-row-why">{why}</span> })}
                    <span class="list-row-head">
                        {row.joined.is_some().then(|| view! { <StateTag tone=Tone::Neutral label=text::alike::joined_tag()/> })}
                        {(row.n_reviews > 0).then(|| view! { <StateTag tone=Tone::Warn label=text::to_review()/> })}
                        {(row.n_open_offers > 0)
                            .then(|| {
                                view! { <StateTag tone=Tone::Info label=text::open_offers(row.n_open_offers.into())/> }
                            })}
                        {here_only
                            .map(|came_back| {
                                let (tone, label) = if came_back {
                                    (Tone::Warn, text::refused_title())
                                } else {
                                    (Tone::Neutral, text::on_this_device())
                                };
                                view! { <StateTag tone label/> }
                            })}
                    </span>
                </a>
            }
        })
    }
}

fn facts(row: &HouseholdRow) -> String {
    let members = text::members(row.n_members.into());
    let changed = text::changed_on(&words::day_of(row.last_at.max(row.opened_at)));
    format!("{members} · {changed}")
}

fn why(matched: Matched) -> Option<&'static str> {
    match matched {
        Matched::Name => Some(text::matched_label()),
        Matched::MemberName => Some(text::matched_name()),
        Matched::TaxCode => Some(text::matched_tax_code()),
        Matched::Everything | Matched::Code | Matched::Address | Matched::Municipality => None,
    }
}
