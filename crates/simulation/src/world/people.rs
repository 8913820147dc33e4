// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who works, on which devices, and with which rights.
use super::{BEGIN_MS, DAY_MS, World};
use crate::{chance::Chance, deeds::Pool, device::Device, network::Network, server::Server};
use futures::executor::block_on;
use soglia_domain::{
    author::{Author, Role},
    id::{DeviceId, OrganisationId, PersonId},
};
use soglia_ledger::store::{People, Person, Visitor};
use soglia_sync::change::SignedIn;
use std::collections::{BTreeMap, BTreeSet};

const ROLES: [Role; 6] = [
    Role::HousingOfficer,
    Role::SocialWorker,
    Role::ManagingPartner,
    Role::SocialWorker,
    Role::Coordinator,
    Role::ManagingPartner,
];

/// Who works in a play: an officer first, who brings in the list, and then any of the others.
fn roles(chance: &mut Chance, n_people: usize) -> Vec<Role> {
    let mut others = ROLES[1..].to_vec();
    let first = chance.below(others.len());
    others.rotate_left(first);
    let all = ROLES[..1].iter().copied().chain(others);
    all.take(n_people).collect()
}

impl World {
    /// Three to six devices of people in different roles; some people have two.
    pub(crate) fn new(seed: u64, with_steps: bool) -> Self {
        let mut chance = Chance::of(seed);
        let city = OrganisationId(chance.id());
        let pool = Pool::of(
            vec![OrganisationId(chance.id()), OrganisationId(chance.id())],
            seed % 4 == 1,
        );
        let n_devices = 3 + chance.below(4);
        let n_people = n_devices - usize::from(n_devices > 3 && chance.happens(600));
        let people: Vec<Author> = roles(&mut chance, n_people)
            .into_iter()
            .enumerate()
            .map(|(n, role)| Author {
                person: PersonId(chance.id()),
                name: format!("Persona {n}"),
                role,
                organisation: match role {
                    Role::ManagingPartner => pool.partners[n % 2],
                    Role::SocialWorker
                    | Role::HousingOfficer
                    | Role::Coordinator
                    | Role::Auditor
                    | Role::Administrator => city,
                },
                organisation_name: "Ente".to_owned(),
            })
            .collect();
        let mut world = Self {
            chance,
            now_ms: BEGIN_MS,
            server: Server::default(),
            network: Network::default(),
            people,
            devices: Vec::new(),
            identities: BTreeMap::new(),
            pool,
            saved: Vec::new(),
            given_up: BTreeSet::new(),
            excused: BTreeSet::new(),
            copy: None,
            was_restored: false,
            was_carried: false,
            was_wiped: false,
            n_mishaps: 0,
            is_calm: false,
            steps: with_steps.then(Vec::new),
        };
        world.follow_clocks();
        for author in &world.people {
            let person = Person {
                author: author.clone(),
                sign_in: author.person.to_string(),
                password: String::new(),
            };
            drop(block_on(world.server.store.add_person(&person)));
        }
        for n in 0..n_devices {
            // Whoever has two devices carries work between them.
            let person = if n < n_people { n } else { n - n_people };
            let signed_in = SignedIn {
                author: world.people[person].clone(),
                device: DeviceId(world.chance.id()),
            };
            let mut device = Device::new(person, signed_in);
            if world.chance.happens(300) {
                device.skew_ms = (world.chance.below(11) as i64 - 5) * DAY_MS;
            }
            device.boot();
            world.identities.insert(device.id(), n);
            world.devices.push(device);
            world.meet_the_server(n);
        }
        world.follow_clocks();
        world
    }

    /// The server knows the device and opens a session for it.
    pub(super) fn meet_the_server(&self, n: usize) {
        let device = &self.devices[n];
        let person = self.people[device.person].person;
        let store = &self.server.store;
        drop(block_on(store.claim_device(device.id(), person, "", self.now_ms)));
        let visitor = Visitor {
            author: self.people[device.person].clone(),
            device: device.id(),
            rights: 0,
            revoked: false,
            vouched: false,
        };
        drop(block_on(store.open_session(
            &device.id().to_string(),
            &visitor,
            self.now_ms,
        )));
    }

    /// A person signs in again: the device hears of a role that changed.
    pub(super) fn sign_in(&mut self, n: usize) {
        self.meet_the_server(n);
        let author = self.people[self.devices[n].person].clone();
        let device = self.devices[n].id();
        self.devices[n].sign_in(SignedIn { author, device });
    }

    /// A revoked device deletes what it received, says so, and is taken into use again under another identity.
    pub(super) fn wipe(&mut self, n: usize) {
        let former = self.devices[n].id();
        let wiped = self.devices[n].with(async |replica| replica.wipe().await.is_ok());
        self.devices[n].follow_storage();
        if wiped != Some(true) {
            return;
        }
        self.tell(|_| format!("{n} is wiped"));
        self.was_wiped = true;
        drop(block_on(self.server.store.note_wiped(former, self.now_ms)));
        self.excuse_what_nobody_has();
        let author = self.people[self.devices[n].person].clone();
        let device = DeviceId(self.chance.id());
        self.identities.insert(device, n);
        self.devices[n].sign_in(SignedIn { author, device });
        self.meet_the_server(n);
    }

    /// A person works for somebody else from now on, or in another role.
    pub(super) fn change_rights(&mut self, n: usize) {
        let role = self.chance.one_of(&ROLES);
        let author = &mut self.people[n];
        author.role = role;
        if role == Role::ManagingPartner {
            author.organisation = self.chance.one_of(&self.pool.partners);
        }
        let author = author.clone();
        self.tell(|_| format!("person {n} is {role:?} now"));
        drop(block_on(self.server.store.change_rights(&author)));
    }

    /// What neither a server that was set back nor any device has: the copy was older, and the device was wiped.
    pub(super) fn excuse_what_nobody_has(&mut self) {
        if !self.was_restored {
            return;
        }
        let known: BTreeSet<_> = self.devices.iter().flat_map(Device::known).collect();
        for saved in &self.saved {
            let store = &self.server.store;
            let at_server = store.answer(saved.change).is_some() || store.aside(saved.change).is_some();
            if !at_server && !known.contains(&saved.change) {
                self.excused.insert(saved.change);
            }
        }
    }
}
