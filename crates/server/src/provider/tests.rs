// SPDX-License-Identifier: AGPL-3.0-or-later
//! Reading claims, whatever a provider sends, and the settings.
use super::{Settings, checked::Claims, tax_code};
use proptest::prelude::*;
use serde_json::{Value, json};
use soglia_domain::tax_code::TaxCode;
use std::path::{Path, PathBuf};

const CODE: &str = "RSSMRA85T10F205R";

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "(TINIT-|tinit-|TINDE-)?[A-Za-z0-9]{11,16}".prop_map(Value::from),
        Just(json!(CODE)),
    ];
    leaf.prop_recursive(4, 32, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::btree_map("fiscal_number|sub|[a-z_]{1,8}", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn no_claim_is_taken_for_a_code_that_it_does_not_spell(claim in any_json()) {
        if let Some(code) = tax_code::parse(&claim) {
            let text = claim.as_str().expect("only a text is one").trim().to_ascii_uppercase();
            prop_assert_eq!(text.strip_prefix("TINIT-").unwrap_or(&text), code.as_str());
        }
    }

    #[test]
    fn no_answer_stops_the_reader(answer in any_json()) {
        let Ok(claims) = serde_json::from_value::<Claims>(answer.clone()) else {
            prop_assert!(!answer.is_object());
            return Ok(());
        };
        let claim = answer.get("fiscal_number").filter(|claim| !claim.is_null());
        let read = claims.tax_code("fiscal_number");
        prop_assert_eq!(read.as_ref().is_ok_and(Option::is_none), claim.is_none());
        prop_assert_eq!(format!("{claims:?}"), "Claims");
    }

    #[test]
    fn no_bytes_are_settings_by_chance(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let file = Kept::new(&bytes);
        prop_assert!(Settings::from_file(&file.0).is_err());
    }
}

#[test]
fn a_code_is_read_with_its_mark_and_without() {
    for text in [
        "RSSMRA85T10F205R",
        "TINIT-RSSMRA85T10F205R",
        "tinit-rssmra85t10f205r",
        " TINIT-RSSMRA85T10F205R ",
    ] {
        let read = tax_code::parse(&json!(text)).map(|code| code.as_str().to_owned());
        assert_eq!(read.as_deref(), Some(CODE), "{text}");
    }
    for claim in [
        json!("TINDE-RSSMRA85T10F205R"),
        json!("TINIT-TINIT-RSSMRA85T10F205R"),
        json!("RSSMRA85T10F205A"),
        json!("RSS MRA 85T10 F205R"),
        json!(["TINIT-RSSMRA85T10F205R"]),
        json!({ "value": CODE }),
        json!("TINIT-"),
        json!("TINITà"),
        json!(""),
    ] {
        assert!(tax_code::parse(&claim).is_none(), "{claim}");
    }
}

#[test]
fn a_code_rests_as_another_text_under_another_key() {
    let code = TaxCode::parse(CODE).expect("it is one");
    let other = TaxCode::parse("RSSMRA85T10F20RM").expect("it is the form of a homonym");
    let hash = tax_code::hash(&[1; 32], &code);
    assert_eq!(hash.len(), 64);
    assert_eq!(hash, tax_code::hash(&[1; 32], &code));
    assert_ne!(hash, tax_code::hash(&[2; 32], &code));
    assert_ne!(hash, tax_code::hash(&[1; 32], &other));
}

/// A file for its owner alone, gone with the test.
struct Kept(PathBuf);

impl Kept {
    fn new(bytes: &[u8]) -> Self {
        let path = std::env::temp_dir().join(format!("soglia-oidc-{}", uuid::Uuid::now_v7()));
        std::fs::write(&path, bytes).expect("it can be written");
        Self::close(&path, 0o600);
        Self(path)
    }

    #[cfg(unix)]
    fn close(path: &Path, mode: u32) {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(path, mode).expect("it is ours");
    }

    #[cfg(not(unix))]
    fn close(_: &Path, _: u32) {}
}

impl Drop for Kept {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn written() -> Value {
    json!({
        "issuer": "https://identity.example/oidc", "client_id": "soglia", "client_secret": "not-for-others",
        "address": "https://soglia.example", "tax_code_key": "ab".repeat(32),
        "label": { "it": "Accedi con SPID", "en": "Sign in with SPID" },
    })
}

fn why(settings: &Value) -> String {
    let file = Kept::new(settings.to_string().as_bytes());
    Settings::from_file(&file.0).err().expect("it does not do")
}

#[test]
fn settings_are_read_from_a_file_of_its_owner_alone() {
    let file = Kept::new(written().to_string().as_bytes());
    let settings = Settings::from_file(&file.0).expect("it does");
    assert_eq!(
        settings.back.as_str(),
        "https://soglia.example/api/session/oidc/return"
    );
    assert_eq!(settings.claim, "fiscal_number");
    Kept::close(&file.0, 0o640);
    #[cfg(unix)]
    assert!(Settings::from_file(&file.0).is_err_and(|why| why.contains("chmod 600")));
}

#[test]
fn settings_that_do_not_do_are_refused_and_not_repeated() {
    for (field, value) in [
        ("issuer", json!("http://identity.example")),
        ("issuer", json!("https://identity.example/?a=b")),
        ("address", json!("http://soglia.example")),
        ("address", json!("https://soglia.example/below")),
        ("tax_code_key", json!("ab".repeat(31))),
        ("tax_code_key", json!("xy".repeat(32))),
        ("client_secret", json!(" ")),
        ("client_secret", json!(7)),
        ("second_factor_acr", json!([""])),
        ("unknown", json!(true)),
    ] {
        let mut settings = written();
        settings[field] = value;
        let why = why(&settings);
        assert!(!why.contains("not-for-others") && !why.contains("abab"), "{why}");
    }
    let mut here = written();
    here["issuer"] = json!("http://127.0.0.1:9");
    let file = Kept::new(here.to_string().as_bytes());
    assert!(Settings::from_file(&file.0).is_ok_and(|settings| settings.is_here()));
}
