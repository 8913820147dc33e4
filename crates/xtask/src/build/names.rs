// SPDX-License-Identifier: AGPL-3.0-or-later
//! Names files by what is in them, so that browsers may keep them for ever.

use std::path::Path;

use sha2::{Digest, Sha256};

use super::share;
use crate::shell::{Explain, Outcome, files_below, read, read_text, write};

/// Pages have addresses of their own.
const PAGES: [&str; 2] = ["index.html", share::PAGE];

/// Renames every file that other files refer to, and rewrites the references. Files whose address is fixed (the pages, the
/// service worker, the manifest, the icons the compiled client names) keep theirs.
pub(super) fn by_content(stage: &Path) -> Outcome {
    // Each group refers only to groups before it, so a file's bytes are final when its hash is taken.
    let groups: [fn(&str) -> bool; 3] = [
        |file| file.ends_with(".wasm") || file.ends_with(".woff2"),
        |file| file.starts_with("soglia-") && file.ends_with(".js") || file.ends_with(".css"),
        |file| file == "boot.js" || file == share::BOOT,
    ];
    let mut renamed: Vec<(String, String)> = Vec::new();
    for belongs in groups {
        let mut of_group = Vec::new();
        for file in files_below(stage)?.into_iter().filter(|file| belongs(file)) {
            rewrite(stage, &file, &renamed)?;
            let name = hashed(&file, &read(&stage.join(&file))?);
            std::fs::rename(stage.join(&file), stage.join(&name)).explain(format!("Renaming {file}"))?;
            of_group.push((file, name));
        }
        renamed.extend(of_group);
    }
    PAGES
        .iter()
        .filter(|page| stage.join(page).is_file())
        .try_for_each(|page| rewrite(stage, page, &renamed))
}

fn rewrite(stage: &Path, file: &str, renamed: &[(String, String)]) -> Outcome {
    if ![".js", ".css", ".html"]
        .iter()
        .any(|ending| file.ends_with(ending))
    {
        return Ok(());
    }
    let text = read_text(&stage.join(file))?;
    write(&stage.join(file), replaced(text, renamed))
}

fn replaced(text: String, renamed: &[(String, String)]) -> String {
    renamed
        .iter()
        .fold(text, |text, (old, new)| text.replace(old, new))
}

/// The name that a file had before its content was written into it.
pub(crate) fn without_hash(file: &str) -> String {
    let (stem, ending) = file.rsplit_once('.').unwrap_or((file, ""));
    match stem.rsplit_once('-') {
        Some((name, hash)) if hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
            format!("{name}.{ending}")
        }
        _ => file.to_owned(),
    }
}

/// `fonts/titillium-web-400.woff2` becomes `fonts/titillium-web-400-<16 hex digits>.woff2`.
fn hashed(file: &str, content: &[u8]) -> String {
    let digest = format!("{:x}", Sha256::digest(content));
    let (stem, ending) = file.rsplit_once('.').unwrap_or((file, ""));
    format!("{stem}-{}.{ending}", &digest[..16])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_by_its_bytes_and_keeps_its_folder_and_ending() {
        let name = hashed("fonts/text-400.woff2", b"abc");
        assert_eq!(name, "fonts/text-400-ba7816bf8f01cfea.woff2");
        assert_ne!(name, hashed("fonts/text-400.woff2", b"abd"));
        assert_eq!(without_hash(&name), "fonts/text-400.woff2");
        assert_eq!(without_hash("manifest.webmanifest"), "manifest.webmanifest");
    }

    #[test]
    fn every_reference_follows_the_new_name() {
        let renamed = [("app_bg.wasm".to_owned(), "app_bg-1.wasm".to_owned())];
        let text = replaced("load('/app_bg.wasm', 'app_bg.wasm')".to_owned(), &renamed);
        assert_eq!(text, "load('/app_bg-1.wasm', 'app_bg-1.wasm')");
    }

    #[test]
    fn names_follow_the_chain_from_the_module_to_the_page() {
        let stage = std::env::temp_dir().join(format!("soglia-names-{}", std::process::id()));
        for (file, text) in [
            (
                "index.html",
                "<script src=\"/boot.js\"></script><link href=\"/main.css\">",
            ),
            ("boot.js", "import('/soglia-client.js')"),
            (
                "soglia-client.js",
                "new URL('soglia-client_bg.wasm', import.meta.url)",
            ),
            ("soglia-client_bg.wasm", "bytes"),
            ("main.css", "@font-face { src: url(/fonts/text.woff2) }"),
            ("fonts/text.woff2", "font"),
        ] {
            write(&stage.join(file), text).expect("the temporary folder is writable");
        }
        by_content(&stage).expect("all files are there");
        let files = files_below(&stage).expect("the folder is there");
        let page = read_text(&stage.join("index.html")).expect("the page keeps its name");
        for file in files
            .iter()
            .filter(|file| file.starts_with("boot-") || file.starts_with("main-"))
        {
            assert!(page.contains(file.as_str()), "the page names {file}");
        }
        let boot = files
            .iter()
            .find(|file| file.starts_with("boot-"))
            .expect("boot.js was renamed");
        let client = files
            .iter()
            .find(|file| file.starts_with("soglia-client-"))
            .expect("the client was renamed");
        assert!(
            read_text(&stage.join(boot))
                .expect("text")
                .contains(client.as_str())
        );
        std::fs::remove_dir_all(&stage).expect("the folder is ours");
    }
}
