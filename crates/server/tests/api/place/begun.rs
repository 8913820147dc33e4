// SPDX-License-Identifier: AGPL-3.0-or-later
//! How a server of a test begins, stops and begins again.
use super::Place;
use std::{
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
};

impl Place {
    /// A folder and a server with further options.
    pub(crate) fn with(options: &[&str]) -> Self {
        let folder = new_folder();
        let dist = folder.join("dist");
        std::fs::create_dir_all(&dist).unwrap();
        std::fs::write(dist.join("index.html"), "<!doctype html><title>Soglia</title>").unwrap();
        Self::start(folder, options)
    }

    /// A folder and a server that finds further settings around it.
    pub(crate) fn with_surroundings(surroundings: &[(&str, String)]) -> Self {
        Self::started(new_folder(), &[], surroundings)
    }

    fn start(folder: PathBuf, options: &[&str]) -> Self {
        Self::started(folder, options, &[])
    }

    /// As [`Self::with`], and what the server writes to standard error is kept.
    pub(crate) fn with_log(options: &[&str]) -> Self {
        let folder = new_folder();
        let dist = folder.join("dist");
        std::fs::create_dir_all(&dist).unwrap();
        std::fs::write(dist.join("index.html"), "<!doctype html><title>Soglia</title>").unwrap();
        let log = std::fs::File::create(folder.join("log")).unwrap();
        Self::told(folder, options, &[], Stdio::from(log))
    }

    /// What the server wrote to standard error until it ended, which is now.
    pub(crate) fn log(&mut self) -> String {
        self.stop();
        std::fs::read_to_string(self.folder.join("log")).unwrap()
    }

    fn started(folder: PathBuf, options: &[&str], surroundings: &[(&str, String)]) -> Self {
        Self::told(folder, options, surroundings, Stdio::inherit())
    }

    fn told(folder: PathBuf, options: &[&str], surroundings: &[(&str, String)], log: Stdio) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_soglia"))
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(folder.join("data"))
            .arg("--dist")
            .arg(folder.join("dist"))
            .args(options)
            .envs(surroundings.iter().map(|(name, value)| (name, value)))
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let line = lines
            .find(|line| line.as_ref().unwrap().contains("://"))
            .unwrap()
            .unwrap();
        let url = line.split_whitespace().find(|word| word.contains("://"));
        let url = url.unwrap().to_owned();
        Self { child, folder, url }
    }

    /// Stops without warning.
    pub(crate) fn stop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// The same folder, served again after a stop without warning.
    pub(crate) fn restart(&mut self) {
        self.stop();
        let again = Self::start(self.folder.clone(), &[]);
        self.url.clone_from(&again.url);
        let mut again = std::mem::ManuallyDrop::new(again);
        std::mem::swap(&mut self.child, &mut again.child);
    }
}

fn new_folder() -> PathBuf {
    static N: AtomicU32 = AtomicU32::new(0);
    let n = N.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("soglia-test-{}-{n}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
