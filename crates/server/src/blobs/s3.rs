// SPDX-License-Identifier: AGPL-3.0-or-later
//! A bucket of S3, or of a store that speaks like it.
use super::failed::failed;
use object_store::{RetryConfig, aws::AmazonS3Builder, path::Path, prefix::PrefixStore};
use soglia_ledger::store::{Outcome, StoreError};
use std::time::Duration;

/// A device waits for the answer, and asks again by itself.
const LONGEST_RETRYING: Duration = Duration::from_secs(20);

/// The part of a bucket that an address names.
pub(super) fn open(address: &str) -> Outcome<PrefixStore<object_store::aws::AmazonS3>> {
    let named = address
        .strip_prefix("s3://")
        .map(|rest| rest.split_once('/').unwrap_or((rest, "")))
        .filter(|(bucket, _)| !bucket.is_empty());
    let Some((bucket, prefix)) = named else {
        return Err(StoreError(
            "photos lie in a folder, or in s3://bucket/prefix".to_owned(),
        ));
    };
    let prefix = Path::parse(prefix.trim_end_matches('/'))
        .map_err(|_| StoreError(format!("{address} is no place for photos")))?;
    // Chosen once for the whole program; a second choice is the same one.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let retry = RetryConfig {
        max_retries: 4,
        retry_timeout: LONGEST_RETRYING,
        ..RetryConfig::default()
    };
    let store = AmazonS3Builder::from_env()
        .with_bucket_name(bucket)
        .with_retry(retry)
        .build()
        .map_err(failed)?;
    Ok(PrefixStore::new(store, prefix))
}

#[cfg(test)]
mod tests {
    use super::open;

    #[test]
    fn an_address_that_names_no_bucket_is_refused() {
        for address in [
            "",
            "s3://",
            "s3:///prefix",
            "https://bucket",
            "bucket",
            "s3://bucket/a//b",
        ] {
            assert!(open(address).is_err(), "{address}");
        }
    }

    #[test]
    fn an_address_may_name_a_part_of_a_bucket() {
        for (address, part) in [
            ("s3://photos", ""),
            ("s3://photos/milano/", "milano"),
            ("s3://photos/a/b", "a/b"),
        ] {
            let store = open(address).expect("it can be opened without asking the network");
            assert!(store.to_string().contains(part), "{store}");
        }
    }
}
