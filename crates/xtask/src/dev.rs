// SPDX-License-Identifier: AGPL-3.0-or-later
//! `cargo xtask dev`: the client rebuilt at every save, talking to a server that runs already.

use crate::build;
use crate::place::Place;
use crate::setup;
use crate::shell::{self, Outcome, say};

pub(crate) fn dev(place: &Place) -> Outcome {
    let tools = setup::for_build(place)?;
    say(
        "The client is on http://127.0.0.1:8081; /api goes to 127.0.0.1:8080, where `cargo xtask run` is expected.",
    );
    shell::run(
        build::trunk(place, &tools, "serve")
            .arg("--dist")
            .arg(place.work().join("dev")),
    )
}
