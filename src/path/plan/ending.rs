// SPDX-License-Identifier: AGPL-3.0-or-later
//! The end of a plan: why, where the household went, and how it was half a year and a year later.
use super::place::Place;
use crate::prelude::*;
use crate::ui::folded;
use crate::{
    record::keys_of,
    session::may::may,
    text::{language, path::plan as text},
    ui::{ButtonKind, Summary, SummaryLine},
};
use soglia_domain::{
    action::Action,
    calendar::Day,
    plan::{EndReason, FollowUp, FollowUpTime, PlanState, PlanStateKind, Verb},
    said::{Said, Sayable as _},
    shape::{Days, Shape},
};
use soglia_wording as wording;

/// The form, by its name.
const FORM: &str = "plan-end";

/// The section: nothing for who only reads, as long as the plan goes on.
pub(super) fn section(place: Place) -> AnyView {
    let is_over = Memo::new(move |_| place.kind.get() == Some(PlanStateKind::Ended));
    live(move || match (is_over.get(), place.may_write) {
        (false, false) => ().into_any(),
        (false, true) => folded(
            "plan-end-fold",
            || text::end_fold().to_owned(),
            move || {
                view! {
                    {place.asking.buttons(ButtonKind::Outline, vec![(FORM, text::end())])}
                    {place.asking.place(FORM, move || form(place))}
                }
            },
        ),
        (true, _) => over(place),
    })
}

fn form(place: Place) -> AnyView {
    let asking = place.asking;
    let today = asking.state.today();
    let day = asking
        .first(FORM, text::end_day(), Shape::Day(Days::Past))
        .required(text::day_missing())
        .with(&today);
    let reason = asking
        .field(FORM, "reason", text::reason(), Shape::Choice(keys_of!(EndReason)))
        .with_words(|key| {
            let reason = EndReason::of(&Said::Choice(key)).unwrap_or(EndReason::Other);
            wording::end_reason(reason, language()).to_owned()
        })
        .required(text::reason_missing());
    let destination = asking
        .field(FORM, "destination", text::destination(), Shape::NAME)
        .with_help(text::destination_help());
    let fields = vec![day.clone(), reason.clone(), destination.clone()];
    let on_send = Callback::new(move |()| {
        let verb = Verb::End {
            day: day.get().unwrap_or(today),
            reason: reason.get().unwrap_or(EndReason::Other),
            destination: destination.get_text(),
        };
        asking.act(Action::on(place.id, verb));
    });
    asking.form(FORM, fields, text::save_end(), on_send)
}

/// How it ended, and what was heard since.
fn over(place: Place) -> AnyView {
    // A form below it stays as it is typed while other things of the plan change.
    let state = Memo::new(move |_| place.subject.read(|plan| Some(plan.state.clone())));
    let ended = live(move || match state.get() {
        Some(PlanState::Ended {
            day,
            reason,
            destination,
        }) => how(place, day, reason, destination),
        Some(PlanState::Draft | PlanState::Signed { .. }) | None => ().into_any(),
    });
    place.section("over", text::end_title(), ended)
}

fn how(place: Place, day: Day, reason: EndReason, destination: String) -> AnyView {
    let destination = (!destination.is_empty()).then(|| {
        view! {
            <SummaryLine term=text::destination()><span dir="auto">{destination}</span></SummaryLine>
        }
    });
    // How the household was later is told to the City alone.
    let since = place.is_told_whole.then(|| {
        let since = FollowUpTime::ALL
            .map(|after| follow_up(place, after, day))
            .into_iter();
        view! { <ol class="timeline">{since.collect_view()}</ol> }
    });
    view! {
        <Summary>
            <SummaryLine term=text::end_day()>{wording::day(day, language())}</SummaryLine>
            <SummaryLine term=text::reason()>{wording::end_reason(reason, language())}</SummaryLine>
            {destination}
        </Summary>
        {since}
    }
}

/// The names of the forms, in the order of [`FollowUpTime::ALL`].
const FORMS: [&str; 2] = ["plan-follow-six", "plan-follow-twelve"];

/// One of the times after the end: what was heard, or from when it is to be asked.
fn follow_up(place: Place, after: FollowUpTime, ended: Day) -> AnyView {
    let heard = Memo::new(move |_| {
        place.subject.read(|plan| {
            let known = plan.follow_ups.iter().find(|known| known.after == after);
            known.cloned()
        })
    });
    let from = ended.plus_months(after.months());
    let form = FORMS[after as usize];
    let may_write = may(verb(after, ended, String::new()));
    let body = live(move || match heard.get() {
        Some(heard) => told(&heard),
        None => {
            let write = may_write.then(|| {
                view! {
                    {place.asking.buttons(ButtonKind::Outline, vec![(form, text::follow_up())])}
                    {place.asking.place(form, move || follow_up_form(place, after, form))}
                }
            });
            view! { <p class="muted">{text::to_ask_from(from)}</p> {write} }
        }
    });
    view! {
        <li class="timeline-entry" data-test="plan-follow-up">
            <p><strong>{wording::follow_up_time(after, language())}</strong></p>
            {body}
        </li>
    }
}

fn told(heard: &FollowUp) -> AnyView {
    let who = format!("{}, {}", wording::day(heard.day, language()), heard.by_name);
    view! {
        <p class="diary-words" dir="auto">{heard.words.clone()}</p>
        <p class="timeline-who">{who}</p>
    }
}

const fn verb(after: FollowUpTime, day: Day, words: String) -> Verb {
    Verb::FollowUp { after, day, words }
}

fn follow_up_form(place: Place, after: FollowUpTime, form: &'static str) -> AnyView {
    let asking = place.asking;
    let today = asking.state.today();
    let day = asking
        .first(form, text::follow_up_day(), Shape::Day(Days::Past))
        .required(text::day_missing())
        .with(&today);
    let words = asking
        .field(form, "words", text::follow_up_words(), Shape::TEXT)
        .required(text::words_missing());
    let fields = vec![day.clone(), words.clone()];
    let on_send = Callback::new(move |()| {
        let verb = verb(after, day.get().unwrap_or(today), words.get_text());
        asking.act(Action::on(place.id, verb));
    });
    asking.form(form, fields, text::save_follow_up(), on_send)
}
