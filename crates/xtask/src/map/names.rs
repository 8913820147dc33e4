// SPDX-License-Identifier: AGPL-3.0-or-later
//! Names of neighbourhoods in ordinary writing: the list has them in capitals, with accents as apostrophes and words cut short.

/// Words that are written otherwise than with a capital in front.
const WORDS: [(&str, &str); 24] = [
    ("P.TA", "Porta"),
    ("PTA", "Porta"),
    ("Q.RE", "Quartiere"),
    ("S.", "San"),
    ("CA'", "Ca’"),
    ("CITTA'", "Città"),
    ("MONLUE'", "Monluè"),
    ("XXII", "XXII"),
    ("QT", "QT"),
    ("NOLO", "NoLo"),
    ("DE", "De"),
    ("DEL", "del"),
    ("DEI", "dei"),
    ("DELLE", "delle"),
    ("DEGLI", "degli"),
    ("SUL", "sul"),
    ("AL", "al"),
    ("IN", "in"),
    ("IL", "il"),
    ("DI", "di"),
    ("LA", "la"),
    ("E", "e"),
    ("-", "-"),
    ("8", "8"),
];

/// "BUENOS AIRES - PORTA VENEZIA" becomes "Buenos Aires - Porta Venezia".
pub(super) fn plain(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(word).collect();
    words.join(" ")
}

fn word(word: &str) -> String {
    if let Some((_, plain)) = WORDS.iter().find(|(known, _)| *known == word) {
        return (*plain).to_owned();
    }
    let mut letters = word.chars();
    let first = letters.next();
    first
        .into_iter()
        .chain(letters.flat_map(char::to_lowercase))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn names_are_written_as_people_write_them() {
        for (list, people) in [
            ("CITTA' STUDI", "Città Studi"),
            (
                "BUENOS AIRES - PORTA VENEZIA - PORTA MONFORTE",
                "Buenos Aires - Porta Venezia - Porta Monforte",
            ),
            (
                "NIGUARDA - CA' GRANDA - Q.RE FULVIO TESTI",
                "Niguarda - Ca’ Granda - Quartiere Fulvio Testi",
            ),
            ("GIARDINI P.TA VENEZIA", "Giardini Porta Venezia"),
            ("PARCO BOSCO IN CITTA'", "Parco Bosco in Città"),
            ("XXII MARZO", "XXII Marzo"),
            ("DE ANGELI - MONTE ROSA", "De Angeli - Monte Rosa"),
        ] {
            assert_eq!(plain(list), people);
        }
    }
}
