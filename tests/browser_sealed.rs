// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a phrase seals opens with that phrase, in its own place, and nowhere else; wrong ones have to wait.
#![cfg(target_arch = "wasm32")]

use leptos::mount::mount_to_body;
use soglia_client::device::{
    clock,
    crypto::{self, CryptoTrouble, DataKey},
    drafts,
    indexeddb::IndexedDb,
    profile::{Profile, Vault},
};
use soglia_domain::{
    author::{Author, Role},
    id::{DeviceId, OrganisationId, PersonId},
};
use soglia_sync::change::SignedIn;
use uuid::Uuid;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const PHRASE: &str = "tre gatti sul tetto";

fn someone() -> SignedIn {
    SignedIn {
        author: Author {
            person: PersonId(Uuid::now_v7()),
            name: "Marta".to_owned(),
            role: Role::SocialWorker,
            organisation: OrganisationId(Uuid::from_u128(1)),
            organisation_name: "Comune di Milano".to_owned(),
        },
        device: DeviceId(Uuid::now_v7()),
    }
}

#[wasm_bindgen_test]
async fn a_phrase_opens_what_it_sealed_and_nothing_else_does() {
    let sealed = crypto::seal_with_passphrase(b"Famiglia Ionescu", PHRASE)
        .await
        .expect("it is sealed");
    assert!(!sealed.windows(7).any(|part| part == b"Ionescu"));
    let opened = crypto::open_with_passphrase(&sealed, PHRASE).await;
    assert_eq!(opened.as_deref(), Ok(b"Famiglia Ionescu".as_slice()));
    let wrong = crypto::open_with_passphrase(&sealed, "tre gatti sul tetto ").await;
    assert_eq!(wrong, Err(CryptoTrouble::WrongPhrase));
    for at in [6, 30, sealed.len() - 1] {
        let mut changed = sealed.clone();
        changed[at] ^= 1;
        let opened = crypto::open_with_passphrase(&changed, PHRASE).await;
        assert_eq!(opened, Err(CryptoTrouble::WrongPhrase), "byte {at}");
    }
    for cut in [0, 3, 21, 25] {
        assert!(
            crypto::open_with_passphrase(&sealed[..cut], PHRASE)
                .await
                .is_err()
        );
    }
}

#[wasm_bindgen_test]
async fn accents_written_in_two_ways_are_the_same_phrase() {
    let sealed = crypto::seal_with_passphrase(b"x", "perch\u{e9} no, Citt\u{e0}")
        .await
        .expect("it is sealed");
    let opened = crypto::open_with_passphrase(&sealed, "perche\u{301} no, Citta\u{300}").await;
    assert_eq!(opened.as_deref(), Ok(b"x".as_slice()));
}

#[wasm_bindgen_test]
async fn a_value_that_was_moved_to_another_place_does_not_open() {
    let (key, wrapped) = DataKey::generate(PHRASE).await.expect("a key");
    let sealed = key.seal("records/a", b"650").await.expect("it is sealed");
    assert_eq!(
        key.open("records/a", &sealed).await.as_deref(),
        Ok(b"650".as_slice())
    );
    assert_eq!(
        key.open("records/b", &sealed).await,
        Err(CryptoTrouble::WrongPhrase)
    );
    let again = key.seal("records/a", b"650").await.expect("it is sealed");
    assert_ne!(sealed, again, "a nonce is never used twice");

    let new = DataKey::rewrap(&wrapped, PHRASE, "altra frase lunga")
        .await
        .expect("it is wrapped");
    assert!(DataKey::rewrap(&wrapped, "sbagliata", "x").await.is_err());
    assert!(DataKey::unwrap(&new, PHRASE).await.is_err());
    let same = DataKey::unwrap(&new, "altra frase lunga").await.expect("the key");
    assert_eq!(
        same.open("records/a", &sealed).await.as_deref(),
        Ok(b"650".as_slice())
    );
}

#[wasm_bindgen_test]
async fn wrong_phrases_make_the_next_try_wait_longer_and_longer() {
    let marta = someone();
    let mut profile = Profile::default();
    let vault = Vault {
        id: Uuid::now_v7(),
        device: marta.device,
        wrapped: Vec::new(),
    };
    profile.add_vault(" Marta ", marta.clone(), vault, 1_000);
    assert_eq!(profile.device_for("marta"), marta.device);
    let account = profile.account_mut(marta.author.person).expect("the account");
    let mut waits = Vec::new();
    for _ in 0..12 {
        account.note_try(10_000);
        waits.push(account.wait_ms(10_000) / 1_000);
    }
    assert_eq!(waits, [0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 300, 300]);
    assert_eq!(account.wait_ms(310_000), 0, "it passes");
    assert_eq!(
        account.wait_ms(0),
        300_000,
        "a clock that was set back makes it no longer"
    );
    account.note_opened(400_000);
    assert_eq!(account.wait_ms(400_000), 0);
}

#[wasm_bindgen_test]
async fn a_draft_that_is_being_written_is_on_the_disk_before_the_store_closes() {
    let (key, _) = DataKey::generate(PHRASE).await.expect("a key");
    let store = IndexedDb::of_vault(Uuid::now_v7(), key).await.expect("it opens");
    // Mounting anything starts what runs tasks.
    mount_to_body(|| ());
    let person = PersonId(Uuid::now_v7());
    // Somewhere here the first reads what is on the disk, to add itself and write it.
    for later_ms in 0..6 {
        drafts::open(store.clone(), person).await;
        let (first, second) = (format!("first/{later_ms}"), format!("second/{later_ms}"));
        drafts::set(&first, Some("half a sentence".to_owned()));
        clock::wait(500).await;
        clock::wait(later_ms).await;
        drafts::set(&second, Some("another".to_owned()));
        drafts::close().await;
        assert_eq!(drafts::get(&first), None, "it is closed");
        drafts::open(store.clone(), person).await;
        for (name, text) in [(first, "half a sentence"), (second, "another")] {
            assert_eq!(drafts::get(&name).as_deref(), Some(text), "{name}");
        }
        drafts::close().await;
    }
}
