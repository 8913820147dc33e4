// SPDX-License-Identifier: AGPL-3.0-or-later
//! Lines: at most 75 octets, a longer one goes on behind a space; what would end a line or a value is escaped.

/// Octets of a line without its end.
const MOST_OCTETS: usize = 75;

/// Writes a line, folded. No letter is cut in two.
pub(super) fn line(text: &mut String, key: &str, value: &str) {
    let mut left = MOST_OCTETS;
    for letter in key.chars().chain([':']).chain(value.chars()) {
        let octets = letter.len_utf8();
        if octets > left {
            text.push_str("\r\n ");
            left = MOST_OCTETS - 1;
        }
        text.push(letter);
        left -= octets;
    }
    text.push_str("\r\n");
}

/// A text as it stands in a line. Of signs that control something only the end of a line means something here.
pub(super) fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => written.extend(['\\', letter]),
            '\n' | '\r' => written.push_str("\\n"),
            _ if letter.is_control() => {}
            _ => written.push(letter),
        }
    }
    written
}
