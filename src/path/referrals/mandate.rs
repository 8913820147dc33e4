// SPDX-License-Identifier: AGPL-3.0-or-later
//! Sending a household to a partner, or on to another one: to whom, why, and until when it is to answer.
use super::partners::{Partner, Partners};
use crate::prelude::*;
use crate::{
    path::standing::act::{Act, Asked},
    record::FormField,
    state::State,
    text::path::referrals as text,
    ui::{ButtonKind, Choice},
};
use soglia_domain::{
    action::Action,
    answer::Answer,
    calendar::Day,
    id::{HouseholdId, OrganisationId, ReferralId},
    referral::{Referral, Verb},
    shape::{Days, Shape},
};

/// Days that a partner has for its answer, where nobody says otherwise.
const DAYS_TO_ANSWER: i64 = 10;

/// What a partner is asked.
struct Mandate {
    to: OrganisationId,
    to_name: String,
    reason: String,
    answer_by: Day,
}

/// Sends a household to a partner, where this device knows one.
pub(super) fn send(state: State, household: HouseholdId, known: Partners) -> AnyView {
    let is_nobody = Memo::new(move |_| known.with(Vec::is_empty));
    live(move || {
        if is_nobody.get() {
            return view! { <p class="muted" data-test="referral-nobody">{text::nobody()}</p> };
        }
        let act = Act {
            name: format!("referral-send-{household}"),
            test: "referral-send",
            label: text::send().to_owned(),
            send: text::send_it(),
            kind: ButtonKind::Primary,
        };
        form(state, act, known, None, move |mandate| Verb::Send {
            household,
            to: mandate.to,
            to_name: mandate.to_name,
            reason: mandate.reason,
            answer_by: mandate.answer_by,
        })
    })
}

/// Sends the household on to another partner.
pub(super) fn transfer(state: State, before: &Referral, known: Partners) -> AnyView {
    let from = before.id;
    let act = Act {
        name: format!("referral-transfer-{from}"),
        test: "referral-transfer",
        label: text::transfer().to_owned(),
        send: text::transfer_send(),
        kind: ButtonKind::Outline,
    };
    form(state, act, known, Some(before.to), move |mandate| {
        Verb::Transfer {
            from,
            to: mandate.to,
            to_name: mandate.to_name,
            reason: mandate.reason,
            answer_by: mandate.answer_by,
        }
    })
}

fn form(
    state: State,
    act: Act,
    known: Partners,
    except: Option<OrganisationId>,
    verb: impl Fn(Mandate) -> Verb + Copy + Send + Sync + 'static,
) -> AnyView {
    act.draw(move |name| {
        let mut partners = known.get();
        partners.retain(|partner| Some(partner.id) != except);
        // Where there is one partner there is nothing to choose.
        let only = match partners.as_slice() {
            [only] => Answer::Known(only.id.to_string()),
            _ => Answer::NotAsked,
        };
        let chosen = RwSignal::new(only);
        // Nobody is asked for a name that is known.
        let asks_name = partners.iter().any(|partner| partner.name.is_none());
        let to_name = FormField::new(format!("{name}-name"), text::name(), Shape::NAME);
        let to_name = to_name.with_help(text::name_help());
        let why = FormField::new(format!("{name}-mandate"), text::mandate(), Shape::TEXT);
        let why = why
            .with_help(text::mandate_help())
            .required(text::mandate_missing());
        let day = FormField::new(format!("{name}-day"), text::answer_day(), Shape::Day(Days::Any));
        let day = day
            .with(&state.today().plus_days(DAYS_TO_ANSWER))
            .required(text::day_missing());
        let mut fields = vec![why.clone(), day.clone()];
        if asks_name {
            fields.insert(0, to_name.clone());
        }
        let options = partners
            .iter()
            .map(|partner| (partner.id.to_string(), partner.label()));
        let options: Vec<(String, String)> = options.collect();
        let above = if options.is_empty() {
            view! { <p class="muted">{text::no_other()}</p> }
        } else {
            view! {
                <Choice
                    id=name.to_owned()
                    label=text::partner()
                    options
                    value=chosen
                    on_answer=move |answer| chosen.set(answer)
                    required=true
                />
            }
        };
        Asked {
            above: Some(above),
            fields,
            action: Callback::new(move |()| {
                let (to, to_name) = chosen.with_untracked(|chosen| whom(&partners, chosen, &to_name))?;
                let mandate = Mandate {
                    to,
                    to_name,
                    reason: why.get_text(),
                    answer_by: day.get().ok_or_else(|| text::day_missing().to_owned())?,
                };
                Ok(Action::on(state.new_id::<ReferralId>(), verb(mandate)))
            }),
        }
    })
}

/// The partner that was chosen, by the name that is known or else typed.
fn whom(
    partners: &[Partner],
    chosen: &Answer<String>,
    typed: &FormField,
) -> Result<(OrganisationId, String), String> {
    let is_it = |partner: &&Partner| chosen.known() == Some(&partner.id.to_string());
    let partner = partners.iter().find(is_it);
    let partner = partner.ok_or_else(|| text::partner_missing().to_owned())?;
    let name = partner.name.clone().unwrap_or_else(|| typed.get_text());
    if name.trim().is_empty() {
        return Err(text::name_missing().to_owned());
    }
    Ok((partner.id, name))
}
