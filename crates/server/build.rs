// SPDX-License-Identifier: AGPL-3.0-or-later
//! With the feature `embed-client` the built client becomes a table of names and bytes in the program. Out of the folder that
//! `SOGLIA_EMBED_DIST` names, `dist` of the workspace where it names none. By hand: a crate for it would bring hashing and
//! walking of its own for what is one `include_bytes!` a file.
use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

const FOLDER: &str = "SOGLIA_EMBED_DIST";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed={FOLDER}");
    if env::var_os("CARGO_FEATURE_EMBED_CLIENT").is_none() {
        return ExitCode::SUCCESS;
    }
    match embed() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo::error=the client cannot be put into the program: {error}");
            ExitCode::FAILURE
        }
    }
}

fn embed() -> io::Result<()> {
    let of_workspace = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
    let folder = env::var_os(FOLDER).map_or_else(of_workspace, PathBuf::from);
    let folder = fs::canonicalize(&folder)
        .map_err(|error| io::Error::other(format!("{}: {error}", folder.display())))?;
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files = Vec::new();
    collect(&folder, "", &mut files)?;
    if !files.iter().any(|(name, _)| name == "index.html") {
        return Err(io::Error::other(format!(
            "{} holds no index.html",
            folder.display()
        )));
    }
    files.sort();
    let lines: String = files
        .iter()
        .map(|(name, path)| {
            format!(
                "    ({name:?}, include_bytes!({:?})),\n",
                path.display().to_string()
            )
        })
        .collect();
    let table =
        format!("/// The built client, by name.\npub(super) static FILES: super::Files = &[\n{lines}];\n");
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo names no OUT_DIR"))?;
    fs::write(Path::new(&out).join("client.rs"), table)
}

/// Every file below a folder, but those that begin with a dot: they are of the build.
fn collect(folder: &Path, before: &str, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let name = format!("{before}{name}");
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.push((name, entry.path()));
        }
    }
    Ok(())
}
