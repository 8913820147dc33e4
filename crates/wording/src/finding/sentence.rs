// SPDX-License-Identifier: AGPL-3.0-or-later
//! One sentence for each condition and each answer to it.
use crate::{Language, pick, say, value};
use soglia_domain::{
    finding::{Doubt, Finding, Outcome, Requirement, Value},
    household::{Citizenship, HouseholdQuestion},
};

/// A finding in one sentence, with what was observed and against what it was held.
pub fn finding(finding: &Finding, language: Language) -> String {
    match finding.requirement {
        Requirement::Citizenship => title(finding, language),
        Requirement::IseeLimit => isee(finding, language),
        Requirement::PatrimonyLimit => patrimony(finding, language),
        Requirement::MarketNotAffordable => market(finding, language),
        other => plain(other, finding.outcome, language).to_owned(),
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
        _ => pick(language, "Manca l’ISEE.", "The ISEE is missing.").to_owned(),
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
        _ => pick(
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
        _ => match finding.doubt {
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
            _ if finding.ask.contains(&HouseholdQuestion::NetMonthlyIncome) => pick(
                language,
                "Manca il reddito netto mensile.",
                "The net monthly income is missing.",
            ),
            _ => pick(
                language,
                "Non si sa ancora se un affitto di mercato è sostenibile.",
                "Whether a market rent can be borne is not known yet.",
            ),
        }
        .to_owned(),
    }
}

/// The sentences of the conditions that are yes or no.
const fn plain(requirement: Requirement, outcome: Outcome, language: Language) -> &'static str {
    let [italian, english] = match requirement {
        Requirement::ResidenceOrWork => match outcome {
            Outcome::Met => [
                "Il nucleo risiede o lavora in Lombardia.",
                "The household lives or works in Lombardy.",
            ],
            Outcome::NotMet => [
                "Il nucleo non risiede e non lavora in Lombardia.",
                "The household neither lives nor works in Lombardy.",
            ],
            Outcome::Unknown => [
                "Manca la residenza o il lavoro in Lombardia.",
                "Residence or work in Lombardy is missing.",
            ],
        },
        Requirement::NoAdequateHome => match outcome {
            Outcome::Met => [
                "Non c’è una casa adeguata di proprietà.",
                "No adequate home is owned.",
            ],
            Outcome::NotMet => [
                "C’è una casa adeguata di proprietà.",
                "An adequate home is owned.",
            ],
            Outcome::Unknown => [
                "Non si sa ancora se c’è una casa adeguata di proprietà.",
                "Whether an adequate home is owned is not known yet.",
            ],
        },
        Requirement::NoRevokedAssignment => match outcome {
            Outcome::Met => [
                "Nessuna decadenza da una casa popolare negli ultimi cinque anni.",
                "No public dwelling was revoked in the last five years.",
            ],
            Outcome::NotMet => [
                "C’è stata una decadenza da una casa popolare negli ultimi cinque anni.",
                "A public dwelling was revoked in the last five years.",
            ],
            Outcome::Unknown => [
                "Non si sa ancora se c’è stata una decadenza negli ultimi cinque anni.",
                "Whether a dwelling was revoked in the last five years is not known yet.",
            ],
        },
        Requirement::NoIllegalOccupation => match outcome {
            Outcome::Met => [
                "Nessuna occupazione senza titolo negli ultimi cinque anni.",
                "No dwelling was occupied without title in the last five years.",
            ],
            Outcome::NotMet => [
                "C’è stata un’occupazione senza titolo negli ultimi cinque anni.",
                "A dwelling was occupied without title in the last five years.",
            ],
            Outcome::Unknown => [
                "Non si sa ancora se c’è stata un’occupazione senza titolo negli ultimi cinque anni.",
                "Whether a dwelling was occupied without title in the last five years is not known yet.",
            ],
        },
        Requirement::NotPublicHousing => match outcome {
            Outcome::Met => [
                "Il nucleo non ha i requisiti per la casa popolare.",
                "The household does not qualify for public housing.",
            ],
            Outcome::NotMet => [
                "Il nucleo ha i requisiti per la casa popolare: quella è la sua strada.",
                "The household qualifies for public housing: that is its way.",
            ],
            Outcome::Unknown => [
                "Non si sa ancora se il nucleo ha i requisiti per la casa popolare.",
                "Whether the household qualifies for public housing is not known yet.",
            ],
        },
        Requirement::FollowedBySocialServices => match outcome {
            Outcome::Met => [
                "Il nucleo è in carico ai Servizi sociali.",
                "Social services follow the household.",
            ],
            Outcome::NotMet => [
                "Il nucleo non è in carico ai Servizi sociali.",
                "Social services do not follow the household.",
            ],
            Outcome::Unknown => [
                "Non si sa ancora se il nucleo è in carico ai Servizi sociali.",
                "Whether social services follow the household is not known yet.",
            ],
        },
        Requirement::ManagesPrimaryNeeds => match outcome {
            Outcome::Met => [
                "Il nucleo è autonomo nei bisogni primari.",
                "The household manages its primary needs.",
            ],
            Outcome::NotMet => [
                "Il nucleo non è autonomo nei bisogni primari: serve un altro tipo di servizio.",
                "The household does not manage its primary needs: another kind of service is needed.",
            ],
            Outcome::Unknown => [
                "Non si sa ancora se il nucleo è autonomo nei bisogni primari.",
                "Whether the household manages its primary needs is not known yet.",
            ],
        },
        Requirement::TemporaryDifficulty => match outcome {
            Outcome::Met => [
                "Il nucleo vive una difficoltà economica e sociale temporanea.",
                "The household is in a temporary social and economic difficulty.",
            ],
            Outcome::NotMet => [
                "Non risulta una difficoltà economica e sociale temporanea.",
                "There is no temporary social and economic difficulty.",
            ],
            Outcome::Unknown => [
                "Non si sa ancora se c’è una difficoltà economica e sociale temporanea.",
                "Whether there is a temporary social and economic difficulty is not known yet.",
            ],
        },
        Requirement::NeedsAccompaniment => match outcome {
            Outcome::Met => [
                "Il nucleo ha bisogno di accompagnamento.",
                "The household needs accompaniment.",
            ],
            Outcome::NotMet => [
                "Il nucleo non ha bisogno di accompagnamento.",
                "The household needs no accompaniment.",
            ],
            Outcome::Unknown => [
                "Non si sa ancora se serve un accompagnamento.",
                "Whether accompaniment is needed is not known yet.",
            ],
        },
        // Written above with their values.
        Requirement::Citizenship
        | Requirement::IseeLimit
        | Requirement::PatrimonyLimit
        | Requirement::MarketNotAffordable => ["Da verificare.", "To be verified."],
    };
    pick(language, italian, english)
}
