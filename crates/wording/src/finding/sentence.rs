// SPDX-License-Identifier: AGPL-3.0-or-later
//! One sentence for each condition and each answer to it.
use super::{plain::plain, value::value};
use crate::{Language, pick, say};
use soglia_domain::{
    finding::{Doubt, Finding, Outcome, Requirement, Value},
    household::{Citizenship, HouseholdQuestion},
};

/// A finding in one sentence, with what was observed and against what it was held.
pub fn finding(finding: &Finding, language: Language) -> String {
    match finding.requirement {
        Requirement::Citizenship => title(finding, language),
        Requirement::IseeLimit | Requirement::Indigence => isee(finding, language),
        Requirement::PatrimonyLimit => patrimony(finding, language),
        Requirement::MarketNotAffordable => market(finding, language),
        yes_or_no @ (Requirement::ResidenceOrWork
        | Requirement::NoAdequateHome
        | Requirement::NoRevokedAssignment
        | Requirement::NoIllegalOccupation
        | Requirement::NotPublicHousing
        | Requirement::FollowedBySocialServices
        | Requirement::ManagesPrimaryNeeds
        | Requirement::TemporaryDifficulty
        | Requirement::NeedsAccompaniment) => plain(yes_or_no, finding.outcome, language).to_owned(),
    }
}

/// Observed value and threshold, written out.
fn against(finding: &Finding, language: Language) -> Option<(String, String)> {
    Some((
        value(finding.observed.as_ref()?, language),
        value(finding.threshold.as_ref()?, language),
    ))
}

fn title(finding: &Finding, language: Language) -> String {
    let Some(Value::Citizenship(held)) = &finding.observed else {
        return pick(
            language,
            "Manca la cittadinanza o il titolo di soggiorno.",
            "Citizenship or residence title is missing.",
        )
        .to_owned();
    };
    match (held, finding.outcome) {
        (Citizenship::Italian, _) => pick(
            language,
            "La cittadinanza è italiana.",
            "The citizenship is Italian.",
        ),
        (Citizenship::Eu, _) => pick(
            language,
            "La cittadinanza è di un Paese dell’Unione europea.",
            "The citizenship is of a European Union country.",
        ),
        (Citizenship::LongTermPermit, _) => pick(
            language,
            "C’è un permesso UE per soggiornanti di lungo periodo.",
            "There is an EU long-term residence permit.",
        ),
        (Citizenship::TwoYearPermit, Outcome::Met) => pick(
            language,
            "C’è un permesso di almeno due anni, con un lavoro regolare.",
            "There is a permit of at least two years, with regular work.",
        ),
        (Citizenship::TwoYearPermit, Outcome::NotMet) => pick(
            language,
            "C’è un permesso di almeno due anni, ma senza un lavoro regolare.",
            "There is a permit of at least two years, but no regular work.",
        ),
        (Citizenship::TwoYearPermit, Outcome::Unknown) => pick(
            language,
            "C’è un permesso di almeno due anni: manca sapere se c’è un lavoro regolare.",
            "There is a permit of at least two years: whether there is regular work is missing.",
        ),
        (Citizenship::Other, _) => pick(
            language,
            "Non c’è la cittadinanza italiana o europea, né un permesso di almeno due anni.",
            "There is no Italian or European citizenship, nor a permit of at least two years.",
        ),
    }
    .to_owned()
}

fn isee(finding: &Finding, language: Language) -> String {
    match (finding.doubt, finding.outcome, against(finding, language)) {
        (Some(Doubt::IseeOfAnotherKind), ..) => pick(
            language,
            "L’ISEE scritto è di un altro tipo: per la casa conta quello ordinario o corrente.",
            "The ISEE written is of another kind: for housing the ordinary or the current one counts.",
        )
        .to_owned(),
        (Some(Doubt::IseeKindUnknown), ..) => pick(
            language,
            "Non si sa di quale ISEE si tratta: per la casa conta quello ordinario o corrente.",
            "Which ISEE it is, is not known: for housing the ordinary or the current one counts.",
        )
        .to_owned(),
        (Some(Doubt::IseeNotYetPresented), ..) => pick(
            language,
            "La DSU è stata presentata dopo il giorno a cui si riferisce la verifica.",
            "The declaration was presented after the day that is asked about.",
        )
        .to_owned(),
        (Some(Doubt::IseeExpired), ..) => pick(
            language,
            "L’ISEE è scaduto: serve una nuova DSU.",
            "The ISEE has expired: a new declaration is needed.",
        )
        .to_owned(),
        (Some(Doubt::IseeUndated), ..) => pick(
            language,
            "Manca la data della DSU: non si sa se l’ISEE è ancora valido.",
            "The day of the declaration is missing: whether the ISEE is still valid is not known.",
        )
        .to_owned(),
        (_, Outcome::Met, Some((held, limit))) => say!(
            language,
            "L’ISEE è {held}: non supera {limit}.",
            "The ISEE is {held}: not above {limit}."
        ),
        (_, Outcome::NotMet, Some((held, limit))) => say!(
            language,
            "L’ISEE è {held}: supera {limit}.",
            "The ISEE is {held}: above {limit}."
        ),
        (_, Outcome::Unknown, _) | (_, Outcome::Met | Outcome::NotMet, None) => {
            pick(language, "Manca l’ISEE.", "The ISEE is missing.").to_owned()
        }
    }
}

fn patrimony(finding: &Finding, language: Language) -> String {
    let held = finding.observed.as_ref().map(|held| value(held, language));
    match (finding.outcome, against(finding, language), held) {
        (Outcome::Met, Some((held, limit)), _) => say!(
            language,
            "Il patrimonio è {held}: non supera {limit}.",
            "The patrimony is {held}: not above {limit}."
        ),
        (Outcome::NotMet, Some((held, limit)), _) => say!(
            language,
            "Il patrimonio è {held}: supera {limit}.",
            "The patrimony is {held}: above {limit}."
        ),
        (_, _, Some(held)) if finding.doubt == Some(Doubt::NoMembers) => say!(
            language,
            "Il patrimonio è {held}: il limite dipende da quanti sono i componenti.",
            "The patrimony is {held}: the limit depends on how many members there are."
        ),
        (_, _, Some(held)) => say!(
            language,
            "Il patrimonio è {held}: il limite dipende dalla scala di equivalenza, che va letta sull’attestazione.",
            "The patrimony is {held}: the limit depends on the equivalence scale, to be read on the attestation."
        ),
        (_, _, None) => pick(
            language,
            "Manca il patrimonio ai fini della casa popolare.",
            "The patrimony for public housing is missing.",
        )
        .to_owned(),
    }
}

fn market(finding: &Finding, language: Language) -> String {
    match (finding.outcome, against(finding, language)) {
        (Outcome::Met, Some((rent, share))) => say!(
            language,
            "Un affitto di mercato costa circa {rent}: supera quanto il nucleo può sostenere, {share}.",
            "A market rent costs about {rent}: above what the household can bear, {share}."
        ),
        (Outcome::NotMet, Some((rent, share))) => say!(
            language,
            "Un affitto di mercato costa circa {rent}: non supera quanto il nucleo può sostenere, {share}.",
            "A market rent costs about {rent}: not above what the household can bear, {share}."
        ),
        (Outcome::Unknown, _) | (Outcome::Met | Outcome::NotMet, None) => match finding.doubt {
            Some(Doubt::NoMembers) => pick(
                language,
                "Mancano i componenti del nucleo: non si sa quanto spazio serve.",
                "The members of the household are missing: the space needed is not known.",
            ),
            Some(Doubt::ZoneNotChosen) => pick(
                language,
                "La risposta cambia da zona a zona: va scelta la zona in cui si cerca casa.",
                "The answer differs from zone to zone: the zone in which a home is looked for must be chosen.",
            ),
            Some(
                Doubt::IseeOfAnotherKind
                | Doubt::IseeKindUnknown
                | Doubt::IseeExpired
                | Doubt::IseeNotYetPresented
                | Doubt::IseeUndated,
            )
            | None => {
                if finding.ask.contains(&HouseholdQuestion::NetMonthlyIncome) {
                    pick(
                        language,
                        "Manca il reddito netto mensile.",
                        "The net monthly income is missing.",
                    )
                } else {
                    pick(
                        language,
                        "Non si sa ancora se un affitto di mercato è sostenibile.",
                        "Whether a market rent can be borne is not known yet.",
                    )
                }
            }
        }
        .to_owned(),
    }
}
