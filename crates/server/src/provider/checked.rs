// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is checked of an ID token, and the claims beside those that every provider sends.
use super::{settings::Settings, tax_code, trouble::Trouble};
use openidconnect::{
    AdditionalClaims, ClaimsVerificationError, ClientId, IdToken, IdTokenClaims, IdTokenVerifier, Nonce,
    SignatureVerificationError,
    core::{
        CoreGenderClaim, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm,
        CoreProviderMetadata,
    },
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use soglia_domain::tax_code::TaxCode;
use std::{
    fmt,
    time::{Duration, SystemTime},
};

/// Clocks may differ by this.
const APART: Duration = Duration::from_secs(60);

/// An ID token that was made longer ago was not made for this sign-in.
const OLDEST: Duration = Duration::from_secs(600);

/// Signatures by a key that the provider alone has: those by a shared secret are none.
const SIGNED_BY: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// What a provider says beside the claims of the standard. It is about a person, so it is shown to nobody.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(super) struct Claims(Map<String, Value>);

impl AdditionalClaims for Claims {}

impl fmt::Debug for Claims {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Claims")
    }
}

impl Claims {
    /// The tax code in a claim; none where there is no such claim.
    pub(super) fn tax_code(&self, name: &str) -> Result<Option<TaxCode>, Trouble> {
        let claim = self.0.get(name).filter(|claim| !claim.is_null());
        claim
            .map(|claim| tax_code::parse(claim).ok_or(Trouble::NoTaxCode))
            .transpose()
    }
}

type Signed = IdToken<Claims, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;
type Told = IdTokenClaims<Claims, CoreGenderClaim>;

/// An ID token that does not hold.
pub(super) struct Unheld {
    pub(super) trouble: Trouble,
    /// Whether it may hold by a key that the provider shows since.
    pub(super) may_be_another_key: bool,
}

impl Unheld {
    fn by(words: &'static str) -> Self {
        Self {
            trouble: Trouble::Answer(words),
            may_be_another_key: false,
        }
    }
}

/// What checks tokens of the provider.
pub(super) fn verifier(
    settings: &Settings,
    metadata: &CoreProviderMetadata,
) -> IdTokenVerifier<'static, CoreJsonWebKey> {
    IdTokenVerifier::new_public_client(
        ClientId::new(settings.client_id.clone()),
        settings.issuer.clone(),
        metadata.jwks().clone(),
    )
    .set_allowed_algs(SIGNED_BY)
    .set_time_fn(|| (SystemTime::now() - APART).into())
    .set_issue_time_verifier_fn(|issued| {
        let (now, issued) = (SystemTime::now(), SystemTime::from(issued));
        if issued > now + APART || issued < now - OLDEST {
            return Err("issued at another time".to_owned());
        }
        Ok(())
    })
}

/// What an ID token says, where everything about it holds.
pub(super) fn claims<'a>(
    settings: &Settings,
    metadata: &CoreProviderMetadata,
    id_token: &'a Signed,
    nonce: &Nonce,
) -> Result<&'a Told, Unheld> {
    let claims = id_token
        .claims(&verifier(settings, metadata), nonce)
        .map_err(|error| match error {
            ClaimsVerificationError::Expired(_) => Unheld {
                trouble: Trouble::Clock,
                may_be_another_key: false,
            },
            ClaimsVerificationError::SignatureVerification(why) => Unheld {
                may_be_another_key: matches!(
                    why,
                    SignatureVerificationError::NoMatchingKey | SignatureVerificationError::CryptoError(_)
                ),
                ..Unheld::by("the ID token is not signed by a key of its own")
            },
            ClaimsVerificationError::InvalidIssuer(_) => Unheld::by("the ID token is of another issuer"),
            ClaimsVerificationError::InvalidAudience(_) => {
                Unheld::by("the ID token is for somebody else than this server")
            }
            ClaimsVerificationError::InvalidNonce(_) => Unheld::by("the ID token is of another sign-in"),
            _ => Unheld::by("the ID token does not hold"),
        })?;
    // The library leaves this one to us: a token that was made for another client is none, whoever else may read it.
    let other = claims
        .authorized_party()
        .is_some_and(|party| party.as_str() != settings.client_id);
    if other {
        return Err(Unheld::by("the ID token was made for another client"));
    }
    Ok(claims)
}
