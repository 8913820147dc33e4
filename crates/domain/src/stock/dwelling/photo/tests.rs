// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;
use crate::digest::sha256_hex;

fn photo() -> Photo {
    Photo {
        id: PhotoId([7; 32]),
        size: 100_000,
        media_type: "image/jpeg".to_owned(),
        taken: Day::new(2026, 11, 22).expect("a day that exists"),
        stage: PhotoStage::Before,
        caption: "Cucina della signora Prova".to_owned(),
    }
}

#[test]
fn an_image_is_named_by_its_content() {
    let name = sha256_hex(b"an image");
    let id: PhotoId = name.parse().expect("a checksum is a name");
    assert_eq!(id.to_string(), name);
    for other in ["", "abc", &name.to_uppercase(), &name[1..], &"g".repeat(64)] {
        assert_eq!(other.parse::<PhotoId>(), Err(NotAPhotoId), "{other}");
    }
}

#[test]
fn a_photo_travels_as_it_was_written() {
    let wire = serde_json::to_string(&photo()).expect("a photo can be written");
    assert!(
        wire.contains("\"stage\":\"before\"") && wire.contains("\"image/jpeg\""),
        "{wire}"
    );
    assert_eq!(serde_json::from_str::<Photo>(&wire).expect("and read"), photo());
    // A stage of a newer version is one that this one calls other.
    let newer = wire.replace("before", "handover");
    let read: Photo = serde_json::from_str(&newer).expect("a newer photo can be read");
    assert_eq!(read.stage, PhotoStage::Other);
}

#[test]
fn what_no_browser_shows_or_nobody_reads_is_refused() {
    let cases = [
        (
            Photo {
                media_type: "image/heic".to_owned(),
                ..photo()
            },
            Refusal::MediaTypeNotUsable,
        ),
        (
            Photo { size: 0, ..photo() },
            Refusal::PhotoTooLarge {
                most: MOST_PHOTO_BYTES,
            },
        ),
        (
            Photo {
                size: MOST_PHOTO_BYTES + 1,
                ..photo()
            },
            Refusal::PhotoTooLarge {
                most: MOST_PHOTO_BYTES,
            },
        ),
        (
            Photo {
                caption: "è".repeat(201),
                ..photo()
            },
            Refusal::CaptionTooLong { most: 200 },
        ),
    ];
    for (wrong, refusal) in cases {
        assert_eq!(wrong.check(), Err(refusal));
    }
    assert_eq!(
        Photo {
            caption: "è".repeat(200),
            ..photo()
        }
        .check(),
        Ok(())
    );
}

#[test]
fn a_caption_never_reaches_a_log() {
    assert!(!format!("{:?}", photo()).contains("Prova"));
}
