// SPDX-License-Identifier: AGPL-3.0-or-later
//! Invented entries in the diaries of some cases, from the weeks after each was opened: by who follows the case, by the
//! housing officer, and by the partner where it runs the dwelling on offer. The words are about nobody.
use super::{chance::Chance, days::Days, people};
use soglia_domain::{
    action::Action,
    author::Author,
    calendar::Timestamp,
    diary_entry::{Circle, EntryTopic, Verb},
    id::{DiaryEntryId, DwellingId, HouseholdId},
};

/// What an entry is about, who reads it, and its words.
type Words = (EntryTopic, Circle, &'static str);

/// By who follows the case.
const OF_WORKER: [Words; 8] = [
    (
        EntryTopic::Meeting,
        Circle::Team,
        "Colloquio in ufficio. Chiede una casa vicina ai mezzi, in zona; porta i documenti che mancano al prossimo incontro.",
    ),
    (
        EntryTopic::Call,
        Circle::Team,
        "Telefonata breve: l’appuntamento per l’attestazione ISEE è fissato per la settimana prossima.",
    ),
    (
        EntryTopic::Agreement,
        Circle::Team,
        "Concordato di tenere insieme il conto delle spese del mese. Ci si rivede fra due settimane.",
    ),
    (
        EntryTopic::Note,
        Circle::Department,
        "Sentito il servizio sociale di zona: il percorso prosegue e non ci sono ostacoli alla presa in carico.",
    ),
    (
        EntryTopic::Meeting,
        Circle::Team,
        "Visita nella sistemazione attuale: una stanza umida, cucina in comune, nessuno spazio per studiare.",
    ),
    (
        EntryTopic::Call,
        Circle::Department,
        "Nessuna risposta al telefono, lasciato un messaggio. Si riprova giovedì mattina.",
    ),
    (
        EntryTopic::Note,
        Circle::Partners,
        "Preferisce un piano basso o con ascensore. Disponibile alle visite il pomeriggio, dopo le quattro.",
    ),
    (
        EntryTopic::Agreement,
        Circle::Team,
        "Firmato l’accordo di accompagnamento: un incontro al mese e il corso di italiano il mercoledì.",
    ),
];

/// By the housing officer.
const OF_OFFICER: [Words; 3] = [
    (
        EntryTopic::Note,
        Circle::Team,
        "Nella zona richiesta ci sono due alloggi della misura giusta; da verificare l’ascensore del primo.",
    ),
    (
        EntryTopic::Note,
        Circle::Department,
        "In attesa del preventivo per la caldaia: prima di quello l’alloggio non si offre.",
    ),
    (
        EntryTopic::Call,
        Circle::Team,
        "Parlato con il portiere: le chiavi ci sono, sopralluogo possibile da lunedì.",
    ),
];

/// By the partner that runs the dwelling on offer.
const OF_PARTNER: [Words; 2] = [
    (
        EntryTopic::Meeting,
        Circle::Partners,
        "Visita all’alloggio fatta insieme. Piace; segnalata una persiana da riparare prima dell’ingresso.",
    ),
    (
        EntryTopic::Call,
        Circle::Partners,
        "Chiamata per gli allacciamenti: luce e gas si possono volturare in dieci giorni.",
    ),
];

/// What is wrong in the last entry of some diaries.
const CORRECTION: &str =
    "Il giorno scritto sopra era sbagliato: l’incontro è stato il giorno prima. Il resto è giusto.";

/// A case as far as its diary is concerned.
pub(super) struct Followed {
    pub(super) household: HouseholdId,
    pub(super) author: Author,
    /// When something was last written into the case itself.
    pub(super) after: Timestamp,
    /// The dwelling that is on offer.
    pub(super) offered: Option<DwellingId>,
    /// Whether the partner of the demonstration runs the dwelling on offer, and so sees the household.
    pub(super) is_with_partner: bool,
}

/// An entry that somebody wrote.
pub(super) struct Written {
    pub(super) action: Action,
    pub(super) author: Author,
    pub(super) at: Timestamp,
}

/// Whether anybody writes in the diary of a case: in three of eight, so that both social workers do and the cases with an
/// offer are among them, and in the one that is told by hand besides.
pub(super) const fn has_diary(index: usize) -> bool {
    index % 4 == 1 || index % 8 == 2 || index == 3
}

/// The diary of one case, the oldest entry first. The younger the case, the fewer of its entries lie before the
/// demonstration begins.
pub(super) fn draw(chance: &mut Chance, days: Days, followed: &Followed) -> Vec<Written> {
    let mut written: Vec<Written> = Vec::new();
    let mut at = followed.after;
    let first = chance.below(OF_WORKER.len());
    let least = if followed.is_with_partner { 1 } else { 0 };
    for n in 0..=chance.below(4).max(least) {
        // The visit comes first, so that it lies before the beginning although the offer was made lately.
        let (author, words) = if n == 0 && followed.is_with_partner {
            (people::partner_worker(), *chance.pick(&OF_PARTNER))
        } else if n == 1 && chance.percent(60) {
            (people::officer(), *chance.pick(&OF_OFFICER))
        } else {
            (followed.author.clone(), OF_WORKER[(first + n) % OF_WORKER.len()])
        };
        let Some(moment) = later(chance, days, &mut at) else {
            return written;
        };
        let (topic, circle, text) = words;
        let verb = Verb::Write {
            household: followed.household,
            day: moment.day(),
            topic,
            text: text.to_owned(),
            circle,
        };
        let action = Action::on(DiaryEntryId(chance.uuid()), verb);
        written.push(Written {
            action,
            author,
            at: moment,
        });
    }
    if chance.percent(15) {
        let correction = correction(chance, days, followed, &written, &mut at);
        written.extend(correction);
    }
    written
}

/// Whoever wrote the last entry corrects it.
fn correction(
    chance: &mut Chance,
    days: Days,
    followed: &Followed,
    written: &[Written],
    at: &mut Timestamp,
) -> Option<Written> {
    let last = written.last()?;
    let moment = later(chance, days, at)?;
    let verb = Verb::Correct {
        household: followed.household,
        corrects: DiaryEntryId(last.action.on.id),
        text: CORRECTION.to_owned(),
    };
    Some(Written {
        action: Action::on(DiaryEntryId(chance.uuid()), verb),
        author: last.author.clone(),
        at: moment,
    })
}

/// Some days later; none where that is not before the beginning any more.
fn later(chance: &mut Chance, days: Days, at: &mut Timestamp) -> Option<Timestamp> {
    at.ms = days.later_ms(at.ms, chance.between(1, 3))?;
    Some(*at)
}
