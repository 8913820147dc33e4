// SPDX-License-Identifier: AGPL-3.0-or-later
//! Photos of a dwelling: what is said about each. The image itself travels apart, under the name of its content.
use super::refusal::Refusal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use soglia_kernel::calendar::Day;
use std::{fmt, str::FromStr};

/// More photos than this of one dwelling help nobody.
pub const MOST_PHOTOS: usize = 40;

/// Longest caption, in characters.
pub const LONGEST_CAPTION: usize = 200;

/// The largest image, in bytes.
pub const MOST_PHOTO_BYTES: u32 = 8_000_000;

/// The kinds of image that every browser and every office program reads.
pub const MEDIA_TYPES: [&str; 3] = ["image/jpeg", "image/webp", "image/png"];

/// The SHA-256 of an image: its name everywhere. On the wire: 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhotoId(pub [u8; 32]);

impl fmt::Display for PhotoId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for PhotoId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PhotoId({self})")
    }
}

/// A text is not the name of an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAPhotoId;

impl fmt::Display for NotAPhotoId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of an image is its SHA-256: 64 lower-case hexadecimal digits")
    }
}

impl FromStr for PhotoId {
    type Err = NotAPhotoId;

    fn from_str(text: &str) -> Result<Self, NotAPhotoId> {
        let digits = text.as_bytes();
        if digits.len() != 64 {
            return Err(NotAPhotoId);
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = digit(pair[0])? << 4 | digit(pair[1])?;
        }
        Ok(Self(bytes))
    }
}

/// One name, one spelling: capitals are refused.
const fn digit(letter: u8) -> Result<u8, NotAPhotoId> {
    match letter {
        b'0'..=b'9' => Ok(letter - b'0'),
        b'a'..=b'f' => Ok(letter - b'a' + 10),
        _ => Err(NotAPhotoId),
    }
}

impl Serialize for PhotoId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PhotoId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

#[cfg(feature = "schema")]
soglia_kernel::described_texts! {
    PhotoId, "PhotoId", "^[0-9a-f]{64}$", "The SHA-256 of an image: 64 hexadecimal digits in small letters.";
}

/// Which moment of the works a photo shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PhotoStage {
    /// Before the works.
    Before,
    /// While they go on.
    During,
    /// After them.
    After,
    /// Anything else worth showing.
    #[default]
    #[serde(other)]
    Other,
}

impl PhotoStage {
    /// All of them, in the order of the works.
    pub const ALL: [Self; 4] = [Self::Before, Self::During, Self::After, Self::Other];

    /// The name on the wire.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::During => "during",
            Self::After => "after",
            Self::Other => "other",
        }
    }
}

/// What is said about one photo of a dwelling.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Photo {
    /// The name of the image: the SHA-256 of its bytes.
    pub id: PhotoId,
    /// Size of the image in bytes.
    pub size: u32,
    /// What kind of image it is, one of [`MEDIA_TYPES`].
    pub media_type: String,
    /// The day on which it was taken, by the device.
    pub taken: Day,
    /// Which moment of the works it shows.
    #[serde(default)]
    pub stage: PhotoStage,
    /// What it shows, in words; empty where nobody wrote any.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub caption: String,
}

impl Photo {
    /// Whether it may be added.
    ///
    /// # Errors
    /// The [`Refusal`] that names what is in the way.
    pub fn check(&self) -> Result<(), Refusal> {
        if !MEDIA_TYPES.contains(&self.media_type.as_str()) {
            return Err(Refusal::MediaTypeNotUsable);
        }
        if self.size == 0 || self.size > MOST_PHOTO_BYTES {
            return Err(Refusal::PhotoTooLarge {
                most: MOST_PHOTO_BYTES,
            });
        }
        if self.caption.chars().count() > LONGEST_CAPTION {
            return Err(Refusal::CaptionTooLong {
                most: LONGEST_CAPTION as u32,
            });
        }
        Ok(())
    }
}

impl fmt::Debug for Photo {
    /// A caption may name people.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Photo({}, {} bytes)", self.id, self.size)
    }
}

#[cfg(test)]
mod tests;
