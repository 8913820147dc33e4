// SPDX-License-Identifier: AGPL-3.0-or-later
//! A demonstration server on a free port of this machine, in a folder that goes with it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Stdio};

use crate::place::Place;
use crate::shell::{Explain, Outcome, remove_folder, stop};

/// The one device of whoever signs in here; each session after the first ends none before it.
const DEVICE: &str = "5067006c-0000-4000-8000-0000000000a1";

pub(super) struct Server {
    child: Child,
    /// What it stores; goes with it.
    pub(super) folder: PathBuf,
    /// Host and port.
    pub(super) address: String,
}

impl Server {
    pub(super) fn start(place: &Place) -> Outcome<Self> {
        let folder = std::env::temp_dir().join(format!("soglia-check-api-{}", std::process::id()));
        let mut command = place.command(place.target.join("debug/soglia"));
        command
            .args(["serve", "--demo", "--listen", "127.0.0.1:0", "--data"])
            .arg(&folder)
            .arg("--dist")
            .arg(folder.join("no-client"))
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let child = command.spawn().explain("Starting the server")?;
        let mut server = Self {
            child,
            folder,
            address: String::new(),
        };
        let said = server.child.stdout.take();
        for line in said.map(BufReader::new).into_iter().flat_map(BufRead::lines) {
            let line = line.explain("Reading what the server says")?;
            if let Some((_, address)) = line.split_once("http://") {
                server.address = address.trim().to_owned();
                return Ok(server);
            }
        }
        stop("The server ended before it answered.")
    }

    /// A new session; gives its cookie.
    pub(super) fn sign_in(&self, name: &str, password: &str) -> Outcome<String> {
        let body = format!("{{\"name\":\"{name}\",\"password\":\"{password}\",\"device\":\"{DEVICE}\"}}");
        let request = format!(
            "POST /api/session HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\
             Connection: close\r\n\r\n{body}",
            self.address,
            body.len()
        );
        let mut answer = String::new();
        let mut stream = TcpStream::connect(&self.address).explain("Reaching the server")?;
        stream
            .write_all(request.as_bytes())
            .and_then(|()| stream.read_to_string(&mut answer).map(drop))
            .explain("Signing in")?;
        let cookie = answer
            .lines()
            .filter_map(|line| line.split_once("__Host-soglia="))
            .find_map(|(_, rest)| rest.split(';').next());
        match cookie {
            Some(cookie) => Ok(cookie.to_owned()),
            None => stop("The demonstration server let nobody in."),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to end.
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = remove_folder(&self.folder);
    }
}
