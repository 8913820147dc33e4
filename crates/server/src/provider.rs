// SPDX-License-Identifier: AGPL-3.0-or-later
//! The identity provider of the City, where people prove who they are (OpenID Connect, decision 24). A library speaks with it and
//! checks what it says; here stand the limits, and what of its answer is used.
mod asking;
mod checked;
mod keys;
mod settings;
mod tax_code;
mod trouble;

#[cfg(test)]
mod tests;

pub(crate) use settings::Settings;
pub(crate) use trouble::Trouble;

use asking::Line;
use checked::{Claims, verifier};
use keys::Keys;
use openidconnect::{
    AccessTokenHash, AuthType, AuthenticationContextClass, AuthorizationCode, Client, ClientId, ClientSecret,
    CsrfToken, EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet, IdTokenFields, Nonce,
    OAuth2TokenResponse as _, PkceCodeChallenge, PkceCodeVerifier, RequestTokenError, Scope,
    StandardErrorResponse, StandardTokenResponse, TokenResponse as _, UserInfoError,
    core::{
        CoreAuthDisplay, CoreAuthPrompt, CoreAuthenticationFlow, CoreClientAuthMethod, CoreErrorResponseType,
        CoreGenderClaim, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm,
        CoreProviderMetadata, CoreRevocableToken, CoreRevocationErrorResponse,
        CoreTokenIntrospectionResponse, CoreTokenType,
    },
};
use serde::{Deserialize, Serialize};
use soglia_domain::tax_code::TaxCode;
use tokio::sync::Semaphore;

/// So many answers of the provider are waited for at once.
const AT_ONCE: usize = 8;

type Fields = IdTokenFields<
    Claims,
    EmptyExtraTokenFields,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm,
>;
type Tokens = StandardTokenResponse<Fields, CoreTokenType>;
type Speaker = Client<
    Claims,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Tokens,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// The provider, as far as it is known.
pub(crate) struct Provider {
    settings: Settings,
    line: Line,
    keys: Keys,
    turns: Semaphore,
}

/// What is asked of a browser that goes to the provider, and what has to be kept until it comes back.
pub(crate) struct Sent {
    /// The page of the provider.
    pub(crate) address: String,
    /// Comes back with the browser.
    pub(crate) state: String,
    /// What nobody but the server may see.
    pub(crate) held: Held,
}

/// What the server needs when a browser comes back.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Held {
    nonce: String,
    verifier: String,
}

/// Who the provider says came back.
pub(crate) struct Proven {
    pub(crate) tax_code: TaxCode,
    /// Whether the provider asked for what counts as a second factor.
    pub(crate) vouched: bool,
}

impl Provider {
    /// The provider of these settings; nothing is asked so far.
    pub(crate) fn new(settings: Settings) -> Result<Self, String> {
        Ok(Self {
            line: Line::new(settings.is_here())?,
            keys: Keys::default(),
            turns: Semaphore::new(AT_ONCE),
            settings,
        })
    }

    /// How the server was told to speak with it.
    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Where a browser goes.
    pub(crate) async fn send(&self) -> Result<Sent, Trouble> {
        let metadata = self.keys.known(&self.settings.issuer, &self.line).await?;
        let speaker = self.speaker(&metadata);
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let scopes = self.settings.scopes.iter().cloned().map(Scope::new);
        let levels = self.settings.second_factor_acr.iter().cloned();
        let request = speaker
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                CsrfToken::new_random,
                Nonce::new_random,
            )
            // Tablets are shared: whoever was here before must not sign in by somebody else's button.
            .add_prompt(CoreAuthPrompt::Login)
            .add_scopes(scopes)
            .set_pkce_challenge(challenge);
        let request = levels.fold(request, |request, level| {
            request.add_auth_context_value(AuthenticationContextClass::new(level))
        });
        let (address, state, nonce) = request.url();
        Ok(Sent {
            address: address.into(),
            state: state.into_secret(),
            held: Held {
                nonce: nonce.secret().clone(),
                verifier: verifier.into_secret(),
            },
        })
    }

    /// Who came back with a code.
    pub(crate) async fn redeem(&self, code: String, held: Held) -> Result<Proven, Trouble> {
        let _turn = self.turns.acquire().await.map_err(|_| Trouble::Unreachable)?;
        let metadata = self.keys.known(&self.settings.issuer, &self.line).await?;
        let speaker = self.speaker(&metadata);
        let tokens = speaker
            .exchange_code(AuthorizationCode::new(code))
            .map_err(|_| Trouble::Answer("it names no address for tokens"))?
            .set_pkce_verifier(PkceCodeVerifier::new(held.verifier))
            .request_async(&self.line)
            .await
            .map_err(|error| match error {
                RequestTokenError::Request(unanswered) => unanswered.into(),
                RequestTokenError::ServerResponse(_) => Trouble::Answer("it does not take the code"),
                RequestTokenError::Parse(..) | RequestTokenError::Other(_) => {
                    Trouble::Answer("its answer with tokens does not read")
                }
            })?;
        let id_token = tokens.id_token().ok_or(Trouble::Answer("it sent no ID token"))?;
        let nonce = Nonce::new(held.nonce);
        let (metadata, claims) = match checked::claims(&self.settings, &metadata, id_token, &nonce) {
            Ok(claims) => (metadata, claims),
            Err(unheld) if unheld.may_be_another_key => {
                let metadata = self.keys.renewed(&self.settings.issuer, &self.line).await?;
                let claims = checked::claims(&self.settings, &metadata, id_token, &nonce)
                    .map_err(|unheld| unheld.trouble)?;
                (metadata, claims)
            }
            Err(unheld) => return Err(unheld.trouble),
        };
        let vouched = claims.auth_context_ref().is_some_and(|level| {
            let mut enough = self.settings.second_factor_acr.iter();
            enough.any(|known| known == level.as_str())
        });
        let name = self.settings.claim.as_str();
        let tax_code = match claims.additional_claims().tax_code(name)? {
            Some(tax_code) => tax_code,
            None => {
                let verifier = verifier(&self.settings, &metadata);
                let access = tokens.access_token();
                if let Some(expected) = claims.access_token_hash() {
                    let other = Trouble::Answer("the access token is another one than that of the ID token");
                    let algorithm = id_token.signing_alg().map_err(|_| other)?;
                    let key = id_token.signing_key(&verifier).map_err(|_| other)?;
                    if AccessTokenHash::from_token(access, algorithm, key).ok().as_ref() != Some(expected) {
                        return Err(other);
                    }
                }
                // Some providers tell of a person only when they are asked once more.
                let asked = speaker
                    .user_info(access.clone(), Some(claims.subject().clone()))
                    .map_err(|_| Trouble::NoTaxCode)?;
                let told: openidconnect::UserInfoClaims<Claims, CoreGenderClaim> = asked
                    .request_async(&self.line)
                    .await
                    .map_err(|error| match error {
                        UserInfoError::Request(unanswered) => unanswered.into(),
                        _ => Trouble::Answer("what it tells of the person does not hold"),
                    })?;
                told.additional_claims()
                    .tax_code(name)?
                    .ok_or(Trouble::NoTaxCode)?
            }
        };
        Ok(Proven { tax_code, vouched })
    }

    fn speaker(&self, metadata: &CoreProviderMetadata) -> Speaker {
        let settings = &self.settings;
        let methods = metadata.token_endpoint_auth_methods_supported();
        let takes_header =
            methods.is_none_or(|methods| methods.contains(&CoreClientAuthMethod::ClientSecretBasic));
        let speaker: Speaker = Client::from_provider_metadata(
            metadata.clone(),
            ClientId::new(settings.client_id.clone()),
            Some(ClientSecret::new(settings.client_secret.clone())),
        );
        let auth = if takes_header {
            AuthType::BasicAuth
        } else {
            AuthType::RequestBody
        };
        speaker
            .set_auth_type(auth)
            .set_redirect_uri(settings.back.clone())
    }
}
