// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a link shows: words that are ready to be read.
use serde::{Deserialize, Serialize};
use soglia_domain::{
    calendar::{Day, RomeTime},
    photo::PhotoId,
    tongue::Tongue,
};
use soglia_wording::{Language, day};

/// What a link shows, in the language that was asked for.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SharedPage {
    /// What it is about.
    pub title: String,
    /// For what it is shown.
    pub purpose: String,
    /// The language it is written in.
    pub language: Tongue,
    /// The languages in which it can be had.
    pub languages: Vec<Tongue>,
    /// The last day on which the link shows it.
    pub until: Day,
    /// When it was read, or copied where it does not follow the record, in milliseconds since 1970.
    pub read_ms: i64,
    /// The same in words.
    pub standing: String,
    /// Its sections, in order. None of them is empty.
    pub sections: Vec<Section>,
    /// What stands above its photos.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub photos_title: String,
    /// Its photos, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<SharedPhoto>,
    /// What opens a link again, for a while, that opens one time only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visit: Option<String>,
}

/// What stands under a title.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Section {
    /// Title.
    pub title: String,
    /// Whether it is a part of the section before it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub inner: bool,
    /// Paragraphs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Paragraph>,
    /// What is listed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<String>,
    /// Lines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<Line>,
}

impl Section {
    /// Whether nothing stands under its title.
    pub(crate) const fn is_empty(&self) -> bool {
        self.paragraphs.is_empty() && self.items.is_empty() && self.lines.is_empty()
    }
}

/// A paragraph.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Paragraph {
    /// What it says.
    pub text: String,
    /// Whether somebody of the City wrote it, in Italian.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub written: bool,
}

/// What something is, and what is known of it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Line {
    /// What it is.
    pub term: String,
    /// What is known of it.
    pub value: String,
    /// Whether somebody of the City wrote it, in Italian.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub written: bool,
}

/// A photo that is asked for by its identity.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SharedPhoto {
    /// Identity.
    pub id: PhotoId,
    /// What it shows.
    pub caption: String,
}

impl std::fmt::Debug for SharedPage {
    /// How much it shows, and not what.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "SharedPage({} sections, {} photos)",
            self.sections.len(),
            self.photos.len()
        )
    }
}

/// As of when a page is made, and until when its link shows it.
#[derive(Clone, Copy, Debug)]
pub struct When {
    /// The last day of the link.
    pub until: Day,
    /// Now, in milliseconds since 1970.
    pub now_ms: i64,
    /// When what it shows was copied; none where it follows the record.
    pub copied_ms: Option<i64>,
    /// How often the link was opened; none before it is.
    pub opened: Option<Opened>,
}

/// How often a link was opened: whoever reads what is about them sees whether others did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opened {
    /// How many times, this one included.
    pub n: u32,
    /// The time before this one, in milliseconds since 1970.
    pub before_ms: Option<i64>,
}

impl When {
    /// As of when the page tells what it tells.
    pub(crate) fn read_ms(self) -> i64 {
        self.copied_ms.unwrap_or(self.now_ms)
    }

    /// In the words of the pages.
    pub(crate) fn standing(self, language: Language) -> String {
        let (until, read) = (day(self.until, language), RomeTime::of_ms(self.read_ms()));
        let (read, hour, minute) = (day(read.day, language), read.minute / 60, read.minute % 60);
        match (self.copied_ms, language) {
            (None, Language::Italian) => {
                format!("Come risulta il {read}, ore {hour:02}:{minute:02}. Il link vale fino al {until}.")
            }
            (None, Language::English) => {
                format!("As known on {read}, {hour:02}:{minute:02}. The link is good until {until}.")
            }
            (Some(_), Language::Italian) => format!(
                "È una copia del {read}, ore {hour:02}:{minute:02}: quello che cambia dopo qui non si vede. Il link vale fino al \
                 {until}."
            ),
            (Some(_), Language::English) => format!(
                "It is a copy of {read}, {hour:02}:{minute:02}: what changes later is not seen here. The link is good until \
                 {until}."
            ),
        }
    }
}

/// The languages of the pages.
pub(crate) const PAGES: [Tongue; 2] = [Tongue::Italian, Tongue::English];

/// The language of the pages as one of readers.
pub(crate) const fn tongue_of(language: Language) -> Tongue {
    match language {
        Language::Italian => Tongue::Italian,
        Language::English => Tongue::English,
    }
}
