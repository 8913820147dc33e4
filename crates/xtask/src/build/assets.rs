// SPDX-License-Identifier: AGPL-3.0-or-later
//! Fonts and icons, cut out of npm packages to what Soglia uses. Icons go into the page itself: a browser reads a file of
//! icons whole again whenever one comes onto the screen and none stands there, some 3 ms each time.

use std::path::PathBuf;

use sha2::{Digest, Sha256};

use crate::place::Place;
use crate::shell::{self, Failure, Outcome, copy_folder, read, read_text, remove_folder, stop, write};

const SPRITE: &str = "node_modules/bootstrap-italia/dist/svg/sprites.svg";
const LIST: &str = "crates/xtask/icons/list.txt";
const OWN: &str = "crates/xtask/icons/own.svg";

/// Where the icons stand in the page.
const PLACE: &str = "<svg id=\"icons\" hidden></svg>";

/// Puts fonts/ into the folder that trunk is filling, and the icons into its page; trunk calls this after each of its builds.
pub(crate) fn into_staging(place: &Place) -> Outcome {
    let Some(staging) = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
        return Err(Failure::Usage(
            "`assets` is called by trunk while it builds.".to_owned(),
        ));
    };
    let assets = kept(place)?;
    copy_folder(&assets.join("fonts"), &staging.join("fonts"))?;
    let page = staging.join("index.html");
    let icons = read_text(&assets.join("icons.svg"))?;
    write(&page, with_icons(&read_text(&page)?, &icons)?)
}

/// The page with its icons.
fn with_icons(page: &str, icons: &str) -> Outcome<String> {
    match page.matches(PLACE).count() {
        1 => Ok(page.replace(PLACE, icons)),
        n => stop(format!(
            "The page has {n} places for its icons, {PLACE}, and needs one."
        )),
    }
}

/// The folder with the finished assets. Made once for each state of the inputs, because `dev` asks at every save.
fn kept(place: &Place) -> Outcome<PathBuf> {
    let folder = place.work().join("assets");
    let mut hash = Sha256::new();
    for input in [LIST, OWN, "crates/xtask/tools/fonts.mjs", "package-lock.json"] {
        hash.update(read(&place.root.join(input))?);
    }
    let key = format!("{:x}", hash.finalize());
    let stamp = place.work().join("assets.key");
    if std::fs::read_to_string(&stamp).is_ok_and(|made| made == key) && folder.is_dir() {
        return Ok(folder);
    }
    remove_folder(&folder)?;
    shell::run(place.script("fonts.mjs").arg(folder.join("fonts")))?;
    let list = read_text(&place.root.join(LIST))?;
    let sources = [
        read_text(&place.root.join(OWN))?,
        read_text(&place.root.join(SPRITE))?,
    ];
    write(&folder.join("icons.svg"), sprite(&list, &sources)?)?;
    write(&stamp, key)?;
    Ok(folder)
}

/// A sprite with the listed symbols alone.
fn sprite(list: &str, sources: &[String]) -> Outcome<String> {
    let wanted = list
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut symbols = String::new();
    for name in wanted {
        match sources.iter().find_map(|source| symbol(source, name)) {
            Some(found) => symbols.push_str(found),
            None => {
                return stop(format!(
                    "{LIST} asks for `{name}`, which is neither in {SPRITE} nor in {OWN}."
                ));
            }
        }
    }
    Ok(format!(
        "<!-- Icons: Bootstrap Italia, BSD-3-Clause, (c) its authors. -->\n\
         <svg id=\"icons\" hidden>{symbols}</svg>"
    ))
}

fn symbol<'a>(source: &'a str, name: &str) -> Option<&'a str> {
    const END: &str = "</symbol>";
    let start = source.find(&format!("<symbol id=\"{name}\""))?;
    let length = source[start..].find(END)? + END.len();
    Some(&source[start..start + length])
}

#[cfg(test)]
mod tests {
    use super::{PLACE, sprite, with_icons};

    fn source() -> Vec<String> {
        vec![
            "<svg><symbol id=\"it-a\"><path d=\"1\"/></symbol><symbol id=\"it-a-b\"><path/></symbol></svg>"
                .to_owned(),
        ]
    }

    #[test]
    fn a_sprite_holds_what_is_listed_and_nothing_more() {
        let made = sprite("# words\nit-a\n", &source()).expect("the symbol exists");
        assert!(made.contains("<symbol id=\"it-a\"><path d=\"1\"/></symbol></svg>"));
        assert!(!made.contains("it-a-b"));
    }

    #[test]
    fn the_page_holds_its_icons_once() {
        let page = format!("<body>{PLACE}<main></main></body>");
        let made = with_icons(&page, "<svg><symbol/></svg>").expect("it has a place");
        assert_eq!(made, "<body><svg><symbol/></svg><main></main></body>");
        assert!(with_icons("<body></body>", "<svg/>").is_err());
    }

    #[test]
    fn a_symbol_that_does_not_exist_stops_the_build() {
        assert!(sprite("it-c", &source()).is_err());
    }
}
