// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is wrong about a household, and how to mend it.
use crate::{Language, pick, say, tax_code_error};
use soglia_domain::household::Refusal;

/// The sentences a person reads.
pub(crate) fn refusal(refusal: &Refusal, language: Language) -> String {
    let fixed = match refusal {
        Refusal::Unknown => pick(
            language,
            "Questo nucleo non c’è, o non è visibile con questo accesso. Si può cercare di nuovo fra i nuclei.",
            "This household does not exist, or cannot be seen with this sign-in. It can be looked for again among the households.",
        ),
        Refusal::UnknownMember => pick(
            language,
            "Questo componente non fa più parte del nucleo: qualcuno lo ha tolto. Se serve, si può aggiungere di nuovo.",
            "This member is no longer part of the household: somebody took them out. They can be added again if needed.",
        ),
        Refusal::TooManyMembers { most } => {
            return say!(
                language,
                "Un nucleo può avere al massimo {most} componenti. Se sono di più, si apre un secondo nucleo.",
                "A household has at most {most} members. If there are more, a second household can be opened."
            );
        }
        Refusal::TooManyPages { most } => {
            return say!(
                language,
                "Di un’attestazione si tengono al massimo {most} pagine. Una che non serve più si può togliere.",
                "At most {most} pages of an attestation are kept. One that is no longer needed can be taken out."
            );
        }
        Refusal::TaxCode { error } => tax_code_error(*error, language),
        Refusal::TaxCodeBirthDate => pick(
            language,
            "Il codice fiscale dice un’altra data di nascita: uno dei due va corretto.",
            "The tax code says another date of birth: one of the two needs correcting.",
        ),
        Refusal::CaseJoined => pick(
            language,
            "Questo fascicolo è unito a un altro dello stesso nucleo: si continua su quello.",
            "This case was joined to another one of the same household: work goes on there.",
        ),
        Refusal::OffersOpen => pick(
            language,
            "Il fascicolo ha proposte di alloggio aperte. Prima vanno ritirate, poi si può unire.",
            "The case has open offers. Withdraw them first, then it can be joined.",
        ),
        Refusal::ReferralsOpen => pick(
            language,
            "Il nucleo è inviato a un partner. Prima l’invio va ritirato o concluso, poi si può unire.",
            "The household is referred to a partner. Take back or end the referral first, then it can be joined.",
        ),
    };
    fixed.to_owned()
}
