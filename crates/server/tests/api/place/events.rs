// SPDX-License-Identifier: AGPL-3.0-or-later
//! A device that listens.
use super::Someone;
use reqwest::blocking::Response;
use serde_json::Value;
use std::io::{BufRead, BufReader, Lines};

/// The stream of one device.
pub(crate) struct Events(Lines<BufReader<Response>>);

impl Someone<'_> {
    /// Begins to listen.
    pub(crate) fn listen(&self) -> Events {
        let response = self.get("/api/events").send().unwrap();
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        Events(BufReader::new(response).lines())
    }
}

impl Events {
    /// The next event: its name and what it says. None when the stream has ended.
    pub(crate) fn next(&mut self) -> Option<(String, Value)> {
        let mut name = String::new();
        loop {
            let line = self.0.next()?.ok()?;
            if let Some(said) = line.strip_prefix("event: ") {
                said.clone_into(&mut name);
            }
            if let Some(said) = line.strip_prefix("data: ") {
                return Some((name, serde_json::from_str(said).unwrap()));
            }
        }
    }

    /// Listens until the order has reached a place.
    pub(crate) fn until(&mut self, position: u64) {
        loop {
            let (name, said) = self.next().unwrap();
            assert_eq!(name, "head");
            if said["position"].as_u64().unwrap() >= position {
                return;
            }
        }
    }
}
