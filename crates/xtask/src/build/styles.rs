// SPDX-License-Identifier: AGPL-3.0-or-later
//! One style sheet out of many: written apart, so that each is read in one sitting, and fetched together, because what
//! repeats between them then costs nothing.

use std::path::Path;

use crate::shell::{Explain, Outcome, read_text, stop, write};

const TOGETHER: &str = "style.css";

/// Puts the style sheets of the page together, in the order in which it names them.
pub(super) fn together(stage: &Path) -> Outcome {
    let page = stage.join("index.html");
    let (html, names) = with_one(&read_text(&page)?);
    if names.is_empty() {
        return stop("the page names no style sheets.");
    }
    let mut all = String::new();
    for name in names {
        all += &read_text(&stage.join(&name))?;
        std::fs::remove_file(stage.join(&name)).explain(format!("Removing {name}"))?;
    }
    write(&stage.join(TOGETHER), all)?;
    write(&page, html)
}

/// The page with one style sheet in the place of the first, and the names of those it had.
fn with_one(html: &str) -> (String, Vec<String>) {
    const LINK: &str = "<link rel=\"stylesheet\" href=\"/";
    let (mut made, mut names) = (String::new(), Vec::new());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once(LINK) {
        let Some((name, after)) = after.split_once('"') else {
            break;
        };
        let Some((end, after)) = after.split_once('>') else {
            break;
        };
        made += before;
        if names.is_empty() {
            made += &format!("{LINK}{TOGETHER}\"{end}>");
        }
        names.push(name.to_owned());
        rest = after;
    }
    (made + rest, names)
}

#[cfg(test)]
mod tests {
    use super::with_one;

    #[test]
    fn the_page_names_one_style_sheet_where_it_named_the_first() {
        let page = "<title>x</title><link rel=\"stylesheet\" href=\"/b.css\"/>\n<link rel=\"stylesheet\" href=\"/a.css\"/></head>";
        let (html, names) = with_one(page);
        assert_eq!(names, ["b.css", "a.css"]);
        assert_eq!(
            html,
            "<title>x</title><link rel=\"stylesheet\" href=\"/style.css\"/>\n</head>"
        );
    }
}
