// SPDX-License-Identifier: AGPL-3.0-or-later
//! The browser of the tests and measurements.

use std::path::PathBuf;

use super::apt;
use crate::place::Place;
use crate::shell::{Outcome, on_path, say, stop, write};

/// Chromium and the driver of the same version.
pub(crate) struct Browser {
    pub(crate) chromium: PathBuf,
    pub(crate) driver: PathBuf,
}

/// On top of `--headless` and `--no-sandbox`, which the runner of the browser tests adds itself: nothing is fetched or
/// asked in the background while a test runs.
const ARGUMENTS: [&str; 6] = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

impl Browser {
    fn find() -> Option<Self> {
        let given = |name: &str| {
            std::env::var_os(name)
                .map(PathBuf::from)
                .filter(|file| file.is_file())
        };
        let chromium = given("CHROMIUM").or_else(|| {
            ["chromium", "chromium-browser", "google-chrome"]
                .iter()
                .find_map(|name| on_path(name))
        })?;
        let driver = given("CHROMEDRIVER").or_else(|| on_path("chromedriver"))?;
        Some(Self { chromium, driver })
    }

    /// Writes how wasm-bindgen's test runner starts the browser. Made at run time: the path differs by system.
    pub(crate) fn webdriver_settings(&self, place: &Place) -> Outcome<PathBuf> {
        let file = place.work().join("webdriver.json");
        let arguments = ARGUMENTS.map(|argument| format!("{argument:?}")).join(", ");
        let binary = self.chromium.display().to_string();
        write(
            &file,
            format!("{{ \"goog:chromeOptions\": {{ \"binary\": {binary:?}, \"args\": [{arguments}] }} }}\n"),
        )?;
        Ok(file)
    }
}

pub(super) fn ensure(place: &Place) -> Outcome<Browser> {
    if let Some(browser) = Browser::find() {
        return Ok(browser);
    }
    say("Installing chromium and chromium-driver with apt: the tests open Soglia in a real browser.");
    apt::install(
        place,
        &["chromium", "chromium-driver", "fonts-liberation"],
        "Chromium and its driver are missing: install the packages chromium and chromium-driver (Debian), or name both \
         programs in CHROMIUM and CHROMEDRIVER. Only tests and measurements need them.",
    )?;
    match Browser::find() {
        Some(browser) => Ok(browser),
        None => stop("Chromium was installed but is not on the PATH."),
    }
}
