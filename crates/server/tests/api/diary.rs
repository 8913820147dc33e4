// SPDX-License-Identifier: AGPL-3.0-or-later
//! The diary of a case: who reads an entry, and from when.
use crate::{
    changes::{open, propose, ready_dwelling, stored},
    place::{Pulled, Someone, on_both, problem},
};
use soglia_domain::{
    action::Action,
    author::Role,
    calendar::Day,
    diary_entry::{self, Circle, DiaryEntry, EntryTopic, Verb},
    id::{DiaryEntryId, HouseholdId, PlacementId},
    key::{Identity as _, Key},
    placement::Verb as PlacementVerb,
    rooms::{Common, Refusal, Room as _},
};
use soglia_sync::change::Answer;
use uuid::Uuid;

fn entry(household: HouseholdId, circle: Circle, text: &str) -> Action {
    entry_at(DiaryEntryId(Uuid::now_v7()), household, circle, text)
}

fn entry_at(id: DiaryEntryId, household: HouseholdId, circle: Circle, text: &str) -> Action {
    let verb = Verb::Write {
        household,
        day: Day::constant(2026, 4, 1),
        topic: EntryTopic::Meeting,
        text: text.to_owned(),
        circle,
    };
    Action::on(id, verb)
}

fn write(someone: &Someone<'_>, household: HouseholdId, circle: Circle, text: &str) -> Key {
    let action = entry(household, circle, text);
    let on = action.on;
    stands(&someone.act(action, Vec::new()));
    on
}

#[track_caller]
pub(crate) fn stands(answer: &Answer) {
    assert!(answer.position().is_some(), "{answer:?}");
}

fn refused(refusal: impl Into<Refusal>) -> Answer {
    Answer::Refused {
        refusal: refusal.into(),
    }
}

pub(crate) fn withdraw(offer: PlacementId) -> Action {
    let reason = "Ha trovato altro".to_owned();
    Action::on(offer, PlacementVerb::Withdraw { reason })
}

fn has(pulled: &Pulled, key: Key) -> bool {
    pulled.records.iter().any(|stored| stored.key == key)
}

fn history_of(someone: &Someone<'_>, key: Key) -> reqwest::blocking::Response {
    someone
        .get(&format!("/api/records/{key}/history"))
        .send()
        .unwrap()
}

/// Although the cursor of the partner lies behind it: a page tells what became visible, not only what changed.
#[test]
fn an_entry_for_partners_comes_with_the_offer_and_goes_with_it() {
    on_both(|stage| {
        let anna = stage.person("anna", "social-worker", "Welfare");
        let bruno = stage.person("bruno", "housing-officer", "Casa");
        let sara = stage.person("sara", "managing-partner", "Cooperativa");
        let theirs = ready_dwelling(&bruno, Some(sara.author.organisation));
        let other = ready_dwelling(&bruno, None);
        let (household, of_others) = (open(&anna, "Famiglia Uno"), open(&anna, "Famiglia Due"));
        let first = write(&anna, household, Circle::Partners, "Preferisce il piano terra.");
        let never = [
            write(&anna, household, Circle::Team, "Da risentire dopo l'ISEE."),
            write(&anna, household, Circle::Department, "Colloquio con la scuola."),
            write(&anna, of_others, Circle::Partners, "Prima visita."),
        ];
        // An offer of a dwelling that is not theirs shows them nothing.
        stands(&anna.act(propose(household, other, PlacementId(Uuid::now_v7())), Vec::new()));
        let mut read = sara.pull(0);
        assert_eq!(read.records.len(), 1, "its dwelling");
        problem(history_of(&sara, first), 404);

        let mut entries = vec![first];
        // It comes and goes as often as the household does.
        for round in 0..2 {
            let offer = PlacementId(Uuid::now_v7());
            stands(&anna.act(propose(household, theirs, offer), Vec::new()));
            // To a device that has read beyond the entries, and to one that begins.
            for since in [read.cursor.0, 0] {
                let shown = sara.pull(since);
                let with = [theirs.key(), household.key(), offer.key()];
                for key in with.iter().chain(&entries) {
                    assert!(has(&shown, *key), "round {round}, since {since}: {key}");
                }
                assert_eq!(shown.records.len(), with.len() + entries.len());
                read = shown;
            }
            let text = DiaryEntry::of(&stored(&read, first).record).unwrap().text.clone();
            assert_eq!(text, "Preferisce il piano terra.");
            assert_eq!(history_of(&sara, first).status(), 200);
            // What is written now comes at once, from either side.
            let late = write(&bruno, household, Circle::Partners, "Visita fissata per giovedì.");
            let answer = write(&sara, household, Circle::Partners, "Visita fatta.");
            assert!(has(&anna.pull(0), answer));
            read = sara.pull(read.cursor.0);
            assert!(has(&read, late) && has(&read, answer) && read.records.len() == 2);
            entries.extend([late, answer]);

            stands(&anna.act(withdraw(offer), Vec::new()));
            read = sara.pull(read.cursor.0);
            for key in entries.iter().chain([&household.key(), &offer.key()]) {
                assert!(read.removed.contains(&key.to_string()), "round {round}: {key}");
                problem(history_of(&sara, *key), 404);
            }
            assert_eq!(
                read.removed.len(),
                entries.len() + 2,
                "what was never theirs is not named"
            );
            assert_eq!(sara.pull(0).records.len(), 1, "its dwelling");
        }
        for key in never {
            problem(history_of(&sara, key), 404);
        }
        stage.verify();
    });
}

#[test]
fn what_a_department_keeps_to_itself_reaches_nobody_else() {
    on_both(|stage| {
        let anna = stage.person("anna", "social-worker", "Welfare");
        let carla = stage.person("carla", "social-worker", "Welfare");
        let bruno = stage.person("bruno", "housing-officer", "Casa");
        let elena = stage.person("elena", "coordinator", "Coordinamento");
        let sara = stage.person("sara", "managing-partner", "Cooperativa");
        let theirs = ready_dwelling(&bruno, Some(sara.author.organisation));
        let household = open(&anna, "Famiglia Uno");
        stands(&anna.act(
            propose(household, theirs, PlacementId(Uuid::now_v7())),
            Vec::new(),
        ));
        let welfare = write(&anna, household, Circle::Department, "Colloquio con la scuola.");
        let housing = write(&bruno, household, Circle::Department, "Morosità da chiarire.");
        let team = write(&anna, household, Circle::Team, "Da risentire dopo l'ISEE.");
        for (somebody, read, kept) in [
            (&anna, vec![welfare, team], vec![housing]),
            (&carla, vec![welfare, team], vec![housing]),
            (&bruno, vec![housing, team], vec![welfare]),
            (&elena, vec![team], vec![welfare, housing]),
            (&sara, vec![], vec![welfare, housing, team]),
        ] {
            let name = &somebody.author.name;
            let pulled = somebody.pull(0);
            assert!(has(&pulled, household.key()), "{name}");
            for key in read {
                assert!(has(&pulled, key), "{name}");
                let text = history_of(somebody, key).text().unwrap();
                assert_eq!(text.matches("by_name").count(), 1, "{name}: {text}");
            }
            for key in kept {
                assert!(!has(&pulled, key), "{name}");
                assert_eq!(problem(history_of(somebody, key), 404), "not_found", "{name}");
                // Nobody corrects what they do not read, nor learns from the refusal that it is there.
                let verb = Verb::Correct {
                    household,
                    corrects: DiaryEntryId::of_key(key).unwrap(),
                    text: "Altro.".to_owned(),
                };
                let correction = Action::on(DiaryEntryId(Uuid::now_v7()), verb);
                let answer = somebody.act(correction, Vec::new());
                if somebody.author.role == Role::Coordinator {
                    assert_eq!(
                        answer,
                        refused(Common::NotYourTask {
                            role: Role::Coordinator
                        })
                    );
                } else {
                    assert_eq!(answer, refused(diary_entry::Refusal::Unknown), "{name}");
                }
            }
            let text = history_of(somebody, household.key()).text().unwrap();
            for words in ["scuola", "Morosità", "risentire"] {
                assert!(!text.contains(words), "the history of the case is not its diary");
            }
        }
        stage.verify();
    });
}

/// Whoever does not see a record may draw its identity all the same: nothing is written over it, and nobody is told that
/// their words are saved.
#[test]
fn an_entry_under_the_identity_of_one_that_is_not_seen_is_refused() {
    on_both(|stage| {
        let anna = stage.person("anna", "social-worker", "Welfare");
        let bruno = stage.person("bruno", "housing-officer", "Casa");
        let household = open(&anna, "Famiglia Uno");
        let kept = write(&anna, household, Circle::Department, "Colloquio con la scuola.");
        let before = anna.pull(0);
        let over = entry_at(
            DiaryEntryId::of(kept.id),
            household,
            Circle::Team,
            "Sopralluogo fatto.",
        );
        assert_eq!(bruno.act(over, Vec::new()), refused(Common::AlreadyExists));
        assert!(stored(&anna.pull(0), kept) == stored(&before, kept));
        stage.verify();
    });
}
