// SPDX-License-Identifier: AGPL-3.0-or-later
//! Sealing bytes under the keys of those whom they are about, so that they open with all of these and not without one.
use ring::{
    aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey},
    digest::{SHA256, digest},
    hmac,
};

/// The key of one household.
pub(super) type Secret = [u8; 32];

/// Level of zstd: what is sealed packs no more afterwards.
const LEVEL: i32 = 3;

/// No sealed value is larger once it is opened.
const MOST: usize = 64_000_000;

fn together(secrets: &[Secret]) -> Secret {
    match secrets {
        [one] => *one,
        several => digest(&SHA256, &several.concat())
            .as_ref()
            .try_into()
            .unwrap_or_default(),
    }
}

/// Nonce and sealed bytes. The nonce follows from key, place and content: the same content gives the same bytes, so that two
/// backups of one store are one, and no nonce serves two contents.
pub(super) fn seal(secrets: &[Secret], place: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let mut packed = zstd::bulk::compress(bytes, LEVEL).ok()?;
    let secret = together(secrets);
    let mut text = place.as_bytes().to_vec();
    text.push(0);
    text.extend(&packed);
    let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, &secret), &text);
    let nonce: [u8; NONCE_LEN] = tag.as_ref().get(..NONCE_LEN)?.try_into().ok()?;
    let key = LessSafeKey::new(UnboundKey::new(&AES_256_GCM, &secret).ok()?);
    let place = Aad::from(place.as_bytes());
    key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), place, &mut packed)
        .ok()?;
    let mut sealed = nonce.to_vec();
    sealed.extend(packed);
    Some(sealed)
}

/// What was sealed; none where a key is another one, or a byte.
pub(super) fn open(secrets: &[Secret], place: &str, sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, sealed) = sealed.split_at_checked(NONCE_LEN)?;
    let nonce: [u8; NONCE_LEN] = nonce.try_into().ok()?;
    let secret = together(secrets);
    let key = LessSafeKey::new(UnboundKey::new(&AES_256_GCM, &secret).ok()?);
    let mut bytes = sealed.to_vec();
    let opened = key
        .open_in_place(
            Nonce::assume_unique_for_key(nonce),
            Aad::from(place.as_bytes()),
            &mut bytes,
        )
        .ok()?;
    zstd::bulk::decompress(opened, MOST).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &[u8] = b"{\"label\":\"Famiglia Prova\"}";

    #[test]
    fn what_is_sealed_opens_with_all_of_its_keys_and_no_others() {
        let (one, two, other) = ([1; 32], [2; 32], [3; 32]);
        let sealed = seal(&[one, two], "records.body", TEXT).expect("it seals");
        assert_eq!(open(&[one, two], "records.body", &sealed).as_deref(), Some(TEXT));
        for keys in [vec![one], vec![two], vec![two, one], vec![one, other]] {
            assert_eq!(open(&keys, "records.body", &sealed), None);
        }
        assert_eq!(
            open(&[one, two], "changes.action", &sealed),
            None,
            "in another place"
        );
        for at in 0..sealed.len() {
            let mut altered = sealed.clone();
            altered[at] ^= 1;
            assert_eq!(open(&[one, two], "records.body", &altered), None, "{at}");
            assert_eq!(open(&[one, two], "records.body", &sealed[..at]), None);
        }
        assert_eq!(
            seal(&[one, two], "records.body", TEXT),
            Some(sealed),
            "the same each time"
        );
        assert_ne!(seal(&[one], "a", TEXT), seal(&[one], "b", TEXT));
    }
}
