// SPDX-License-Identifier: AGPL-3.0-or-later
//! The reviews of a plan, newest first, and the next one. Partners review too.
use super::place::Place;
use crate::prelude::*;
use crate::{
    session::may::may,
    text::{language, path::plan as text},
    ui::ButtonKind,
};
use soglia_domain::{
    action::Action,
    calendar::Day,
    plan::{PlanReview, PlanReviewId, PlanStateKind, Verb},
    shape::{Days, Shape},
};
use soglia_wording as wording;

/// The form, by its name.
const FORM: &str = "plan-review-new";

/// The section.
pub(super) fn section(place: Place) -> AnyView {
    let reviews = Memo::new(move |_| place.subject.read(|plan| newest_first(&plan.reviews)));
    let may_review = may(verb(
        PlanReviewId(0),
        Day::constant(2026, 1, 1),
        String::new(),
        None,
    ));
    // What holds is looked at again: a plan that is signed, or was and is being changed.
    let holds = Memo::new(move |_| {
        let was_signed = place.subject.read(|plan| !plan.signatures.is_empty());
        match place.kind.get() {
            Some(PlanStateKind::Signed) => true,
            Some(PlanStateKind::Draft) => was_signed,
            Some(PlanStateKind::Ended) | None => false,
        }
    });
    let new = live(move || {
        if !may_review || !holds.get() {
            return ().into_any();
        }
        let forms = vec![(FORM, text::review())];
        view! { {place.asking.buttons(ButtonKind::Outline, forms)} {place.asking.place(FORM, move || form(place))} }
    });
    let next = move || {
        let next = place.subject.read(soglia_domain::plan::Plan::next_review);
        next.map(|next| view! { <p data-test="plan-next-review">{text::next_on(next)}</p> })
    };
    let lines = move || reviews.with(|reviews| reviews.iter().map(line).collect_view());
    let body = view! {
        {next}
        {new}
        <Show when=move || reviews.with(Vec::is_empty)>
            <p class="muted">{text::no_reviews()}</p>
        </Show>
        <ol class="timeline">{lines}</ol>
    };
    place.section("reviews", text::reviews(), body)
}

fn newest_first(reviews: &[PlanReview]) -> Vec<PlanReview> {
    soglia_search::sorted(reviews.to_vec(), &mut |a, b| (b.day, b.id).cmp(&(a.day, a.id)))
}

fn line(review: &PlanReview) -> AnyView {
    let who = format!("{}, {}", review.by_name, wording::role(review.role, language()));
    let next = review.next.map(text::next_on);
    view! {
        <li class="timeline-entry" data-test="plan-review">
            <p><strong>{wording::day(review.day, language())}</strong></p>
            <p class="diary-words" dir="auto">{review.words.clone()}</p>
            {next.map(|next| view! { <p>{next}</p> })}
            <p class="timeline-who">{who}</p>
        </li>
    }
}

const fn verb(review: PlanReviewId, day: Day, words: String, next: Option<Day>) -> Verb {
    Verb::Review {
        review,
        day,
        words,
        next,
    }
}

fn form(place: Place) -> AnyView {
    let asking = place.asking;
    // One number for one form: a second touch on its button writes the same review.
    let id = PlanReviewId(asking.state.new_number());
    let today = asking.state.today();
    let day = asking
        .first(FORM, text::review_day(), Shape::Day(Days::Past))
        .required(text::day_missing())
        .with(&today);
    let words = asking
        .field(FORM, "words", text::review_words(), Shape::TEXT)
        .required(text::words_missing());
    let next = asking
        .field(FORM, "next", text::next_review(), Shape::Day(Days::Any))
        .with_help(text::next_help());
    let fields = vec![day.clone(), words.clone(), next.clone()];
    let on_send = Callback::new(move |()| {
        let day = day.get().unwrap_or(today);
        asking.act(Action::on(place.id, verb(id, day, words.get_text(), next.get())));
    });
    asking.form(FORM, fields, text::save_review(), on_send)
}
