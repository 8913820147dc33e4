// SPDX-License-Identifier: AGPL-3.0-or-later
//! What counts as the same letter, and where words begin and end.

/// The text without case and accents.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, &mut folded);
    }
    folded
}

/// Latin letters lose their accents; letters of other scripts only their case.
fn fold_char(c: char, folded: &mut String) {
    if c.is_ascii() {
        folded.push(c.to_ascii_lowercase());
        return;
    }
    let plain = match c {
        'à'..='å' | 'À'..='Å' | 'ā' | 'Ā' | 'ă' | 'Ă' | 'ą' | 'Ą' | 'ǎ' => "a",
        'æ' | 'Æ' => "ae",
        'ç' | 'Ç' | 'ć' | 'Ć' | 'č' | 'Č' => "c",
        'ð' | 'Ð' | 'ď' | 'Ď' | 'đ' | 'Đ' => "d",
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'Ē' | 'ę' | 'Ę' | 'ě' | 'Ě' | 'ė' => "e",
        'ğ' | 'Ğ' => "g",
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'Ī' | 'ı' | 'İ' => "i",
        'ł' | 'Ł' | 'ľ' | 'Ľ' => "l",
        'ñ' | 'Ñ' | 'ń' | 'Ń' | 'ň' | 'Ň' => "n",
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' | 'ō' | 'Ō' | 'ő' | 'Ő' => "o",
        'œ' | 'Œ' => "oe",
        'ř' | 'Ř' => "r",
        'ś' | 'Ś' | 'š' | 'Š' | 'ş' | 'Ş' | 'ș' | 'Ș' => "s",
        'ß' => "ss",
        'ť' | 'Ť' | 'ţ' | 'Ţ' | 'ț' | 'Ț' => "t",
        'ù'..='ü' | 'Ù'..='Ü' | 'ū' | 'Ū' | 'ů' | 'Ů' | 'ű' | 'Ű' => "u",
        'ý' | 'Ý' | 'ÿ' => "y",
        'ź' | 'Ź' | 'ż' | 'Ż' | 'ž' | 'Ž' => "z",
        // Accents written apart from their letter, and signs without a shape that come along when a name is copied.
        '\u{300}'..='\u{36f}'
        | '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}' => "",
        _ => {
            folded.extend(c.to_lowercase());
            return;
        }
    };
    folded.push_str(plain);
}

/// Signs inside one name or number: "D'Angelo", "C-0042", "12/A".
fn joins(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | '-' | '/')
}

/// Calls `each` for every word of a text with its place. What an apostrophe, hyphen or slash joins is given both in
/// parts and as one word, and a number with leading zeros also without them: "C-0042" is found by "c-0042", "c0042"
/// and "42".
pub(crate) fn words(text: &str, mut each: impl FnMut(&str, usize)) {
    let folded = fold(text);
    let mut place = 0;
    for chunk in folded.split(|c: char| !c.is_alphanumeric() && !joins(c)) {
        let mut n_parts = 0;
        let first = place;
        for part in chunk.split(joins).filter(|part| !part.is_empty()) {
            each(part, place);
            let number = part.trim_start_matches('0');
            if number.len() < part.len() && !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) {
                each(number, place);
            }
            place += 1;
            n_parts += 1;
        }
        if n_parts > 1 {
            let joined: String = chunk.split(joins).collect();
            each(&joined, first);
        }
    }
}

/// The words of a query, only in parts: each has to begin some word of the document.
pub(crate) fn terms(query: &str) -> Vec<String> {
    fold(query)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|term| !term.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<String> {
        let mut found = Vec::new();
        words(text, |word, _| found.push(word.to_owned()));
        found
    }

    #[test]
    fn accents_case_and_apostrophes_make_no_difference() {
        assert_eq!(fold("Città di NICCOLÒ Şțefănescu"), "citta di niccolo stefanescu");
        assert_eq!(fold("Niccolo\u{300}"), "niccolo");
        assert_eq!(all("Ma\u{200b}ria\u{202e} Ros\u{ad}si"), ["maria", "rossi"]);
        assert_eq!(all("D’Angelo"), ["d", "angelo", "dangelo"]);
    }

    #[test]
    fn a_code_is_found_in_parts_whole_and_without_leading_zeros() {
        assert_eq!(all("C-0042"), ["c", "0042", "42", "c0042"]);
        assert_eq!(all("via Padova, 12/A"), ["via", "padova", "12", "a", "12a"]);
        assert_eq!(all(" -- "), [] as [&str; 0]);
    }
}
