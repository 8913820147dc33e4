// SPDX-License-Identifier: AGPL-3.0-or-later
//! One value for everything about a shared link.
use super::{
    Consent, Refusal, SharedLink, SharedLinkState, SharedView, Snapshot, SnapshotOf, Terms, Verb,
    hash::is_hash, pin_hash, token_hash,
};
use crate::{
    case,
    context::Known,
    dwelling, household,
    id::SharedLinkId,
    plan,
    samples::{AT, BY_NAME, DWELLING, PERSON, TODAY, broken},
    tongue::Tongue,
};
use soglia_kernel::{
    author::Role,
    edit::Edit,
    every,
    samples::{Pieces, choosings},
};
use uuid::Uuid;

/// The link of the samples.
const LINK: SharedLinkId = SharedLinkId(Uuid::from_u128(0xb4));

/// For whom it is.
const TO: &str = "Impresa Ionescu";

const VIEW: SharedView = SharedView::Contractor { dwelling: DWELLING };

/// Its token, which no record holds.
const TOKEN: &str = "AbCdEfGhIjKlMnOpQrSt-g";

fn hash() -> String {
    token_hash(TOKEN)
}

/// Terms with everything said.
fn terms() -> Terms {
    Terms {
        language: Tongue::Arabic,
        pin_hash: Some(pin_hash(TOKEN, "271828")),
        once: true,
        frozen: true,
        consent: Some(Consent {
            by: "Ana Ionescu".to_owned(),
            day: TODAY,
        }),
    }
}

fn summary() -> SharedView {
    let case = case::samples::record();
    SharedView::CaseSummary {
        household: case.household,
        case: case.id,
    }
}

fn family_plan() -> SharedView {
    let plan = plan::samples::record();
    SharedView::FamilyPlan {
        household: plan.household,
        plan: plan.id,
    }
}

/// One of every record that a link may have copied.
fn copies() -> Vec<SnapshotOf> {
    every!(SnapshotOf {
        Dwelling => SnapshotOf::Dwelling(Box::new(dwelling::samples::record())),
        Plan => SnapshotOf::Plan(Box::new(plan::samples::record())),
        Case => SnapshotOf::Case {
            household: Box::new(household::samples::record()),
            case: Box::new(case::samples::record()),
        },
    })
}

/// One of every view.
fn views() -> Vec<SharedView> {
    every!(SharedView {
        Contractor => VIEW,
        FamilyPlan => family_plan(),
        CaseSummary => summary(),
    })
}

/// Links of every view, each with a copy of what it shows.
fn frozen() -> Vec<SharedLink> {
    let links = views().into_iter().zip(copies());
    links
        .map(|(view, of)| SharedLink {
            view,
            terms: terms(),
            snapshot: Some(Snapshot { at: AT, of }),
            state: SharedLinkState::Open,
            ..record()
        })
        .collect()
}

/// A link that was taken back, with everything filled in.
pub fn record() -> SharedLink {
    SharedLink {
        id: LINK,
        view: VIEW,
        to: TO.to_owned(),
        token_hash: hash(),
        until: TODAY.plus_days(VIEW.usual_days()),
        terms: Terms::default(),
        snapshot: None,
        state: revoked(),
        by: PERSON,
        by_name: BY_NAME.to_owned(),
        role: Role::HousingOfficer,
        at: AT,
    }
}

fn revoked() -> SharedLinkState {
    SharedLinkState::Revoked {
        at: AT,
        by_name: BY_NAME.to_owned(),
    }
}

/// One of every state.
pub fn states() -> Vec<SharedLinkState> {
    every!(SharedLinkState {
        Open => SharedLinkState::Open,
        Revoked => revoked(),
    })
}

/// Every verb.
pub fn verbs() -> Vec<Verb> {
    let mut choices = choosings("state").into_iter().map(Verb::Resolve);
    let choice = choices.next();
    let mut verbs = every!(Verb {
        Resolve => choice.expect("there are choices"),
        Share => Verb::Share {
            view: VIEW,
            to: TO.to_owned(),
            token_hash: hash(),
            until: TODAY.plus_days(30),
            terms: Terms::default(),
        },
        Revoke => Verb::Revoke {},
    });
    verbs.extend(choices);
    verbs.extend(views().into_iter().map(|view| Verb::Share {
        view,
        to: TO.to_owned(),
        token_hash: hash(),
        until: TODAY.plus_days(view.usual_days()),
        terms: terms(),
    }));
    verbs
}

/// Every edit.
pub fn edits() -> Vec<Edit<SharedLink>> {
    let mut edits = soglia_kernel::samples::edits(Pieces {
        record: record(),
        facts: Vec::new(),
        part_facts: Vec::new(),
        parts: Vec::new(),
        states: states(),
    });
    edits.extend(frozen().into_iter().map(|link| Edit::Begin(Box::new(link))));
    edits
}

/// Every refusal.
pub fn refusals() -> Vec<Refusal> {
    every!(Refusal {
        Unknown => Refusal::Unknown,
        NoHash => Refusal::NoHash,
        NoConsent => Refusal::NoConsent,
        ConsentToCome => Refusal::ConsentToCome,
        TooLong => Refusal::TooLong { last: TODAY },
    })
}

/// Links that differ in who sees them.
pub fn shown() -> Vec<(&'static str, SharedLink)> {
    vec![("to a dwelling", record())]
}

/// What does not hold about a link.
pub fn invariants(link: &SharedLink, _: &Known) -> Vec<&'static str> {
    broken(&[
        (
            is_hash(&link.token_hash),
            "a link holds the hash of its token, and never the token",
        ),
        (!link.to.trim().is_empty(), "a link says for whom it is"),
        (
            link.terms.frozen == link.snapshot.is_some(),
            "a link that does not follow its record holds what it showed",
        ),
        (
            link.view.needs_consent() == link.terms.consent.is_some(),
            "a case is shown with the consent of the person",
        ),
    ])
}
