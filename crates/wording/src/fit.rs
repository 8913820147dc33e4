// SPDX-License-Identifier: AGPL-3.0-or-later
//! Why a dwelling fits a household or does not, reason by reason.
use crate::{Language, money_per_month, percent, persons, pick, rent_tier, say};
use soglia_domain::{
    adequacy::Adequacy,
    finding::Outcome,
    fit::{Fit, RentFit},
};

/// Whether a dwelling fits, in a word or two.
pub const fn fit_sentence(fit: &Fit, language: Language) -> &'static str {
    match (fit.outcome, fit.available) {
        (Outcome::Met, true) => pick(language, "Adatto e libero", "Fits and is free"),
        (Outcome::Met, false) => pick(language, "Adatto, ma non libero", "Fits, but is not free"),
        (Outcome::Unknown, _) => pick(language, "Da verificare", "To be verified"),
        (Outcome::NotMet, _) => pick(language, "Non adatto", "Does not fit"),
    }
}

/// Every reason with its own answer, in the order in which they are read.
pub fn fit_reasons(fit: &Fit, language: Language) -> Vec<(Outcome, String)> {
    let mut reasons = vec![availability(fit, language), size(fit, language)];
    reasons.extend(hygiene(fit, language));
    match &fit.rents {
        Some(rents) => reasons.extend(rents.iter().map(|rent| rent_reason(rent, language))),
        None => reasons.push((
            Outcome::Unknown,
            pick(
                language,
                "Senza superficie non si conosce il canone massimo.",
                "Without the surface the rent ceiling is not known.",
            )
            .to_owned(),
        )),
    }
    reasons.extend(access(fit, language));
    reasons
}

fn availability(fit: &Fit, language: Language) -> (Outcome, String) {
    let text = if fit.available {
        pick(language, "È libero e pronto.", "It is free and ready.")
    } else {
        pick(
            language,
            "Ora non è libero e pronto.",
            "It is not free and ready now.",
        )
    };
    (Outcome::of(fit.available), text.to_owned())
}

fn size(fit: &Fit, language: Language) -> (Outcome, String) {
    let people = persons(fit.n_persons, language);
    match fit.adequacy {
        None if fit.n_persons == 0 => (
            Outcome::Unknown,
            pick(
                language,
                "Mancano i componenti del nucleo.",
                "The members of the household are missing.",
            )
            .to_owned(),
        ),
        None => (
            Outcome::Unknown,
            pick(
                language,
                "La superficie utile è ancora da misurare.",
                "The usable surface is still to be measured.",
            )
            .to_owned(),
        ),
        Some(Adequacy::Adequate) => (
            Outcome::Met,
            say!(
                language,
                "La superficie va bene per {people}.",
                "The surface is right for {people}."
            ),
        ),
        Some(Adequacy::TooSmall) => (
            Outcome::NotMet,
            say!(
                language,
                "È troppo piccolo per {people}.",
                "It is too small for {people}."
            ),
        ),
        Some(Adequacy::TooLarge) => (
            Outcome::Met,
            say!(
                language,
                "È più grande del previsto per {people}: si può proporre se non serve a un nucleo più numeroso.",
                "It is larger than foreseen for {people}: it can be offered if no larger household needs it."
            ),
        ),
    }
}

fn hygiene(fit: &Fit, language: Language) -> Option<(Outcome, String)> {
    let most = fit.hygienic_most_persons?;
    if fit.n_persons == 0 {
        return None;
    }
    let people = persons(most, language);
    Some(match most {
        0 => (
            Outcome::NotMet,
            pick(
                language,
                "È sotto il minimo igienico anche per una persona.",
                "It is below the hygienic minimum even for one person.",
            )
            .to_owned(),
        ),
        _ => (
            Outcome::of(fit.n_persons <= most),
            say!(
                language,
                "Per la norma igienica può ospitare fino a {people}.",
                "By the hygienic rule it may hold up to {people}."
            ),
        ),
    })
}

fn rent_reason(rent: &RentFit, language: Language) -> (Outcome, String) {
    let (tier, monthly) = (
        rent_tier(rent.tier, language),
        money_per_month(rent.monthly, language),
    );
    let share = percent(rent.sustainable_share, language);
    let most = percent(rent.overburden_share, language);
    let text = match rent.burden.map(|burden| percent(burden, language)) {
        None => say!(
            language,
            "{tier}: fino a {monthly}. Manca il reddito per dire se è sostenibile.",
            "{tier}: up to {monthly}. The income is missing to tell whether it can be borne."
        ),
        Some(burden) => match rent.outcome {
            Outcome::Met => say!(
                language,
                "{tier}: fino a {monthly}, il {burden} del reddito. È sostenibile, non supera il {share}.",
                "{tier}: up to {monthly}, {burden} of the income. It can be borne, not above {share}."
            ),
            Outcome::NotMet | Outcome::Unknown if rent.overburdened => say!(
                language,
                "{tier}: fino a {monthly}, il {burden} del reddito. È oltre il {most}: un peso eccessivo.",
                "{tier}: up to {monthly}, {burden} of the income. It is above {most}: an overburden."
            ),
            Outcome::NotMet | Outcome::Unknown => say!(
                language,
                "{tier}: fino a {monthly}, il {burden} del reddito. È oltre il {share}: serve attenzione.",
                "{tier}: up to {monthly}, {burden} of the income. It is above {share}: care is needed."
            ),
        },
    };
    (rent.outcome, text)
}

fn access(fit: &Fit, language: Language) -> Option<(Outcome, String)> {
    let text = match fit.access {
        Outcome::Met => return None,
        Outcome::NotMet => pick(
            language,
            "Ci sono scalini, e nel nucleo c’è una persona con disabilità.",
            "There are steps, and a member of the household has a disability.",
        ),
        Outcome::Unknown => pick(
            language,
            "Non si sa ancora se serve un accesso senza scalini, o se c’è.",
            "Whether step-free access is needed, or is there, is not known yet.",
        ),
    };
    Some((fit.access, text.to_owned()))
}
