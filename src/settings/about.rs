// SPDX-License-Identifier: AGPL-3.0-or-later
//! What Soglia is, under which licence, and where its figures and lists come from.
use crate::prelude::*;
use crate::{
    routes::Address,
    text::settings as text,
    ui::{LinkButton, PageHead, Summary, SummaryLine},
};

/// The page. Addresses are text and not links: a page of Soglia asks nobody else for anything.
#[component]
pub fn AboutPage() -> AnyView {
    let section = |title: &'static str, paragraphs: &[&'static str]| {
        view! {
            <section>
                <h2>{title}</h2>
                {paragraphs.iter().map(|paragraph| view! { <p>{*paragraph}</p> }).collect_view()}
            </section>
        }
    };
    let sources = [
        (text::source_city(), text::source_city_licence()),
        (text::source_istat(), text::source_istat_licence()),
        (text::source_omi(), text::source_omi_licence()),
        (text::source_rules(), text::source_rules_licence()),
    ];
    view! {
        <div class="page">
            <PageHead title=text::about_title() />
            {section(text::what_title(), &[text::what_it_is(), text::what_it_does_not()])}
            {section(text::licence_title(), &[text::licence(), text::source_code()])}
            <section>
                <h2>{text::sources_title()}</h2>
                <p>{text::sources_help()}</p>
                <dl class="sources">
                    {sources
                        .into_iter()
                        .map(|(name, licence)| view! { <div><dt>{name}</dt><dd>{licence}</dd></div> })
                        .collect_view()}
                </dl>
            </section>
            {section(text::privacy_title(), &[text::privacy()])}
            {section(text::access_title(), &[text::access(), text::access_contact()])}
            <section>
                <h2>{text::version()}</h2>
                <Summary>
                    <SummaryLine term=text::version()>{env!("CARGO_PKG_VERSION")}</SummaryLine>
                    <SummaryLine term=text::licence_title()>"AGPL-3.0-or-later"</SummaryLine>
                </Summary>
                <LinkButton href=Address::Settings.path() icon="it-settings">{text::title()}</LinkButton>
            </section>
        </div>
    }
    .into_any()
}
