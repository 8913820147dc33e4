// SPDX-License-Identifier: AGPL-3.0-or-later
//! Devices, network and server in one play that its seed decides: real replicas, the real ledger, and everything that
//! goes wrong in the field, in any order. When the play has calmed down, nothing may be lost, doubled or overwritten in
//! silence. A seed that fails fails again.
#![warn(missing_docs)]

mod chance;
mod deeds;
mod device;
mod network;
mod oracle;
mod played;
mod server;
mod world;

pub use played::Played;

use std::fmt;

/// What must not happen, and did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// In words.
    pub what: String,
    /// The steps that led there; empty when nobody asked for them.
    pub steps: Vec<String>,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for step in &self.steps {
            writeln!(f, "  {step}")?;
        }
        f.write_str(&self.what)
    }
}

/// Plays one seed.
///
/// # Errors
/// [`Broken`]: the same for the same seed.
pub fn play(seed: u64, with_steps: bool) -> Result<Played, Broken> {
    let mut world = world::World::new(seed, with_steps);
    let result = world.play().and_then(|()| oracle::check(&world));
    match result {
        Ok(()) => Ok(world.played()),
        Err(what) => Err(Broken {
            what,
            steps: world.steps(),
        }),
    }
}
