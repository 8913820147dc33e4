// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is wrong about a dwelling, and how to mend it.
use super::{dwelling_state, photo_size};
use crate::{Language, day, pick, say, whole};
use soglia_domain::{
    dwelling::{DwellingStateKind, Refusal},
    measure::HEIGHTS_CM,
};

/// The sentences a person reads.
pub(crate) fn refusal(refusal: &Refusal, language: Language) -> String {
    let fixed = match refusal {
        Refusal::Unknown => pick(
            language,
            "Questo alloggio non c’è, o non è visibile con questo accesso. Si può cercare di nuovo fra gli alloggi.",
            "This dwelling does not exist, or cannot be seen with this sign-in. It can be looked for again among the dwellings.",
        ),
        Refusal::StateNotReachable { from, to } => return state_not_reachable(*from, *to, language),
        Refusal::TooManySpaces { most } => {
            return say!(
                language,
                "Le misure di un alloggio possono essere al massimo {most}. Spazi dello stesso tipo si possono sommare.",
                "A dwelling may have at most {most} measurements. Spaces of one kind can be added up."
            );
        }
        Refusal::HeightOutOfRange => {
            let [least, most] =
                [HEIGHTS_CM.start(), HEIGHTS_CM.end()].map(|cm| whole(u64::from(*cm), language));
            return say!(
                language,
                "L’altezza di uno spazio è fra {least} e {most} cm: va ricontrollata.",
                "The height of a space lies between {least} and {most} cm: please check it."
            );
        }
        Refusal::TooManyPhotos { most } => {
            return say!(
                language,
                "Un alloggio può avere al massimo {most} foto. Se ne può togliere una che non serve più.",
                "A dwelling may have at most {most} photos. One that is no longer needed can be taken out."
            );
        }
        Refusal::PhotoTooLarge { most } => {
            let most = photo_size(*most, language);
            return say!(
                language,
                "La foto è vuota o troppo grande: può avere al massimo {most}.",
                "The photo is empty or too large: it may have at most {most}."
            );
        }
        Refusal::CaptionTooLong { most } => {
            let most = whole(u64::from(*most), language);
            return say!(
                language,
                "La didascalia è troppo lunga: può avere al massimo {most} caratteri.",
                "The caption is too long: it may have at most {most} characters."
            );
        }
        Refusal::MediaTypeNotUsable => pick(
            language,
            "Questo tipo di file non si vede su tutti i dispositivi: serve una foto JPEG, PNG o WebP.",
            "Not every device can show this kind of file: a JPEG, PNG or WebP photo is needed.",
        ),
        Refusal::TitleEndsBeforeItBegins => pick(
            language,
            "Il titolo finisce prima di cominciare: una delle due date va corretta.",
            "The title ends before it begins: one of the two dates needs correcting.",
        ),
        Refusal::TitleTooLong { last } => {
            let last = day(*last, language);
            return say!(
                language,
                "Il comodato gratuito è più lungo di quanto la legge consente. Può arrivare fino al {last}.",
                "The free loan is longer than the law allows. It may last until {last}."
            );
        }
        Refusal::BeyondTitle { last } => {
            let last = day(*last, language);
            return say!(
                language,
                "Il contratto finirebbe dopo il titolo sull’alloggio. Va bene ogni data fino al {last}.",
                "The contract would end after the title to the dwelling. Any date up to {last} will do."
            );
        }
    };
    fixed.to_owned()
}

fn state_not_reachable(from: DwellingStateKind, to: DwellingStateKind, language: Language) -> String {
    if from == DwellingStateKind::Reserved {
        return pick(
            language,
            "Questo alloggio è proposto a un nucleo. Torna libero quando si ritira la proposta, dalla scheda del nucleo.",
            "This dwelling is offered to a household. It becomes free when the offer is withdrawn, on the household’s page.",
        )
        .to_owned();
    }
    if to == DwellingStateKind::Reserved {
        return pick(
            language,
            "Un alloggio diventa «Proposto» facendo una proposta, dalla scheda del nucleo.",
            "A dwelling becomes “Offered” by making an offer, on the household’s page.",
        )
        .to_owned();
    }
    let (from, to) = (dwelling_state(from, language), dwelling_state(to, language));
    say!(
        language,
        "Da «{from}» non si passa direttamente a «{to}». Serve prima uno stato intermedio.",
        "“{from}” does not lead directly to “{to}”. A state in between comes first."
    )
}
