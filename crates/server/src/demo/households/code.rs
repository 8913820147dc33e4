// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tax codes for invented people: they pass their check, and belong to nobody.
use soglia_domain::{calendar::Day, tax_code::TaxCode};

/// No municipality and no state has this code, so no person has a tax code that holds it.
const NOWHERE: &str = "Z999";

const MONTHS: &[u8; 12] = b"ABCDEHLMPRST";

/// The code of a person who does not exist.
pub(super) fn code(family: &str, given: &str, birth: Day, is_female: bool) -> Option<TaxCode> {
    let month = char::from(*MONTHS.get(usize::try_from(birth.month() - 1).ok()?)?);
    let day = birth.day() + if is_female { 40 } else { 0 };
    let year = birth.year().rem_euclid(100);
    let stem = format!(
        "{}{}{year:02}{month}{day:02}{NOWHERE}",
        three(family, false),
        three(given, true)
    );
    // The check letter is the one with which the code passes.
    ('A'..='Z').find_map(|letter| TaxCode::parse(&format!("{stem}{letter}")).ok())
}

/// Consonants, then vowels, then X. Of a given name with four consonants or more, the second is left out.
fn three(name: &str, is_given: bool) -> String {
    let letters: Vec<char> = name
        .to_ascii_uppercase()
        .chars()
        .filter(char::is_ascii_uppercase)
        .collect();
    let (vowels, mut consonants): (Vec<char>, Vec<char>) =
        letters.into_iter().partition(|letter| "AEIOU".contains(*letter));
    if is_given && consonants.len() > 3 {
        consonants.remove(1);
    }
    consonants
        .into_iter()
        .chain(vowels)
        .chain("XXX".chars())
        .take(3)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use soglia_domain::calendar::Day;

    #[test]
    fn an_invented_code_passes_its_check_and_carries_the_day() {
        for (family, given, female) in [
            ("Rossi", "Francesca", true),
            ("Fo", "Ai", false),
            ("Cedeño", "Jose Luis", false),
        ] {
            let birth = Day::constant(1984, 11, 23);
            let code = code(family, given, birth, female).expect("one letter fits");
            assert!(code.may_be_born_on(birth));
            assert_eq!(code.place_code().as_deref(), Some("Z999"));
        }
    }
}
