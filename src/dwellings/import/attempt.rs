// SPDX-License-Identifier: AGPL-3.0-or-later
//! One import from the choice of the file to its report. It outlives the page, so that the file stays chosen.
use super::{answer::Answer, file::Chosen, stage::Stage};
use crate::prelude::*;
use crate::{
    state::{HttpTrouble, ImportParameters, State},
    text::dwellings::import as text,
};
use leptos::task::spawn_local;
use soglia_domain::dwelling::Origin;
use soglia_import::Meaning;
use std::{collections::BTreeMap, sync::Arc};

/// What is chosen and how far it came.
#[derive(Clone, Copy)]
pub(super) struct Attempt {
    pub(super) file: RwSignal<Option<Chosen>>,
    pub(super) origin: RwSignal<Origin>,
    /// Meanings that the person changed, by the place of the column.
    pub(super) changed: RwSignal<BTreeMap<usize, Meaning>>,
    pub(super) stage: RwSignal<Stage>,
    /// Counts the questions to the server: a late answer to an earlier one is dropped.
    asked: RwSignal<u32>,
    /// The last reading of the file: it stays on the page while the file is read again, or could not be.
    pub(super) read: RwSignal<Option<Arc<Answer>>>,
    state: State,
}

#[derive(Clone)]
struct Kept {
    file: ArcRwSignal<Option<Chosen>>,
    origin: ArcRwSignal<Origin>,
    changed: ArcRwSignal<BTreeMap<usize, Meaning>>,
    stage: ArcRwSignal<Stage>,
    asked: ArcRwSignal<u32>,
    read: ArcRwSignal<Option<Arc<Answer>>>,
}

thread_local! {
    static KEPT: Kept = Kept {
        file: ArcRwSignal::new(None),
        origin: ArcRwSignal::new(Origin::Municipal),
        changed: ArcRwSignal::new(BTreeMap::new()),
        stage: ArcRwSignal::new(Stage::Choose),
        asked: ArcRwSignal::new(0),
        read: ArcRwSignal::new(None),
    };
}

impl Attempt {
    /// The import that is under way, or a new one.
    pub(super) fn kept() -> Self {
        let kept = KEPT.with(Kept::clone);
        Self {
            file: kept.file.into(),
            origin: kept.origin.into(),
            changed: kept.changed.into(),
            stage: kept.stage.into(),
            asked: kept.asked.into(),
            read: kept.read.into(),
            state: expect_context(),
        }
    }

    /// Begins again with nothing chosen.
    pub(super) fn forget(self) {
        self.asked.update(|asked| *asked += 1);
        self.file.set(None);
        self.changed.set(BTreeMap::new());
        self.read.set(None);
        self.stage.set(Stage::Choose);
    }

    /// Takes a file, guesses its origin by its name, and asks the server to read it.
    pub(super) fn take(self, file: Chosen) {
        let name = file.name.to_lowercase();
        let guessed = [
            ("confisc", Origin::Confiscated),
            ("hinterland", Origin::MetropolitanArea),
        ]
        .into_iter()
        .find(|(word, _)| name.contains(word))
        .map_or(Origin::Municipal, |(_, origin)| origin);
        self.origin.set(guessed);
        self.changed.set(BTreeMap::new());
        self.read.set(None);
        self.file.set(Some(file));
        self.run(true);
    }

    /// Says that a file could not be taken.
    pub(super) fn refuse(self, why: String) {
        self.asked.update(|asked| *asked += 1);
        self.file.set(None);
        self.read.set(None);
        self.stage.set(Stage::Failed { writing: false, why });
    }

    /// Takes a column for something else, and asks the server to read the file again.
    pub(super) fn mean(self, column: usize, meaning: Meaning) {
        self.changed.update(|changed| {
            changed.insert(column, meaning);
        });
        self.run(true);
    }

    /// Asks the server to read the file (`dry_run`), or to import it.
    pub(super) fn run(self, dry_run: bool) {
        let Some(file) = self.file.get_untracked() else {
            return;
        };
        self.asked.update(|asked| *asked += 1);
        let question = self.asked.get_untracked();
        let changed = self.changed.get_untracked();
        let mapping = self
            .read
            .with_untracked(|read| read.as_ref().and_then(|read| read.mapping(&changed)));
        self.stage
            .set(if dry_run { Stage::Reading } else { Stage::Writing });
        let parameters = ImportParameters {
            dry_run,
            origin: self.origin.get_untracked().key().to_owned(),
            file_name: file.name.clone(),
            mapping,
        };
        spawn_local(async move {
            let answered = self
                .state
                .import_dwellings(file.bytes.to_vec(), &parameters)
                .await;
            if self.asked.try_get_untracked() != Some(question) {
                return;
            }
            let read = answered
                .map_err(|trouble| in_words(&trouble))
                .and_then(Answer::read);
            self.stage.set(match read {
                Ok(answer) if dry_run => {
                    let answer = Arc::new(answer);
                    self.read.set(Some(answer.clone()));
                    Stage::Understood(answer)
                }
                Ok(answer) => {
                    self.state.sync_now();
                    Stage::Done(Arc::new(answer))
                }
                Err(why) => Stage::Failed {
                    writing: !dry_run,
                    why,
                },
            });
        });
    }
}

fn in_words(trouble: &HttpTrouble) -> String {
    match trouble {
        HttpTrouble::NoNetwork => text::no_network().to_owned(),
        HttpTrouble::SignedOut => text::signed_out().to_owned(),
        HttpTrouble::Problem(problem) if problem.detail.is_empty() => text::server_failed().to_owned(),
        HttpTrouble::Problem(problem) => problem.detail.clone(),
        HttpTrouble::NotUnderstood => text::server_failed().to_owned(),
    }
}
