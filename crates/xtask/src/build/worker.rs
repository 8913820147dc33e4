// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tells the service worker which files make up this version.

use std::path::Path;

use sha2::{Digest, Sha256};

use super::share;
use crate::shell::{Outcome, files_below, read, read_text, stop, write};

pub(super) const WORKER: &str = "sw.js";
const VERSION_LINE: &str = "const VERSION = \"dev\";\n";
const FILES_LINE: &str = "const FILES = [];\n";

pub(super) fn fill(stage: &Path) -> Outcome {
    let mut files = Vec::new();
    for file in files_below(stage)?
        .into_iter()
        .filter(|file| is_part_of_the_application(file))
    {
        let hash = format!("{:x}", Sha256::digest(read(&stage.join(&file))?));
        files.push((format!("/{file}"), hash));
    }
    let script = read_text(&stage.join(WORKER))?;
    match filled(&script, &files) {
        Some(script) => write(&stage.join(WORKER), script),
        None => {
            stop("public/sw.js no longer holds the two lines that the build fills in (VERSION and FILES).")
        }
    }
}

/// Licence texts are served but not needed offline; the worker cannot hold itself; who looks at what others share has a
/// network. What begins with a dot is not served.
fn is_part_of_the_application(file: &str) -> bool {
    file != WORKER && !file.ends_with(".txt") && !file.starts_with('.') && !share::is_of_share(file)
}

fn filled(script: &str, files: &[(String, String)]) -> Option<String> {
    let list: Vec<String> = files
        .iter()
        .map(|(path, hash)| format!("[{path:?},{hash:?}]"))
        .collect();
    let list = list.join(",");
    let version = &format!("{:x}", Sha256::digest(&list))[..16];
    let filled = script
        .replacen(VERSION_LINE, &format!("const VERSION = \"{version}\";\n"), 1)
        .replacen(FILES_LINE, &format!("const FILES = [{list}];\n"), 1);
    (script.contains(VERSION_LINE) && script.contains(FILES_LINE)).then_some(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, hash: &str) -> (String, String) {
        (path.to_owned(), hash.to_owned())
    }

    #[test]
    fn the_worker_knows_each_file_and_a_version_that_changes_with_any_of_them() {
        let script = "const VERSION = \"dev\";\nconst FILES = [];\n";
        let one = filled(script, &[file("/index.html", "11")]).expect("both marks are there");
        let two = filled(script, &[file("/index.html", "22")]).expect("both marks are there");
        assert!(one.contains("FILES = [[\"/index.html\",\"11\"]];"));
        assert!(!one.contains("dev"));
        let version = |script: &str| script.split('"').nth(1).map(str::to_owned);
        assert_ne!(version(&one), version(&two));
    }

    #[test]
    fn what_a_shared_view_is_made_of_is_not_kept_for_work_without_a_network() {
        assert!(is_part_of_the_application("parts/rules-0123456789abcdef.wasm"));
        assert!(!is_part_of_the_application(
            "soglia-share_bg-0123456789abcdef.wasm"
        ));
        assert!(!is_part_of_the_application(".parts"));
    }

    #[test]
    fn a_worker_without_the_marks_is_refused() {
        assert_eq!(filled("const VERSION = 1;\n", &[]), None);
    }
}
