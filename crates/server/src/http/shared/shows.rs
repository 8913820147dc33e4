// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a link shows: its record as it is, or the copy it was made with, in the words of the view.
use crate::http::{app::App, problem::Problem};
use soglia_domain::{
    calendar::Timestamp,
    case::Case,
    dwelling::Dwelling,
    ground::Ground,
    household::Household,
    id::HouseholdId,
    photo::PhotoId,
    pictured::Pictured as _,
    plan::{Plan, due},
    record::Identity,
    rooms::{Record, Room},
    rulebook::Rulebook,
    shared_link::{SharedLink, SharedView, SnapshotOf},
    tongue::Tongue,
};
use soglia_ledger::store::Store as _;
use soglia_views::{Opened, SharedPage, When, Words, case_summary, contractor, family_plan};
use soglia_wording::Language;

/// The words of a plan in each language, as the client fetches them.
fn words(tongue: Tongue) -> Option<Words> {
    let bytes: &[u8] = match tongue {
        Tongue::Italian => include_bytes!("../../../../../public/family/it.json"),
        Tongue::English => include_bytes!("../../../../../public/family/en.json"),
        Tongue::French => include_bytes!("../../../../../public/family/fr.json"),
        Tongue::Spanish => include_bytes!("../../../../../public/family/es.json"),
        Tongue::Arabic => include_bytes!("../../../../../public/family/ar.json"),
        Tongue::Ukrainian => include_bytes!("../../../../../public/family/uk.json"),
        Tongue::Bengali => include_bytes!("../../../../../public/family/bn.json"),
        Tongue::Chinese => include_bytes!("../../../../../public/family/zh.json"),
    };
    Words::read(bytes)
}

/// What a link shows, before it is put in words.
pub(super) async fn shown(app: &App, link: &SharedLink) -> Result<SnapshotOf, Problem> {
    if let Some(snapshot) = &link.snapshot {
        return Ok(snapshot.of.clone());
    }
    Ok(match link.view {
        SharedView::Contractor { dwelling } => {
            SnapshotOf::Dwelling(Box::new(record::<Dwelling>(app, dwelling).await?))
        }
        SharedView::FamilyPlan { household, plan } => {
            here(app, household).await?;
            SnapshotOf::Plan(Box::new(record::<Plan>(app, plan).await?))
        }
        SharedView::CaseSummary { household, case } => SnapshotOf::Case {
            household: Box::new(record::<Household>(app, household).await?),
            case: Box::new(record::<Case>(app, case).await?),
        },
    })
}

fn nothing() -> Problem {
    Problem::not_found("this link shows nothing, or not any more")
}

async fn record<C: Room + Clone>(app: &App, id: impl Identity) -> Result<C, Problem> {
    let stored = app.store.record(id.key()).await?.ok_or_else(nothing)?;
    C::of(&stored.record).cloned().ok_or_else(nothing)
}

/// A household that was joined to another, or is gone, is shown to nobody any more.
async fn here(app: &App, household: HouseholdId) -> Result<(), Problem> {
    record::<Household>(app, household).await.map(drop)
}

/// The photos of what a link shows.
pub(super) fn photos(shown: &SnapshotOf) -> Vec<PhotoId> {
    match shown {
        SnapshotOf::Dwelling(dwelling) => dwelling.images(),
        // Signatures and attestations are in no view.
        SnapshotOf::Plan(_) | SnapshotOf::Case { .. } => Vec::new(),
    }
}

/// The page of a link, in the language that was asked for, else in that of the link.
pub(super) async fn page(
    app: &App,
    link: &SharedLink,
    shown: &SnapshotOf,
    asked: Option<Tongue>,
    opened: Opened,
    now_ms: i64,
) -> Result<SharedPage, Problem> {
    let when = When {
        until: link.until,
        now_ms,
        copied_ms: link.snapshot.as_ref().map(|snapshot| snapshot.at.ms),
        opened: Some(opened),
    };
    let tongue = asked.unwrap_or(link.terms.language);
    let language = match tongue {
        Tongue::English => Language::English,
        _ => Language::Italian,
    };
    Ok(match shown {
        SnapshotOf::Dwelling(dwelling) => contractor(dwelling, when, language),
        SnapshotOf::Plan(plan) => {
            let words = words(tongue).ok_or_else(Problem::internal)?;
            let read = Timestamp {
                ms: when.copied_ms.unwrap_or(now_ms),
                counter: 0,
            };
            let rules = rulebook(app).await?.as_of(read.day());
            family_plan(plan, &words, tongue, due(plan.begun, &rules), when)
        }
        SnapshotOf::Case { household, case } => {
            case_summary(case, household, &rulebook(app).await?, when, language)
        }
    })
}

/// The rulebook of the City as it stands.
async fn rulebook(app: &App) -> Result<Rulebook, Problem> {
    let mut ground = Ground::default();
    for key in Ground::keys() {
        let stored = app.store.record(key).await?;
        let record: Option<&Record> = stored.as_ref().map(|stored| &stored.record);
        ground.take(key, record);
    }
    Ok(ground.rulebook().clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_its_words_at_the_server() {
        for tongue in Tongue::ALL {
            assert!(words(tongue).is_some(), "{tongue:?}");
        }
    }
}
