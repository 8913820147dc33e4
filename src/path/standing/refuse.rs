// SPDX-License-Identifier: AGPL-3.0-or-later
//! Refusing a household: why, and the conditions on which the refusal rests.
use super::{
    act::{Asked, reason},
    place::{Place, other},
};
use crate::prelude::*;
use crate::text::{language, path::standing as text};
use soglia_domain::{
    action::Action,
    case::{Verb, unmet},
    finding::Requirement,
};
use soglia_wording as wording;

pub(super) fn refuse(place: Place) -> AnyView {
    let act = other(place, "case-refuse", text::refuse(), text::refuse_send());
    act.draw(move |name| {
        let found = found(place);
        let grounds = RwSignal::new(found.clone());
        let why = reason(name.to_owned()).with_help(text::refuse_help());
        let words = why.clone();
        Asked {
            above: Some(boxes(name, &found, grounds)),
            fields: vec![why],
            action: Callback::new(move |()| {
                let verb = Verb::Refuse {
                    reason: words.get_text(),
                    grounds: grounds.get_untracked(),
                };
                Ok(Action::on(place.id, verb))
            }),
        }
    })
}

/// The conditions that are known to be unmet now, each once: the two categories share some.
fn found(place: Place) -> Vec<Requirement> {
    let rules = place.state.rules();
    let findings = place
        .household
        .with(|household| household.as_ref().map(|household| unmet(household, &rules)));
    let mut found = Vec::new();
    for finding in findings.unwrap_or_default() {
        if !found.contains(&finding.requirement) {
            found.push(finding.requirement);
        }
    }
    found
}

fn boxes(name: &str, found: &[Requirement], grounds: RwSignal<Vec<Requirement>>) -> AnyView {
    if found.is_empty() {
        return view! { <p class="form-text">{text::no_grounds()}</p> };
    }
    let check = |requirement: Requirement| {
        let id = format!("{name}-{}", requirement.key());
        let turn = move |_| {
            grounds.update(
                |grounds| match grounds.iter().position(|ground| *ground == requirement) {
                    Some(at) => {
                        grounds.remove(at);
                    }
                    None => grounds.push(requirement),
                },
            );
        };
        view! {
            <div class="form-check">
                <input
                    type="checkbox"
                    id=id.clone()
                    data-test="case-ground"
                    prop:checked=move || grounds.with(|grounds| grounds.contains(&requirement))
                    on:change=turn
                />
                <label for=id>{wording::requirement(requirement, language())}</label>
            </div>
        }
    };
    view! {
        <fieldset class="form-group">
            <legend class="form-label">{text::grounds()}</legend>
            <p class="form-text">{text::grounds_help()}</p>
            {found.iter().copied().map(check).collect_view()}
        </fieldset>
    }
}
