// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is wrong with a text in a field, and how it is written right.
use crate::{Language, pick};
use soglia_domain::{area::FloorAreaError, money::MoneyError, tax_code::TaxCodeError};

/// Why a text is not an amount.
pub const fn money_error(error: MoneyError, language: Language) -> &'static str {
    match error {
        MoneyError::Empty => pick(language, "Manca l’importo.", "The amount is missing."),
        MoneyError::NotANumber => pick(
            language,
            "L’importo si scrive in cifre, per esempio 1.150,00.",
            "The amount is written in figures, for example 1150.00.",
        ),
        MoneyError::TooPrecise => pick(
            language,
            "L’importo ha al massimo due decimali.",
            "The amount has at most two decimals.",
        ),
        MoneyError::TooLarge => pick(
            language,
            "L’importo è troppo grande: va ricontrollato.",
            "The amount is too large: please check it.",
        ),
    }
}

/// Why a text is not a surface.
pub const fn area_error(error: FloorAreaError, language: Language) -> &'static str {
    match error {
        FloorAreaError::Empty => pick(language, "Manca la superficie.", "The surface is missing."),
        FloorAreaError::NotANumber => pick(
            language,
            "La superficie si scrive in cifre, per esempio 55,50.",
            "The surface is written in figures, for example 55.50.",
        ),
        FloorAreaError::TooPrecise => pick(
            language,
            "La superficie ha al massimo due decimali.",
            "The surface has at most two decimals.",
        ),
        FloorAreaError::OutOfRange => pick(
            language,
            "La superficie è fra 0,01 e 10.000 m²: va ricontrollata.",
            "A surface lies between 0.01 and 10,000 m²: please check it.",
        ),
    }
}

/// Why a text is not a tax code.
pub const fn tax_code_error(error: TaxCodeError, language: Language) -> &'static str {
    match error {
        TaxCodeError::Length => pick(
            language,
            "Il codice fiscale ha 16 caratteri, o 11 cifre se provvisorio.",
            "A tax code has 16 characters, or 11 digits while it is provisional.",
        ),
        TaxCodeError::Shape => pick(
            language,
            "Una lettera o una cifra è al posto sbagliato: va riletto sul documento.",
            "A letter or a digit stands in the wrong place: please read it again on the document.",
        ),
        TaxCodeError::BirthDate => pick(
            language,
            "La data di nascita dentro il codice fiscale non esiste: va riletto sul documento.",
            "The date of birth inside the tax code does not exist: please read it again on the document.",
        ),
        TaxCodeError::CheckCharacter => pick(
            language,
            "L’ultimo carattere non torna con gli altri: va riletto sul documento.",
            "The last character does not follow from the others: please read it again on the document.",
        ),
    }
}
