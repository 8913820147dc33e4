// SPDX-License-Identifier: AGPL-3.0-or-later
//! No cursor skips a change, however many processes append at once.
use super::{folder::Folder, server::Database};
use crate::store::{postgres::Postgres, sqlite::Sqlite};
use soglia_domain::household::Verb as HouseholdVerb;
use soglia_domain::{
    action::Action,
    author::{Author, Role},
    calendar::Timestamp,
    id::{ChangeId, DeviceId, HouseholdId, OrganisationId, PersonId},
    record::LogPosition,
};
use soglia_ledger::{
    fold::verify,
    push::{Batch, Origin},
    store::{Reach, Store},
};
use sqlx::{Connection, Executor, PgConnection};
use uuid::Uuid;

const N_WRITERS: u32 = 4;
const N_EACH: u32 = 25;

fn author() -> Author {
    Author {
        person: PersonId(Uuid::from_u128(1)),
        name: "Anna Verdi".to_owned(),
        role: Role::SocialWorker,
        organisation: OrganisationId(Uuid::from_u128(1)),
        organisation_name: "Comune di Milano".to_owned(),
    }
}

/// Opens one household, in a transaction of its own.
async fn open_household<S: Store>(store: &S, n: u32) {
    let mut batch = Batch::begin(store, 0).await.expect("it begins");
    act(&mut batch, n).await;
    batch.finish().await.expect("it commits");
}

async fn act<W: soglia_ledger::store::Write>(batch: &mut Batch<W>, n: u32) {
    let action = Action::on(
        HouseholdId(Uuid::from_u128(u128::from(n))),
        HouseholdVerb::Open {
            label: "Famiglia Ionescu".to_owned(),
        },
    );
    let origin = Origin {
        device: DeviceId(Uuid::from_u128(1)),
        counter: u64::from(n),
        at: Timestamp::default(),
    };
    let id = ChangeId(Uuid::from_u128(u128::from(n)));
    batch
        .act(id, action, &author(), &origin)
        .await
        .expect("it is taken");
}

async fn new_since<S: Store>(store: &S, since: LogPosition) -> (usize, LogPosition) {
    let page = store
        .page(Reach::City(Role::SocialWorker), since, 1_000)
        .await
        .expect("it reads");
    (page.bodies.len(), page.cursor)
}

/// Writers on two stores of the same place, and a reader that moves its cursor with every page.
async fn read_while_others_append<S: Store>(one: S, two: S, reader: S) {
    let mut writers = Vec::new();
    for writer in 0..N_WRITERS * 2 {
        let store = if writer % 2 == 0 { one.clone() } else { two.clone() };
        writers.push(tokio::spawn(async move {
            for round in 0..N_EACH {
                open_household(&store, writer * N_EACH + round + 1).await;
            }
        }));
    }
    let (mut n_seen, mut since) = (0, LogPosition(0));
    loop {
        let is_last = writers.iter().all(|writer| writer.is_finished());
        let (n_new, cursor) = new_since(&reader, since).await;
        n_seen += n_new;
        since = cursor;
        if is_last {
            break;
        }
        tokio::task::yield_now().await;
    }
    for writer in writers {
        writer.await.expect("a writer ends well");
    }
    let n_all = N_WRITERS * 2 * N_EACH;
    assert_eq!(n_seen, n_all as usize, "the reader missed changes");
    assert_eq!(since.0, u64::from(n_all));
    assert_eq!(verify(&reader).await.expect("it reads").flaws, []);
}

#[test]
fn a_cursor_skips_nothing_while_two_processes_append_to_one_file() {
    let folder = Folder::new();
    folder.runtime.block_on(async {
        let open = || async { Sqlite::open(&folder.path).await.expect("the folder opens") };
        let (one, two, reader) = (open().await, open().await, open().await);
        read_while_others_append(one, two, reader).await;
    });
}

#[test]
fn a_cursor_skips_nothing_while_two_processes_append_to_one_database() {
    let Some(database) = Database::new() else { return };
    database.runtime.block_on(async {
        let open = || async {
            Postgres::open(&database.address)
                .await
                .expect("the database opens")
        };
        let (one, two, reader) = (open().await, open().await, open().await);
        read_while_others_append(one, two, reader).await;
    });
}

/// Two transactions overlap, and the later one would be ready first. Numbers from a sequence would show 2 before 1.
#[test]
fn a_later_place_is_never_seen_before_an_earlier_one() {
    let Some(database) = Database::new() else { return };
    database.runtime.block_on(async {
        let slow = Postgres::open(&database.address).await.expect("it opens");
        let fast = Postgres::open(&database.address).await.expect("it opens");
        let mut first = Batch::begin(&slow, 0).await.expect("it begins");
        act(&mut first, 1).await;
        let second = tokio::spawn({
            let fast = fast.clone();
            async move { open_household(&fast, 2).await }
        });
        let mut watcher = PgConnection::connect(&database.address)
            .await
            .expect("it connects");
        while !is_somebody_waiting(&mut watcher).await && !second.is_finished() {
            tokio::task::yield_now().await;
        }
        assert_eq!(new_since(&fast, LogPosition(0)).await, (0, LogPosition(0)));
        first.finish().await.expect("it commits");
        second.await.expect("it goes on");
        assert_eq!(new_since(&fast, LogPosition(0)).await, (2, LogPosition(2)));
    });
}

async fn is_somebody_waiting(connection: &mut PgConnection) -> bool {
    let n: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database
         WHERE l.locktype = 'advisory' AND NOT l.granted AND d.datname = current_database()",
    )
    .fetch_one(connection)
    .await
    .expect("it reads");
    n > 0
}

/// Why the lock is there: the same overlap with a plain sequence, read the same way, loses a change for good.
#[test]
fn a_plain_sequence_would_skip_a_change() {
    let Some(database) = Database::new() else { return };
    database.runtime.block_on(async {
        let connect = || async {
            PgConnection::connect(&database.address)
                .await
                .expect("it connects")
        };
        let (mut slow, mut fast, mut reader) = (connect().await, connect().await, connect().await);
        let make = "CREATE TABLE plain (position BIGSERIAL PRIMARY KEY)";
        reader.execute(make).await.expect("it is made");
        let insert = "INSERT INTO plain DEFAULT VALUES";
        slow.execute("BEGIN").await.expect("it begins");
        slow.execute(insert).await.expect("it inserts");
        fast.execute(insert).await.expect("it inserts");
        let mut since = 0_i64;
        let mut seen = Vec::new();
        for step in ["SELECT 1", "COMMIT"] {
            slow.execute(step).await.expect("it goes on");
            let new: Vec<i64> = sqlx::query_scalar("SELECT position FROM plain WHERE position > $1")
                .bind(since)
                .fetch_all(&mut reader)
                .await
                .expect("it reads");
            since = new.iter().copied().max().unwrap_or(since);
            seen.extend(new);
        }
        assert_eq!(seen, [2], "the first change is never seen");
    });
}
