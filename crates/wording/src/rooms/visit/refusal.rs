// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is refused about a visit: what is wrong, and how to mend it.
use crate::{Language, day, pick, say};
use soglia_domain::visit::Refusal;

/// The sentences a person reads.
pub(crate) fn refusal(refusal: &Refusal, language: Language) -> String {
    let fixed = match refusal {
        Refusal::Unknown => pick(
            language,
            "Questa visita non c’è, o non è visibile con questo accesso. Le visite aggiornate sono nella scheda del nucleo.",
            "This visit does not exist, or cannot be seen with this sign-in. The up-to-date visits stand on the household’s page.",
        ),
        Refusal::OfOthers => pick(
            language,
            "Questa visita è di un altro ente, che può modificarla. Si può mettere in programma una visita propria.",
            "This visit belongs to another organisation, which can change it. A visit of one’s own can be planned.",
        ),
        Refusal::WrongSide => pick(
            language,
            "Alle visite di un partner va una persona del partner, a quelle del Comune una del Comune. Va scelta un’altra persona.",
            "Somebody of a partner goes to its visits, and somebody of the City to those of the City. Another person is to be chosen.",
        ),
        Refusal::TooFarBack { first } => {
            let first = day(*first, language);
            return say!(
                language,
                "Il giorno è troppo indietro: una visita si scrive entro un mese. Si può scegliere un giorno dal {first} in poi.",
                "The day lies too far back: a visit is written down within a month. Any day from {first} on will do."
            );
        }
        Refusal::TooFarAhead { last } => {
            let last = day(*last, language);
            return say!(
                language,
                "Il giorno è troppo lontano per una visita: va ricontrollato l’anno. Si può scegliere un giorno fino al {last}.",
                "The day is too far ahead for a visit: please check the year. Any day up to {last} will do."
            );
        }
        Refusal::EndsBeforeItBegan => pick(
            language,
            "La visita finisce prima di cominciare: una delle due ore va corretta.",
            "The visit ends before it began: one of the two hours needs correcting.",
        ),
        Refusal::NoSuchHour => pick(
            language,
            "Nessun giorno ha quest’ora: vanno bene le ore da 00:00 a 23:59.",
            "No day has this hour: anything from 00:00 to 23:59 will do.",
        ),
        Refusal::Over => pick(
            language,
            "Questa visita è già chiusa. Ciò che è scritto qui resta fra le bozze: si può portare nel diario o in una visita nuova.",
            "This visit is over already. What is written here stays among the drafts, and can go into the diary or a new visit.",
        ),
        Refusal::NotTried => pick(
            language,
            "Di questa visita non c’è ancora un tentativo: prima va scritto quando qualcuno è andato. Altrimenti si può annullare.",
            "Nobody has tried this visit yet: when somebody went is to be written first. Otherwise it can be called off.",
        ),
        Refusal::TooManyAttempts { most } => {
            return say!(
                language,
                "Per una visita si scrivono al massimo {most} tentativi. Si può chiudere questa e metterne in programma un’altra.",
                "A visit has at most {most} attempts. This one can be closed, and another one planned."
            );
        }
        Refusal::TooManyPhotos { most } => {
            return say!(
                language,
                "Una visita può avere al massimo {most} foto. Se ne può togliere una che non serve più.",
                "A visit has at most {most} photos. One that is no longer needed can be taken out."
            );
        }
        Refusal::TooManyPresent { most } => {
            return say!(
                language,
                "Si possono scrivere al massimo {most} persone presenti. Le altre si possono nominare nelle note.",
                "At most {most} people can be written as present. The others can be named in the notes."
            );
        }
    };
    fixed.to_owned()
}
