// SPDX-License-Identifier: AGPL-3.0-or-later
//! Decisions about a plan as a whole: it is reviewed, signed, revised, ended, and asked after.
use super::{
    EndReason, FollowUp, FollowUpTime, MOST_REVIEWS, Plan, PlanPart, PlanReview, PlanReviewId, PlanState,
    Refusal, Signature,
    check::{check_day, check_draft, check_words, known},
    text::text_hash,
};
use crate::{
    context::{Context, Decided, NOTHING},
    photo::PhotoId,
};
use soglia_kernel::{
    calendar::Day,
    edit::Edit,
    shape::{LONGEST_NAME, check_length, check_name},
};

pub(super) fn review(
    id: PlanReviewId,
    day: Day,
    words: &str,
    next: Option<Day>,
    context: &Context<'_>,
) -> Decided {
    let plan = known(context)?;
    if plan.reviews.iter().any(|review| review.id == id) {
        return NOTHING;
    }
    check_day(day, plan.begun, context.today())?;
    // One that was held before the end may come in after it.
    if matches!(plan.state, PlanState::Ended { day: last, .. } if day > last) {
        return Err(Refusal::Ended.into());
    }
    let words = check_words(words)?;
    if next.is_some_and(|next| next <= day) {
        return Err(Refusal::NextNotAfter.into());
    }
    if plan.reviews.len() >= MOST_REVIEWS {
        let most = MOST_REVIEWS as u32;
        return Err(Refusal::TooManyReviews { most }.into());
    }
    let made = PlanReview {
        id,
        day,
        by_name: context.author.name.clone(),
        role: context.author.role,
        words,
        next,
    };
    context.one::<Plan>(Edit::Put(PlanPart::Review(Box::new(made))))
}

/// Who signs has the words in view, and every goal was talked about with them.
pub(super) fn sign(
    day: Day,
    name: &str,
    image: Option<PhotoId>,
    seen_hash: &str,
    context: &Context<'_>,
) -> Decided {
    let plan = known(context)?;
    check_draft(plan)?;
    check_name(name)?;
    check_day(day, plan.first_day(), context.today())?;
    if plan.goals.is_empty() {
        return Err(Refusal::NoGoals.into());
    }
    if plan.goals.iter().any(|goal| !goal.facts.consent.is_known()) {
        return Err(Refusal::ConsentMissing.into());
    }
    let text_hash = text_hash(plan);
    if text_hash != seen_hash {
        return Err(Refusal::TextChanged.into());
    }
    let signature = Signature {
        // Signatures are never taken out, and of two under one draft the second is refused.
        number: plan
            .signatures
            .last()
            .map_or(1, |last| last.number.saturating_add(1)),
        day,
        by_name: name.trim().to_owned(),
        image,
        text_hash,
    };
    Ok(vec![
        context.edit::<Plan>(Edit::Put(PlanPart::Signature(Box::new(signature)))),
        context.edit::<Plan>(Edit::Move(PlanState::Signed { day })),
    ])
}

pub(super) fn revise(context: &Context<'_>) -> Decided {
    match known(context)?.state {
        PlanState::Draft => NOTHING,
        PlanState::Signed { .. } => context.one::<Plan>(Edit::Move(PlanState::Draft)),
        PlanState::Ended { .. } => Err(Refusal::Ended.into()),
    }
}

pub(super) fn end(day: Day, reason: EndReason, destination: &str, context: &Context<'_>) -> Decided {
    let plan = known(context)?;
    if matches!(plan.state, PlanState::Ended { .. }) {
        return Err(Refusal::Ended.into());
    }
    check_day(day, plan.first_day(), context.today())?;
    check_length(destination, LONGEST_NAME)?;
    context.one::<Plan>(Edit::Move(PlanState::Ended {
        day,
        reason,
        destination: destination.trim().to_owned(),
    }))
}

pub(super) fn follow_up(after: FollowUpTime, day: Day, words: &str, context: &Context<'_>) -> Decided {
    let plan = known(context)?;
    let PlanState::Ended { day: last, .. } = plan.state else {
        return Err(Refusal::NotEnded.into());
    };
    if plan.follow_ups.iter().any(|known| known.after == after) {
        return Err(Refusal::FollowUpWritten.into());
    }
    check_day(day, last, context.today())?;
    let made = FollowUp {
        after,
        day,
        by_name: context.author.name.clone(),
        words: check_words(words)?,
    };
    context.one::<Plan>(Edit::Put(PlanPart::FollowUp(Box::new(made))))
}
