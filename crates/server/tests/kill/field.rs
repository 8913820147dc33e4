// SPDX-License-Identifier: AGPL-3.0-or-later
//! A server that comes and goes, and what it answered so far.
use crate::database::Database;
use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader},
    process::{Child, Stdio},
    sync::{Condvar, Mutex, atomic::AtomicBool},
    time::Duration,
};
use uuid::Uuid;

/// Nothing here takes this long unless something is wrong.
const TOO_LONG: Duration = Duration::from_secs(60);

pub(crate) struct Field<'a> {
    database: &'a Database,
    now: Mutex<Now>,
    changed: Condvar,
    pub(crate) is_over: AtomicBool,
}

#[derive(Default)]
struct Now {
    server: Option<(Child, String)>,
    /// Place in the order of each change that was answered.
    answered: BTreeMap<Uuid, u64>,
    n_since_start: usize,
}

impl<'a> Field<'a> {
    pub(crate) fn new(database: &'a Database) -> Self {
        let field = Self {
            database,
            now: Mutex::default(),
            changed: Condvar::new(),
            is_over: AtomicBool::new(false),
        };
        field.start();
        field
    }

    pub(crate) fn start(&self) {
        let mut child = self
            .database
            .command("serve")
            .args(["--listen", "127.0.0.1:0", "--dist", "nowhere"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let line = lines
            .map_while(Result::ok)
            .find(|line| line.contains("http://"))
            .expect("the server starts again after it was killed");
        let url = line[line.find("http://").unwrap()..].to_owned();
        let mut now = self.now.lock().unwrap();
        now.server = Some((child, url));
        now.n_since_start = 0;
        self.changed.notify_all();
    }

    /// SIGKILL: no destructor runs, nothing is written any more.
    pub(crate) fn kill(&self) {
        let server = self.now.lock().unwrap().server.take();
        let (mut child, _) = server.unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
    }

    /// Where the server answers; waits while there is none. `failed` is an address that just did not.
    pub(crate) fn url(&self, failed: &str) -> String {
        let now = self.now.lock().unwrap();
        let is_gone = |now: &mut Now| now.server.as_ref().is_none_or(|(_, url)| url == failed);
        let (now, waited) = self.changed.wait_timeout_while(now, TOO_LONG, is_gone).unwrap();
        assert!(!waited.timed_out(), "no server came back");
        now.server.as_ref().unwrap().1.clone()
    }

    pub(crate) fn note(&self, answers: &[(Uuid, u64)]) {
        let mut now = self.now.lock().unwrap();
        for (change, position) in answers {
            let before = now.answered.insert(*change, *position);
            assert!(before.is_none_or(|before| before == *position), "another answer");
        }
        now.n_since_start += answers.len();
        self.changed.notify_all();
    }

    pub(crate) fn wait_for_answers(&self, n: usize) {
        let now = self.now.lock().unwrap();
        let is_early = |now: &mut Now| now.n_since_start < n;
        let (now, waited) = self.changed.wait_timeout_while(now, TOO_LONG, is_early).unwrap();
        drop(now);
        assert!(!waited.timed_out(), "no answers arrive");
    }

    pub(crate) fn answered(&self) -> BTreeMap<Uuid, u64> {
        self.now.lock().unwrap().answered.clone()
    }
}

impl Drop for Field<'_> {
    fn drop(&mut self) {
        if let Ok(now) = self.now.get_mut()
            && let Some((child, _)) = &mut now.server
        {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
