// SPDX-License-Identifier: AGPL-3.0-or-later
//! What can be decided about a case: the next stage, and under it whatever else its stage allows.
use super::{
    act::{Act, Asked, reason},
    place::{Place, other},
    refuse::refuse,
};
use crate::prelude::*;
use crate::{
    record::FormField,
    session::may::may,
    text::{language, path::standing as text},
    ui::ButtonKind,
};
use soglia_domain::{
    action::Action,
    case::{CaseStageKind, Conclusion, Verb},
    said::{Said, Sayable},
    shape::{Days, Shape},
};
use soglia_wording as wording;

/// Goes on to the next stage.
pub(super) fn go_on(place: Place, stage: CaseStageKind) -> Option<AnyView> {
    let to = stage.next()?.kind();
    let verb = move |reason, due| Verb::Advance { to, reason, due };
    if !may(verb(String::new(), None)) {
        return None;
    }
    let to_words = wording::case_stage(to, language()).to_lowercase();
    let act = Act {
        name: format!("case-advance-{}", place.id),
        test: "case-advance",
        label: text::go_on(&to_words),
        send: text::go_on_send(),
        kind: ButtonKind::Primary,
    };
    Some(act.draw(move |name| {
        let due = due_field(name.to_owned()).with_help(text::due_help());
        let why = FormField::new(format!("{name}-reason"), text::reason(), Shape::TEXT);
        let why = why.with_help(text::reason_help());
        let (day, words) = (due.clone(), why.clone());
        Asked {
            above: None,
            fields: vec![due, why],
            action: Callback::new(move |()| Ok(Action::on(place.id, verb(words.get_text(), day.get())))),
        }
    }))
}

/// Everything else that the stage allows, folded.
pub(super) fn others(place: Place, stage: CaseStageKind) -> Option<AnyView> {
    let withdraw = |reason| Verb::Withdraw { reason };
    if !may(withdraw(String::new())) {
        return None;
    }
    let leads_to = |to| stage.leads_to().contains(&to);
    // An appeal is answered before anything else is decided.
    let is_at_work = stage != CaseStageKind::Appealed;
    // Who is still listened to goes on to the assessment, and does not go back to it.
    let is_again = stage != CaseStageKind::Access && is_at_work;
    let acts: Vec<AnyView> = [
        (leads_to(CaseStageKind::Concluded)).then(|| conclude(place)),
        (leads_to(CaseStageKind::Assessment) && is_again).then(|| reassess(place)),
        (leads_to(CaseStageKind::Refused) && is_at_work).then(|| refuse(place)),
        leads_to(CaseStageKind::Withdrawn).then(|| {
            let act = other(place, "case-withdraw", text::withdraw(), text::withdraw_send());
            act.with_reason("", move |reason| Action::on(place.id, withdraw(reason)))
        }),
    ]
    .into_iter()
    .flatten()
    .collect();
    if acts.is_empty() {
        return None;
    }
    let lines = acts
        .into_iter()
        .map(|act| view! { <li class="path-line">{act}</li> });
    Some(view! {
        <details data-test="case-others">
            <summary>{text::others()}</summary>
            <ul class="path-list">{lines.collect_view()}</ul>
        </details>
    })
}

fn due_field(id: String) -> FormField {
    FormField::new(id, text::due_day(), Shape::Day(Days::Any))
}

fn reassess(place: Place) -> AnyView {
    let act = other(place, "case-reassess", text::reassess(), text::reassess_send());
    act.draw(move |name| {
        let why = reason(name.to_owned());
        let due = due_field(format!("{name}-due")).required(text::due_missing());
        let (words, day) = (why.clone(), due.clone());
        Asked {
            above: None,
            fields: vec![why, due],
            action: Callback::new(move |()| {
                let due = day.get().ok_or_else(|| text::due_missing().to_owned())?;
                let reason = words.get_text();
                Ok(Action::on(place.id, Verb::Reassess { reason, due }))
            }),
        }
    })
}

/// Why a case ends, as a field says it.
#[derive(Clone, Copy)]
struct Ending(Conclusion);

/// Names of [`Conclusion::ALL`] in a field, in its order.
const ENDINGS: [&str; 4] = ["autonomy", "other_service", "moved_away", "other"];

impl Ending {
    fn of_key(key: &str) -> Option<Self> {
        let at = ENDINGS.iter().position(|known| *known == key)?;
        Conclusion::ALL.get(at).copied().map(Self)
    }
}

impl Sayable for Ending {
    fn said(&self) -> Option<Said> {
        let at = Conclusion::ALL.iter().position(|known| *known == self.0)?;
        ENDINGS.get(at).copied().map(Said::Choice)
    }

    fn of(said: &Said) -> Option<Self> {
        match said {
            Said::Choice(key) => Self::of_key(key),
            _ => None,
        }
    }
}

/// "Il nucleo va avanti da solo": by itself it begins with a capital.
fn ending(key: &'static str) -> String {
    let words = Ending::of_key(key).map_or("", |ending| wording::conclusion(ending.0, language()));
    text::sentence(words)
}

fn conclude(place: Place) -> AnyView {
    let act = other(place, "case-conclude", text::conclude(), text::conclude_send());
    act.draw(move |name| {
        let how = FormField::new(name.to_owned(), text::conclusion(), Shape::Choice(&ENDINGS));
        let how = how.with_words(ending).required(text::conclusion_missing());
        let to = FormField::new(format!("{name}-destination"), text::destination(), Shape::LINE);
        let to = to.with_help(text::destination_help());
        let why = FormField::new(format!("{name}-reason"), text::reason(), Shape::TEXT);
        let why = why.with_help(text::conclude_reason_help());
        let (chosen, destination, words) = (how.clone(), to.clone(), why.clone());
        Asked {
            above: None,
            fields: vec![how, to, why],
            action: Callback::new(move |()| {
                let Ending(conclusion) = chosen
                    .get()
                    .ok_or_else(|| text::conclusion_missing().to_owned())?;
                let verb = Verb::Conclude {
                    conclusion,
                    destination: destination.get_text(),
                    reason: words.get_text(),
                };
                Ok(Action::on(place.id, verb))
            }),
        }
    })
}
