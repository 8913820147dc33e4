// SPDX-License-Identifier: AGPL-3.0-or-later
//! All wording of the pages, Italian first and English beside it. A text without both does not compile.
//!
//! Sentences about findings, refusals and states, which the server says too, stand in the wording crate.
use soglia_wording::Language;
use std::cell::Cell;

pub mod accounts;
pub mod archive;
pub mod audit;
pub mod carry;
pub mod certificate;
pub mod deliveries;
pub mod devices;
pub mod diary;
pub mod dwellings;
pub mod family;
pub mod funding;
pub mod households;
pub mod map;
pub mod path;
pub mod photos;
pub mod record;
pub mod reviews;
pub mod rules;
pub mod said;
pub mod session;
pub mod settings;
pub mod sharing;
pub mod shell;
pub mod today;

thread_local! {
    static LANGUAGE: Cell<Language> = const { Cell::new(Language::Italian) };
}

/// The language the pages speak now.
pub fn language() -> Language {
    LANGUAGE.get()
}

/// Speaks another language from now on. The shell draws every page again after this.
pub fn speak(language: Language) {
    LANGUAGE.set(language);
}

/// The Italian or the English text.
pub fn pick(italian: &'static str, english: &'static str) -> &'static str {
    match language() {
        Language::Italian => italian,
        Language::English => english,
    }
}

/// Declares texts: `name: "Italian", "English";` becomes a function of that name.
macro_rules! texts {
    ($($name:ident: $italian:literal, $english:literal;)*) => {
        $(
            #[doc = $english]
            pub fn $name() -> &'static str {
                crate::text::pick($italian, $english)
            }
        )*
    };
}

pub(crate) use texts;
