// SPDX-License-Identifier: AGPL-3.0-or-later
//! Refusals that all rooms share: what is wrong, and how to mend it.
use crate::{Language, pick, say, whole};
use soglia_domain::{author::Role, rooms::Common, shape::LONGEST_NAME};

/// The sentences of a refusal that all rooms share.
pub fn common(refusal: &Common, language: Language) -> String {
    let fixed = match refusal {
        Common::TextTooLong { most } => {
            let most = whole(u64::from(*most), language);
            return say!(
                language,
                "Il testo è troppo lungo: può avere al massimo {most} caratteri.",
                "The text is too long: it may have at most {most} characters."
            );
        }
        Common::NotYourTask { role } => not_your_task(*role, language),
        Common::InArchive => pick(
            language,
            "Il nucleo è in archivio e non si può modificare. Chi coordina o un assistente sociale può riaprirlo dalla pagina Archivio.",
            "The household rests in the archive and cannot be changed. A social worker or who coordinates can take it out on the page Archive.",
        ),
        Common::AlreadyExists => pick(
            language,
            "Questa scheda esiste già: non serve crearla di nuovo.",
            "This record exists already: it need not be made again.",
        ),
        Common::PartGone => pick(
            language,
            "Questa parte della scheda non c’è più: qualcuno l’ha tolta. Se serve, si può aggiungere di nuovo.",
            "This part of the record is gone: somebody took it out. It can be added again if needed.",
        ),
        Common::LabelNotUsable => {
            let most = whole(u64::from(LONGEST_NAME), language);
            return say!(
                language,
                "Il nome è vuoto o troppo lungo: servono da 1 a {most} caratteri.",
                "The name is empty or too long: it takes 1 to {most} characters."
            );
        }
        Common::NegativeAmount => pick(
            language,
            "L’importo è sotto zero: va scritto un importo da zero in su.",
            "The amount is below zero: an amount of zero or more is needed.",
        ),
        Common::DateInFuture => pick(
            language,
            "La data è nel futuro: va scritta una data fino a oggi.",
            "The date lies in the future: a date up to today is needed.",
        ),
        Common::DateTooOld => pick(
            language,
            "La data è di più di 120 anni fa: va ricontrollato l’anno.",
            "The date lies more than 120 years back: please check the year.",
        ),
        Common::OutOfRange => pick(
            language,
            "Il numero è fuori dai valori possibili: va ricontrollato.",
            "The number is outside the possible values: please check it.",
        ),
        Common::NotAChoice => pick(
            language,
            "Questo valore non è fra le scelte possibili: va preso uno di quelli in elenco.",
            "This value is not among the choices: please take one of those listed.",
        ),
        Common::EndsBeforeItBegins => pick(
            language,
            "La fine viene prima dell’inizio: una delle due date va corretta.",
            "The end comes before the beginning: one of the two dates needs correcting.",
        ),
        Common::ReasonMissing => pick(
            language,
            "Manca il motivo: serve a chi legge dopo.",
            "The reason is missing: whoever reads this later needs it.",
        ),
        Common::ReviewClosed => pick(
            language,
            "Su questo dato qualcuno ha già scelto, o i valori sono cambiati. La scheda mostra come sta adesso: se serve, si può scegliere di nuovo.",
            "Somebody has chosen here before, or the values have changed. The page shows how it stands now: if needed, another choice can be made.",
        ),
        Common::NotBoth => pick(
            language,
            "Qui può stare un valore solo: va scelto uno dei due.",
            "Only one value fits here: one of the two is to be chosen.",
        ),
    };
    fixed.to_owned()
}

/// Who can do what this role cannot.
const fn not_your_task(role: Role, language: Language) -> &'static str {
    match role {
        Role::SocialWorker => pick(
            language,
            "Questo passo spetta all’Ufficio casa. Se riguarda le regole o i fondi, spetta al coordinamento. A un invio risponde il partner.",
            "This step is for the housing office. Where it is about rules or money, it is for the coordination. A referral is answered by the partner.",
        ),
        Role::HousingOfficer => pick(
            language,
            "Questo passo spetta al coordinamento, che può farlo su richiesta. A un invio risponde il partner.",
            "This step is for the coordination, which can do it on request. A referral is answered by the partner.",
        ),
        Role::ManagingPartner => pick(
            language,
            "Questo passo spetta agli uffici del Comune, che possono farlo su richiesta.",
            "This step is for the City’s offices, which can do it on request.",
        ),
        Role::Coordinator => pick(
            language,
            "Questo passo spetta ai Servizi sociali o all’Ufficio casa. A un invio risponde il partner.",
            "This step is for social services or for the housing office. A referral is answered by the partner.",
        ),
        Role::Auditor => pick(
            language,
            "Questo passo spetta a chi lavora con alloggi e nuclei: chi controlla gli accessi non li vede.",
            "This step is for those who work with dwellings and households: an auditor does not see them.",
        ),
        Role::Administrator => pick(
            language,
            "Questo passo spetta a chi lavora con alloggi e nuclei: chi amministra gli accessi non li vede.",
            "This step is for those who work with dwellings and households: an administrator does not see them.",
        ),
    }
}
