// SPDX-License-Identifier: AGPL-3.0-or-later
//! Findings and verdicts: what was asked, what was found, against what, from where, and what would change it.
mod plain;
mod sentence;
mod value;

pub use sentence::finding;
pub use value::value;

use crate::{Language, household_question, pick, say};
use soglia_domain::{
    eligibility::VerdictKind,
    finding::{Doubt, Finding, Outcome, Requirement},
};

/// Met, not met, unknown.
pub const fn outcome(outcome: Outcome, language: Language) -> &'static str {
    match outcome {
        Outcome::Met => pick(language, "Soddisfatto", "Met"),
        Outcome::NotMet => pick(language, "Non soddisfatto", "Not met"),
        Outcome::Unknown => pick(language, "Da verificare", "To be verified"),
    }
}

/// The name of a condition.
pub const fn requirement(requirement: Requirement, language: Language) -> &'static str {
    match requirement {
        Requirement::Citizenship => pick(
            language,
            "Cittadinanza o titolo di soggiorno",
            "Citizenship or residence title",
        ),
        Requirement::ResidenceOrWork => pick(
            language,
            "Residenza o lavoro in Lombardia",
            "Residence or work in Lombardy",
        ),
        Requirement::IseeLimit => pick(language, "Limite ISEE", "ISEE limit"),
        Requirement::PatrimonyLimit => pick(language, "Limite di patrimonio", "Patrimony limit"),
        Requirement::NoAdequateHome => pick(language, "Nessuna casa adeguata", "No adequate home"),
        Requirement::NoRevokedAssignment => pick(
            language,
            "Nessuna decadenza negli ultimi 5 anni",
            "No revocation in the last 5 years",
        ),
        Requirement::NoIllegalOccupation => pick(
            language,
            "Nessuna occupazione senza titolo negli ultimi 5 anni",
            "No occupation without title in the last 5 years",
        ),
        Requirement::NotPublicHousing => pick(
            language,
            "Fuori dai requisiti per la casa popolare",
            "No title to public housing",
        ),
        Requirement::MarketNotAffordable => pick(
            language,
            "Affitto di mercato non sostenibile",
            "Market rent not affordable",
        ),
        Requirement::FollowedBySocialServices => pick(
            language,
            "In carico ai Servizi sociali",
            "Followed by social services",
        ),
        Requirement::ManagesPrimaryNeeds => {
            pick(language, "Autonomia nei bisogni primari", "Manages primary needs")
        }
        Requirement::TemporaryDifficulty => pick(language, "Difficoltà temporanea", "Temporary difficulty"),
        Requirement::NeedsAccompaniment => {
            pick(language, "Bisogno di accompagnamento", "Needs accompaniment")
        }
        Requirement::Indigence => pick(language, "Indigenza", "Indigence"),
    }
}

/// The question a verdict answers.
pub const fn verdict_title(kind: VerdictKind, language: Language) -> &'static str {
    match kind {
        VerdictKind::PublicHousing => pick(language, "Casa popolare (SAP)", "Public housing (SAP)"),
        VerdictKind::AffordableRent => pick(
            language,
            "Prima categoria: affitto calmierato",
            "First category: capped rent",
        ),
        VerdictKind::Supported => pick(
            language,
            "Seconda categoria: alloggio con accompagnamento",
            "Second category: dwelling with accompaniment",
        ),
    }
}

/// The verdict in one sentence.
pub const fn verdict_sentence(kind: VerdictKind, outcome: Outcome, language: Language) -> &'static str {
    match (kind, outcome) {
        (VerdictKind::PublicHousing, Outcome::Met) => pick(
            language,
            "Il nucleo ha i requisiti per la casa popolare.",
            "The household qualifies for public housing.",
        ),
        (VerdictKind::PublicHousing, Outcome::NotMet) => pick(
            language,
            "Il nucleo non ha i requisiti per la casa popolare.",
            "The household does not qualify for public housing.",
        ),
        (VerdictKind::AffordableRent, Outcome::Met) => pick(
            language,
            "Il nucleo rientra nella prima categoria.",
            "The household belongs to the first category.",
        ),
        (VerdictKind::AffordableRent, Outcome::NotMet) => pick(
            language,
            "Il nucleo non rientra nella prima categoria.",
            "The household does not belong to the first category.",
        ),
        (VerdictKind::Supported, Outcome::Met) => pick(
            language,
            "Il nucleo rientra nella seconda categoria.",
            "The household belongs to the second category.",
        ),
        (VerdictKind::Supported, Outcome::NotMet) => pick(
            language,
            "Il nucleo non rientra nella seconda categoria.",
            "The household does not belong to the second category.",
        ),
        (_, Outcome::Unknown) => pick(
            language,
            "Mancano ancora risposte per dirlo.",
            "Some answers are still missing to tell.",
        ),
    }
}

/// What would change the answer: a margin for a decided threshold, the missing answers while it is unknown.
pub fn finding_change(finding: &Finding, language: Language) -> Option<String> {
    if finding.outcome == Outcome::Unknown {
        return missing(finding, language);
    }
    let margin = value(finding.to_change.as_ref()?, language);
    let what = match finding.requirement {
        Requirement::IseeLimit | Requirement::Indigence => pick(language, "un ISEE", "an ISEE"),
        Requirement::PatrimonyLimit => pick(language, "un patrimonio", "a patrimony"),
        Requirement::MarketNotAffordable => pick(language, "un reddito netto", "a net income"),
        Requirement::Citizenship
        | Requirement::ResidenceOrWork
        | Requirement::NoAdequateHome
        | Requirement::NoRevokedAssignment
        | Requirement::NoIllegalOccupation
        | Requirement::NotPublicHousing
        | Requirement::FollowedBySocialServices
        | Requirement::ManagesPrimaryNeeds
        | Requirement::TemporaryDifficulty
        | Requirement::NeedsAccompaniment => return None,
    };
    // An amount equal to the limit still keeps it, so a met limit changes only beyond the margin.
    let market = finding.requirement == Requirement::MarketNotAffordable;
    Some(match (market, finding.outcome) {
        (false, Outcome::Met) => say!(
            language,
            "La risposta cambierebbe con {what} più alto di oltre {margin}.",
            "The answer would change with {what} higher by more than {margin}."
        ),
        (true, Outcome::Met) => say!(
            language,
            "La risposta cambierebbe con {what} più alto di {margin}.",
            "The answer would change with {what} higher by {margin}."
        ),
        (false, _) => say!(
            language,
            "La risposta cambierebbe con {what} più basso di {margin}.",
            "The answer would change with {what} lower by {margin}."
        ),
        (true, _) => say!(
            language,
            "La risposta cambierebbe con {what} più basso di oltre {margin}.",
            "The answer would change with {what} lower by more than {margin}."
        ),
    })
}

/// The answers that are still needed.
fn missing(finding: &Finding, language: Language) -> Option<String> {
    let members = (finding.doubt == Some(Doubt::NoMembers)).then(|| {
        pick(
            language,
            "i componenti del nucleo",
            "the members of the household",
        )
    });
    let asked: Vec<&str> = members
        .into_iter()
        .chain(
            finding
                .ask
                .iter()
                .map(|question| household_question(*question, language)),
        )
        .collect();
    if asked.is_empty() {
        return None;
    }
    let asked = asked.join(", ");
    Some(say!(
        language,
        "Per decidere serve: {asked}.",
        "To decide, this is needed: {asked}."
    ))
}
