// SPDX-License-Identifier: AGPL-3.0-or-later
//! Rust without what only people read: comments and the insides of texts become blanks, and every line keeps its number.

/// The code alone, as long as the text was.
pub(super) fn plain(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        // A prefix such as `r#` begins a text only where no longer name ends in it.
        let begins_word = !code.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let length = length_of_blank(rest, begins_word).filter(|length| *length > 0);
        let (piece, is_blank) = match length {
            Some(length) => (&rest[..length], true),
            None => (&rest[..letter.len_utf8()], false),
        };
        if is_blank {
            code.extend(piece.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        } else {
            code.push_str(piece);
        }
        rest = &rest[piece.len()..];
    }
    code
}

/// How long the comment or the text is that begins here; none where code begins.
fn length_of_blank(rest: &str, begins_word: bool) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return Some(rest.find("*/").map_or(rest.len(), |at| at + 2));
    }
    if rest.starts_with('\'') {
        return length_of_letter(rest);
    }
    let opening = if begins_word {
        rest.trim_start_matches(['b', 'c'])
    } else {
        rest
    };
    let prefix = rest.len() - opening.len();
    if opening.starts_with('"') && prefix <= 1 {
        return Some(prefix + length_of_text(opening));
    }
    let raw = opening.strip_prefix('r').filter(|_| begins_word && prefix <= 1)?;
    let inside = raw.trim_start_matches('#');
    let signs = &raw[..raw.len() - inside.len()];
    let inside = inside.strip_prefix('"')?;
    let closing = format!("\"{signs}");
    let end = inside
        .find(&closing)
        .map_or(inside.len(), |at| at + closing.len());
    Some(rest.len() - inside.len() + end)
}

/// `'a'` and `'\n'` are letters, `'a` alone is a lifetime.
fn length_of_letter(rest: &str) -> Option<usize> {
    let mut letters = rest.char_indices().skip(1);
    let (_, first) = letters.next()?;
    if first == '\\' {
        letters.next();
        return letters.find(|(_, letter)| *letter == '\'').map(|(at, _)| at + 1);
    }
    letters
        .next()
        .filter(|(_, letter)| *letter == '\'')
        .map(|(at, _)| at + 1)
}

fn length_of_text(opening: &str) -> usize {
    let mut is_escaped = false;
    for (at, letter) in opening.char_indices().skip(1) {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    opening.len()
}

/// The place behind the brace that closes the one at `open`, in plain code.
pub(super) fn behind_block(code: &str, open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in code.bytes().enumerate().skip(open) {
        match byte {
            b'{' | b'(' | b'[' => depth += 1,
            b'}' | b')' | b']' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return at + 1;
                }
            }
            _ => {}
        }
    }
    code.len()
}

/// Where a word stands by itself in plain code.
pub(super) fn words<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word)
        .map(|(at, _)| at)
        .filter(move |at| !code[..*at].ends_with(is_part) && !code[at + word.len()..].starts_with(is_part))
}

/// Lines count from 1.
pub(super) fn line_of(code: &str, at: usize) -> usize {
    1 + code[..at].bytes().filter(|byte| *byte == b'\n').count()
}

/// Where the inline modules named `tests` begin and end.
pub(super) fn inline_tests(code: &str) -> Vec<std::ops::Range<usize>> {
    words(code, "mod tests")
        .filter(|at| code[at + "mod tests".len()..].trim_start().starts_with('{'))
        .map(|at| at..behind_block(code, at + code[at..].find('{').unwrap_or(0)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{behind_block, plain};

    #[test]
    fn comments_and_texts_become_blanks() {
        let given = "a(\"{ // \\\" \", r#\"b\"}\"#, b'{', '\\'', 'x', &'a str) // è\n/* d\n */ e";
        let kept = plain(given);
        assert_eq!(kept.split_whitespace().collect::<String>(), "a(,,b,,,&'astr)e");
        assert_eq!(
            (kept.len(), kept.lines().count()),
            (given.len(), given.lines().count())
        );
    }

    #[test]
    fn a_block_ends_at_its_own_brace() {
        let code = "f { (a) [b] { c } } d";
        assert_eq!(&code[behind_block(code, 2)..], " d");
    }
}
