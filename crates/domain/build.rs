// SPDX-License-Identifier: AGPL-3.0-or-later
//! Turns the rulebook into code. A gap or an overlap between the days of a parameter, an unknown status or a missing
//! source stops the build.
#[path = "build/rulebook.rs"]
mod rulebook;

use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=rulebook");
    println!("cargo::rerun-if-changed=build");
    let mut paths: Vec<_> = fs::read_dir("rulebook")?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    // The order of the files decides the order of the names, so it must not depend on the file system.
    paths.sort();
    let mut entries = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path)?;
        let read = rulebook::read(&text).map_err(|reason| format!("{}: {reason}", path.display()))?;
        entries.extend(read);
    }
    let parameters = rulebook::check(entries)?;
    let out = env::var("OUT_DIR")?;
    let code = rulebook::code(&parameters);
    fs::write(Path::new(&out).join("rulebook_names.rs"), code.names)?;
    fs::write(Path::new(&out).join("rulebook_values.rs"), code.values)?;
    Ok(())
}
