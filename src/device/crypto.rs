// SPDX-License-Identifier: AGPL-3.0-or-later
//! What keeps records on this device unreadable without the phrase of the person they belong to. All of it is the
//! browser's own cryptography; keys never enter the memory of the application, and once in use they cannot be exported.
//!
//! A value at rest is a fresh nonce followed by AES-256-GCM of its bytes. Where it rests is part of what is sealed, so a
//! value that was moved to another place does not open.
use js_sys::{Array, Promise, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AesGcmParams, AesKeyGenParams, CryptoKey, Pbkdf2Params, SubtleCrypto};

/// Rounds of PBKDF2 with SHA-256 between a phrase and the key it stands for.
const ROUNDS: u32 = 600_000;

/// No file may ask for more: it would hold the device up for minutes.
const MOST_ROUNDS: u32 = 10_000_000;

/// Layout of what a phrase seals: this number, the rounds, the salt, then what was sealed.
const VERSION: u8 = 1;
const SALT: u32 = 16;
const HEADER: u32 = 1 + 4 + SALT;

/// Bytes of a nonce, in front of everything that is sealed.
const NONCE: u32 = 12;

/// Bytes of a data key.
const KEY: u32 = 32;

const ALGORITHM: &str = "AES-GCM";

/// Why something could not be sealed or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CryptoTrouble {
    /// The phrase is another one, or the bytes were changed: which of the two cannot be told apart.
    WrongPhrase,
    /// The bytes have a layout that this version does not know.
    NotUnderstood,
    /// The browser does not offer its cryptography here, as on an address without https.
    Unavailable,
}

/// The key of one store. Cloning it clones a reference; the key itself stays with the browser.
#[derive(Clone, Debug)]
pub struct DataKey(CryptoKey);

impl DataKey {
    /// Draws a key at random, and gives it together with itself wrapped by a phrase.
    ///
    /// # Errors
    /// [`CryptoTrouble`].
    pub async fn generate(phrase: &str) -> Result<(Self, Vec<u8>), CryptoTrouble> {
        let bytes = random(KEY)?;
        let wrapped = seal_by_phrase(&bytes, phrase).await?.to_vec();
        Ok((Self::of(bytes).await?, wrapped))
    }

    /// The key that a phrase wrapped.
    ///
    /// # Errors
    /// [`CryptoTrouble`].
    pub async fn unwrap(wrapped: &[u8], phrase: &str) -> Result<Self, CryptoTrouble> {
        let bytes = open_by_phrase(&Uint8Array::from(wrapped), phrase).await?;
        Self::of(bytes).await
    }

    /// The same key wrapped by another phrase.
    ///
    /// # Errors
    /// [`CryptoTrouble`]: without the old phrase there is no new one.
    pub async fn rewrap(wrapped: &[u8], old: &str, new: &str) -> Result<Vec<u8>, CryptoTrouble> {
        let bytes = open_by_phrase(&Uint8Array::from(wrapped), old).await?;
        let again = seal_by_phrase(&bytes, new).await;
        bytes.fill(0, 0, KEY);
        Ok(again?.to_vec())
    }

    /// Takes the bytes of a key over into the browser's keeping, and wipes them.
    async fn of(bytes: Uint8Array) -> Result<Self, CryptoTrouble> {
        let usages = usages(&["encrypt", "decrypt"]);
        let key = done(subtle()?.import_key_with_str("raw", &bytes, ALGORITHM, false, &usages)).await;
        bytes.fill(0, 0, KEY);
        Ok(Self(key?.unchecked_into()))
    }

    /// A key that came from another page of this origin.
    pub(crate) fn from_js(value: JsValue) -> Option<Self> {
        value.dyn_into().ok().map(Self)
    }

    /// The key as it travels to another page of this origin: a handle that cannot be exported.
    pub(crate) fn as_js(&self) -> &JsValue {
        &self.0
    }

    /// Seals a value for its place.
    ///
    /// # Errors
    /// [`CryptoTrouble`].
    pub async fn seal(&self, place: &str, bytes: &[u8]) -> Result<Vec<u8>, CryptoTrouble> {
        let values = [(place.to_owned(), Uint8Array::from(bytes))];
        let sealed = self.seal_all(&values).await?;
        Ok(sealed.first().map(Uint8Array::to_vec).unwrap_or_default())
    }

    /// Opens a value from its place.
    ///
    /// # Errors
    /// [`CryptoTrouble`].
    pub async fn open(&self, place: &str, sealed: &[u8]) -> Result<Vec<u8>, CryptoTrouble> {
        let values = [(place.to_owned(), Uint8Array::from(sealed))];
        let opened = self.open_all(&values).await?;
        Ok(opened.first().map(Uint8Array::to_vec).unwrap_or_default())
    }

    /// Seals many values at once: the browser works on them side by side.
    pub(super) async fn seal_all(
        &self,
        values: &[(String, Uint8Array)],
    ) -> Result<Vec<Uint8Array>, CryptoTrouble> {
        let subtle = subtle()?;
        let (promises, mut nonces) = (Array::new(), Vec::with_capacity(values.len()));
        for (place, bytes) in values {
            let nonce = random(NONCE)?;
            let how = how(&nonce, Some(place));
            let sealed = subtle.encrypt_with_object_and_js_u8_array(&how, &self.0, bytes);
            promises.push(tried(sealed)?.as_ref());
            nonces.push(nonce);
        }
        let sealed: Array = done(Ok(Promise::all(&promises))).await?.unchecked_into();
        Ok(nonces
            .iter()
            .zip(sealed.iter())
            .map(|(nonce, sealed)| joined(nonce, &Uint8Array::new(&sealed)))
            .collect())
    }

    /// Opens many values at once.
    pub(super) async fn open_all(
        &self,
        values: &[(String, Uint8Array)],
    ) -> Result<Vec<Uint8Array>, CryptoTrouble> {
        let subtle = subtle()?;
        let promises = Array::new();
        for (place, bytes) in values {
            let (nonce, sealed) = parted(bytes, NONCE)?;
            let how = how(&nonce, Some(place));
            let opened = subtle.decrypt_with_object_and_js_u8_array(&how, &self.0, &sealed);
            promises.push(tried(opened)?.as_ref());
        }
        let opened = JsFuture::from(Promise::all(&promises)).await;
        let opened: Array = opened.map_err(|_| CryptoTrouble::WrongPhrase)?.unchecked_into();
        Ok(opened.iter().map(|opened| Uint8Array::new(&opened)).collect())
    }
}

/// Seals bytes with a phrase, as for a file that leaves the device.
///
/// # Errors
/// [`CryptoTrouble`].
pub async fn seal_with_passphrase(bytes: &[u8], phrase: &str) -> Result<Vec<u8>, CryptoTrouble> {
    Ok(seal_by_phrase(&Uint8Array::from(bytes), phrase).await?.to_vec())
}

/// Opens what [`seal_with_passphrase`] sealed.
///
/// # Errors
/// [`CryptoTrouble`].
pub async fn open_with_passphrase(sealed: &[u8], phrase: &str) -> Result<Vec<u8>, CryptoTrouble> {
    Ok(open_by_phrase(&Uint8Array::from(sealed), phrase).await?.to_vec())
}

async fn seal_by_phrase(bytes: &Uint8Array, phrase: &str) -> Result<Uint8Array, CryptoTrouble> {
    let header = Uint8Array::new_with_length(HEADER);
    header.set_index(0, VERSION);
    header.set(&Uint8Array::from(ROUNDS.to_le_bytes().as_slice()), 1);
    let salt = random(SALT)?;
    header.set(&salt, 5);
    let key = phrase_key(phrase, &salt, ROUNDS).await?;
    let nonce = random(NONCE)?;
    let sealed = done(subtle()?.encrypt_with_object_and_js_u8_array(&how(&nonce, None), &key, bytes)).await?;
    Ok(joined(&header, &joined(&nonce, &Uint8Array::new(&sealed))))
}

async fn open_by_phrase(sealed: &Uint8Array, phrase: &str) -> Result<Uint8Array, CryptoTrouble> {
    let (header, rest) = parted(sealed, HEADER)?;
    let header = header.to_vec();
    let rounds = header[1..5]
        .iter()
        .rev()
        .fold(0, |sum, byte| sum << 8 | u32::from(*byte));
    if header[0] != VERSION || rounds == 0 || rounds > MOST_ROUNDS {
        return Err(CryptoTrouble::NotUnderstood);
    }
    let (nonce, sealed) = parted(&rest, NONCE)?;
    let key = phrase_key(phrase, &Uint8Array::from(&header[5..]), rounds).await?;
    let opened = tried(subtle()?.decrypt_with_object_and_js_u8_array(&how(&nonce, None), &key, &sealed))?;
    let opened = JsFuture::from(opened)
        .await
        .map_err(|_| CryptoTrouble::WrongPhrase)?;
    Ok(Uint8Array::new(&opened))
}

/// The key that a phrase stands for. Keyboards write accented letters in two ways; both are the same phrase.
async fn phrase_key(phrase: &str, salt: &Uint8Array, rounds: u32) -> Result<CryptoKey, CryptoTrouble> {
    let subtle = subtle()?;
    let phrase = String::from(js_sys::JsString::from(phrase).normalize("NFC"));
    let phrase = Uint8Array::from(phrase.as_bytes());
    let phrase = subtle.import_key_with_str("raw", &phrase, "PBKDF2", false, &usages(&["deriveKey"]));
    let phrase: CryptoKey = done(phrase).await?.unchecked_into();
    let derivation = Pbkdf2Params::new_with_str("PBKDF2", "SHA-256", rounds, salt);
    let kind = AesKeyGenParams::new(ALGORITHM, 256);
    let usages = usages(&["encrypt", "decrypt"]);
    let key = subtle.derive_key_with_object_and_object(&derivation, &phrase, &kind, false, &usages);
    Ok(done(key).await?.unchecked_into())
}

fn how(nonce: &Uint8Array, place: Option<&str>) -> AesGcmParams {
    let how = AesGcmParams::new(ALGORITHM, nonce);
    if let Some(place) = place {
        how.set_additional_data_u8_array(&Uint8Array::from(place.as_bytes()));
    }
    how
}

fn usages(names: &[&str]) -> JsValue {
    names
        .iter()
        .map(|name| JsValue::from(*name))
        .collect::<Array>()
        .into()
}

/// Random bytes; none where the browser gives none.
pub fn random_bytes(length: u32) -> Option<Vec<u8>> {
    random(length).ok().map(|bytes| bytes.to_vec())
}

fn random(length: u32) -> Result<Uint8Array, CryptoTrouble> {
    let bytes = Uint8Array::new_with_length(length);
    let crypto = tried(window().crypto())?;
    tried(crypto.get_random_values_with_js_u8_array(&bytes))?;
    Ok(bytes)
}

fn subtle() -> Result<SubtleCrypto, CryptoTrouble> {
    let subtle = tried(window().crypto())?.subtle();
    // On an address without https the browser leaves it out, whatever the types say.
    if subtle.is_undefined() {
        return Err(CryptoTrouble::Unavailable);
    }
    Ok(subtle)
}

fn joined(front: &Uint8Array, back: &Uint8Array) -> Uint8Array {
    let whole = Uint8Array::new_with_length(front.length() + back.length());
    whole.set(front, 0);
    whole.set(back, front.length());
    whole
}

fn parted(whole: &Uint8Array, front: u32) -> Result<(Uint8Array, Uint8Array), CryptoTrouble> {
    if whole.length() < front {
        return Err(CryptoTrouble::NotUnderstood);
    }
    Ok((whole.subarray(0, front), whole.subarray(front, whole.length())))
}

fn tried<T>(result: Result<T, JsValue>) -> Result<T, CryptoTrouble> {
    result.map_err(|_| CryptoTrouble::Unavailable)
}

async fn done(promise: Result<Promise, JsValue>) -> Result<JsValue, CryptoTrouble> {
    tried(JsFuture::from(tried(promise)?).await)
}
