// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is done to the data beside the network: by commands, and by force.
use super::{PASSWORD, Place};
use serde_json::{Value, json};
use sqlx::Connection;
use std::{
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

pub(crate) fn add_user(data: &Path, name: &str, role: &str, organisation: &str) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_soglia"))
        .args([
            "user",
            "add",
            name,
            "--role",
            role,
            "--organisation",
            organisation,
            "--data",
        ])
        .arg(data)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(PASSWORD.as_bytes())
        .unwrap();
    assert!(child.wait().unwrap().success());
}

/// Changes the tables from outside, as damage or a wrongdoer would.
pub(crate) fn sql(data: &Path, statement: &'static str) {
    let url = format!("sqlite://{}", data.join("soglia.db").display());
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let mut connection = sqlx::SqliteConnection::connect(&url).await.unwrap();
        sqlx::raw_sql(statement).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
    });
}

/// Runs a command on the data, and gives what it printed.
pub(crate) fn command(data: &Path, words: &[&str]) -> String {
    let (code, told) = run(data, words);
    assert_eq!(code, 0, "{told}");
    told
}

/// Runs a command on the data, and gives how it ended and what it said.
pub(crate) fn run(data: &Path, words: &[&str]) -> (i32, String) {
    run_with(&[], data, words)
}

/// Runs a command that needs no data.
pub(crate) fn tell(words: &[&str]) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_soglia"))
        .args(words)
        .output()
        .unwrap();
    let told = [output.stdout, output.stderr].concat();
    (output.status.code().unwrap(), String::from_utf8(told).unwrap())
}

/// As [`run`], with further settings around it.
pub(crate) fn run_with(surroundings: &[(&str, String)], data: &Path, words: &[&str]) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_soglia"))
        .args(words)
        .arg("--data")
        .arg(data)
        .envs(surroundings.iter().map(|(name, value)| (name, value)))
        .output()
        .unwrap();
    let told = [output.stdout, output.stderr].concat();
    (output.status.code().unwrap(), String::from_utf8(told).unwrap())
}

impl Place {
    /// What `soglia verify` says while the server runs; no record was changed where it says the same again.
    pub(crate) fn verify(&self) -> Value {
        let mut verified = self.verify_with_audit();
        verified.as_object_mut().unwrap().remove("audit");
        verified
    }

    /// As [`Self::verify`], with how far the audit goes, which grows with every refusal.
    pub(crate) fn verify_with_audit(&self) -> Value {
        let text = command(&self.data(), &["verify", "--json"]);
        let verified: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(verified["flaws"], json!([]));
        verified
    }
}
