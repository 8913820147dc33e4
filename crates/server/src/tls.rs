// SPDX-License-Identifier: AGPL-3.0-or-later
//! A certificate of the server's own, out of two files.
use crate::private_file;
use rustls::{
    Error, InconsistentKeys, ServerConfig,
    crypto::ring,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject as _},
};
use std::{path::Path, sync::Arc};

/// How the server enciphers, by a chain of certificates and its key, both in PEM; a sentence where they are not to be used.
pub(crate) fn from_files(certificate: &Path, key: &Path) -> Result<Arc<ServerConfig>, String> {
    let (shown, shown_key) = (certificate.display(), key.display());
    let text = std::fs::read(certificate)
        .map_err(|error| format!("the certificate {shown} cannot be read: {error}"))?;
    let chain: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&text).collect();
    let chain = chain
        .ok()
        .filter(|chain| !chain.is_empty())
        .ok_or_else(|| format!("the certificate {shown} holds no certificate in PEM"))?;
    let text =
        private_file::read(key).map_err(|sentence| format!("the key of the certificate: {sentence}"))?;
    let secret = PrivateKeyDer::from_pem_slice(text.as_bytes())
        .map_err(|_| format!("the key {shown_key} holds no private key in PEM"))?;
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .and_then(|config| config.with_no_client_auth().with_single_cert(chain, secret));
    let mut config = config.map_err(|error| match error {
        Error::InconsistentKeys(InconsistentKeys::KeyMismatch) => {
            format!("the key {shown_key} does not belong to the certificate {shown}")
        }
        error => format!("the certificate {shown} and the key {shown_key} cannot be used: {error}"),
    })?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}
