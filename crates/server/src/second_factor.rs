// SPDX-License-Identifier: AGPL-3.0-or-later
//! Codes of a second factor (TOTP, RFC 6238): six digits that change every thirty seconds, of a key that a telephone holds too.
use crate::secret::{self, SecretError};
use totp_rs::{Builder, Secret, Totp};

/// Digits of a code.
const DIGITS: u8 = 6;

/// Seconds for which a code counts.
const STEP_S: u64 = 30;

/// Steps before and after the present one that count too: clocks of telephones differ, and typing takes time.
const SKEW: u16 = 1;

/// Codes for the day on which the telephone is gone.
const N_RECOVERY: usize = 10;

/// How programs for such codes call it.
const ISSUER: &str = "Soglia";

/// A new key in base32: 160 random bits, as RFC 4226 asks for.
pub(crate) fn new_key() -> Result<String, SecretError> {
    let mut bytes = [0_u8; 20];
    getrandom::fill(&mut bytes).map_err(|_| SecretError)?;
    Ok(Secret::from(bytes).to_base32())
}

fn totp(key: &str, account: &str) -> Option<Totp> {
    let totp = Builder::new()
        .with_secret(Secret::try_from_base32(key).ok()?)
        .with_digits(DIGITS)
        .with_step_duration(STEP_S)
        .with_skew(SKEW)
        .with_account_name(account)
        .with_issuer(Some(ISSUER));
    totp.build().ok()
}

/// The key as an address that programs for such codes open.
pub(crate) fn address(key: &str, sign_in: &str) -> Option<String> {
    // A colon parts the issuer from the account.
    totp(key, &sign_in.replace(':', " "))?.to_url().ok()
}

/// The step whose code it is, around a moment; none where it is the code of none of them.
pub(crate) fn step_of(key: &str, code: &str, now_ms: i64) -> Option<i64> {
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    if digits.len() != usize::from(DIGITS) {
        return None;
    }
    let seconds = u64::try_from(now_ms / 1_000).ok()?;
    i64::try_from(totp(key, "")?.check(&digits, seconds)?).ok()
}

/// New codes for the day on which the telephone is gone, as people write them down: `3f7a-90c2-11de-8b64`, 64 random bits.
pub(crate) fn recovery_codes() -> Result<Vec<String>, SecretError> {
    let one = || {
        let hex = secret::random_hex::<8>()?;
        Ok([&hex[..4], &hex[4..8], &hex[8..12], &hex[12..]].join("-"))
    };
    (0..N_RECOVERY).map(|_| one()).collect()
}

/// What is kept of such a code, however it was typed.
pub(crate) fn recovery_hash(code: &str) -> String {
    let signs = code.chars().filter(char::is_ascii_alphanumeric);
    secret::token_hash(&signs.collect::<String>().to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The key of RFC 6238, appendix B: "12345678901234567890".
    const KEY: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    #[test]
    fn codes_are_those_of_the_standard() {
        // The last six of the eight digits in the table of the appendix.
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (2_000_000_000, "279037"),
        ] {
            assert_eq!(step_of(KEY, code, seconds * 1_000), Some(seconds / 30), "{code}");
        }
    }

    #[test]
    fn a_code_counts_around_its_step_and_is_read_with_spaces() {
        let step = 1_111_111_109 / 30;
        for (late, found) in [(-1, true), (0, true), (1, true), (-2, false), (2, false)] {
            let now_ms = (step + late) * 30_000 + 1;
            assert_eq!(step_of(KEY, "081 804", now_ms), found.then_some(step), "{late}");
        }
        assert_eq!(step_of(KEY, "", 59_000), None);
        assert_eq!(step_of(KEY, "28708", 59_000), None);
        assert_eq!(step_of("not base 32!", "287082", 59_000), None);
    }

    #[test]
    fn a_new_key_is_told_as_an_address() {
        let key = new_key().expect("random bytes");
        assert_eq!(key.len(), 32);
        let address = address(&key, "marta.riva").expect("a key");
        assert!(
            address.starts_with("otpauth://totp/Soglia:marta.riva?secret="),
            "{address}"
        );
    }

    #[test]
    fn codes_for_the_lost_telephone_are_told_apart_and_read_as_people_type_them() {
        let codes = recovery_codes().expect("random bytes");
        assert_eq!(codes.len(), N_RECOVERY);
        let typed = codes[0].to_uppercase().replace('-', " ");
        assert_eq!(recovery_hash(&typed), recovery_hash(&codes[0]));
        assert_ne!(recovery_hash(&codes[1]), recovery_hash(&codes[0]));
    }
}
