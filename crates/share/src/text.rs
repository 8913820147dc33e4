// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the page, Italian first and English beside it.
use crate::token::{TokenError, length};
use soglia_wording::Language;

/// Declares texts: `name: "Italian", "English";` becomes a function of that name.
macro_rules! texts {
    ($($name:ident: $italian:literal, $english:literal;)*) => {
        $(
            #[doc = $english]
            pub(crate) const fn $name(language: Language) -> &'static str {
                match language {
                    Language::Italian => $italian,
                    Language::English => $english,
                }
            }
        )*
    };
}

texts! {
    code: "it", "en";
    other_code: "en", "it";
    other_language: "English", "Italiano";
    title: "Vista condivisa", "Shared view";
    nothing_to_show: "Qui non c’è niente da mostrare", "There is nothing to show here";
    asking: "Stiamo cercando quello che questo link mostra…", "Looking for what this link shows…";
    no_such_link: "Il link è scaduto, è stato ritirato oppure non è mai esistito. Chi l’ha mandato può mandarne uno nuovo.", "The link has run out, was taken back or never existed. Whoever sent it can send a new one.";
    no_network: "Il server non si raggiunge: forse manca la rete. Quello che è condiviso si legge solo con la rete.", "The server cannot be reached: the network may be missing. What is shared can be read only with a network.";
    trouble: "Il server adesso non riesce a rispondere. Riprovare fra qualche minuto.", "The server cannot answer now. Try again in some minutes.";
    newer: "Il link mostra qualcosa che questa versione della pagina non conosce. Ricaricare la pagina.", "The link shows something that this version of the page does not know. Reload the page.";
    again: "Riprova", "Try again";
}

/// What is wrong with an address, and how to mend it.
pub(crate) fn token_error(error: TokenError, language: Language) -> String {
    let whole = length();
    match (error, language) {
        (TokenError::Missing, Language::Italian) => {
            "L’indirizzo è incompleto: manca quello che segue il segno #. Aprire il link per intero, come è arrivato."
                .to_owned()
        }
        (TokenError::Missing, Language::English) => {
            "The address is not complete: what follows the sign # is missing. Open the whole link, as it came."
                .to_owned()
        }
        (TokenError::Short { n }, Language::Italian) => format!(
            "Il link è incompleto: dopo il segno # servono {whole} caratteri e ce ne sono {n}. Aprire il link per intero, \
             come è arrivato."
        ),
        (TokenError::Short { n }, Language::English) => format!(
            "The link is not complete: {whole} characters have to follow the sign #, and there are {n}. Open the whole \
             link, as it came."
        ),
        (TokenError::Long { n }, Language::Italian) => format!(
            "Al link si è attaccato altro testo: dopo il segno # servono {whole} caratteri e ce ne sono {n}. Togliere \
             quello che avanza."
        ),
        (TokenError::Long { n }, Language::English) => format!(
            "Other text hangs on the link: {whole} characters have to follow the sign #, and there are {n}. Take away \
             what is too much."
        ),
        (TokenError::Altered, Language::Italian) => {
            "Il link non è quello che era stato mandato: un carattere è cambiato. Aprirlo dal messaggio con cui è arrivato."
                .to_owned()
        }
        (TokenError::Altered, Language::English) => {
            "The link is not the one that was sent: a character has changed. Open it from the message with which it came."
                .to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_how_many_characters_are_there() {
        for language in [Language::Italian, Language::English] {
            assert!(token_error(TokenError::Short { n: 7 }, language).contains(" 7"));
            assert!(token_error(TokenError::Long { n: 30 }, language).contains("30"));
        }
    }
}
