// SPDX-License-Identifier: AGPL-3.0-or-later
//! Two values in one field: what was chosen.
use crate::{Language, line::line, pick};
use soglia_domain::review::{Choosing, ReviewChoice};

/// What was chosen, without the values: those stand in the lines of the changes that wrote them.
pub const fn review_choice(choice: ReviewChoice, language: Language) -> &'static str {
    match choice {
        ReviewChoice::Present => pick(
            language,
            "fra due valori, tenuto quello presente",
            "of two values, the present one was kept",
        ),
        ReviewChoice::Other(_) => pick(
            language,
            "fra due valori, preso l’altro",
            "of two values, the other one was taken",
        ),
        ReviewChoice::Both => pick(language, "tenuti entrambi i valori", "both values were kept"),
    }
}

/// A field that only a newer version can name.
pub(crate) const fn some_field(language: Language) -> &'static str {
    pick(language, "Un dato", "A field")
}

/// A choice in one line, by the name that its room gives the field.
pub(crate) fn resolved(
    choosing: &Choosing,
    field_name: impl Fn(&str, Language) -> Option<&'static str>,
    language: Language,
) -> String {
    let name = field_name(&choosing.field.0, language).unwrap_or(some_field(language));
    line(name, review_choice(choosing.choice, language))
}
