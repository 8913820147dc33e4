// SPDX-License-Identifier: AGPL-3.0-or-later
//! The kinds of image that are taken, known by their first bytes.

/// A kind of image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Jpeg,
    Webp,
    Png,
}

impl Kind {
    /// By its name.
    pub(crate) fn of_name(name: &str) -> Option<Self> {
        [Self::Jpeg, Self::Webp, Self::Png]
            .into_iter()
            .find(|kind| kind.name() == name)
    }

    /// By its first bytes; none for anything that is no image.
    pub(crate) fn of_bytes(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
            Some(Self::Jpeg)
        } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            Some(Self::Png)
        } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            Some(Self::Webp)
        } else {
            None
        }
    }

    /// As it is written everywhere.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
            Self::Png => "image/png",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;
    use soglia_domain::photo::MEDIA_TYPES;

    #[test]
    fn the_kinds_are_those_that_a_dwelling_may_have() {
        for name in MEDIA_TYPES {
            assert_eq!(Kind::of_name(name).map(Kind::name), Some(name));
        }
        assert_eq!(Kind::of_name("image/svg+xml"), None);
    }

    #[test]
    fn what_is_no_image_has_no_kind() {
        assert_eq!(Kind::of_bytes(b"\xff\xd8\xff\xe0"), Some(Kind::Jpeg));
        assert_eq!(Kind::of_bytes(b"RIFF\0\0\0\0WEBPVP8 "), Some(Kind::Webp));
        for bytes in [
            &b"RIFF\0\0\0\0WAVE"[..],
            b"<svg xmlns=",
            b"GIF89a",
            b"",
            b"\xff\xd8",
            b"RIFF",
        ] {
            assert_eq!(Kind::of_bytes(bytes), None);
        }
    }
}
