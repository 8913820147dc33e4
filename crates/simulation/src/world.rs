// SPDX-License-Identifier: AGPL-3.0-or-later
//! The play: steps that the seed chooses, then calm.
mod calm;
mod delivery;
mod mishaps;
mod people;

use crate::{
    chance::Chance,
    deeds::{Pool, deed, import},
    device::Device,
    network::Network,
    oracle,
    played::Played,
    server::Server,
};
use soglia_domain::{
    author::Author,
    commitment,
    id::{ChangeId, CommitmentId, DeviceId, DiaryEntryId, DwellingId, TaskId, VisitId},
    record::{Identity as _, Key, Kind},
    rooms::Refusal,
};
use soglia_ledger::{memory::MemoryStore, store::Store};
use soglia_sync::{
    change::Answer, engine::ExchangeTrouble, replica::ActTrouble, storage::StorageTrouble,
    transport::TransportTrouble,
};
use std::collections::{BTreeMap, BTreeSet};

/// When the play begins: a day of September 2026.
const BEGIN_MS: i64 = 1_790_000_000_000;

const DAY_MS: i64 = 86_400_000;

/// A change that a person was told is saved.
#[derive(Clone, Copy)]
pub(crate) struct Saved {
    pub(crate) change: ChangeId,
    /// On which device: a place in the list, and the identity it had.
    pub(crate) device: usize,
    /// What was done: kind and verb.
    pub(crate) verb: (Kind, &'static str),
}

/// Everything.
pub(crate) struct World {
    chance: Chance,
    now_ms: i64,
    pub(crate) server: Server,
    network: Network,
    /// Everybody who works, as the server knows them.
    pub(crate) people: Vec<Author>,
    pub(crate) devices: Vec<Device>,
    /// Every identity that a device ever had.
    identities: BTreeMap<DeviceId, usize>,
    pub(crate) pool: Pool,
    pub(crate) saved: Vec<Saved>,
    /// Given up or sent again by their authors.
    pub(crate) given_up: BTreeSet<ChangeId>,
    /// Lost with a server that was set back and a device that was wiped: nothing could keep them.
    pub(crate) excused: BTreeSet<ChangeId>,
    copy: Option<MemoryStore>,
    pub(crate) was_restored: bool,
    /// Whether work was carried from one device to another.
    was_carried: bool,
    /// Whether a device was wiped of what the server had taken into quarantine.
    was_wiped: bool,
    n_mishaps: usize,
    is_calm: bool,
    steps: Option<Vec<String>>,
}

fn is_beyond_source(answer: &Answer) -> bool {
    matches!(
        answer,
        Answer::Refused {
            refusal: Refusal::Commitment(commitment::Refusal::BeyondSource { .. })
        }
    )
}

impl World {
    pub(crate) fn played(&self) -> Played {
        let everything = futures::executor::block_on(self.server.store.everything());
        let (head, records) = everything.unwrap_or_default();
        let keys = records.iter().filter_map(|(key, _)| key.parse::<Key>().ok());
        let n_of = |kind: Kind| keys.clone().filter(|key| key.kind == kind).count();
        let mut accepted = BTreeMap::new();
        let mut n_beyond = 0;
        for saved in &self.saved {
            let answer = self.server.store.answer(saved.change);
            n_beyond += usize::from(answer.as_ref().is_some_and(is_beyond_source));
            if answer.is_some_and(|answer| answer.position().is_some()) {
                *accepted.entry(saved.verb).or_default() += 1;
            }
        }
        Played {
            n_saved: self.saved.len(),
            n_logged: head.position.0 as usize,
            n_mishaps: self.n_mishaps,
            n_entries: n_of(DiaryEntryId::KIND),
            n_works: n_of(TaskId::KIND) + n_of(VisitId::KIND),
            n_commitments: n_of(CommitmentId::KIND),
            n_beyond,
            accepted,
        }
    }

    pub(crate) fn steps(self) -> Vec<String> {
        self.steps.unwrap_or_default()
    }

    /// Whether a device may send something after what it did later: its work was carried to another device, from which it may
    /// come back once the device was wiped; or, with a server that was set back, the device is wiped of what held something
    /// back.
    pub(crate) const fn may_overtake(&self) -> bool {
        self.was_carried || (self.was_restored && self.was_wiped)
    }

    /// Which device brought a change that was accepted.
    pub(crate) fn brought_by(&self, change: ChangeId) -> Option<usize> {
        let identity = self.server.brought_by.borrow().get(&change).copied()?;
        self.identities.get(&identity).copied()
    }

    fn tell(&mut self, step: impl FnOnce(&Self) -> String) {
        if self.steps.is_some() {
            let step = step(self);
            self.steps.get_or_insert_default().push(step);
        }
    }

    /// Plays, then lets everything calm down.
    pub(crate) fn play(&mut self) -> Result<(), String> {
        self.begin()?;
        for _ in 0..80 + self.chance.below(160) {
            self.step();
            self.fail_if_broken()?;
        }
        self.calm_down()?;
        self.fail_if_broken()
    }

    /// A few dwellings that everybody knows of who may.
    fn begin(&mut self) -> Result<(), String> {
        for _ in 0..4 {
            let dwelling = DwellingId(self.chance.id());
            self.pool.dwellings.push(dwelling);
            let action = import(&mut self.chance, &self.pool, dwelling);
            let id = ChangeId(self.chance.id());
            let verb = (action.on.kind, action.verb.key());
            if let Ok(Some(change)) = self.devices[0].act(action, id) {
                let device = 0;
                self.saved.push(Saved { change, device, verb });
            }
        }
        for n in 0..self.devices.len() {
            match self.exchange_to_the_end(n) {
                Some(Ok(())) => {}
                ended => return Err(format!("device {n} cannot begin: {ended:?}")),
            }
        }
        Ok(())
    }

    fn fail_if_broken(&self) -> Result<(), String> {
        self.server.broken.borrow().clone().map_or(Ok(()), Err)
    }

    fn step(&mut self) {
        self.now_ms += 1_000 + self.chance.below(60_000) as i64;
        self.follow_clocks();
        let n = self.chance.below(self.devices.len());
        if self.devices[n].is_up() {
            if self.chance.happens(650) {
                self.work(n);
            }
            if self.devices[n].is_online && self.chance.happens(450) {
                self.begin_exchange(n);
            }
        } else if self.chance.happens(400) {
            self.tell(|_| format!("{n} boots"));
            self.devices[n].boot();
        }
        self.mishap(n);
        for _ in 0..self.chance.below(5) {
            self.deliver_one();
        }
    }

    fn follow_clocks(&self) {
        self.server.now_ms.set(self.now_ms);
        for device in &self.devices {
            device.set_clock(self.now_ms);
        }
    }

    fn work(&mut self, n: usize) {
        let action = deed(&mut self.chance, &self.devices[n], &mut self.pool);
        let id = ChangeId(self.chance.id());
        let acted = self.devices[n].act(action.clone(), id);
        self.tell(|_| {
            let became = match &acted {
                Ok(Some(_)) => "saved",
                Ok(None) => "nothing to do",
                Err(ActTrouble::Refused(refusal)) => refusal.code(),
                Err(ActTrouble::Storage(_)) => "not stored",
            };
            format!("{n} does {action:?} as {}: {became}", id.0.simple())
        });
        if let Ok(Some(change)) = acted {
            self.saved.push(Saved {
                change,
                device: n,
                verb: (action.on.kind, action.verb.key()),
            });
        }
        if let Err(what) = oracle::shows_nothing_asked(n, &self.devices[n]) {
            self.server.broken.replace(Some(what));
        }
    }

    fn begin_exchange(&mut self, n: usize) {
        if !self.devices[n].is_up() || self.devices[n].is_exchanging() {
            return;
        }
        self.tell(|_| format!("{n} exchanges"));
        self.devices[n].begin_exchange(&self.network);
        self.poll(n);
    }

    /// Lets a device go on with its exchange, and does what follows from its end.
    fn poll(&mut self, n: usize) {
        let Some(ended) = self.devices[n].poll() else {
            return;
        };
        self.tell(|_| format!("{n} ends its exchange: {ended:?}"));
        match ended {
            Ok(()) => {}
            Err(ExchangeTrouble::Revoked) => self.wipe(n),
            Err(ExchangeTrouble::Transport(TransportTrouble::SignedOut)) => self.sign_in(n),
            Err(ExchangeTrouble::Storage(StorageTrouble::Overtaken)) => {
                // Nobody else writes there.
                self.server
                    .broken
                    .replace(Some(format!("device {n} was overtaken by nobody")));
            }
            Err(_) => {}
        }
    }

    fn poll_all(&mut self) {
        for n in 0..self.devices.len() {
            self.poll(n);
        }
    }
}
