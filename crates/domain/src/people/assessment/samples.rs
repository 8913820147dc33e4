// SPDX-License-Identifier: AGPL-3.0-or-later
//! One value for everything about an assessment.
use super::{
    Assessment, AssessmentAnswer, AssessmentFacts, AssessmentState, NeedDomain, Refusal, SCALE, Urgency, Verb,
};
use crate::{
    context::Known,
    id::AssessmentId,
    samples::{AT, BY_NAME, HOUSEHOLD, PERSON, TODAY, broken},
};
use soglia_kernel::{
    answer::Answer,
    author::Role,
    edit::Edit,
    every,
    samples::{Pieces, choosings},
};
use uuid::Uuid;

/// The assessment of the samples.
pub const ASSESSMENT: AssessmentId = AssessmentId(Uuid::from_u128(0xad));

/// An assessment with everything filled in.
pub fn record() -> Assessment {
    let mut seen = AssessmentFacts::default();
    for fact in facts() {
        seen.set(fact);
    }
    Assessment {
        id: ASSESSMENT,
        household: HOUSEHOLD,
        day: TODAY,
        state: AssessmentState::Draft,
        facts: seen,
        by: PERSON,
        by_name: BY_NAME.to_owned(),
        role: Role::SocialWorker,
        at: AT,
    }
}

/// One answer to every question.
pub fn facts() -> Vec<AssessmentAnswer> {
    use Answer::Known as K;
    use AssessmentAnswer as A;
    let text = |text: &str| K(text.to_owned());
    every!(AssessmentAnswer {
        Personal => A::Personal(K(3)),
        PersonalEvidence => A::PersonalEvidence(text("Ionescu dorme poco e salta le cure")),
        Economic => A::Economic(K(2)),
        EconomicEvidence => A::EconomicEvidence(text("due bollette scadute della famiglia Ionescu")),
        Work => A::Work(Answer::NotKnownYet),
        WorkEvidence => A::WorkEvidence(text("il contratto di Ionescu finisce a maggio")),
        Education => A::Education(K(4)),
        EducationEvidence => A::EducationEvidence(text("i piccoli Ionescu vanno a scuola")),
        Housing => A::Housing(K(1)),
        HousingEvidence => A::HousingEvidence(text("sfratto di Ionescu il 12 aprile")),
        Network => A::Network(K(5)),
        NetworkEvidence => A::NetworkEvidence(text("la sorella di Ionescu abita vicino")),
        Urgency => A::Urgency(K(Urgency::Within30Days)),
        UrgencyReason => A::UrgencyReason(text("Ionescu perde la casa il 12 aprile")),
    })
}

/// Every verb, and every fact said once.
pub fn verbs() -> Vec<Verb> {
    let mut said = facts().into_iter().map(Verb::Say);
    let mut choices = choosings("housing_evidence").into_iter().map(Verb::Resolve);
    let (first, choice) = (said.next(), choices.next());
    let mut verbs = every!(Verb {
        Say => first.expect("there are facts"),
        Resolve => choice.expect("there are choices"),
        Begin => Verb::Begin { household: HOUSEHOLD, day: TODAY },
        Close => Verb::Close {},
    });
    verbs.extend(said);
    verbs.extend(choices);
    verbs
}

/// Every edit.
pub fn edits() -> Vec<Edit<Assessment>> {
    soglia_kernel::samples::edits(Pieces {
        record: record(),
        facts: facts(),
        part_facts: Vec::new(),
        parts: Vec::new(),
        states: every!(AssessmentState {
            Draft => AssessmentState::Draft,
            Closed => AssessmentState::Closed { at: AT },
        }),
    })
}

/// Every refusal.
pub fn refusals() -> Vec<Refusal> {
    every!(Refusal {
        Unknown => Refusal::Unknown,
        Closed => Refusal::Closed,
        NothingAssessed => Refusal::NothingAssessed,
        UrgencyWithoutReason => Refusal::UrgencyWithoutReason,
    })
}

/// All of them are seen alike.
pub fn shown() -> Vec<(&'static str, Assessment)> {
    vec![("any", record())]
}

/// What does not hold about an assessment.
pub fn invariants(assessment: &Assessment, _: &Known) -> Vec<&'static str> {
    let mut levels = NeedDomain::ALL
        .into_iter()
        .filter_map(|domain| assessment.facts.level(domain));
    let is_draft = assessment.state == AssessmentState::Draft;
    broken(&[
        (
            levels.clone().all(|level| SCALE.contains(&level)),
            "a level stands on the scale",
        ),
        (
            is_draft || levels.next().is_some(),
            "a closed assessment says something of a domain",
        ),
        (
            is_draft || !assessment.facts.lacks_reason(),
            "a closed assessment says why it presses",
        ),
    ])
}
