// SPDX-License-Identifier: AGPL-3.0-or-later
//! The language of the pages: of this device, not of a person, so that the sign-in page speaks it too.
use crate::prelude::*;
use soglia_wording::Language;

const KEY: &str = "soglia-language";

/// The language now, and how to change it.
#[derive(Clone, Copy)]
pub struct Speech {
    /// The language of the pages.
    pub language: RwSignal<Language>,
}

impl Speech {
    /// Takes up the language chosen before, and offers it to every page. Italian when nobody chose.
    pub fn provide() -> Self {
        let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
        let language = match kept.as_deref() {
            Some("en") => Language::English,
            _ => Language::Italian,
        };
        crate::text::speak(language);
        let speech = Self {
            language: RwSignal::new(language),
        };
        provide_context(speech);
        speech
    }

    /// Speaks another language from now on, and keeps it on this device.
    pub fn choose(&self, language: Language) {
        let code = match language {
            Language::Italian => "it",
            Language::English => "en",
        };
        // Where the browser keeps nothing, the choice lasts until the page is closed.
        if let Some(storage) = storage() {
            let _ = storage.set_item(KEY, code);
        }
        self.language.set(language);
    }

    /// The language that is not spoken now.
    pub fn other(&self) -> Language {
        match self.language.get_untracked() {
            Language::Italian => Language::English,
            Language::English => Language::Italian,
        }
    }
}

fn storage() -> Option<leptos::web_sys::Storage> {
    window().local_storage().ok().flatten()
}
