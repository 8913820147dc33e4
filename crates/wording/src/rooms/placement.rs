// SPDX-License-Identifier: AGPL-3.0-or-later
//! Dwellings offered to households, in words.
use crate::{
    Language, dwelling_state, line::line, money, money_per_month, pick, rent_tier, review::resolved, say,
};
use soglia_domain::{
    money::Money,
    placement::{PlacementState, Refusal, Verb},
    rent::RentTier,
};

/// What people call such a record.
pub(crate) const fn name(language: Language) -> &'static str {
    pick(language, "Proposta di alloggio", "Offer")
}

/// What became of an offer.
pub const fn placement_state(state: &PlacementState, language: Language) -> &'static str {
    match state {
        PlacementState::Offered => pick(language, "Proposto", "Offered"),
        PlacementState::Withdrawn { .. } => pick(language, "Ritirato", "Withdrawn"),
    }
}

/// What a person did, in one line.
pub(crate) fn verb(verb: &Verb, language: Language) -> String {
    match verb {
        Verb::Say(fact) => match *fact {},
        Verb::SayOf { fact, .. } => match *fact {},
        Verb::Resolve(choosing) => resolved(choosing, field_name, language),
        Verb::Offer {
            tier,
            monthly_rent,
            service_charges,
            ..
        } => offered(*tier, *monthly_rent, *service_charges, language),
        Verb::Withdraw { reason } => line(
            pick(language, "Proposta di alloggio ritirata", "Offer withdrawn"),
            reason,
        ),
    }
}

fn offered(
    tier: RentTier,
    monthly_rent: Option<Money>,
    service_charges: Option<Money>,
    language: Language,
) -> String {
    let rent = monthly_rent.map_or_else(
        || pick(language, "canone da fissare", "rent to be set").to_owned(),
        |rent| money_per_month(rent, language),
    );
    let terms = format!("{}, {rent}", rent_tier(tier, language));
    let terms = match service_charges.map(|charges| money_per_month(charges, language)) {
        Some(charges) => say!(
            language,
            "{terms}, spese a parte {charges}",
            "{terms}, service charges apart {charges}"
        ),
        None => terms,
    };
    line(pick(language, "Alloggio proposto", "Dwelling offered"), &terms)
}

/// What people call a field; none for what only a newer version knows.
pub(crate) fn field_name(path: &str, language: Language) -> Option<&'static str> {
    match path {
        "created" => Some(pick(language, "Alloggio proposto", "Dwelling offered")),
        "state" => Some(pick(language, "Esito della proposta", "Outcome of the offer")),
        _ => None,
    }
}

/// The sentences a person reads.
pub fn refusal(refusal: &Refusal, language: Language) -> String {
    let fixed = match refusal {
        Refusal::Unknown => pick(
            language,
            "Questa proposta di alloggio non c’è, o non è visibile con questo accesso. L’elenco aggiornato è nella scheda del nucleo.",
            "This offer does not exist, or cannot be seen with this sign-in. The up-to-date list stands on the household’s page.",
        ),
        Refusal::DwellingHeld { .. } => pick(
            language,
            "Questo alloggio è già proposto o assegnato a un altro nucleo. La proposta resta fra le bozze: si può scegliere un altro alloggio.",
            "This dwelling is already offered or given to another household. The offer stays among the drafts: another dwelling can be chosen.",
        ),
        Refusal::DwellingNotReady { state } => {
            let state = dwelling_state(*state, language);
            return say!(
                language,
                "Questo alloggio non è pronto: è nello stato «{state}». La proposta resta fra le bozze: si può scegliere un altro alloggio.",
                "This dwelling is not ready: its state is “{state}”. The offer stays among the drafts: another dwelling can be chosen."
            );
        }
        Refusal::Closed => pick(
            language,
            "Questa proposta di alloggio è già stata ritirata. Se serve, se ne può fare una nuova.",
            "This offer was already withdrawn. A new one can be made if needed.",
        ),
        Refusal::RentAboveCeiling { ceiling } => {
            let ceiling = money(*ceiling, language);
            return say!(
                language,
                "Il canone supera l’importo massimo di {ceiling} al mese. Va bene ogni canone fino a quell’importo.",
                "The rent passes the ceiling of {ceiling} a month. Any rent up to that amount will do."
            );
        }
        Refusal::RentNegative => pick(
            language,
            "Il canone o le spese sono sotto zero: va scritto un importo da zero in su.",
            "Rent or service charges are below zero: an amount of zero or more is needed.",
        ),
        Refusal::SurfaceNotMeasured => pick(
            language,
            "Manca la superficie, e senza superficie il canone non si può fissare. Si può misurare l’alloggio, o proporlo senza canone.",
            "The surface is missing, and without it no rent can be set. The dwelling can be measured, or offered without a rent.",
        ),
    };
    fixed.to_owned()
}
