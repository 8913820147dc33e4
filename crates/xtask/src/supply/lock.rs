// SPDX-License-Identifier: AGPL-3.0-or-later
//! Licences and sources of what comes from npm, out of its lock file.

use serde_json::Value;

use crate::shell::{Explain, Outcome};

/// None of them asks for more than their text; MPL-2.0 asks for the changes of its own files, and we change none.
const ALLOWED: [&str; 7] = [
    "MIT",
    "(MIT AND Zlib)",
    "ISC",
    "Apache-2.0",
    "BSD-3-Clause",
    "MPL-2.0",
    "Python-2.0",
];

/// Says MIT in its description in a form of before, which the lock leaves out. Nothing of it ships.
const BY_ITS_OWN_WORDS: [&str; 1] = ["node_modules/dom-walk"];

pub(super) fn faults(lock: &str) -> Outcome<Vec<String>> {
    let lock: Value = serde_json::from_str(lock).explain("Reading package-lock.json")?;
    let packages = lock["packages"].as_object().into_iter().flatten();
    // The first is Soglia itself.
    let others = packages.filter(|(name, _)| !name.is_empty());
    Ok(others
        .flat_map(|(name, package)| [licence(name, package), source(name, package)])
        .flatten()
        .collect())
}

fn licence(name: &str, package: &Value) -> Option<String> {
    match package["license"].as_str() {
        Some(licence) if ALLOWED.contains(&licence) => None,
        None if BY_ITS_OWN_WORDS.contains(&name) => None,
        Some(licence) => Some(format!(
            "{name}: the licence {licence} is not among the allowed ones"
        )),
        None => Some(format!("{name}: says no licence")),
    }
}

/// Whatever server hands it out, it is what the checksum says; an address or a link would be something else.
fn source(name: &str, package: &Value) -> Option<String> {
    let is_sealed = package["integrity"]
        .as_str()
        .is_some_and(|sum| sum.starts_with("sha512-"));
    let comes_from_elsewhere = !package["resolved"].is_null() || package["link"] == true;
    (!is_sealed || comes_from_elsewhere)
        .then(|| format!("{name}: comes from an address of its own, or has no checksum"))
}

#[cfg(test)]
mod tests {
    use super::faults;

    #[test]
    fn a_licence_or_a_source_that_is_not_allowed_is_named() {
        let lock = r#"{ "packages": {
            "": { "license": "AGPL-3.0-or-later" },
            "node_modules/good": { "license": "MIT", "integrity": "sha512-a" },
            "node_modules/closed": { "license": "SEE LICENSE", "integrity": "sha512-a" },
            "node_modules/silent": { "integrity": "sha512-a" },
            "node_modules/weak": { "license": "MIT", "integrity": "sha1-a" },
            "node_modules/near": { "license": "MIT", "integrity": "sha512-a", "link": true },
            "node_modules/far": { "license": "MIT", "integrity": "sha512-a", "resolved": "https://example.org/far.tgz" }
        } }"#;
        let found = faults(lock).expect("it reads");
        let names: Vec<_> = found
            .iter()
            .filter_map(|fault| fault.strip_prefix("node_modules/")?.split(':').next())
            .collect();
        assert_eq!(names, ["closed", "far", "near", "silent", "weak"]);
    }

    #[test]
    fn a_lock_that_cannot_be_read_is_no_empty_one() {
        assert!(faults("{").is_err());
    }
}
