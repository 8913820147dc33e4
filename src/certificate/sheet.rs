// SPDX-License-Identifier: AGPL-3.0-or-later
//! The sheet itself: dwelling and ceiling, the calculation step by step, the values it rests on, and how to verify it.
use crate::prelude::*;
use crate::{
    text::{certificate as text, language},
    ui::{Notice, PageHead, Tone},
};
use soglia_domain::{
    certificate::{CertificateError, CertifiedParameter, RentCertificate},
    money::Money,
    rulebook::{ParameterName, ParameterVersion},
};
use soglia_wording as wording;

/// How many characters of the checksum stand together.
const GROUP: usize = 8;

/// The command that computes a certificate again.
const COMMAND: &str = "soglia rent --verify < certificato.json";

/// The whole certificate. It is verified each time it is shown, and says on top when it does not hold.
pub(super) fn sheet(certificate: &RentCertificate, place: Option<String>, demonstration: bool) -> AnyView {
    let money = |amount| wording::money(amount, language());
    let line = |term: &str, value: String| {
        view! { <div><dt>{term.to_owned()}</dt><dd>{value}</dd></div> }
    };
    let area = wording::area(certificate.area, language());
    let cap = wording::money_per_area_year(certificate.cap, language());
    let rows = certificate
        .parameters
        .iter()
        .map(|parameter| basis(parameter, certificate))
        .collect_view();
    view! {
        <article class="certificate" data-test="certificate">
            {standing(certificate.verify())}
            {demonstration.then(|| view! { <p class="certificate-note">{text::of_demonstration()}</p> })}
            <header class="certificate-head">
                <p class="certificate-issuer">{text::issuer()}</p>
                <PageHead title=text::title()/>
            </header>
            <dl class="certificate-facts">
                {line(text::dwelling(), certificate.dwelling.clone())}
                {place.map(|place| line(text::address(), place))}
                {line(text::tier(), wording::rent_tier(certificate.tier, language()).to_owned())}
                {line(text::day(), wording::day(certificate.day, language()))}
                {line(wording::surface_kind(certificate.surface_kind, language()), area.clone())}
                {line(text::cap(), cap.clone())}
            </dl>
            <div class="certificate-ceilings">
                <p>
                    <strong data-test="certificate-monthly">{money(certificate.monthly)}</strong>
                    <span>{text::a_month()}</span>
                </p>
                <p>
                    <strong data-test="certificate-yearly">{money(certificate.yearly)}</strong>
                    <span>{text::a_year()}</span>
                </p>
            </div>
            <p>{text::charges_apart()}</p>
            <h2>{text::calculation()}</h2>
            <ol class="certificate-steps">
                <li>
                    <p>{text::step_year()}</p>
                    <p class="certificate-figures">{format!("{area} × {cap} = {}", money(certificate.yearly))}</p>
                </li>
                <li>
                    <p>{text::step_month()}</p>
                    <p class="certificate-figures">
                        {format!("{} ÷ 12 = {}", money(certificate.yearly), money(certificate.monthly))}
                    </p>
                    <p>{why_down(certificate.yearly, certificate.monthly)}</p>
                </li>
            </ol>
            <h2>{text::basis()}</h2>
            {rows}
            <h2>{text::verify()}</h2>
            <p>{text::verify_before()}</p>
            <p class="certificate-command"><code>{COMMAND}</code></p>
            <p class="certificate-term">{text::checksum()}</p>
            <p class="certificate-checksum" data-test="certificate-checksum">{groups(&certificate.checksum)}</p>
        </article>
    }
}

/// What a verification finds: nothing to say when it holds as published.
fn standing(verified: Result<Vec<ParameterVersion>, CertificateError>) -> Option<AnyView> {
    match verified {
        Ok(amended) if amended.is_empty() => None,
        Ok(_) => Some(view! { <p class="certificate-note">{text::amended()}</p> }),
        Err(error) => Some(view! {
            <Notice tone=Tone::Bad>
                <h2>{text::does_not_hold()}</h2>
                <p>{wording::certificate_error(&error, language())}</p>
            </Notice>
        }),
    }
}

/// Why the instalment is rounded down, with the figures of this certificate.
fn why_down(yearly: Money, monthly: Money) -> String {
    if monthly.cents() * 12 >= yearly.cents() {
        return text::exact().to_owned();
    }
    let up = Money::from_cents(monthly.cents() + 1);
    let money = |amount| wording::money(amount, language());
    text::why_down(
        &money(up),
        &money(Money::from_cents(up.cents() * 12)),
        &money(yearly),
    )
}

/// One value with its version, its source and how sure it is.
fn basis(parameter: &CertifiedParameter, certificate: &RentCertificate) -> AnyView {
    let known = parameter.version.name();
    let name = known.map_or("", |name| wording::parameter_title(name, language()));
    let value = if known == Some(ParameterName::CapSurfaceKind) {
        wording::surface_kind(certificate.surface_kind, language()).to_owned()
    } else {
        wording::money_per_area_year(certificate.cap, language())
    };
    let line = |term: &str, value: String| {
        view! { <div><dt>{term.to_owned()}</dt><dd>{value}</dd></div> }
    };
    view! {
        <section class="certificate-basis">
            <h3>{name}</h3>
            <dl>
                {line(text::value_of(), value)}
                {line(text::status(), wording::status(parameter.status, language()).to_owned())}
                {line(text::version(), parameter.version.to_string())}
                {line(text::source(), parameter.source.clone())}
            </dl>
        </section>
    }
}

/// The checksum in groups that can be read aloud.
fn groups(checksum: &str) -> String {
    let characters: Vec<char> = checksum.chars().collect();
    let groups: Vec<String> = characters
        .chunks(GROUP)
        .map(|group| group.iter().collect())
        .collect();
    groups.join(" ")
}
