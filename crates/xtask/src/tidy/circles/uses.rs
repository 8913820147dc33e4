// SPDX-License-Identifier: AGPL-3.0-or-later
//! What one source file declares, imports and names.

use crate::tidy::plain::{behind_block, line_of, plain, words};

/// A path as it is written: `["super", "read", "Reader"]`.
pub(super) type Path = Vec<String>;

/// `use path as name`, with `*` for all that lies there.
pub(super) struct Import {
    pub(super) path: Path,
    pub(super) name: String,
    /// Whether others may take the name from here.
    pub(super) is_public: bool,
    pub(super) line: usize,
}

/// What a module says of itself. Inline modules are read apart, their tests not at all.
#[derive(Default)]
pub(super) struct Said {
    /// Children in files of their own, with the file that `#[path]` names.
    pub(super) children: Vec<(String, Option<String>)>,
    /// Modules written inside this one.
    pub(super) inline: Vec<(String, Said)>,
    pub(super) imports: Vec<Import>,
    /// Paths in the code, each with its line.
    pub(super) paths: Vec<(Path, usize)>,
    /// Plain code without modules and imports.
    pub(super) code: String,
    /// Names that are defined here.
    pub(super) defined: Vec<String>,
}

/// Reads a source file.
pub(super) fn read(text: &str) -> Said {
    let code = without_attributes(&plain(text));
    said(text, &code, 0, code.len())
}

const DEFINING: [&str; 9] = [
    "fn",
    "struct",
    "enum",
    "trait",
    "type",
    "const",
    "static",
    "union",
    "macro_rules!",
];

fn said(text: &str, code: &str, start: usize, end: usize) -> Said {
    let mut said = Said::default();
    // Modules and imports are taken out of what is then searched for names.
    let mut rest = code.as_bytes()[..end].to_vec();
    blank(&mut rest[..start]);
    for at in words(&code[..end], "mod").filter(|at| *at >= start) {
        if rest[at] == b' ' {
            // It stands inside an inline module that was read before.
            continue;
        }
        let behind = &code[at + 3..end];
        let name = first_word(behind.trim_start());
        let sign = behind.find(['{', ';']).map(|sign| at + 3 + sign);
        let Some(sign) = sign.filter(|_| !name.is_empty()) else {
            continue;
        };
        if code.as_bytes()[sign] == b';' {
            if !is_for_tests(text, at) {
                said.children.push((name.to_owned(), path_attribute(text, at)));
            }
            blank(&mut rest[at..sign]);
        } else {
            let block = behind_block(code, sign);
            if name != "tests" {
                let inside = self::said(text, code, sign + 1, block - 1);
                said.inline.push((name.to_owned(), inside));
            }
            blank(&mut rest[at..block]);
        }
    }
    let code = String::from_utf8_lossy(&rest).into_owned();
    for at in words(&code, "use") {
        let Some(length) = code[at..].find(';') else {
            continue;
        };
        let tree = code[at + 3..at + length].trim();
        // `impl Trait + use<'_>` is no import.
        if !tree.starts_with('<') {
            let mut found = Vec::new();
            flatten(tree, &Vec::new(), &mut found);
            let line = line_of(&code, at);
            let before = code[..at].rsplit('\n').next().unwrap_or("");
            let is_public = before.trim_start().starts_with("pub");
            said.imports.extend(found.into_iter().map(|(path, name)| Import {
                path,
                name,
                is_public,
                line,
            }));
        }
        blank(&mut rest[at..at + length]);
    }
    let code = String::from_utf8_lossy(&rest).into_owned();
    said.paths = paths(&code);
    for keyword in DEFINING {
        let names = words(&code, keyword).map(|at| first_word(code[at + keyword.len()..].trim_start()));
        said.defined
            .extend(names.filter(|name| !name.is_empty()).map(str::to_owned));
    }
    said.code = code;
    said
}

/// `#[path = "…"]` on the line before.
fn path_attribute(text: &str, at: usize) -> Option<String> {
    let before = text[..at].trim_end_matches(|c| c != '\n').trim_end();
    let line = before.rsplit('\n').next()?.trim();
    let path = line.strip_prefix("#[path = \"")?;
    Some(path.strip_suffix("\"]")?.to_owned())
}

fn is_for_tests(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(|c| c != '\n').trim_end();
    before
        .rsplit('\n')
        .next()
        .is_some_and(|line| line.trim() == "#[cfg(test)]")
}

/// Attributes hold paths that are no code of ours, such as `#[tokio::main]`.
fn without_attributes(code: &str) -> String {
    let mut bytes = code.as_bytes().to_vec();
    for (at, _) in code.match_indices("#[") {
        blank(&mut bytes[at..behind_block(code, at + 1)]);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Lines keep their numbers.
fn blank(bytes: &mut [u8]) {
    for byte in bytes.iter_mut().filter(|byte| **byte != b'\n') {
        *byte = b' ';
    }
}

fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_');
    &text[..end.unwrap_or(text.len())]
}

/// `a::{b, c::{self, d as e}}` as single paths, each with the name it gets.
fn flatten(tree: &str, before: &Path, found: &mut Vec<(Path, String)>) {
    let tree = tree.trim();
    if let Some(open) = tree.find('{') {
        let mut path = before.clone();
        path.extend(segments(&tree[..open]));
        let inside = tree[open + 1..].strip_suffix('}').unwrap_or_default();
        for part in at_commas(inside) {
            flatten(part, &path, found);
        }
        return;
    }
    let (path, name) = match tree.split_once(" as ") {
        Some((path, name)) => (path, Some(name.trim().to_owned())),
        None => (tree, None),
    };
    let mut full = before.clone();
    full.extend(segments(path));
    if full.len() > 1 && full.last().is_some_and(|last| last == "self") {
        full.pop();
    }
    if let Some(last) = full.last().cloned() {
        found.push((full, name.unwrap_or(last)));
    }
}

fn segments(path: &str) -> impl Iterator<Item = String> + '_ {
    path.split("::")
        .map(|part| part.trim().trim_start_matches('$').to_owned())
        .filter(|part| !part.is_empty())
}

fn at_commas(text: &str) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0_usize, 0, Vec::new());
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                parts.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// Every `a::b` in the code.
fn paths(code: &str) -> Vec<(Path, usize)> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == ':' || c == '$';
    let mut found = Vec::new();
    let mut at = 0;
    for piece in code.split(|c: char| !is_part(c)) {
        // A colon alone belongs to a type or a field: `key: crate::a::B`.
        let path = piece.trim_matches(':');
        if path.contains("::") && !piece.starts_with("::") {
            found.push((segments(path).collect(), line_of(code, at)));
        }
        at += piece.len();
        at += code[at..].chars().next().map_or(0, char::len_utf8);
    }
    found
}
