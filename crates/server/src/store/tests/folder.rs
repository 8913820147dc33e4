// SPDX-License-Identifier: AGPL-3.0-or-later
//! A folder for a test.
use std::{
    path::PathBuf,
    sync::atomic::{AtomicU32, Ordering},
};
use tokio::runtime::Runtime;

static N: AtomicU32 = AtomicU32::new(0);

/// A folder of its own; it goes when the test ends.
pub(super) struct Folder {
    pub(super) runtime: Runtime,
    pub(super) path: PathBuf,
}

impl Folder {
    pub(super) fn new() -> Self {
        let n = N.fetch_add(1, Ordering::Relaxed);
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime starts");
        Self {
            runtime,
            path: std::env::temp_dir().join(format!("soglia-store-{}-{n}", std::process::id())),
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed is left to the system, which empties this place.
        let _ = std::fs::remove_dir_all(&self.path);
    }
}
