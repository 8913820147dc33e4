// SPDX-License-Identifier: AGPL-3.0-or-later
//! A server in a folder of its own, and people who talk to it.
mod answers;
mod begun;
mod both;
mod bucket;
mod commands;
mod database;
mod events;

pub(crate) use answers::{Pulled, now_ms, problem};
pub(crate) use both::on_both;
pub(crate) use bucket::Bucket;
pub(crate) use commands::{add_user, command, run, run_with, sql, tell};
pub(crate) use database::Database;

use reqwest::blocking::{Client, RequestBuilder, Response};
use serde_json::{Value, json};
use soglia_domain::{action::Action, author::Author, id::ChangeId, record::LogPosition};
use soglia_sync::change::{Answer, Change, Seen};
use std::{
    path::PathBuf,
    process::{Child, Command},
    sync::atomic::{AtomicU64, Ordering},
};
use uuid::Uuid;

pub(crate) const PASSWORD: &str = "una frase lunga e sicura";

/// A running server; it stops, and its folder goes, when the test ends.
pub(crate) struct Place {
    child: Child,
    folder: PathBuf,
    pub(crate) url: String,
}

impl Place {
    pub(crate) fn new() -> Self {
        Self::with(&[])
    }

    /// As if every removal had been forgotten by now. The tables are changed from outside: no command turns the clock.
    pub(crate) fn age_removals(&self) {
        sql(
            &self.data(),
            "UPDATE chain SET floor = (SELECT max(position) FROM changes)",
        );
    }

    pub(crate) fn dist(&self) -> PathBuf {
        self.folder.join("dist")
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// Where it listens, as host and port.
    pub(crate) fn address(&self) -> &str {
        self.url.split("://").nth(1).unwrap()
    }

    pub(crate) fn get(&self, path: &str) -> RequestBuilder {
        Client::new().get(format!("{}{path}", self.url))
    }

    pub(crate) fn post(&self, path: &str) -> RequestBuilder {
        Client::new().post(format!("{}{path}", self.url))
    }

    pub(crate) fn put(&self, path: &str) -> RequestBuilder {
        Client::new().put(format!("{}{path}", self.url))
    }

    /// Adds someone and signs in.
    pub(crate) fn person(&self, name: &str, role: &str, organisation: &str) -> Someone<'_> {
        add_user(&self.data(), name, role, organisation);
        self.sign_in(name, PASSWORD)
    }

    pub(crate) fn sign_in(&self, name: &str, password: &str) -> Someone<'_> {
        let device = Uuid::now_v7();
        self.signed_in(self.try_sign_in(name, password, device), device)
    }

    fn signed_in(&self, response: Response, device: Uuid) -> Someone<'_> {
        assert_eq!(response.status(), 200);
        let cookie = response.headers()["set-cookie"]
            .to_str()
            .unwrap()
            .split(';')
            .next()
            .unwrap()
            .to_owned();
        let session: soglia_sync::wire::Session = response.json().unwrap();
        Someone {
            place: self,
            cookie,
            author: session.author,
            device,
            counter: AtomicU64::new(0),
        }
    }

    /// Asks the server to end, as a system does, and waits until it has.
    #[cfg(unix)]
    pub(crate) fn end(&mut self) -> std::process::ExitStatus {
        let asked = Command::new("kill").arg(self.child.id().to_string()).status();
        assert!(asked.unwrap().success());
        self.child.wait().unwrap()
    }

    /// Signs in with a password of one's own, on a device of one's own choice.
    pub(crate) fn sign_in_with(&self, name: &str, password: &str, device: Uuid) -> Someone<'_> {
        self.signed_in(self.try_sign_in(name, password, device), device)
    }

    /// Signs in on a device of one's own choice.
    pub(crate) fn sign_in_on(&self, name: &str, device: Uuid) -> Someone<'_> {
        self.signed_in(self.try_sign_in(name, PASSWORD, device), device)
    }

    pub(crate) fn try_sign_in(&self, name: &str, password: &str, device: Uuid) -> Response {
        self.post("/api/session")
            .json(&json!({ "name": name, "password": password, "device": device }))
            .send()
            .unwrap()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// Someone signed in on a device of their own.
pub(crate) struct Someone<'a> {
    pub(crate) place: &'a Place,
    pub(crate) cookie: String,
    pub(crate) author: Author,
    pub(crate) device: Uuid,
    counter: AtomicU64,
}

impl Someone<'_> {
    pub(crate) fn get(&self, path: &str) -> RequestBuilder {
        self.place.get(path).header("cookie", &self.cookie)
    }

    pub(crate) fn post(&self, path: &str) -> RequestBuilder {
        self.place.post(path).header("cookie", &self.cookie)
    }

    pub(crate) fn delete(&self, path: &str) -> RequestBuilder {
        let url = format!("{}{path}", self.place.url);
        Client::new().delete(url).header("cookie", &self.cookie)
    }

    pub(crate) fn put(&self, path: &str) -> RequestBuilder {
        let url = format!("{}{path}", self.place.url);
        Client::new().put(url).header("cookie", &self.cookie)
    }

    /// A change as the device would make it; `seen` names what was in view.
    pub(crate) fn change(&self, action: Action, seen: Vec<Seen>) -> Change {
        let counter = self.counter.fetch_add(1, Ordering::Relaxed) + 1;
        Change {
            id: ChangeId(Uuid::now_v7()),
            device: soglia_domain::id::DeviceId(self.device),
            counter,
            author: self.author.person,
            at: soglia_domain::calendar::Timestamp {
                ms: 1_790_000_000_000,
                counter: 0,
            },
            action,
            seen,
        }
    }

    pub(crate) fn send(&self, body: &Value) -> Value {
        let response = self.post("/api/changes").json(body).send().unwrap();
        let status = response.status();
        let text = response.text().unwrap();
        assert_eq!(status, 200, "{text}");
        serde_json::from_str(&text).unwrap()
    }

    pub(crate) fn push(&self, changes: &[Change]) -> Vec<Answer> {
        let pushed = self.send(&json!({ "changes": changes }));
        let answers = pushed["answers"].as_array().unwrap();
        answers
            .iter()
            .map(|answer| serde_json::from_value(answer["answer"].clone()).unwrap())
            .collect()
    }

    /// Does one thing, having seen the given fields.
    pub(crate) fn act(&self, action: Action, seen: Vec<Seen>) -> Answer {
        self.push(&[self.change(action, seen)]).remove(0)
    }

    /// Everything after a cursor.
    pub(crate) fn pull(&self, since: u64) -> Pulled {
        let mut all = Pulled {
            cursor: LogPosition(since),
            ..Pulled::default()
        };
        loop {
            let path = format!("/api/records?since={}", all.cursor.0);
            let page: Value = self.get(&path).send().unwrap().json().unwrap();
            for record in page["records"].as_array().unwrap() {
                all.records.push(serde_json::from_value(record.clone()).unwrap());
            }
            all.removed.extend(
                page["removed"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|key| key.as_str().unwrap().to_owned()),
            );
            all.cursor = LogPosition(page["cursor"].as_u64().unwrap());
            if page["more"] == false {
                return all;
            }
        }
    }
}
