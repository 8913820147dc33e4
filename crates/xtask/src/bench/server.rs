// SPDX-License-Identifier: AGPL-3.0-or-later
//! The server alone, on either database, without the client around it.

use std::path::PathBuf;
use std::process::Command;

use crate::place::Place;
use crate::setup::Postgres;
use crate::shell::{self, Outcome};

const EXAMPLE: &str = "load";

/// What the measurement needs: the devices that load the server, and a PostgreSQL that writes to disk as usual.
pub(super) struct Load {
    program: PathBuf,
    postgres: Postgres,
}

impl Load {
    pub(super) fn new(place: &Place) -> Outcome<Self> {
        let package = ["build", "--release", "--package", "soglia-server"];
        shell::run(place.cargo(&package).args(["--bins", "--example", EXAMPLE]))?;
        Ok(Self {
            program: place.target.join("release/examples").join(EXAMPLE),
            postgres: Postgres::start(place, &[])?,
        })
    }

    /// Tells a script where they are.
    pub(super) fn tell(&self, script: &mut Command) {
        script.env("SOGLIA_LOAD", &self.program).env(
            "SOGLIA_BENCH_DATABASE_URL",
            format!("{}/postgres", self.postgres.address()),
        );
    }
}
