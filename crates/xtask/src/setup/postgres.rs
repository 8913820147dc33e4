// SPDX-License-Identifier: AGPL-3.0-or-later
//! A PostgreSQL server for the tests alone: its own folder, its own port, nobody's data. It stops when it is dropped.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::apt;
use crate::place::Place;
use crate::shell::{Explain, Outcome, answer, on_path, say, stop};

/// How long the server may take to come up on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// PostgreSQL does not run as root: another user runs it, this one where it exists, else the second.
const USERS: [&str; 2] = ["postgres", "nobody"];

/// For tests that end with the server: the disk need not have what was confirmed.
pub(crate) const WITHOUT_DISK: [&str; 4] = ["-c", "fsync=off", "-c", "full_page_writes=off"];

/// A running server.
pub(crate) struct Postgres {
    server: Child,
    folder: PathBuf,
    port: u16,
}

impl Postgres {
    /// Starts a server in an empty folder of its own; installs PostgreSQL first where it is missing.
    pub(crate) fn start(place: &Place, settings: &[&str]) -> Outcome<Self> {
        let programs = programs(place)?;
        let folder = std::env::temp_dir().join(format!("soglia-postgres-{}", std::process::id()));
        let user = other_user(place)?;
        prepare(&folder, user)?;
        let tables = folder.join("tables");
        let mut initdb = run_as(place, user, &programs.join("initdb"));
        initdb
            .args([
                "--username=soglia",
                "--auth=trust",
                "--encoding=UTF8",
                "--no-locale",
                "--no-sync",
                "-D",
            ])
            .arg(&tables)
            .current_dir(&folder)
            .stdout(Stdio::null());
        let made = initdb.status().explain("initdb could not be started")?;
        if !made.success() {
            remove(&folder);
            return stop(format!("initdb failed ({made})."));
        }
        let port = free_port()?;
        let mut server = run_as(place, user, &programs.join("postgres"));
        server
            .arg("-D")
            .arg(&tables)
            .args(["-p", &port.to_string()])
            .args([
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
            ])
            .args(["-c", "max_connections=200", "-c", "log_min_messages=fatal"])
            .args(settings);
        let log = fs::File::create(folder.join("log")).explain("Creating the log of PostgreSQL")?;
        let server = server
            .current_dir(&folder)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .explain("PostgreSQL could not be started")?;
        let mut started = Self { server, folder, port };
        started.wait(&programs)?;
        Ok(started)
    }

    /// Its address, to which the name of a database is added after a slash.
    pub(crate) fn address(&self) -> String {
        format!("postgres://soglia@127.0.0.1:{}", self.port)
    }

    fn wait(&mut self, programs: &Path) -> Outcome {
        let begin = Instant::now();
        let port = self.port.to_string();
        while begin.elapsed() < PATIENCE {
            let mut asked = Command::new(programs.join("pg_isready"));
            asked.args(["-q", "-h", "127.0.0.1", "-p", &port]);
            if asked.status().is_ok_and(|status| status.success()) {
                return Ok(());
            }
            if let Ok(Some(ended)) = self.server.try_wait() {
                let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
                return stop(format!("PostgreSQL ended at once ({ended}):\n{log}"));
            }
            sleep(Duration::from_millis(50));
        }
        stop(format!("PostgreSQL does not answer on port {port}."))
    }
}

impl Drop for Postgres {
    /// Told to end at once, by a program: the child belongs to another user, and an immediate end loses nothing here.
    fn drop(&mut self) {
        let told = Command::new("kill")
            .args(["-QUIT", &self.server.id().to_string()])
            .status();
        if told.is_err() {
            // Where there is no such program, the child is ended by its parent.
            let _ = self.server.kill();
        }
        let _ = self.server.wait();
        remove(&self.folder);
    }
}

/// What cannot be removed lies in a folder that the system empties.
fn remove(folder: &Path) {
    let _ = fs::remove_dir_all(folder);
}

/// The folder of the newest version: Debian keeps the programs of the server off the PATH.
fn programs(place: &Place) -> Outcome<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    say("Installing postgresql with apt: the tests run against both databases.");
    apt::install(
        place,
        &["postgresql"],
        "PostgreSQL is missing: install the package postgresql (Debian), or put initdb and postgres on the PATH. Only \
         tests and measurements need it.",
    )?;
    match find() {
        Some(found) => Ok(found),
        None => stop("PostgreSQL was installed but is not in /usr/lib/postgresql."),
    }
}

fn find() -> Option<PathBuf> {
    let is_complete = |folder: &PathBuf| {
        ["initdb", "postgres", "pg_isready"]
            .iter()
            .all(|name| folder.join(name).is_file())
    };
    let version = |folder: &PathBuf| -> u32 {
        let name = folder.parent().and_then(Path::file_name);
        name.and_then(|name| name.to_str()?.parse().ok()).unwrap_or(0)
    };
    let installed = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    installed
        .map(|entry| entry.path().join("bin"))
        .filter(is_complete)
        .max_by_key(version)
        .or_else(|| on_path("initdb").and_then(|program| program.parent().map(Path::to_owned)))
        .filter(is_complete)
}

/// None where this is no root and can run PostgreSQL itself.
fn other_user(place: &Place) -> Outcome<Option<&'static str>> {
    let id = |user: &[&str]| answer(place.command("id").arg("-u").args(user));
    if id(&[]).is_none_or(|number| number != "0") {
        return Ok(None);
    }
    match USERS.into_iter().find(|user| id(&[user]).is_some()) {
        Some(user) => Ok(Some(user)),
        None => stop("PostgreSQL does not run as root, and there is neither a user postgres nor nobody."),
    }
}

/// An empty folder that belongs to whoever runs the server.
fn prepare(folder: &Path, user: Option<&str>) -> Outcome {
    remove(folder);
    fs::create_dir_all(folder).explain(format!("Creating {}", folder.display()))?;
    if let Some(user) = user {
        let given = Command::new("chown").arg(user).arg(folder).status();
        if !given.is_ok_and(|status| status.success()) {
            return stop(format!("{} cannot be given to {user}.", folder.display()));
        }
    }
    Ok(())
}

fn run_as(place: &Place, user: Option<&str>, program: &Path) -> Command {
    let Some(user) = user else {
        return place.command(program);
    };
    let group = answer(place.command("id").args(["-g", user])).unwrap_or_default();
    let mut command = place.command("setpriv");
    command
        .arg(format!("--reuid={user}"))
        .arg(format!("--regid={group}"))
        .args(["--clear-groups", "--pdeathsig=QUIT"])
        .arg(program);
    command
}

/// The system gives a free one; between this and the start of the server nobody else is likely to take it.
fn free_port() -> Outcome<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).explain("Looking for a free port")?;
    let address = listener.local_addr().explain("Looking for a free port")?;
    Ok(address.port())
}
