// SPDX-License-Identifier: AGPL-3.0-or-later
//! What each level of a domain looks like, so that two people mean the same by a 3. Scale and sentences are our own.
use crate::Language;
use soglia_domain::assessment::NeedDomain;

/// Italian and English, level by level from 1 to 5.
type Scale = [[&'static str; 2]; 5];

/// What a level of a domain looks like, in one sentence; none for a level that is not on the scale.
pub const fn descriptor(domain: NeedDomain, level: u8, language: Language) -> Option<&'static str> {
    let scale = match domain {
        NeedDomain::Personal => PERSONAL,
        NeedDomain::Economic => ECONOMIC,
        NeedDomain::Work => WORK,
        NeedDomain::Education => EDUCATION,
        NeedDomain::Housing => HOUSING,
        NeedDomain::Network => NETWORK,
    };
    match level {
        1..=5 => Some(scale[level as usize - 1][language as usize]),
        _ => None,
    }
}

const PERSONAL: &Scale = &[
    [
        "La salute o la sicurezza di qualcuno è in pericolo, e nessuna cura è in corso.",
        "Somebody’s health or safety is at risk, and no care is under way.",
    ],
    [
        "La salute o la vita di ogni giorno vacillano spesso, e le cure si interrompono.",
        "Health or daily life often falters, and care breaks off.",
    ],
    [
        "La vita di ogni giorno regge con l’aiuto di servizi o di altre persone.",
        "Daily life holds with the help of services or of other people.",
    ],
    [
        "Il nucleo cura salute e giornate quasi da sé, con un aiuto ogni tanto.",
        "The household looks after its health and its days almost alone, with help now and then.",
    ],
    [
        "Il nucleo sta bene e trova da sé le cure che servono.",
        "The household is well, and finds the care it needs by itself.",
    ],
];

const ECONOMIC: &Scale = &[
    [
        "Non ci sono entrate, oppure mancano cibo, medicine o luce.",
        "There is no income, or food, medicine or power are missing.",
    ],
    [
        "Le entrate non bastano: bollette o debiti restano indietro.",
        "Income falls short: bills or debts fall behind.",
    ],
    [
        "Le spese di base si pagano, con un sussidio o un altro aiuto.",
        "Basic costs are paid, with a benefit or other help.",
    ],
    [
        "Le entrate bastano, e i debiti calano poco a poco.",
        "Income is enough, and debts shrink little by little.",
    ],
    [
        "Le entrate sono stabili, e resta qualcosa da parte.",
        "Income is steady, and something is left to save.",
    ],
];

const WORK: &Scale = &[
    [
        "Nessuno lavora, e per ora nessuno può cercare un lavoro.",
        "Nobody works, and for now nobody can look for work.",
    ],
    [
        "Nessuno lavora: la ricerca è ferma o senza una guida.",
        "Nobody works: the search has stalled or lacks guidance.",
    ],
    [
        "C’è un lavoro saltuario, un tirocinio o una ricerca seguita da qualcuno.",
        "There is occasional work, a traineeship or a guided search.",
    ],
    [
        "C’è un lavoro regolare, ma a termine o di poche ore.",
        "There is regular work, but for a limited time or few hours.",
    ],
    [
        "C’è un lavoro regolare e stabile, che basta per vivere.",
        "There is regular and steady work, enough to live on.",
    ],
];

const EDUCATION: &Scale = &[
    [
        "Un minore non va a scuola, oppure nessun adulto legge l’italiano.",
        "A child is out of school, or no adult reads Italian.",
    ],
    [
        "La scuola soffre per le assenze, oppure l’italiano non basta per ogni giorno.",
        "School suffers from absences, or Italian is not enough for daily life.",
    ],
    [
        "La scuola o un corso di italiano proseguono con un sostegno.",
        "School or an Italian course goes on with support.",
    ],
    [
        "Scuola e corsi vanno avanti con regolarità; manca ancora un titolo utile.",
        "School and courses go on steadily; a useful qualification is still missing.",
    ],
    [
        "I minori vanno bene a scuola, e gli adulti hanno la formazione che serve.",
        "Children do well at school, and adults have the training they need.",
    ],
];

const HOUSING: &Scale = &[
    [
        "Il nucleo non ha una casa, o deve lasciarla entro pochi giorni.",
        "The household has no home, or has to leave it within days.",
    ],
    [
        "La casa è a rischio: c’è uno sfratto, un’ospitalità precaria o spazi non abitabili.",
        "The home is at risk: an eviction, a precarious stay with others, or rooms unfit to live in.",
    ],
    [
        "C’è un alloggio temporaneo, o uno con accompagnamento.",
        "There is a temporary home, or one with accompaniment.",
    ],
    [
        "C’è una casa adatta con un contratto; l’affitto si paga a fatica.",
        "There is a suitable home with a contract; the rent is paid with an effort.",
    ],
    [
        "C’è una casa adatta e stabile, e l’affitto si paga senza aiuti.",
        "There is a suitable and stable home, and the rent is paid without help.",
    ],
];

const NETWORK: &Scale = &[
    [
        "Il nucleo è solo, oppure in casa ci sono violenza o minacce.",
        "The household is alone, or there is violence or threat at home.",
    ],
    [
        "I legami sono pochi, o pesano più di quanto aiutano.",
        "Ties are few, or weigh more than they help.",
    ],
    [
        "C’è almeno una persona o un servizio su cui contare.",
        "There is at least one person or service to rely on.",
    ],
    [
        "Parenti, vicini o associazioni danno una mano quando serve.",
        "Relatives, neighbours or associations lend a hand when needed.",
    ],
    [
        "I legami sono solidi, e il nucleo aiuta anche gli altri.",
        "Ties are strong, and the household helps others too.",
    ],
];

#[cfg(test)]
mod tests {
    use super::*;
    use soglia_domain::assessment::SCALE;
    use std::collections::BTreeSet;

    #[test]
    fn every_level_of_every_domain_has_a_short_sentence_of_its_own() {
        for language in [Language::Italian, Language::English] {
            let mut told = BTreeSet::new();
            for domain in NeedDomain::ALL {
                for level in SCALE {
                    let sentence = descriptor(domain, level, language).expect("the level is on the scale");
                    assert!(sentence.ends_with('.'), "{sentence}");
                    assert!(sentence.split_whitespace().count() <= 20, "{sentence}");
                    assert!(told.insert(sentence), "two levels read the same: {sentence}");
                }
            }
            assert_eq!(told.len(), 30);
        }
    }

    #[test]
    fn what_is_not_on_the_scale_has_no_words() {
        for level in [0, 6, u8::MAX] {
            assert_eq!(descriptor(NeedDomain::Housing, level, Language::Italian), None);
        }
    }
}
