// SPDX-License-Identifier: AGPL-3.0-or-later
//! One parameter: its value, how sure it is, since when it holds, where it comes from, and its values in time.
use super::{amend::amend_form, book::Book};
use crate::prelude::*;
use crate::{
    state::State,
    text::{language, rules as text},
    ui::{Button, SavedHint, StateTag, Tone},
};
use soglia_domain::{
    action::Action,
    city_rules::Verb as CityVerb,
    id::AmendmentId,
    rooms::Verb,
    rulebook::{Amendment, MarketRent, Parameter, ParameterName, ParameterValue, Rulebook, Status},
};
use soglia_wording as wording;

/// One entry of the list.
pub(super) fn entry(name: ParameterName, book: Book) -> AnyView {
    let parameter = Memo::new(move |_| book.rules.with(|rules| rules.parameter(name).clone()));
    let title = wording::parameter_title(name, language());
    let facts = move || parameter.with(|parameter| facts(parameter, book));
    let more = move || parameter.with(|parameter| more(parameter, book));
    let is_open = Memo::new(move |_| book.open.get() == Some(name));
    let form = move || {
        if is_open.get() {
            amend_form(parameter.get_untracked(), book)
        } else {
            ().into_any()
        }
    };
    let amend = move || {
        if book.may_amend && !is_open.get() && parameter.with(Parameter::is_amendable) {
            let open = Callback::new(move |()| book.open.set(Some(name)));
            view! {
                <Button icon="it-pencil" on_click=open test="amend">
                    {text::amend()}<span class="visually-hidden">{format!(": {title}")}</span>
                </Button>
            }
        } else {
            ().into_any()
        }
    };
    view! {
        <li class="rule" id=name.key() tabindex="-1" data-test=format!("rule-{}", name.key())>
            <div class="rule-head">
                <h3>{title}</h3>
                {live(amend)}
            </div>
            {live(facts)}
            {live(form)}
            <details open=book.looked_for == Some(name)>
                <summary>{text::source_and_history()}</summary>
                {live(more)}
            </details>
        </li>
    }
}

const fn tone(status: Status) -> Tone {
    match status {
        Status::Published => Tone::Good,
        Status::Assumed => Tone::Info,
        Status::Unverified => Tone::Warn,
    }
}

fn facts(parameter: &Parameter, book: Book) -> AnyView {
    let language = language();
    let value = wording::parameter_value(&parameter.value, parameter.unit, language);
    let since = text::since(&wording::day(parameter.from, language));
    let who = parameter.amendment.map(|amendment| {
        view! {
            <p class="rule-who">
                {wording::source(parameter, language)} " " {delivery(amendment, book.state)}
            </p>
        }
    });
    view! {
        <p class="rule-value">
            <strong data-test="rule-value">{value}</strong>
            " "
            <StateTag tone=tone(parameter.status) label=wording::status(parameter.status, language) />
            " "
            <span class="muted">{since}</span>
        </p>
        {who}
    }
}

/// Where an amendment is: on this device only, or delivered.
fn delivery(amendment: AmendmentId, state: State) -> AnyView {
    let is_pending = move |action: &Action| matches!(&action.verb, Verb::CityRules(CityVerb::Amend { amendment: id, .. }) if *id == amendment);
    let pending = Signal::derive(move || {
        state
            .outbox
            .with(|outbox| outbox.iter().any(|entry| is_pending(&entry.change.action)))
    });
    view! { <SavedHint pending=pending /> }
}

fn more(parameter: &Parameter, book: Book) -> AnyView {
    let language = language();
    let published = Rulebook::published()
        .parameter(parameter.name, parameter.from)
        .into_owned();
    let zones = match &parameter.value {
        ParameterValue::Zones(zones) => by_zone(zones),
        _ => ().into_any(),
    };
    let earlier = Rulebook::published().history(parameter.name);
    let earlier = earlier.iter().map(|value| {
        let read = wording::parameter_value(&value.value, value.unit, language);
        let since = text::since(&wording::day(value.from, language));
        view! { <li><strong>{read}</strong> " " <span class="muted">{since}</span></li> }
    });
    let amended = book.state.city_rules.with(|city| {
        let own = city.amendments.iter();
        own.filter(|amendment| amendment.parameter == parameter.name)
            .map(|amendment| amended(amendment, parameter, book.state))
            .collect_view()
    });
    view! {
        <p class="source">{wording::source(&published, language)}</p>
        <p class="form-text">{text::about_it()} ": " <span lang="it">{published.note.to_string()}</span></p>
        {zones}
        <h4>{text::values_in_time()}</h4>
        <ul class="rule-history">{earlier.collect_view()} {amended}</ul>
    }
}

/// An amendment with its author and its reason.
fn amended(amendment: &Amendment, parameter: &Parameter, state: State) -> AnyView {
    let language = language();
    let value = wording::new_value(&amendment.value, parameter.unit, language);
    let since = text::since(&wording::day(amendment.from, language));
    let at = wording::moment(state.local_ms(amendment.at), language);
    view! {
        <li data-test="amendment">
            <strong>{value}</strong> " " <span class="muted">{since}</span>
            <p>{amendment.reason.clone()}</p>
            <p class="form-text">
                {text::saved_by(&amendment.by_name, &at)} " " {delivery(amendment.id, state)}
            </p>
        </li>
    }
}

fn by_zone(zones: &[MarketRent]) -> AnyView {
    let line = |zone: &MarketRent| {
        view! {
            <tr>
                <th scope="row">{zone.zone}</th>
                <td>{zone.name}</td>
                <td class="number">{wording::money(zone.rent, language())}</td>
            </tr>
        }
    };
    view! {
        <div class="rule-zones" role="region" tabindex="0" aria-label=text::by_zone()>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{text::zone()}</th>
                        <th scope="col">{text::zone_name()}</th>
                        <th scope="col" class="number">{text::zone_rent()}</th>
                    </tr>
                </thead>
                <tbody>{zones.iter().map(line).collect_view()}</tbody>
            </table>
        </div>
    }
}
