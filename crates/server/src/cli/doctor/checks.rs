// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is looked at, one thing after the other.
use super::{found::Found, front};
use crate::{
    cli::{
        common::{DataArgs, last_received_ms, open},
        serve::ServeArgs,
    },
    client::Client,
    clock::now_ms,
    demo,
    private_file::open_to_others,
    retention::Terms,
    secret,
    store::{Backend, Place},
};
use soglia_domain::calendar::{Day, Timestamp};
use soglia_ledger::store::People as _;
use std::path::Path;

/// Before this day nobody used this version: a clock that says so is wrong.
const BUILT_AFTER: Day = Day::constant(2026, 11, 1);

/// A clock that is further behind the last line of the log than this is wrong, in milliseconds.
const BEHIND_MS: i64 = 300_000;

/// Everything, in the order in which it is mended.
pub(super) async fn all(args: &ServeArgs) -> Vec<Found> {
    let mut found = vec![client(&Client::find(args.dist.as_deref())), clock()];
    found.extend(folder(&args.data));
    found.extend(front::all(args));
    if args.second_factor_for.is_empty() {
        found.push(Found::doubt(
            "second_factor",
            "no role signs in with a second factor",
            "name the roles that do: --second-factor-for social-worker,housing-officer,coordinator",
        ));
    } else {
        found.push(Found::well(
            "second_factor",
            "some roles sign in with a second factor",
        ));
    }
    found.extend(store(&args.data, args.terms).await);
    found
}

/// The built client.
fn client(client: &Client) -> Found {
    const NAME: &str = "client";
    let missing: Vec<&str> = ["index.html", "share.html", "sw.js"]
        .into_iter()
        .filter(|file| !client.holds(file))
        .collect();
    if missing.is_empty() {
        Found::well(NAME, format!("{} holds the client", client.place()))
    } else {
        Found::wrong(
            NAME,
            format!("{} lacks {}", client.place(), missing.join(", ")),
            "name the folder of the built client with --dist, or build it with `cargo xtask build`",
        )
    }
}

fn clock() -> Found {
    let today = Timestamp {
        ms: now_ms(),
        counter: 0,
    }
    .day();
    if today >= BUILT_AFTER {
        Found::well("clock", format!("the clock of this machine says {today}"))
    } else {
        Found::wrong(
            "clock",
            format!("the clock of this machine says {today}, before this version was made"),
            "set it by a time server: deadlines, sessions and codes of second factors follow it",
        )
    }
}

/// The folder of the data, and whether anybody else of the machine reads it.
fn folder(data: &DataArgs) -> Vec<Found> {
    const NAME: &str = "folder";
    let path = &data.data;
    let Ok(about) = std::fs::metadata(path) else {
        return vec![Found::doubt(
            NAME,
            format!("{} is not there", path.display()),
            "the first `soglia serve` or `soglia user add` makes it: name another with --data if this is not the one",
        )];
    };
    if !about.is_dir() {
        return vec![Found::wrong(
            NAME,
            format!("{} is no folder", path.display()),
            "name the folder of the data with --data",
        )];
    }
    let mut found = vec![match written(path) {
        Ok(()) => Found::well(NAME, format!("{} can be written", path.display())),
        Err(error) => Found::wrong(
            NAME,
            format!("{} cannot be written: {error}", path.display()),
            "give it to the user that runs the server, or free some space",
        ),
    }];
    if let Some(mode) = open_to_others(&about) {
        found.push(Found::doubt(
            "folder_access",
            format!(
                "other people of this machine may look into {} (mode {mode:o})",
                path.display()
            ),
            format!("chmod 700 {}", path.display()),
        ));
    }
    found
}

/// Writes a file there, and takes it away again.
fn written(folder: &Path) -> std::io::Result<()> {
    let file = folder.join(format!(".doctor-{}", std::process::id()));
    std::fs::write(&file, b"soglia")?;
    std::fs::remove_file(file)
}

/// The database, as far as it is there: looking at one does not make it.
async fn store(data: &DataArgs, terms: Terms) -> Vec<Found> {
    const NAME: &str = "database";
    if let Ok(Place::Folder(folder)) = data.place()
        && !folder.join("soglia.db").is_file()
    {
        return vec![Found::doubt(
            NAME,
            "there is no database so far",
            "the first `soglia serve` or `soglia user add` makes it",
        )];
    }
    let store = match open(data).await {
        Ok(store) => store,
        Err(error) => {
            return vec![Found::wrong(
                NAME,
                format!("the database does not open: {error}"),
                "check the address, the password and whether it runs; `soglia help serve` tells the options",
            )];
        }
    };
    let mut found = vec![Found::well(NAME, "the database opens")];
    found.push(match store.knows_nobody().await {
        Ok(false) => Found::well("people", "somebody may sign in"),
        Ok(true) => Found::doubt(
            "people",
            "nobody may sign in",
            "soglia user add NAME --role ROLE --organisation NAME",
        ),
        Err(error) => Found::wrong("people", error.to_string(), "run `soglia verify`"),
    });
    found.push(match terms.due(&store, now_ms()).await {
        Ok(says) => Found::well("retention", says),
        Err(error) => Found::wrong("retention", error.to_string(), "run `soglia verify`"),
    });
    found.extend(demonstration(&store).await);
    found.extend(behind(&store).await);
    found
}

/// Whether the sign-ins open that everybody can read in the documentation.
async fn demonstration(store: &Backend) -> Option<Found> {
    let mut open = Vec::new();
    for (sign_in, password, ..) in demo::PEOPLE {
        if let Ok(Some(person)) = store.person(sign_in).await
            && secret::is_password(password, Some(&person.password))
        {
            open.push(sign_in);
        }
    }
    (!open.is_empty()).then(|| {
        Found::doubt(
            "demonstration",
            format!(
                "sign-ins of the demonstration open, whose passwords everybody can read: {}",
                open.join(", ")
            ),
            "begin with an empty store for real work",
        )
    })
}

/// Whether the clock went back since the last change.
async fn behind(store: &Backend) -> Option<Found> {
    let behind = last_received_ms(store).await.ok()?? - now_ms();
    (behind > BEHIND_MS).then(|| {
        Found::wrong(
            "clock_behind",
            format!("the clock is {} minutes behind the last change", behind / 60_000),
            "set it by a time server before serving",
        )
    })
}
