// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is wrong when an action is refused, and how to mend it.
use crate::{Language, day, dwelling_state, money, photo_size, pick, say, tax_code_error, whole};
use soglia_domain::{author::Role, dwelling::DwellingStateKind, refusal::Refusal};

/// The sentences a person reads when an action is refused.
pub fn refusal(refusal: &Refusal, language: Language) -> String {
    match refusal {
        Refusal::StateNotReachable { from, to } => state_not_reachable(*from, *to, language),
        Refusal::DwellingNotReady { state } => {
            let state = dwelling_state(*state, language);
            say!(
                language,
                "Questo alloggio non è pronto: è nello stato «{state}». La proposta resta fra le bozze: si può scegliere un altro alloggio.",
                "This dwelling is not ready: its state is “{state}”. The proposal stays among the drafts: another dwelling can be chosen."
            )
        }
        Refusal::RentAboveCeiling { ceiling } => {
            let ceiling = money(*ceiling, language);
            say!(
                language,
                "Il canone supera l’importo massimo di {ceiling} al mese. Va bene ogni canone fino a quell’importo.",
                "The rent passes the ceiling of {ceiling} a month. Any rent up to that amount will do."
            )
        }
        Refusal::TextTooLong { most } => {
            let most = whole(u64::from(*most), language);
            say!(
                language,
                "Il testo è troppo lungo: può avere al massimo {most} caratteri.",
                "The text is too long: it may have at most {most} characters."
            )
        }
        Refusal::TooManyMembers { most } => say!(
            language,
            "Un nucleo può avere al massimo {most} componenti. Se sono di più, si apre un secondo nucleo.",
            "A household has at most {most} members. If there are more, a second household can be opened."
        ),
        Refusal::TooManySpaces { most } => say!(
            language,
            "Le misure di un alloggio possono essere al massimo {most}. Spazi dello stesso tipo si possono sommare.",
            "A dwelling may have at most {most} measurements. Spaces of one kind can be added up."
        ),
        Refusal::TooManyPhotos { most } => say!(
            language,
            "Un alloggio può avere al massimo {most} foto. Se ne può togliere una che non serve più.",
            "A dwelling may have at most {most} photos. One that is no longer needed can be taken out."
        ),
        Refusal::PhotoTooLarge { most } => {
            let most = photo_size(*most, language);
            say!(
                language,
                "La foto è vuota o troppo grande: può avere al massimo {most}.",
                "The photo is empty or too large: it may have at most {most}."
            )
        }
        Refusal::TitleTooLong { last } => {
            let last = day(*last, language);
            say!(
                language,
                "Il comodato gratuito è più lungo di quanto la legge consente. Può arrivare fino al {last}.",
                "The free loan is longer than the law allows. It may last until {last}."
            )
        }
        Refusal::BeyondTitle { last } => {
            let last = day(*last, language);
            say!(
                language,
                "Il contratto finirebbe dopo il titolo sull’alloggio. Va bene ogni data fino al {last}.",
                "The contract would end after the title to the dwelling. Any date up to {last} will do."
            )
        }
        Refusal::TaxCode(reason) => tax_code_error(reason.error, language).to_owned(),
        other => fixed(other, language).to_owned(),
    }
}

/// The refusals whose sentences carry no value.
const fn fixed(refusal: &Refusal, language: Language) -> &'static str {
    match refusal {
        Refusal::NotYourTask { role } => not_your_task(*role, language),
        Refusal::UnknownHousehold => pick(
            language,
            "Questo nucleo non c’è, o non è visibile con questo accesso. Si può cercare di nuovo fra i nuclei.",
            "This household does not exist, or cannot be seen with this sign-in. It can be looked for again among the households.",
        ),
        Refusal::UnknownDwelling => pick(
            language,
            "Questo alloggio non c’è, o non è visibile con questo accesso. Si può cercare di nuovo fra gli alloggi.",
            "This dwelling does not exist, or cannot be seen with this sign-in. It can be looked for again among the dwellings.",
        ),
        Refusal::UnknownMember => pick(
            language,
            "Questo componente non fa più parte del nucleo: qualcuno lo ha tolto. Se serve, si può aggiungere di nuovo.",
            "This member is no longer part of the household: somebody took them out. They can be added again if needed.",
        ),
        Refusal::UnknownOffer => pick(
            language,
            "Questa proposta non c’è fra quelle del nucleo. L’elenco aggiornato è nella scheda del nucleo.",
            "This proposal is not among those of the household. The up-to-date list stands on the household’s page.",
        ),
        Refusal::AlreadyExists => pick(
            language,
            "Questa scheda esiste già: non serve crearla di nuovo.",
            "This record exists already: it need not be made again.",
        ),
        Refusal::DwellingHeld { .. } => pick(
            language,
            "Questo alloggio è già proposto o assegnato a un altro nucleo. La proposta resta fra le bozze: si può scegliere un altro alloggio.",
            "This dwelling is already proposed or given to another household. The proposal stays among the drafts: another dwelling can be chosen.",
        ),
        Refusal::OfferClosed => pick(
            language,
            "Questa proposta è già stata ritirata. Se serve, se ne può fare una nuova.",
            "This proposal was already withdrawn. A new one can be made if needed.",
        ),
        Refusal::SurfaceNotMeasured => pick(
            language,
            "Manca la superficie, e senza superficie il canone non si può fissare. Si può misurare l’alloggio, o proporlo senza canone.",
            "The surface is missing, and without it no rent can be set. The dwelling can be measured, or proposed without a rent.",
        ),
        Refusal::LabelNotUsable => pick(
            language,
            "Il nome del nucleo è vuoto o troppo lungo: servono da 1 a 120 caratteri.",
            "The name of the household is empty or too long: it takes 1 to 120 characters.",
        ),
        Refusal::NegativeAmount => pick(
            language,
            "L’importo è sotto zero: va scritto un importo da zero in su.",
            "The amount is below zero: an amount of zero or more is needed.",
        ),
        Refusal::DateInFuture => pick(
            language,
            "La data è nel futuro: va scritta una data fino a oggi.",
            "The date lies in the future: a date up to today is needed.",
        ),
        Refusal::DateTooOld => pick(
            language,
            "La data è di più di 120 anni fa: va ricontrollato l’anno.",
            "The date lies more than 120 years back: please check the year.",
        ),
        Refusal::TaxCodeBirthDate => pick(
            language,
            "Il codice fiscale dice un’altra data di nascita: uno dei due va corretto.",
            "The tax code says another date of birth: one of the two needs correcting.",
        ),
        Refusal::OutOfRange => pick(
            language,
            "Il numero è fuori dai valori possibili: va ricontrollato.",
            "The number is outside the possible values: please check it.",
        ),
        Refusal::EndsBeforeItBegins => pick(
            language,
            "La fine viene prima dell’inizio: una delle due date va corretta.",
            "The end comes before the beginning: one of the two dates needs correcting.",
        ),
        Refusal::MediaTypeNotUsable => pick(
            language,
            "Questo tipo di file non si vede su tutti i dispositivi: serve una foto JPEG, PNG o WebP.",
            "Not every device can show this kind of file: a JPEG, PNG or WebP photo is needed.",
        ),
        Refusal::CaseJoined => pick(
            language,
            "Questo fascicolo è unito a un altro dello stesso nucleo: si continua su quello.",
            "This case was joined to another one of the same household: work goes on there.",
        ),
        Refusal::OffersOpen => pick(
            language,
            "Il fascicolo ha proposte aperte. Prima vanno ritirate, poi si può unire.",
            "The case has open proposals. Withdraw them first, then it can be joined.",
        ),
        Refusal::ReviewClosed => pick(
            language,
            "Su questo dato qualcuno ha già scelto, o i valori sono cambiati. La scheda mostra come sta adesso: se serve, si può scegliere di nuovo.",
            "Somebody has chosen here before, or the values have changed. The page shows how it stands now: if needed, another choice can be made.",
        ),
        Refusal::NotBoth => pick(
            language,
            "Qui può stare un valore solo: va scelto uno dei due.",
            "Only one value fits here: one of the two is to be chosen.",
        ),
        Refusal::NotAmendable => pick(
            language,
            "Questo valore viene da un testo pubblicato: non si modifica qui.",
            "This value comes from a published text: it is not set here.",
        ),
        Refusal::ValueDoesNotFit => pick(
            language,
            "Il valore non va bene per questo parametro: va ricontrollato.",
            "The value does not go with this parameter: please check it.",
        ),
        Refusal::ReasonMissing => pick(
            language,
            "Manca il motivo: serve a chi legge dopo.",
            "The reason is missing: whoever reads this later needs it.",
        ),
        // These carry a value and are written above.
        Refusal::StateNotReachable { .. }
        | Refusal::DwellingNotReady { .. }
        | Refusal::RentAboveCeiling { .. }
        | Refusal::TextTooLong { .. }
        | Refusal::TooManyMembers { .. }
        | Refusal::TooManySpaces { .. }
        | Refusal::TooManyPhotos { .. }
        | Refusal::PhotoTooLarge { .. }
        | Refusal::TitleTooLong { .. }
        | Refusal::BeyondTitle { .. }
        | Refusal::TaxCode(_) => pick(language, "Non è possibile.", "This is not possible."),
    }
}

/// Who can do what this role cannot.
const fn not_your_task(role: Role, language: Language) -> &'static str {
    match role {
        Role::SocialWorker => pick(
            language,
            "Questo passo spetta all’Ufficio casa. Le note sull’alloggio possono spiegare che cosa serve.",
            "This step is for the housing office. The notes on the dwelling can say what is needed.",
        ),
        Role::HousingOfficer => pick(
            language,
            "Questo passo spetta ai Servizi sociali.",
            "This step is for social services.",
        ),
        Role::ManagingPartner => pick(
            language,
            "Questo passo spetta agli uffici del Comune, che possono farlo su richiesta.",
            "This step is for the City’s offices, which can do it on request.",
        ),
        Role::Coordinator => pick(
            language,
            "Questo passo spetta ai Servizi sociali o all’Ufficio casa.",
            "This step is for social services or for the housing office.",
        ),
    }
}

fn state_not_reachable(from: DwellingStateKind, to: DwellingStateKind, language: Language) -> String {
    if from == DwellingStateKind::Reserved {
        return pick(
            language,
            "Questo alloggio è proposto a un nucleo. Torna libero quando si ritira la proposta, dalla scheda del nucleo.",
            "This dwelling is proposed to a household. It becomes free when the proposal is withdrawn, on the household’s page.",
        )
        .to_owned();
    }
    if to == DwellingStateKind::Reserved {
        return pick(
            language,
            "Un alloggio diventa «Proposto» facendo una proposta, dalla scheda del nucleo.",
            "A dwelling becomes “Proposed” by making a proposal, on the household’s page.",
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
