// SPDX-License-Identifier: AGPL-3.0-or-later
//! Runs the command with an input.
use serde_json::Value;
use std::{
    io::Write,
    process::{Command, Output, Stdio},
};

/// Runs `soglia` with the arguments, gives it the input and waits for its end.
#[track_caller]
pub(crate) fn soglia(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_soglia"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    std::thread::scope(|scope| {
        // A command that refuses its arguments reads nothing, so a closed pipe is no failure here.
        scope.spawn(move || {
            let _ = stdin.write_all(input);
        });
        child.wait_with_output().unwrap()
    })
}

/// The objects of the lines of an output.
#[track_caller]
pub(crate) fn objects(output: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&output.stdout).unwrap();
    assert!(
        text.is_empty() || text.ends_with('\n'),
        "the last line has an end"
    );
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}
