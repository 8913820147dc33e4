// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where things lie: the repository, the build folders, the cached tools.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::shell::{Explain, Outcome, stop};

pub(crate) struct Place {
    pub(crate) root: PathBuf,
    /// Where cargo puts what it compiles.
    pub(crate) target: PathBuf,
    /// Tools compiled once for all checkouts of this person.
    pub(crate) tools: PathBuf,
}

impl Place {
    pub(crate) fn find() -> Outcome<Self> {
        let here = std::env::current_dir().explain("Finding the current folder")?;
        // Cargo tells where the package lies at run time; a path fixed at compile time would be wrong after a move.
        let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let start = package.as_deref().unwrap_or(&here);
        let Some(root) = start
            .ancestors()
            .find(|folder| folder.join("Trunk.toml").is_file())
        else {
            return stop("Call this inside the repository of Soglia.");
        };
        let target =
            std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |dir| here.join(dir));
        let cache = std::env::var_os("XDG_CACHE_HOME")
            .map(PathBuf::from)
            .filter(|dir| dir.is_absolute())
            .or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache")));
        let Some(cache) = cache else {
            return stop("Neither XDG_CACHE_HOME nor HOME is set: there is no place to keep the tools.");
        };
        Ok(Self {
            root: root.to_owned(),
            target,
            tools: cache.join("soglia/tools"),
        })
    }

    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Working folder of these commands. Always inside the checkout, unlike `target`, which checkouts may share.
    pub(crate) fn work(&self) -> PathBuf {
        self.root.join("target/xtask")
    }

    pub(crate) fn server(&self) -> PathBuf {
        self.target.join("release/soglia")
    }

    /// A command that runs at the top of the repository.
    pub(crate) fn command(&self, program: impl AsRef<Path>) -> Command {
        let mut command = Command::new(program.as_ref());
        command
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", &self.target);
        command
    }

    pub(crate) fn cargo(&self, words: &[&str]) -> Command {
        let mut command = self.command("cargo");
        command.args(words);
        command
    }

    /// A script of this package, run by node.
    pub(crate) fn script(&self, name: &str) -> Command {
        let mut command = self.command("node");
        command.arg(format!("crates/xtask/tools/{name}"));
        command
    }
}
