// SPDX-License-Identifier: AGPL-3.0-or-later
//! One ceiling as a card: in a year, in a month, how it is computed, and against an income.
use super::burden::{Bearable, burden};
use crate::prelude::*;
use crate::{
    text::{dwellings as text, language},
    ui::{Summary, SummaryLine},
};
use soglia_domain::{answer::Answer, money::Money, rent::RentCeiling, rulebook::Rules};
use soglia_wording as wording;

/// One ceiling, with the way to its certificate. Without one it rests on a surface that nobody measured, and is
/// indicative only.
pub(super) fn card(
    ceiling: RentCeiling,
    rules: &Rules,
    certificate: Option<String>,
    income: RwSignal<Answer<Money>>,
) -> AnyView {
    let RentCeiling {
        tier,
        area,
        cap,
        parameter,
        yearly,
        monthly,
        ..
    } = ceiling;
    let indicative = certificate.is_none();
    let bearable = Bearable::of(rules);
    let known = rules.parameter(parameter).clone();
    let money = |amount| wording::money(amount, language());
    let area_words = wording::area(area, language());
    let test = (!indicative).then(|| format!("rent-{}", tier.key()));
    let share = move || {
        let income = income.get().known().copied().filter(|_| !indicative)?;
        Some(burden(monthly, income, bearable))
    };
    view! {
        <section class="card rent-card" class:rent-card-indicative=indicative data-test=test>
            <h3>{wording::rent_tier(tier, language())}</h3>
            <dl class="rent-figures">
                <div>
                    <dt>{text::monthly()}</dt>
                    <dd class="rent-monthly" data-test="rent-monthly">{money(monthly)}</dd>
                </div>
                <div>
                    <dt>{text::yearly()}</dt>
                    <dd class="rent-yearly" data-test="rent-yearly">{money(yearly)}</dd>
                </div>
            </dl>
            {share}
            {certificate.map(|href| view! {
                <p class="rent-certificate"><a href=href>{crate::text::certificate::title()}</a></p>
            })}
            <details>
                <summary>{text::how_computed()}</summary>
                <ol class="rent-steps">
                    <li>
                        <span>{text::step_yearly()}</span>
                        <span>{format!(
                            "{area_words} × {} = {}",
                            wording::money_per_area_year(cap, language()),
                            money(yearly),
                        )}</span>
                    </li>
                    <li>
                        <span>{text::step_monthly()}</span>
                        <span>{format!("{} ÷ 12 = {}", money(yearly), money(monthly))}</span>
                    </li>
                </ol>
                <Summary>
                    <SummaryLine term=text::step_cap()>{wording::money_per_area_year(cap, language())}</SummaryLine>
                    <SummaryLine term=text::parameter_source()>{known.source}</SummaryLine>
                    <SummaryLine term=text::parameter_status()>{wording::status(known.status, language())}</SummaryLine>
                    <SummaryLine term=text::parameter_from()>{wording::day(known.from, language())}</SummaryLine>
                </Summary>
                <p class="muted">{text::surface_assumed()}</p>
            </details>
        </section>
    }
    .into_any()
}
