// SPDX-License-Identifier: AGPL-3.0-or-later
//! An identity provider of the test: it answers what it is told to answer, right or wrong.
use axum::{
    Router,
    body::{Body, Bytes},
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine as _};
use openidconnect::{
    JsonWebKeyId, PrivateSigningKey as _,
    core::{CoreEdDsaPrivateSigningKey, CoreHmacKey, CoreJwsSigningAlgorithm},
};
use rcgen::{KeyPair, PKCS_ED25519};
use serde_json::{Value, json};
use std::{
    convert::Infallible,
    sync::{Arc, Mutex},
    time::Duration,
};

/// What is answered at one address.
#[derive(Clone)]
pub(super) enum Reply {
    Json(Value),
    Text(String),
    Failing,
    /// Without an end.
    Endless,
    /// Never.
    Silent,
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        let kind = [(header::CONTENT_TYPE, "application/json")];
        match self {
            Self::Json(value) => (kind, value.to_string()).into_response(),
            Self::Text(text) => (kind, text).into_response(),
            Self::Failing => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
            Self::Endless => {
                let chunk = Bytes::from(vec![b' '; 16_384]);
                let chunks = futures_util::stream::repeat_with(move || Ok::<_, Infallible>(chunk.clone()));
                (kind, Body::from_stream(chunks)).into_response()
            }
            Self::Silent => {
                let never = futures_util::stream::pending::<Result<Bytes, Infallible>>();
                (kind, Body::from_stream(never)).into_response()
            }
        }
    }
}

pub(super) struct Answers {
    pub(super) description: Reply,
    pub(super) keys: Reply,
    pub(super) token: Reply,
    pub(super) person: Reply,
    /// The bodies of requests for tokens.
    pub(super) asked: Vec<String>,
    /// How often the keys were fetched.
    pub(super) n_keys: usize,
}

type Shared = Arc<Mutex<Answers>>;

/// A provider that runs until the test ends.
pub(super) struct Fake {
    pub(super) url: String,
    answers: Shared,
    _runtime: tokio::runtime::Runtime,
}

impl Fake {
    pub(super) fn new() -> Self {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let listener = runtime
            .block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))
            .unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let description = json!({
            "issuer": url, "authorization_endpoint": format!("{url}/authorize"),
            "token_endpoint": format!("{url}/token"), "userinfo_endpoint": format!("{url}/person"),
            "jwks_uri": format!("{url}/keys"), "response_types_supported": ["code"],
            "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["EdDSA"],
        });
        let answers = Answers {
            description: Reply::Json(description),
            keys: Reply::Failing,
            token: Reply::Failing,
            person: Reply::Failing,
            asked: Vec::new(),
            n_keys: 0,
        };
        let answers = Arc::new(Mutex::new(answers));
        let told = |pick: fn(&mut Answers) -> Reply| {
            get(move |State(shared): State<Shared>| async move { pick(&mut shared.lock().unwrap()) })
        };
        let token = |State(shared): State<Shared>, body: String| async move {
            let mut answers = shared.lock().unwrap();
            answers.asked.push(body);
            answers.token.clone()
        };
        let router = Router::new()
            .route(
                "/.well-known/openid-configuration",
                told(|answers| answers.description.clone()),
            )
            .route(
                "/keys",
                told(|answers| {
                    answers.n_keys += 1;
                    answers.keys.clone()
                }),
            )
            .route("/person", told(|answers| answers.person.clone()))
            .route("/token", post(token))
            .with_state(Arc::clone(&answers));
        runtime.spawn(async move { axum::serve(listener, router).await });
        Self {
            url,
            answers,
            _runtime: runtime,
        }
    }

    pub(super) fn set(&self, change: impl FnOnce(&mut Answers)) {
        change(&mut self.answers.lock().unwrap());
    }

    pub(super) fn n_keys(&self) -> usize {
        self.answers.lock().unwrap().n_keys
    }

    pub(super) fn asked(&self) -> Vec<String> {
        self.answers.lock().unwrap().asked.clone()
    }

    /// Answers the next request for tokens with this ID token.
    pub(super) fn answer(&self, id_token: &str) {
        let token = json!({ "access_token": "access", "token_type": "Bearer", "id_token": id_token });
        self.set(|answers| answers.token = Reply::Json(token));
    }
}

/// A key by which ID tokens are signed.
pub(super) struct Key {
    name: String,
    signing: CoreEdDsaPrivateSigningKey,
}

impl Key {
    pub(super) fn new(name: &str) -> Self {
        let pem = KeyPair::generate_for(&PKCS_ED25519).unwrap().serialize_pem();
        let id = JsonWebKeyId::new(name.to_owned());
        Self {
            name: name.to_owned(),
            signing: CoreEdDsaPrivateSigningKey::from_ed25519_pem(&pem, Some(id)).unwrap(),
        }
    }

    /// As the provider shows it.
    pub(super) fn shown(&self) -> Value {
        serde_json::to_value(self.signing.as_verification_key()).unwrap()
    }

    pub(super) fn sign(&self, claims: &Value) -> String {
        self.sign_named(&self.name, claims)
    }

    pub(super) fn sign_named(&self, name: &str, claims: &Value) -> String {
        let front = front(&json!({ "alg": "EdDSA", "kid": name }), claims);
        let signature = self
            .signing
            .sign(&CoreJwsSigningAlgorithm::EdDsa, front.as_bytes())
            .unwrap();
        format!("{front}.{}", encoded(&signature))
    }

    /// By the key that everybody knows, as if it were a secret that both share.
    pub(super) fn sign_as_shared(&self, secret: &[u8], claims: &Value) -> String {
        let front = front(&json!({ "alg": "HS256", "kid": self.name }), claims);
        let signature = CoreHmacKey::new(secret)
            .sign(&CoreJwsSigningAlgorithm::HmacSha256, front.as_bytes())
            .unwrap();
        format!("{front}.{}", encoded(&signature))
    }
}

/// Signed by nobody.
pub(super) fn unsigned(claims: &Value) -> String {
    format!("{}.", front(&json!({ "alg": "none" }), claims))
}

fn front(header: &Value, claims: &Value) -> String {
    let part = |value: &Value| encoded(value.to_string().as_bytes());
    format!("{}.{}", part(header), part(claims))
}

pub(super) fn encoded(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

/// Longer than the server waits for a provider.
pub(super) const PATIENCE: Duration = Duration::from_secs(20);
