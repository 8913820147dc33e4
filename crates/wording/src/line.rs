// SPDX-License-Identifier: AGPL-3.0-or-later
//! Lines of timelines and of the list of things to deliver.

/// "Telefono: 02 5550 0142". What was left empty says nothing: then the first part stands alone.
pub(crate) fn line(what: &str, said: &str) -> String {
    let said = said.trim();
    if said.is_empty() {
        what.to_owned()
    } else {
        format!("{what}: {said}")
    }
}

/// The beginning of a long text, in one line of at most so many characters.
pub(crate) fn beginning(text: &str, most: usize) -> String {
    let text = text.trim();
    let first = text.lines().next().unwrap_or_default();
    let mut words: String = first.chars().take(most).collect();
    if words.len() < text.len() {
        words.truncate(words.trim_end().len());
        words.push('…');
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_left_empty_leaves_no_colon_behind() {
        assert_eq!(line("Ritirata", "ha rinunciato"), "Ritirata: ha rinunciato");
        assert_eq!(line("Ritirata", "  "), "Ritirata");
    }

    #[test]
    fn a_long_text_is_cut_where_its_first_line_or_its_room_ends() {
        assert_eq!(beginning(" Tutto bene. ", 80), "Tutto bene.");
        assert_eq!(beginning("Prima riga \n\nseconda", 80), "Prima riga…");
        assert_eq!(beginning("È così è più", 7), "È così…");
    }
}
