// SPDX-License-Identifier: AGPL-3.0-or-later
//! A server with a provider, and a browser that goes there and comes back.
use super::fake::{Fake, Key, Reply, encoded};
use crate::place::{Place, add_user, now_ms, problem};
use reqwest::{
    blocking::{Client, Response},
    redirect::Policy,
};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use sqlx::Connection as _;
use std::{
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};
use uuid::Uuid;

/// The code that is linked to Anna.
pub(super) const ANNA: &str = "RSSMRA85T10F205R";

/// The same person by the letters, and another one by the code.
pub(super) const HOMONYM: &str = "RSSMRA85T10F20RM";

/// A server with a provider.
pub(super) struct City {
    pub(super) fake: Fake,
    pub(super) key: Key,
    pub(super) place: Place,
    _settings: Settings,
}

/// A browser on its way.
pub(super) struct Browser {
    pub(super) address: String,
    pub(super) state: String,
    pub(super) nonce: String,
    pub(super) set_cookie: String,
    pub(super) cookie: String,
}

struct Settings(PathBuf);

impl Drop for Settings {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

impl City {
    pub(super) fn new() -> Self {
        Self::with(&[])
    }

    pub(super) fn with(options: &[&str]) -> Self {
        let (fake, key) = (Fake::new(), Key::new("first"));
        fake.set(|answers| answers.keys = Reply::Json(json!({ "keys": [key.shown()] })));
        let settings = json!({
            "issuer": fake.url, "client_id": "soglia", "client_secret": "shared", "tax_code_key": "0f".repeat(32),
            "address": "https://soglia.example", "second_factor_acr": ["https://www.spid.gov.it/SpidL2"],
            "label": { "it": "Accedi con SPID", "en": "Sign in with SPID" },
        });
        let path = std::env::temp_dir().join(format!("soglia-oidc-{}", Uuid::now_v7()));
        std::fs::write(&path, settings.to_string()).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
        }
        let file = path.to_str().unwrap();
        let place = Place::with(&[&["--oidc", file], options].concat());
        add_user(&place.data(), "anna", "social-worker", "Welfare");
        let mut linking = Command::new(env!("CARGO_BIN_EXE_soglia"))
            .args(["user", "link", "anna", "--oidc", file, "--data"])
            .arg(place.data())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        writeln!(linking.stdin.take().unwrap(), "{}", ANNA.to_lowercase()).unwrap();
        assert!(linking.wait().unwrap().success());
        Self {
            fake,
            key,
            place,
            _settings: Settings(path),
        }
    }

    /// Goes to the provider.
    pub(super) fn begin(&self) -> Browser {
        let response = self.place.post("/api/session/oidc").send().unwrap();
        assert_eq!(response.status(), 200);
        let set_cookie = response.headers()["set-cookie"].to_str().unwrap().to_owned();
        let told: Value = response.json().unwrap();
        let address = told["address"].as_str().unwrap().to_owned();
        assert!(
            address.starts_with(&format!("{}/authorize?", self.fake.url)),
            "{address}"
        );
        Browser {
            state: value(&address, "state"),
            nonce: value(&address, "nonce"),
            cookie: set_cookie.split(';').next().unwrap().to_owned(),
            address,
            set_cookie,
        }
    }

    /// What a provider says of Anna.
    pub(super) fn claims(&self, browser: &Browser) -> Value {
        let now = now_ms() / 1_000;
        json!({
            "iss": self.fake.url, "aud": "soglia", "sub": "somebody", "nonce": browser.nonce, "iat": now, "exp": now + 300,
            "fiscal_number": format!("TINIT-{ANNA}"),
        })
    }

    /// Opens the address to which a provider sends browsers back, as a browser does.
    pub(super) fn visit(&self, browser: &Browser, query: &str) {
        self.visit_with(Some(&browser.cookie), query);
    }

    pub(super) fn visit_with(&self, cookie: Option<&str>, query: &str) {
        let client = Client::builder()
            .redirect(Policy::none())
            .timeout(super::fake::PATIENCE);
        let url = format!("{}/api/session/oidc/return?{query}", self.place.url);
        let request = client.build().unwrap().get(url);
        let request = request
            .header("sec-fetch-mode", "navigate")
            .header("sec-fetch-site", "cross-site");
        let request = match cookie {
            Some(cookie) => request.header("cookie", cookie),
            None => request,
        };
        let response = request.send().unwrap();
        // Wherever somebody would like to send the browser: it goes on at the same page, and gets no session by it.
        assert_eq!(response.status(), 303);
        assert_eq!(response.headers()["location"], "/accesso/ritorno");
        assert!(!response.headers().contains_key("set-cookie"));
    }

    /// Comes back with these claims. Why nobody came, where nobody did.
    pub(super) fn come_back(&self, browser: &Browser, claims: &Value) -> Option<String> {
        self.come_back_with(browser, &self.key.sign(claims))
    }

    pub(super) fn come_back_with(&self, browser: &Browser, id_token: &str) -> Option<String> {
        self.fake.answer(id_token);
        self.arrive(browser)
    }

    /// Comes back with whatever the provider answers.
    pub(super) fn arrive(&self, browser: &Browser) -> Option<String> {
        self.visit(browser, &format!("code=code&state={}", browser.state));
        let told = self.person(browser);
        (told.status() == 422).then(|| problem(told, 422))
    }

    pub(super) fn person(&self, browser: &Browser) -> Response {
        let request = self.place.post("/api/session/oidc/person");
        request.header("cookie", &browser.cookie).send().unwrap()
    }

    pub(super) fn finish(&self, browser: &Browser, device: Uuid, code: Option<&str>) -> Response {
        let asked = json!({ "device": device, "device_name": "Prova", "code": code });
        let request = self.place.post("/api/session/oidc/finish").json(&asked);
        request.header("cookie", &browser.cookie).send().unwrap()
    }
}

/// The cookie of a session that was opened.
pub(super) fn session_cookie(response: &Response) -> String {
    let mut all = response.headers().get_all("set-cookie").iter();
    let cookie = all
        .find_map(|cookie| {
            cookie
                .to_str()
                .ok()
                .filter(|cookie| cookie.starts_with("__Host-soglia="))
        })
        .unwrap_or_else(|| panic!("{} opens no session", response.status()));
    assert!(cookie.contains("SameSite=Strict"), "{cookie}");
    cookie.split(';').next().unwrap().to_owned()
}

/// A value behind the question mark of an address, or in a form.
pub(super) fn value(text: &str, name: &str) -> String {
    let query = text.split_once('?').map_or(text, |(_, query)| query);
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.find(|(known, _)| *known == name).unwrap().1.to_owned()
}

pub(super) fn challenge(verifier: &str) -> String {
    encoded(&Sha256::digest(verifier.as_bytes()))
}

/// A column of the database, as texts.
pub(super) fn texts(data: &Path, statement: &str) -> Vec<String> {
    let url = format!("sqlite://{}", data.join("soglia.db").display());
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let mut connection = sqlx::SqliteConnection::connect(&url).await.unwrap();
        sqlx::query_scalar(statement)
            .fetch_all(&mut connection)
            .await
            .unwrap()
    })
}
