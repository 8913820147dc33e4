// SPDX-License-Identifier: AGPL-3.0-or-later
//! The play: steps that the seed chooses, then calm.
mod calm;
mod mishaps;
mod people;

use crate::{
    chance::Chance,
    deeds::{Pool, deed, import},
    device::Device,
    network::{Message, Network},
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
use std::collections::BTreeSet;

/// When the play begins: a day of September 2026.
const BEGIN_MS: i64 = 1_790_000_000_000;

const DAY_MS: i64 = 86_400_000;

/// A change that a person was told is saved.
#[derive(Clone, Copy)]
pub(crate) struct Saved {
    pub(crate) change: ChangeId,
    /// On which device: a place in the list, and the identity it had.
    pub(crate) device: usize,
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
    pub(crate) pool: Pool,
    pub(crate) saved: Vec<Saved>,
    /// Given up or sent again by their authors.
    pub(crate) given_up: BTreeSet<ChangeId>,
    /// Lost with a server that was set back and a device that was wiped: nothing could keep them.
    pub(crate) excused: BTreeSet<ChangeId>,
    copy: Option<MemoryStore>,
    pub(crate) was_restored: bool,
    /// Whether work was carried from one device to another.
    pub(crate) was_carried: bool,
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
        let answers = self
            .saved
            .iter()
            .filter_map(|saved| self.server.store.answer(saved.change));
        Played {
            n_saved: self.saved.len(),
            n_logged: head.position.0 as usize,
            n_mishaps: self.n_mishaps,
            n_entries: n_of(DiaryEntryId::KIND),
            n_works: n_of(TaskId::KIND) + n_of(VisitId::KIND),
            n_commitments: n_of(CommitmentId::KIND),
            n_beyond: answers.filter(is_beyond_source).count(),
        }
    }

    pub(crate) fn steps(self) -> Vec<String> {
        self.steps.unwrap_or_default()
    }

    /// Whether a device may send something after what it did later: another device sends its work for it and overtakes
    /// what is held back; or it is wiped of what held something back, after a server that was set back took what came later.
    pub(crate) const fn may_overtake(&self) -> bool {
        self.was_carried || (self.was_restored && self.was_wiped)
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
            if let Ok(Some(change)) = self.devices[0].act(action, id) {
                self.saved.push(Saved { change, device: 0 });
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
            self.saved.push(Saved { change, device: n });
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

    /// Something on its way arrives, in any order; or it is lost, or arrives twice.
    fn deliver_one(&mut self) {
        let n_messages = self.network.0.borrow().len();
        if n_messages == 0 {
            return;
        }
        let at = if self.is_calm {
            0
        } else {
            self.chance.below(n_messages)
        };
        let message = self.network.0.borrow_mut().remove(at);
        let is_lost = !self.is_calm && self.chance.happens(80);
        let comes_twice = !self.is_calm && self.chance.happens(60);
        match message {
            Message::ToServer { from, request, slot } => {
                if is_lost {
                    if let Some(slot) = slot {
                        *slot.borrow_mut() = Some(Err(TransportTrouble::NoNetwork));
                    }
                    self.tell(|world| format!("a request of {} is lost", world.name(from)));
                } else {
                    if comes_twice {
                        let request = request.clone();
                        let copy = Message::ToServer {
                            from,
                            request,
                            slot: None,
                        };
                        self.network.0.borrow_mut().push(copy);
                    }
                    let response = self.server.answer(from, &request);
                    self.tell(|world| {
                        let trouble = response.as_ref().err();
                        format!("a request of {} is answered: {trouble:?}", world.name(from))
                    });
                    if let Some(slot) = slot {
                        let answer = Message::ToDevice { slot, response };
                        self.network.0.borrow_mut().push(answer);
                    }
                }
            }
            Message::ToDevice { slot, response } => {
                let response = if is_lost {
                    Err(TransportTrouble::NoNetwork)
                } else {
                    response
                };
                *slot.borrow_mut() = Some(response);
            }
        }
        self.poll_all();
    }

    fn name(&self, device: DeviceId) -> String {
        let at = self.devices.iter().position(|known| known.id() == device);
        at.map_or_else(|| "a former device".to_owned(), |at| at.to_string())
    }
}
