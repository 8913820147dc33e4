// SPDX-License-Identifier: AGPL-3.0-or-later
// Long because: two stories, told from their beginning to their end.
//! Erasing a household: two people, one act, and the name in no file afterwards.
use crate::{
    changes::{open, propose, ready_dwelling},
    diary::{stands, withdraw},
    photos::{image, upload},
    place::{Place, Someone, command, on_both, problem, run},
};
use reqwest::blocking::Response;
use serde_json::{Value, json};
use soglia_domain::{
    action::Action,
    answer::Answer as Told,
    calendar::Day,
    diary_entry::{Circle, EntryTopic, Verb as DiaryVerb},
    digest::sha256_hex,
    household::{HouseholdAnswer, HouseholdPartId, MemberAnswer, Verb},
    id::{DiaryEntryId, HouseholdId, MemberId, PlacementId},
    key::Identity as _,
    photo::{Photo, PhotoStage},
    tax_code::TaxCode,
};
use soglia_sync::change::Answer;
use std::path::Path;
use uuid::Uuid;

const NAME: &str = "Zuccherofilato";
const CODE: &str = "RSSMRA85T10F205R";
const ACT: &str = "prot. 4711 del 3 novembre 2026";

/// A household with something of everything, and an offer that is open.
struct Followed {
    household: HouseholdId,
    offer: PlacementId,
    image: Vec<u8>,
}

fn followed(anna: &Someone<'_>, bruno: &Someone<'_>, sara: &Someone<'_>) -> Followed {
    let dwelling = ready_dwelling(bruno, Some(sara.author.organisation));
    let household = open(anna, &format!("Famiglia {NAME}"));
    let member = MemberId(7);
    let on = |verb| Action::on(household, verb);
    stands(&anna.act(on(Verb::AddMember { member }), Vec::new()));
    let part = HouseholdPartId::Member(member);
    let fact = MemberAnswer::TaxCode(Told::Known(TaxCode::parse(CODE).unwrap()));
    stands(&anna.act(on(Verb::SayOf { part, fact }), Vec::new()));
    let entry = Action::on(
        DiaryEntryId(Uuid::now_v7()),
        DiaryVerb::Write {
            household,
            day: Day::constant(2026, 4, 1),
            topic: EntryTopic::Meeting,
            text: format!("La signora {NAME} racconta"),
            circle: Circle::Partners,
        },
    );
    stands(&anna.act(entry, Vec::new()));
    let image = image(1, 120_000);
    upload(anna, &image);
    let page = Photo {
        id: sha256_hex(&image).parse().unwrap(),
        size: image.len() as u32,
        media_type: "image/jpeg".to_owned(),
        taken: Day::constant(2026, 4, 1),
        stage: PhotoStage::Other,
        caption: String::new(),
    };
    stands(&anna.act(on(Verb::AddPage { page }), Vec::new()));
    let offer = PlacementId(Uuid::now_v7());
    stands(&anna.act(propose(household, dwelling, offer), Vec::new()));
    // What was refused and what was set aside speak of it too.
    let label = format!("Nucleo {NAME}");
    let again = anna.act(on(Verb::Open { label }), Vec::new());
    assert!(matches!(again, Answer::Refused { .. }), "{again:?}");
    let said = HouseholdAnswer::Phone(Told::Known(NAME.to_owned()));
    let mut newer = json!(anna.change(on(Verb::Say(said)), Vec::new()));
    newer["action"]["verb"] = json!({ "household": { "dance": { "tempo": NAME } } });
    anna.send(&json!({ "changes": [newer] }));
    Followed {
        household,
        offer,
        image,
    }
}

fn ask(someone: &Someone<'_>, household: HouseholdId) -> Response {
    let asked = json!({ "record": household.key(), "act": ACT, "reason": "term" });
    someone.post("/api/erasures").json(&asked).send().unwrap()
}

fn archive(someone: &Someone<'_>, household: HouseholdId) -> Response {
    let asked = json!({ "record": household.key() });
    someone.post("/api/archive").json(&asked).send().unwrap()
}

fn archived(someone: &Someone<'_>) -> Vec<Value> {
    let told: Value = someone.get("/api/archive").send().unwrap().json().unwrap();
    told["archived"].as_array().unwrap().clone()
}

fn reopen(someone: &Someone<'_>, household: HouseholdId) -> Response {
    let path = format!("/api/archive/{}", household.key());
    someone
        .put(&path)
        .json(&json!({ "reason": "returned" }))
        .send()
        .unwrap()
}

fn decide(someone: &Someone<'_>, household: HouseholdId, erase: bool) -> Response {
    let path = format!("/api/erasures/{}", household.key());
    someone
        .put(&path)
        .json(&json!({ "erase": erase }))
        .send()
        .unwrap()
}

fn asked(someone: &Someone<'_>) -> Vec<Value> {
    let told: Value = someone.get("/api/erasures").send().unwrap().json().unwrap();
    told["erasures"].as_array().unwrap().clone()
}

/// The files below a folder in which one of some words stands.
fn found(folder: &Path, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(self::found(&path, words));
        } else {
            let bytes = std::fs::read(&path).unwrap();
            found.extend(named(&bytes, words).then(|| path.display().to_string()));
        }
    }
    found
}

fn named(bytes: &[u8], words: &[&str]) -> bool {
    let stands = |word: &&str| bytes.windows(word.len()).any(|here| here == word.as_bytes());
    words.iter().any(stands)
}

/// A backup as it lies in a drawer, unpacked.
fn backup(data: &Path, name: &str, keys: &Path) -> (std::path::PathBuf, Vec<u8>) {
    let file = data.with_file_name(name);
    let words = ["backup", file.to_str().unwrap(), "--keys", keys.to_str().unwrap()];
    command(data, &words);
    let unpacked = zstd::decode_all(std::fs::File::open(&file).unwrap()).unwrap();
    (file, unpacked)
}

#[test]
fn two_people_and_an_act_erase_a_household() {
    on_both(|stage| {
        let anna = stage.person("anna", "social-worker", "Welfare");
        let bruno = stage.person("bruno", "housing-officer", "Casa");
        let sara = stage.person("sara", "managing-partner", "Cooperativa");
        let giorgio = stage.person("giorgio", "auditor", "Protezione dati");
        let Followed { household, offer, .. } = followed(&anna, &bruno, &sara);
        let (of_anna, of_sara) = (anna.pull(0), sara.pull(0));
        assert!(of_sara.records.iter().any(|stored| stored.key == household.key()));

        assert_eq!(problem(archive(&anna, household), 409), "still_followed");
        stands(&anna.act(withdraw(offer), Vec::new()));
        assert_eq!(problem(ask(&anna, household), 404), "not_found");
        for other in [&bruno, &sara, &giorgio] {
            assert_eq!(problem(archive(other, household), 403), "not_a_keeper");
            assert_eq!(
                problem(other.get("/api/archive").send().unwrap(), 403),
                "not_a_keeper"
            );
            assert_eq!(problem(ask(other, household), 403), "not_a_keeper");
            assert_eq!(problem(reopen(other, household), 403), "not_a_keeper");
        }
        let nowhere = HouseholdId(Uuid::now_v7());
        assert_eq!(problem(archive(&anna, nowhere), 404), "not_found");
        assert_eq!(problem(reopen(&anna, household), 404), "not_found");
        assert_eq!(archive(&anna, household).status(), 204);
        let known = archived(&anna);
        assert_eq!((known.len(), &known[0]["n_members"]), (1, &json!(1)));
        assert!(!known[0].to_string().contains(NAME), "{known:?}");
        let history = format!("/api/records/{}/history", household.key());
        assert_eq!(problem(anna.get(&history).send().unwrap(), 404), "not_found");
        // Out, at work, and in again.
        assert_eq!(reopen(&anna, household).status(), 204);
        assert_eq!(anna.get(&history).send().unwrap().status(), 200);
        let back = anna.pull(of_anna.cursor.0);
        assert!(back.records.iter().any(|stored| stored.key == household.key()));
        assert_eq!(archive(&anna, household).status(), 204);
        for act in ["  ", &"a".repeat(121)] {
            let asked = json!({ "record": household.key(), "act": act, "reason": "term" });
            let answer = anna.post("/api/erasures").json(&asked).send().unwrap();
            assert_eq!(problem(answer, 422), "act_missing");
        }
        assert_eq!(problem(decide(&giorgio, household, true), 404), "not_found");
        assert_eq!(ask(&anna, household).status(), 204);
        assert_eq!(problem(ask(&anna, household), 409), "asked_before");
        assert_eq!(problem(decide(&anna, household, true), 403), "not_an_auditor");

        // Taken out meanwhile it is not erased.
        assert_eq!(reopen(&anna, household).status(), 204);
        assert_eq!(problem(decide(&giorgio, household, true), 409), "still_followed");
        assert_eq!(archive(&anna, household).status(), 204);

        // Declined, asked again, and erased.
        assert_eq!(decide(&giorgio, household, false).status(), 204);
        assert_eq!(asked(&anna)[0]["state"], json!("declined"));
        assert_eq!(ask(&anna, household).status(), 204);
        assert_eq!(
            problem(sara.get("/api/erasures").send().unwrap(), 403),
            "not_a_keeper"
        );
        assert_eq!(asked(&giorgio)[0]["act"], json!(ACT));
        assert_eq!(decide(&giorgio, household, true).status(), 204);
        let told = asked(&giorgio);
        assert_eq!((told.len(), &told[0]["state"]), (1, &json!("erased")));
        assert_eq!(problem(ask(&anna, household), 404), "not_found");
        assert_eq!(problem(decide(&giorgio, household, true), 404), "not_found");

        // Whoever had it is told, and nobody gets it any more.
        for (someone, before) in [(&anna, &of_anna), (&sara, &of_sara)] {
            let now = someone.pull(before.cursor.0);
            assert!(
                now.removed.contains(&household.key().to_string()),
                "{:?}",
                now.removed
            );
            let afresh = someone.pull(0);
            assert!(
                afresh
                    .records
                    .iter()
                    .all(|stored| stored.key != household.key() && !stored.roots.contains(&household.key()))
            );
        }
        let late = Verb::Say(HouseholdAnswer::Phone(Told::Known(NAME.to_owned())));
        let answer = anna.act(Action::on(household, late), Vec::new());
        assert!(matches!(answer, Answer::Refused { .. }), "{answer:?}");
        stage.verify();
    });
}

#[test]
fn after_an_erasure_the_name_is_in_no_file_and_in_no_backup() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let bruno = place.person("bruno", "housing-officer", "Casa");
    let sara = place.person("sara", "managing-partner", "Cooperativa");
    let giorgio = place.person("giorgio", "auditor", "Protezione dati");
    let other = open(&anna, "Famiglia Altrove");
    let Followed {
        household,
        offer,
        image,
    } = followed(&anna, &bruno, &sara);
    stands(&anna.act(withdraw(offer), Vec::new()));
    let image_name = sha256_hex(&image);
    let words = [NAME, CODE, image_name.as_str()];
    let data = place.data();
    let keys = data.with_file_name("last.keys");
    assert!(!found(&data, &words).is_empty(), "it is there to begin with");

    // Sealed under a key of its own, what a backup holds of it is not read without the keys.
    let (before, unpacked) = backup(&data, "before.soglia", &keys);
    assert!(!named(&unpacked, &[NAME, CODE, "Altrove"]));
    assert!(!named(&unpacked, &["La signora", "racconta"]));
    let sealed_image = &image[1_000..1_064];
    assert!(!unpacked.windows(64).any(|here| here == sealed_image));
    let elsewhere = data.with_file_name("elsewhere");
    let restored = |data: &Path, keys: &Path| {
        let words = [
            "restore",
            before.to_str().unwrap(),
            "--keys",
            keys.to_str().unwrap(),
            "--json",
        ];
        run(data, &words)
    };
    let (code, told) = restored(&elsewhere, &keys);
    assert_eq!(code, 0, "{told}");
    assert!(
        !found(&elsewhere, &words).is_empty(),
        "with the keys everything comes back"
    );
    // The keys of another store are not written over.
    let stranger = Place::new();
    open(
        &stranger.person("olga", "social-worker", "Welfare"),
        "Famiglia Lontana",
    );
    let file = stranger.data().with_file_name("theirs.soglia");
    let theirs = ["backup", file.to_str().unwrap(), "--keys", keys.to_str().unwrap()];
    let (code, told) = run(&stranger.data(), &theirs);
    assert_eq!((code, told.contains("another one")), (2, true), "{told}");
    let without = data.with_file_name("without");
    let (code, told) = run(&without, &["restore", before.to_str().unwrap()]);
    assert_eq!((code, told.contains("--keys")), (1, true), "{told}");

    assert_eq!(archive(&anna, household).status(), 204);
    assert_eq!(ask(&anna, household).status(), 204);
    assert_eq!(decide(&giorgio, household, true).status(), 204);
    assert_eq!(found(&data, &words), Vec::<String>::new());
    let verified = place.verify_with_audit();
    assert_eq!(
        (&verified["ok"], &verified["n_blobs"]),
        (&json!(true), &json!(0)),
        "{verified}"
    );

    // A backup made now, and the one of before with the keys of now.
    let (after, unpacked) = backup(&data, "after.soglia", &keys);
    assert!(!named(&unpacked, &words));
    let late = data.with_file_name("late");
    let (code, told) = restored(&late, &keys);
    assert_eq!(code, 0, "{told}");
    assert_eq!(found(&late, &words), Vec::<String>::new());
    assert!(!found(&late, &["Altrove"]).is_empty(), "the others come back");
    let words = [
        "restore",
        after.to_str().unwrap(),
        "--keys",
        keys.to_str().unwrap(),
    ];
    let again = data.with_file_name("again");
    let (code, told) = run(&again, &words);
    assert_eq!(code, 0, "{told}");
    assert!(!found(&again, &[&other.to_string()]).is_empty());
    // And a backup of what came back holds nothing of it either.
    let (_, unpacked) = backup(&late, "later.soglia", &keys);
    assert!(!named(&unpacked, &[NAME, CODE, &image_name]));
}
