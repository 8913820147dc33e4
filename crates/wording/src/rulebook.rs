// SPDX-License-Identifier: AGPL-3.0-or-later
//! Parameters, responses and what speaks for them.
mod parameter;

pub use parameter::{new_value, parameter_title, parameter_value, unit};

use crate::{Language, day, money_per_month, pick, rent_tier, say};
use soglia_domain::{
    eligibility::{ResponseModel, SuggestionReason},
    rulebook::{Parameter, Status},
};

/// How sure a parameter is.
pub const fn status(status: Status, language: Language) -> &'static str {
    match status {
        Status::Published => pick(language, "Pubblicato", "Published"),
        Status::Assumed => pick(language, "Ipotizzato", "Assumed"),
        Status::Unverified => pick(language, "Da verificare", "To be verified"),
    }
}

/// Where a parameter comes from, since when it holds, and how sure it is.
pub fn source(parameter: &Parameter, language: Language) -> String {
    let (text, from, note) = (&parameter.source, day(parameter.from, language), &parameter.note);
    if parameter.amendment.is_some() {
        return say!(
            language,
            "Valore deciso da {text}, in vigore dal {from}. Motivo: {note}",
            "Value decided by {text}, in force since {from}. Reason: {note}"
        );
    }
    let known = say!(
        language,
        "{text}. In vigore dal {from}.",
        "{text}. In force since {from}."
    );
    match parameter.status {
        Status::Published => known,
        Status::Assumed => say!(
            language,
            "{known} Valore ipotizzato: il testo pubblicato non lo precisa.",
            "{known} Assumed value: the published text leaves it open."
        ),
        Status::Unverified => say!(
            language,
            "{known} Valore da verificare.",
            "{known} Value to be verified."
        ),
    }
}

/// A response model.
pub const fn response(response: ResponseModel, language: Language) -> &'static str {
    match response {
        ResponseModel::Capped => pick(language, "Canone calmierato", "Capped rent"),
        ResponseModel::ReducedCapped => pick(language, "Canone calmierato ridotto", "Reduced capped rent"),
        ResponseModel::Supported => pick(
            language,
            "Alloggio con accompagnamento",
            "Dwelling with accompaniment",
        ),
    }
}

/// One reason for a suggested response, or for none.
pub fn suggestion_reason(reason: &SuggestionReason, language: Language) -> String {
    match reason {
        SuggestionReason::NeedsAccompaniment => pick(
            language,
            "Il nucleo rientra nella seconda categoria: ha bisogno di accompagnamento.",
            "The household belongs to the second category: it needs accompaniment.",
        )
        .to_owned(),
        SuggestionReason::Bears { tier, rent, bearable }
        | SuggestionReason::DoesNotBear { tier, rent, bearable } => {
            let tier = rent_tier(*tier, language);
            let (rent, bearable) = (
                money_per_month(*rent, language),
                money_per_month(*bearable, language),
            );
            if matches!(reason, SuggestionReason::Bears { .. }) {
                say!(
                    language,
                    "{tier}: un alloggio adeguato costa al massimo {rent}. Il nucleo può sostenere {bearable}.",
                    "{tier}: an adequate dwelling costs at most {rent}. The household can bear {bearable}."
                )
            } else {
                say!(
                    language,
                    "{tier}: un alloggio adeguato può costare {rent}, più dei {bearable} che il nucleo può sostenere.",
                    "{tier}: an adequate dwelling may cost {rent}, more than the {bearable} the household can bear."
                )
            }
        }
        SuggestionReason::InNoCategory => pick(
            language,
            "Il nucleo non rientra in nessuna delle due categorie dell’avviso.",
            "The household belongs to neither category of the notice.",
        )
        .to_owned(),
        SuggestionReason::CategoriesOpen => pick(
            language,
            "Non si sa ancora in quale categoria rientra il nucleo.",
            "The category of the household is not known yet.",
        )
        .to_owned(),
        SuggestionReason::IncomeUnknown => pick(
            language,
            "Manca il reddito netto mensile: non si sa quanto il nucleo può sostenere.",
            "The net monthly income is missing: what the household can bear is not known.",
        )
        .to_owned(),
        SuggestionReason::NoMembers => pick(
            language,
            "Mancano i componenti del nucleo: non si sa quanto spazio serve.",
            "The members of the household are missing: the space needed is not known.",
        )
        .to_owned(),
    }
}
