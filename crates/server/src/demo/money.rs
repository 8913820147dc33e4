// SPDX-License-Identifier: AGPL-3.0-or-later
//! Invented funding: three sources, and what was set aside of them in the last weeks.
use super::{chance::Chance, days::Days, draw::Drawn};
use soglia_domain::{
    action::Action,
    answer::Answer::Known,
    calendar::Timestamp,
    commitment::Verb as CommitmentVerb,
    funding_source::{FundingAnswer as Fact, SourceKind, Verb as SourceVerb},
    id::{CommitmentId, DwellingId, FundingSourceId},
    money::Money,
};

/// One source with what was committed of it: how many days before the beginning, how much in euro, for what, and whether
/// for one dwelling.
struct Source {
    name: &'static str,
    kind: SourceKind,
    euro: i64,
    note: &'static str,
    commitments: &'static [(i64, i64, &'static str, bool)],
}

const SOURCES: [Source; 3] = [
    Source {
        name: "Contributo iniziale",
        kind: SourceKind::Grant,
        euro: 2_940_000,
        note: "Fonte inventata. A fondo perduto, per riqualificare e arredare gli alloggi.",
        commitments: &[
            (44, 31_800, "Serramenti, impianto elettrico e bagno", true),
            (41, 24_650, "Impianto elettrico e tinteggiatura", true),
            (37, 18_900, "Caldaia e rifacimento del bagno", true),
            (30, 42_300, "Risanamento della parete nord e pavimenti", true),
            (23, 27_750, "Serramenti e cucina", true),
            (16, 120_000, "Arredi di base per i primi quaranta ingressi", false),
            (9, 36_400, "Impianto elettrico, bagno e pavimenti", true),
            (3, 64_000, "Direzione dei lavori, primo lotto", false),
        ],
    },
    Source {
        name: "Cofinanziamento Cooperativa La Soglia Aperta",
        kind: SourceKind::CoFunding,
        euro: 380_000,
        note: "Fonte inventata. Mezzi propri del partner, per l’accompagnamento e la custodia sociale.",
        commitments: &[
            (38, 96_000, "Custodia sociale, primo anno", false),
            (24, 58_500, "Due educatori a metà tempo, primo anno", false),
            (11, 12_400, "Piccole riparazioni prima degli ingressi", false),
        ],
    },
    Source {
        name: "Raccolta fondi «Una porta che si apre»",
        kind: SourceKind::CoFunding,
        euro: 46_500,
        note: "Fonte inventata. Donazioni raccolte dal partner; cresce quando si rendiconta.",
        commitments: &[
            (19, 14_700, "Cucine per sei alloggi", false),
            (12, 5_200, "Fondo per gli allacciamenti di luce e gas", false),
            (5, 3_900, "Materassi e biancheria", false),
        ],
    },
];

/// The last commitment of this source was taken back.
const TAKEN_BACK: &str = "Donati da un fornitore: la somma torna libera.";

/// Everything about money, by the coordination. `in_works` are dwellings on which works go on or are needed.
pub(super) fn draw(chance: &mut Chance, days: Days, in_works: &[DwellingId]) -> Vec<Drawn> {
    let mut drawn = Vec::new();
    let mut in_works = in_works.iter().copied();
    for source in &SOURCES {
        let id = FundingSourceId(chance.uuid());
        let open = SourceVerb::Open {
            name: source.name.to_owned(),
            kind: source.kind,
            amount: Money::from_euro(source.euro),
            // Said once everything is committed: the server judges a deadline by its own clock, and a demonstration may
            // begin on any day.
            committed_by: None,
        };
        drawn.push(done(chance, days, 50, Action::on(id, open)));
        let note = SourceVerb::Say(Fact::Note(Known(source.note.to_owned())));
        drawn.push(done(chance, days, 50, Action::on(id, note)));
        let mut last = None;
        for (n_days_before, euro, purpose, is_for_dwelling) in source.commitments {
            let commitment = CommitmentId(chance.uuid());
            let commit = CommitmentVerb::Commit {
                source: id,
                amount: Money::from_euro(*euro),
                purpose: (*purpose).to_owned(),
                dwelling: is_for_dwelling.then(|| in_works.next()).flatten(),
            };
            drawn.push(done(chance, days, *n_days_before, Action::on(commitment, commit)));
            last = Some(commitment);
        }
        match source.kind {
            SourceKind::Grant => {
                let until = SourceVerb::Say(Fact::CommittedBy(Known(days.end_of_next_year())));
                drawn.push(done(chance, days, 2, Action::on(id, until)));
            }
            SourceKind::CoFunding | SourceKind::Other => {}
        }
        // Of the smallest source, so that one of them shows what is free again.
        if let Some(commitment) = last.filter(|_| source.euro < 100_000) {
            let reason = TAKEN_BACK.to_owned();
            let release = CommitmentVerb::Release { reason };
            drawn.push(done(chance, days, 2, Action::on(commitment, release)));
        }
    }
    drawn
}

fn done(chance: &mut Chance, days: Days, n_days_before: i64, action: Action) -> Drawn {
    let ms = days.working_morning_ms(n_days_before) + chance.between(0, 25_000) * 1_000;
    Drawn {
        action,
        at: Timestamp { ms, counter: 0 },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_source_is_passed_and_the_contribution_is_that_of_the_notice() {
        for source in &SOURCES {
            let committed: i64 = source.commitments.iter().map(|(_, euro, ..)| euro).sum();
            assert!(committed < source.euro, "{}", source.name);
        }
        assert_eq!(SOURCES[0].euro, 2_940_000);
    }
}
