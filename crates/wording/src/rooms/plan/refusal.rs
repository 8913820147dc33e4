// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is refused about a plan, and how to mend it.
use crate::{Language, day, pick, say};
use soglia_domain::plan::Refusal;

/// The sentences a person reads.
pub(crate) fn refusal(refusal: &Refusal, language: Language) -> String {
    let fixed = match refusal {
        Refusal::Unknown => pick(
            language,
            "Questo piano individuale non c’è, o non è visibile con questo accesso. I piani aggiornati sono nella scheda del nucleo.",
            "This support plan does not exist, or cannot be seen with this sign-in. The up-to-date plans stand on the household’s page.",
        ),
        Refusal::UnknownGoal => pick(
            language,
            "Questo obiettivo non fa più parte del piano: qualcuno lo ha tolto. Se serve, si può aggiungere di nuovo.",
            "This goal is no longer part of the plan: somebody took it out. It can be added again if needed.",
        ),
        Refusal::Signed => pick(
            language,
            "Il piano è firmato, e le sue parole restano quelle. Per cambiarle si riapre il piano, poi si firma di nuovo.",
            "The plan is signed, and its words stay as they are. To change them, the plan is opened again, then signed again.",
        ),
        Refusal::Ended => pick(
            language,
            "Il piano è concluso e non cambia più. Se serve, se ne comincia uno nuovo.",
            "The plan has ended and changes no more. A new one can be begun if needed.",
        ),
        Refusal::NotEnded => pick(
            language,
            "Il piano non è ancora concluso: fino ad allora si scrive una verifica.",
            "The plan has not ended yet: until then a review can be written.",
        ),
        Refusal::TooManyGoals { most } => {
            return say!(
                language,
                "Un piano può avere al massimo {most} obiettivi. Due obiettivi vicini possono diventare uno.",
                "A plan has at most {most} goals. Two that are close can become one."
            );
        }
        Refusal::TooManyReviews { most } => {
            return say!(
                language,
                "Questo piano ha già {most} verifiche. Si può concludere, e poi cominciarne uno nuovo.",
                "This plan has {most} reviews already. It can be ended, and then a new one begun."
            );
        }
        Refusal::WordsMissing => pick(
            language,
            "Qui mancano le parole: basta una frase.",
            "The words are missing here: one sentence is enough.",
        ),
        Refusal::TooEarly { first } => {
            let first = day(*first, language);
            return say!(
                language,
                "Il giorno viene troppo presto per questo piano. Il primo giorno possibile: {first}.",
                "The day comes too early for this plan. The first possible day: {first}."
            );
        }
        Refusal::NextNotAfter => pick(
            language,
            "La prossima verifica va fissata in un giorno dopo questa.",
            "The next review needs a day after this one.",
        ),
        Refusal::NoGoals => pick(
            language,
            "Il piano non ha ancora obiettivi: ne serve almeno uno prima della firma.",
            "The plan has no goals yet: at least one is needed before the signature.",
        ),
        Refusal::ConsentMissing => pick(
            language,
            "Di un obiettivo non è scritto se la persona è d’accordo. Va chiesto prima della firma.",
            "For one goal it is not written whether the person agrees. That is asked before the signature.",
        ),
        Refusal::TextChanged => pick(
            language,
            "Il piano è cambiato dopo che è stato mostrato. Si rilegge insieme, poi si firma il testo di adesso.",
            "The plan changed after it was shown. Read it again together, then the present words can be signed.",
        ),
        Refusal::FollowUpWritten => pick(
            language,
            "Questo contatto dopo la fine è già scritto. Il resto può stare nel diario.",
            "This contact after the end is written already. Anything more can stand in the diary.",
        ),
    };
    fixed.to_owned()
}
