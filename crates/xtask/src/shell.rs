// SPDX-License-Identifier: AGPL-3.0-or-later
//! Speaking to the person, running other programs, and what went wrong.

use std::fmt::Display;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

/// Why a command ended early. Each message is a sentence for the developer.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command line was not understood.
    Usage(String),
    /// A step did not succeed; the programs it ran have printed their own words already.
    Stopped(String),
}

pub(crate) type Outcome<T = ()> = Result<T, Failure>;

/// Turns an error of the standard library into a sentence that names what was being done.
pub(crate) trait Explain<T> {
    fn explain(self, what: impl Display) -> Outcome<T>;
}

impl<T, E: Display> Explain<T> for Result<T, E> {
    fn explain(self, what: impl Display) -> Outcome<T> {
        self.map_err(|error| Failure::Stopped(format!("{what}: {error}")))
    }
}

pub(crate) fn stop<T>(message: impl Into<String>) -> Outcome<T> {
    Err(Failure::Stopped(message.into()))
}

/// Writes one line for the person. A closed pipe (`| head`) is no reason to fail.
pub(crate) fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    let _closed_pipe = writeln!(out, "{line}").and_then(|()| out.flush());
}

pub(crate) fn complain(line: &str) {
    let _closed_pipe = writeln!(std::io::stderr().lock(), "{line}");
}

/// Runs a program with its output untouched.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let shown = shown(command);
    let status = command
        .status()
        .explain(format!("`{shown}` could not be started"))?;
    if status.success() {
        Ok(())
    } else {
        stop(format!("`{shown}` failed ({status})."))
    }
}

/// Runs a program whose words are of interest only when it fails.
pub(crate) fn run_quietly(command: &mut Command) -> Outcome {
    let shown = shown(command);
    let output = command
        .stdin(Stdio::null())
        .output()
        .explain(format!("`{shown}` could not be started"))?;
    if output.status.success() {
        return Ok(());
    }
    complain(&String::from_utf8_lossy(&output.stdout));
    complain(&String::from_utf8_lossy(&output.stderr));
    stop(format!("`{shown}` failed ({}).", output.status))
}

/// What a program prints, when it is there and succeeds.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// How a program that was given a limit ended.
pub(crate) enum Ending {
    Done(Output),
    TooLong,
}

/// Runs a program that may wait for somebody who never answers. What it says is kept, and not shown.
pub(crate) fn run_within(command: &mut Command, limit: Duration) -> Outcome<Ending> {
    let shown = shown(command);
    let what = || format!("`{shown}`");
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().explain(what())?;
    // Both are read while it runs: a full pipe would hold it up.
    let (mut out, mut err) = (child.stdout.take(), child.stderr.take());
    let out = std::thread::spawn(move || drain(out.as_mut()));
    let err = std::thread::spawn(move || drain(err.as_mut()));
    let until = Instant::now() + limit;
    let status = loop {
        if let Some(status) = child.try_wait().explain(what())? {
            break status;
        }
        if Instant::now() > until {
            child.kill().explain(what())?;
            child.wait().explain(what())?;
            return Ok(Ending::TooLong);
        }
        std::thread::sleep(Duration::from_millis(50));
    };
    Ok(Ending::Done(Output {
        status,
        stdout: out.join().unwrap_or_default(),
        stderr: err.join().unwrap_or_default(),
    }))
}

fn drain(from: Option<&mut impl Read>) -> Vec<u8> {
    let mut all = Vec::new();
    if let Some(from) = from {
        // What came until the pipe broke is what there is.
        let _broken = from.read_to_end(&mut all);
    }
    all
}

/// A program on the PATH.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

pub(crate) fn read(path: &Path) -> Outcome<Vec<u8>> {
    std::fs::read(path).explain(format!("Reading {}", path.display()))
}

pub(crate) fn read_text(path: &Path) -> Outcome<String> {
    std::fs::read_to_string(path).explain(format!("Reading {}", path.display()))
}

/// Writes a file and the folders above it.
pub(crate) fn write(path: &Path, content: impl AsRef<[u8]>) -> Outcome {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).explain(format!("Creating {}", folder.display()))?;
    }
    std::fs::write(path, content).explain(format!("Writing {}", path.display()))
}

pub(crate) fn remove_folder(path: &Path) -> Outcome {
    if path.exists() {
        std::fs::remove_dir_all(path).explain(format!("Removing {}", path.display()))?;
    }
    Ok(())
}

pub(crate) fn copy_folder(from: &Path, to: &Path) -> Outcome {
    for file in files_below(from)? {
        write(&to.join(&file), read(&from.join(&file))?)?;
    }
    Ok(())
}

/// All files below a folder as relative paths with `/`, sorted, so that every run sees the same order.
pub(crate) fn files_below(folder: &Path) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    let mut open = vec![(folder.to_owned(), String::new())];
    while let Some((path, prefix)) = open.pop() {
        for entry in std::fs::read_dir(&path).explain(format!("Listing {}", path.display()))? {
            let entry = entry.explain(format!("Listing {}", path.display()))?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                open.push((entry.path(), format!("{name}/")));
            } else {
                found.push(name);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program())
        .file_name()
        .unwrap_or(command.get_program());
    let words: Vec<_> = std::iter::once(program)
        .chain(command.get_args())
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Ending, run_within};
    use std::process::Command;
    use std::time::Duration;

    #[test]
    fn a_program_that_waits_for_ever_is_ended_and_another_one_is_heard() {
        let ending = run_within(Command::new("sleep").arg("60"), Duration::from_millis(100));
        assert!(matches!(ending, Ok(Ending::TooLong)));
        let ending = run_within(Command::new("echo").arg("so"), Duration::from_secs(30));
        assert!(matches!(ending, Ok(Ending::Done(output)) if output.stdout == b"so\n"));
    }
}
