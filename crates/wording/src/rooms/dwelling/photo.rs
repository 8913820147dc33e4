// SPDX-License-Identifier: AGPL-3.0-or-later
//! Photos in words.
use crate::{Language, pick, say};
use soglia_domain::photo::PhotoStage;

/// Which moment of the works a photo shows.
pub const fn photo_stage(stage: PhotoStage, language: Language) -> &'static str {
    match stage {
        PhotoStage::Before => pick(language, "Prima dei lavori", "Before the works"),
        PhotoStage::During => pick(language, "Durante i lavori", "During the works"),
        PhotoStage::After => pick(language, "Dopo i lavori", "After the works"),
        PhotoStage::Other => pick(language, "Altro", "Other"),
    }
}

/// "340 kB", "8,3 MB": a size in bytes, rounded up so that nothing seems to weigh nothing.
pub fn photo_size(bytes: u32, language: Language) -> String {
    let kilobytes = bytes.div_ceil(1_000);
    if kilobytes < 1_000 {
        return format!("{kilobytes} kB");
    }
    let (whole, tenth) = (bytes / 1_000_000, bytes % 1_000_000 / 100_000);
    say!(language, "{whole},{tenth} MB", "{whole}.{tenth} MB")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_said_in_the_unit_that_people_read() {
        assert_eq!(photo_size(1, Language::Italian), "1 kB");
        assert_eq!(photo_size(262_144, Language::Italian), "263 kB");
        assert_eq!(photo_size(8_388_608, Language::Italian), "8,3 MB");
        assert_eq!(photo_size(1_000_000, Language::English), "1.0 MB");
    }
}
