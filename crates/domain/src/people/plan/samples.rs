// SPDX-License-Identifier: AGPL-3.0-or-later
//! One value for everything about a plan.
use super::{
    EndReason, FollowUp, FollowUpTime, Goal, GoalAnswer, GoalFacts, GoalId, GoalOutcome, MOST_GOALS,
    MOST_REVIEWS, Plan, PlanAnswer, PlanFacts, PlanPart, PlanPartId, PlanReview, PlanReviewId, PlanState,
    Refusal, Signature, Verb, text_hash,
};
use crate::{
    assessment::NeedDomain,
    context::Known,
    id::PlanId,
    photo::PhotoId,
    samples::{AT, BY_NAME, HOUSEHOLD, PERSON, TODAY, broken},
};
use soglia_kernel::{
    answer::Answer,
    author::Role,
    calendar::Day,
    edit::Edit,
    every,
    samples::{Pieces, choosings},
};
use uuid::Uuid;

/// The plan of the samples.
pub const PLAN: PlanId = PlanId(Uuid::from_u128(0xae));

/// Its goal.
pub const GOAL: GoalId = GoalId(7);

const BEGUN: Day = Day::constant(2025, 3, 10);
const SIGNED: Day = Day::constant(2025, 4, 8);
const REVIEWED: Day = Day::constant(2025, 6, 10);
const ENDED: Day = Day::constant(2025, 9, 12);

/// A plan with everything filled in, which was ended.
pub fn record() -> Plan {
    let mut said = PlanFacts::default();
    for fact in facts() {
        said.set(fact);
    }
    let mut plan = Plan {
        id: PLAN,
        household: HOUSEHOLD,
        begun: BEGUN,
        state: ended(),
        facts: said,
        goals: vec![goal()],
        reviews: vec![review()],
        signatures: Vec::new(),
        follow_ups: vec![follow_up()],
        by: PERSON,
        by_name: BY_NAME.to_owned(),
        at: AT,
    };
    plan.signatures = vec![signature(&plan)];
    plan
}

/// The same before it was ended.
pub fn signed() -> Plan {
    Plan {
        state: PlanState::Signed { day: SIGNED },
        follow_ups: Vec::new(),
        ..record()
    }
}

fn goal() -> Goal {
    let mut facts = GoalFacts::default();
    for fact in goal_facts() {
        facts.set(fact);
    }
    Goal { id: GOAL, facts }
}

fn review() -> PlanReview {
    PlanReview {
        id: PlanReviewId(8),
        day: REVIEWED,
        by_name: BY_NAME.to_owned(),
        role: Role::ManagingPartner,
        words: "Ionescu ha trovato un corso".to_owned(),
        next: Some(ENDED),
    }
}

fn signature(plan: &Plan) -> Signature {
    Signature {
        number: 1,
        day: SIGNED,
        by_name: "Maria Ionescu".to_owned(),
        image: Some(PhotoId([9; 32])),
        text_hash: text_hash(plan),
    }
}

fn follow_up() -> FollowUp {
    FollowUp {
        after: FollowUpTime::SixMonths,
        day: TODAY,
        by_name: BY_NAME.to_owned(),
        words: "Ionescu paga l’affitto da sé".to_owned(),
    }
}

fn ended() -> PlanState {
    PlanState::Ended {
        day: ENDED,
        reason: EndReason::Autonomous,
        destination: "casa in affitto, con la sorella di Ionescu".to_owned(),
    }
}

/// One answer to every question about the plan as a whole.
pub fn facts() -> Vec<PlanAnswer> {
    use Answer::Known as K;
    use PlanAnswer as A;
    every!(PlanAnswer {
        Aim => A::Aim(K("Ionescu vive da sola con i figli".to_owned())),
        Strengths => A::Strengths(K("Ionescu parla bene italiano".to_owned())),
        Months => A::Months(K(18)),
    })
}

/// One answer to every question about a goal.
pub fn goal_facts() -> Vec<GoalAnswer> {
    use Answer::Known as K;
    use GoalAnswer as A;
    let text = |text: &str| K(text.to_owned());
    every!(GoalAnswer {
        Domain => A::Domain(K(NeedDomain::Work)),
        Text => A::Text(text("Ionescu trova un lavoro stabile")),
        Measure => A::Measure(text("Ionescu ha un contratto di un anno")),
        Actions => A::Actions(text("corso di cucina, con Ionescu ogni martedì")),
        Who => A::Who(text("Ionescu e l’educatrice")),
        Due => A::Due(K(ENDED)),
        Consent => A::Consent(K(true)),
        Outcome => A::Outcome(K(GoalOutcome::Reached)),
    })
}

/// One part of every sort.
fn parts() -> Vec<PlanPart> {
    every!(PlanPart {
        Goal => PlanPart::Goal(Box::new(goal())),
        Review => PlanPart::Review(Box::new(review())),
        Signature => PlanPart::Signature(Box::new(signature(&record()))),
        FollowUp => PlanPart::FollowUp(Box::new(follow_up())),
    })
}

/// Every verb, and every fact said once.
pub fn verbs() -> Vec<Verb> {
    let part = PlanPartId::Goal(GOAL);
    let mut said = facts().into_iter().map(Verb::Say);
    let mut said_of = goal_facts().into_iter().map(|fact| Verb::SayOf { part, fact });
    let mut choices = choosings("aim").into_iter().map(Verb::Resolve);
    let (first, first_of, choice) = (said.next(), said_of.next(), choices.next());
    let plan = record();
    let (review, signature, follow_up) = (review(), signature(&plan), follow_up());
    let mut verbs = every!(Verb {
        Say => first.expect("there are facts"),
        SayOf => first_of.expect("there are facts of goals"),
        Resolve => choice.expect("there are choices"),
        Begin => Verb::Begin { household: HOUSEHOLD, day: BEGUN },
        AddGoal => Verb::AddGoal {
            goal: GOAL,
            domain: NeedDomain::Work,
            text: "Ionescu trova un lavoro stabile".to_owned(),
        },
        DropGoal => Verb::DropGoal { goal: GOAL },
        Review => Verb::Review { review: review.id, day: review.day, words: review.words, next: review.next },
        Sign => Verb::Sign {
            day: signature.day,
            name: signature.by_name,
            image: signature.image,
            text_hash: signature.text_hash,
        },
        Revise => Verb::Revise {},
        End => Verb::End {
            day: ENDED,
            reason: EndReason::Autonomous,
            destination: "casa in affitto, con la sorella di Ionescu".to_owned(),
        },
        FollowUp => Verb::FollowUp { after: follow_up.after, day: follow_up.day, words: follow_up.words },
    });
    verbs.extend(said);
    verbs.extend(said_of);
    verbs.extend(choices);
    verbs
}

/// Every edit.
pub fn edits() -> Vec<Edit<Plan>> {
    let of_goal = |fact| (PlanPartId::Goal(GOAL), fact);
    soglia_kernel::samples::edits(Pieces {
        record: record(),
        facts: facts(),
        part_facts: goal_facts().into_iter().map(of_goal).collect(),
        parts: parts(),
        states: every!(PlanState {
            Draft => PlanState::Draft,
            Signed => PlanState::Signed { day: SIGNED },
            Ended => ended(),
        }),
    })
}

/// Every refusal.
pub fn refusals() -> Vec<Refusal> {
    every!(Refusal {
        Unknown => Refusal::Unknown,
        UnknownGoal => Refusal::UnknownGoal,
        Signed => Refusal::Signed,
        Ended => Refusal::Ended,
        NotEnded => Refusal::NotEnded,
        TooManyGoals => Refusal::TooManyGoals { most: MOST_GOALS as u32 },
        TooManyReviews => Refusal::TooManyReviews { most: MOST_REVIEWS as u32 },
        WordsMissing => Refusal::WordsMissing,
        TooEarly => Refusal::TooEarly { first: BEGUN },
        NextNotAfter => Refusal::NextNotAfter,
        NoGoals => Refusal::NoGoals,
        ConsentMissing => Refusal::ConsentMissing,
        TextChanged => Refusal::TextChanged,
        FollowUpWritten => Refusal::FollowUpWritten,
    })
}

/// All of them are seen by who sees the household.
pub fn shown() -> Vec<(&'static str, Plan)> {
    vec![(
        "of a household to which a partner's dwelling is offered",
        record(),
    )]
}

/// What does not hold about a plan.
pub fn invariants(plan: &Plan, _: &Known) -> Vec<&'static str> {
    let signature = plan.signatures.last();
    let stands = match plan.state {
        PlanState::Draft => true,
        PlanState::Signed { day } => signature.is_some_and(|signature| {
            signature.day == day && !plan.goals.is_empty() && signature.text_hash == text_hash(plan)
        }),
        PlanState::Ended { day, .. } => day >= plan.first_day(),
    };
    let has_words = |goal: &Goal| {
        goal.facts
            .text
            .known()
            .is_some_and(|text| !text.trim().is_empty())
    };
    let is_over = matches!(plan.state, PlanState::Ended { .. });
    let early = |day: Day| day < plan.begun;
    let days = plan.signatures.iter().map(|signature| signature.day);
    let mut days = days.chain(plan.reviews.iter().map(|review| review.day));
    broken(&[
        (
            stands,
            "a signed plan says what was signed, and none ends before it was signed",
        ),
        (plan.goals.iter().all(has_words), "a goal has words"),
        (
            plan.goals.len() <= MOST_GOALS && plan.reviews.len() <= MOST_REVIEWS,
            "a plan stays one that somebody can read",
        ),
        (!days.any(early), "nothing of a plan happens before it was begun"),
        (
            is_over || plan.follow_ups.is_empty(),
            "nobody is asked after the end of a plan that goes on",
        ),
    ])
}
