// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a device is told, page after page.
use futures::executor::block_on;
use soglia_domain::{
    action::Action,
    answer::Answer as Told,
    author::{Author, Role},
    calendar::Timestamp,
    dwelling::{self, DwellingAnswer, DwellingState, Origin as From},
    id::{ChangeId, DeviceId, DwellingId, OrganisationId, PersonId},
    record::{Identity as _, Key, LogPosition},
};
use soglia_ledger::{
    memory::MemoryStore,
    pull::{Asked, Given, PullTrouble, pull},
    push::{Batch, Origin},
    store::{Store, Visitor},
};
use std::collections::BTreeSet;
use uuid::Uuid;

const NOW_MS: i64 = 1_790_000_000_000;
const PARTNER: OrganisationId = OrganisationId(Uuid::from_u128(5));

fn visitor(role: Role) -> Visitor {
    let author = Author {
        person: PersonId(Uuid::from_u128(7)),
        name: "Anna Verdi".to_owned(),
        role,
        organisation: PARTNER,
        organisation_name: "Ente".to_owned(),
    };
    Visitor {
        author,
        device: DeviceId(Uuid::from_u128(1)),
        rights: 0,
        revoked: false,
        vouched: false,
    }
}

fn import(n: u128) -> Action {
    let verb = dwelling::Verb::Import {
        code: "C-0001".to_owned(),
        origin: From::Municipal,
        state: DwellingState::Ready,
        listed: vec![DwellingAnswer::EntrustedTo(Told::Known(PARTNER))],
        demonstration: false,
    };
    Action::on(DwellingId(Uuid::from_u128(n)), verb)
}

fn take_back(n: u128) -> Action {
    let nobody = DwellingAnswer::EntrustedTo(Told::NotKnownYet);
    Action::on(DwellingId(Uuid::from_u128(n)), dwelling::Verb::Say(nobody))
}

async fn does(store: &MemoryStore, now_ms: i64, actions: impl IntoIterator<Item = Action>) {
    let officer = visitor(Role::HousingOfficer).author;
    let mut batch = Batch::begin(store, now_ms).await.expect("it begins");
    for action in actions {
        let origin = Origin {
            device: DeviceId(Uuid::nil()),
            counter: 1,
            at: Timestamp {
                ms: now_ms,
                counter: 0,
            },
        };
        let id = ChangeId(Uuid::new_v4());
        let answer = batch
            .act(id, action, &officer, &origin)
            .await
            .expect("it answers");
        assert!(answer.position().is_some(), "{answer:?}");
    }
    batch.finish().await.expect("it commits");
}

async fn asked(store: &MemoryStore, role: Role, since: u64, scope: Option<String>) -> Given {
    let asked = Asked {
        since: LogPosition(since),
        most: 10,
        scope,
    };
    pull(store, &visitor(role), &asked).await.expect("it is answered")
}

/// Everything, as a device takes it in that begins with nothing.
async fn snapshot(store: &MemoryStore, role: Role) -> (BTreeSet<Key>, usize) {
    let mut here = BTreeSet::new();
    let (mut since, mut scope) = (0, None);
    for n_pages in 1..100 {
        let given = asked(store, role, since, scope).await;
        if given.reset {
            here.clear();
        }
        here.extend(given.page.bodies.iter().map(|body| body.key));
        if !given.page.more {
            return (here, n_pages);
        }
        (since, scope) = (given.page.cursor.0, Some(given.scope));
    }
    panic!("it comes to no end");
}

/// The pages of everything begin below the floor of forgotten removals: that is no reason to begin once more.
#[test]
fn everything_comes_to_an_end_although_removals_were_forgotten() {
    block_on(async {
        let store = MemoryStore::default();
        does(&store, NOW_MS, (1..=45).map(import)).await;
        does(&store, NOW_MS, [take_back(3), take_back(30)]).await;
        store.forget_removals(NOW_MS + 1).await.expect("it forgets");
        assert_eq!(
            asked(&store, Role::HousingOfficer, 0, None).await.page.floor,
            LogPosition(47)
        );
        for (role, n) in [(Role::HousingOfficer, 45), (Role::ManagingPartner, 43)] {
            let (here, n_pages) = snapshot(&store, role).await;
            assert_eq!((here.len(), n_pages), (n, 5), "{role:?}");
        }
    });
}

/// What is forgotten while everything comes may be something that came already: then it begins once more.
#[test]
fn removals_that_are_forgotten_while_everything_comes_begin_it_once_more() {
    block_on(async {
        let store = MemoryStore::default();
        does(&store, NOW_MS, (1..=45).map(import)).await;
        let first = asked(&store, Role::ManagingPartner, 0, None).await;
        let taken = DwellingId(Uuid::from_u128(3)).key();
        assert!(first.page.bodies.iter().any(|body| body.key == taken));
        does(&store, NOW_MS, [take_back(3)]).await;
        store.forget_removals(NOW_MS + 1).await.expect("it forgets");
        let second = asked(
            &store,
            Role::ManagingPartner,
            first.page.cursor.0,
            Some(first.scope),
        )
        .await;
        assert!(second.reset);
        assert!(second.page.bodies.iter().all(|body| body.key != taken));
    });
}

/// Whoever had everything before the floor is late, whatever it was told when it began.
#[test]
fn a_device_that_comes_late_begins_anew() {
    block_on(async {
        let store = MemoryStore::default();
        does(&store, NOW_MS, (1..=5).map(import)).await;
        let had = asked(&store, Role::ManagingPartner, 0, None).await;
        assert!(!had.page.more);
        does(&store, NOW_MS, [take_back(3), import(6)]).await;
        store.forget_removals(NOW_MS + 1).await.expect("it forgets");
        let late = asked(&store, Role::ManagingPartner, had.page.cursor.0, Some(had.scope)).await;
        assert!(late.reset);
        assert_eq!(late.page.bodies.len(), 5);
    });
}

/// A record that waited for the next page because it had just been changed lies further back in a log that was brought
/// back from before: the page after the cursor would never have it.
#[test]
fn a_store_that_is_brought_back_between_two_pages_is_noticed() {
    block_on(async {
        let store = MemoryStore::default();
        does(&store, NOW_MS, (1..=45).map(import)).await;
        let copy = store.copy();
        does(&store, NOW_MS, [take_back(3)]).await;
        let role = Role::HousingOfficer;
        let first = asked(&store, role, 0, None).await;
        let moved = DwellingId(Uuid::from_u128(3)).key();
        assert!(first.page.more && first.page.bodies.iter().all(|body| body.key != moved));
        store.restore(&copy);
        let since = first.page.cursor;
        let next = Asked {
            since,
            most: 10,
            scope: Some(first.scope),
        };
        let answer = pull(&store, &visitor(role), &next).await;
        assert!(matches!(answer, Err(PullTrouble::CursorAhead)), "{answer:?}");
        // Also after it was written to again, as far as it was.
        does(&store, NOW_MS, [take_back(4), take_back(5)]).await;
        let answer = pull(&store, &visitor(role), &next).await;
        assert!(matches!(answer, Err(PullTrouble::CursorAhead)), "{answer:?}");
        assert_eq!(snapshot(&store, role).await.0.len(), 45);
    });
}
