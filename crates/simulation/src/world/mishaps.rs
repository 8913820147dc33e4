// SPDX-License-Identifier: AGPL-3.0-or-later
//! What goes wrong, and what people do about it.
use super::{Chance, DAY_MS, World};
use futures::executor::block_on;
use soglia_domain::id::ChangeId;
use soglia_ledger::{
    memory::Crash as ServerCrash,
    pull::REMOVALS_KEPT_MS,
    store::{People, Store},
};
use soglia_sync::{memory::Crash, outbox::waits_for_author};

impl World {
    /// Now and then something happens to a device or to the server.
    pub(super) fn mishap(&mut self, n: usize) {
        let before = self.n_mishaps;
        self.n_mishaps += 1;
        match self.chance.below(1_000) {
            0..40 => {
                let at = self.chance.below(4) as u64;
                let crash = self.chance.one_of(&[Crash::BeforeCommit, Crash::AfterCommit]);
                self.tell(|_| format!("{n} will stop at write {at}, {crash:?}"));
                self.devices[n].storage.crash_at_write(at, crash);
            }
            40..55 => {
                self.tell(|_| format!("{n} loses power"));
                self.devices[n].go_down();
            }
            55..85 => {
                let crash = self
                    .chance
                    .one_of(&[ServerCrash::BeforeCommit, ServerCrash::AfterCommit]);
                self.tell(|_| format!("the server will stop at its next commit, {crash:?}"));
                self.server.store.crash_next_commit(crash);
            }
            85..95 => {
                self.tell(|_| "the server starts again".to_owned());
                self.network.break_off();
                self.poll_all();
            }
            95..125 => self.devices[n].is_online = !self.devices[n].is_online,
            125..140 => {
                let person = self.devices[n].person;
                self.change_rights(person);
            }
            140..150 => {
                let device = self.devices[n].id();
                let person = self.people[self.devices[n].person].person;
                self.tell(|_| format!("{n} is revoked"));
                drop(block_on(self.server.store.revoke_device(
                    device,
                    person,
                    self.now_ms,
                )));
            }
            150..180 => self.carry(n),
            180..240 => self.answer_refusals(n),
            240..250 => self.devices[n].skew_ms = (self.chance.below(11) as i64 - 5) * DAY_MS,
            250..265 => self.now_ms += self.chance.below(10) as i64 * DAY_MS,
            265..270 => {
                self.tell(|_| "half a year goes by".to_owned());
                self.now_ms += REMOVALS_KEPT_MS + DAY_MS;
                drop(block_on(
                    self.server.store.forget_removals(self.now_ms - REMOVALS_KEPT_MS),
                ));
            }
            270..280 => {
                self.tell(|_| "the server is copied".to_owned());
                self.copy = Some(self.server.store.copy());
            }
            280..286 => self.restore(),
            286..310 => {
                // A person signs in again, and the device hears of rights that changed.
                let author = self.people[self.devices[n].person].clone();
                let device = self.devices[n].id();
                self.devices[n].sign_in(soglia_sync::change::SignedIn { author, device });
            }
            _ => self.n_mishaps = before,
        }
    }

    /// The server goes back to an earlier copy of itself.
    fn restore(&mut self) {
        let Some(copy) = self.copy.take() else { return };
        self.tell(|_| "the server goes back to its copy".to_owned());
        self.network.break_off();
        self.poll_all();
        // All devices are asked what they know, so all of them are on.
        for device in &mut self.devices {
            device.boot();
        }
        self.server.store.restore(&copy);
        self.was_restored = true;
        for author in self.people.clone() {
            // Whoever works today does so after the restore as well: the administrator enters it again.
            drop(block_on(self.server.store.change_rights(&author)));
        }
        self.excuse_what_nobody_has();
    }

    /// Unsent work is carried to another device of the same person.
    fn carry(&mut self, from: usize) {
        let person = self.devices[from].person;
        let other = (0..self.devices.len()).find(|n| *n != from && self.devices[*n].person == person);
        let (Some(to), Some(file)) = (other, self.devices[from].export()) else {
            return;
        };
        self.was_carried = true;
        let imported =
            self.devices[to].with(async |replica| replica.import(&file).await.map(|done| done.n_added));
        self.devices[to].follow_storage();
        self.tell(|_| format!("{from} gives its work to {to}: {imported:?}"));
    }

    /// A person gives up what came back, or sends it again.
    fn answer_refusals(&mut self, n: usize) {
        let waiting: Option<ChangeId> = self.devices[n]
            .with(async |replica| {
                let mut waiting = replica.outbox().iter().filter(|entry| waits_for_author(entry));
                waiting.next().map(|entry| entry.change.id)
            })
            .flatten();
        let Some(id) = waiting else { return };
        let before = self.devices[n].known();
        let gives_up = self.chance.happens(500);
        self.tell(|_| format!("{n} gives up {}, or sends it again: {gives_up}", id.0.simple()));
        if gives_up {
            self.devices[n].discard(id);
        } else {
            // A stream of its own: the same identity must not be drawn again later.
            let mut chance = Chance::of(self.chance.next());
            self.devices[n].resend(id, || ChangeId(chance.id()));
        }
        // A device that stopped in between has done it, or not; it is asked when it is on again.
        self.devices[n].boot();
        let after = self.devices[n].known();
        let gone = before.iter().filter(|id| !after.contains(id));
        self.given_up.extend(gone);
    }
}
