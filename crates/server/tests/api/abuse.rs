// SPDX-License-Identifier: AGPL-3.0-or-later
use crate::place::{Place, Someone, problem};
use flate2::{Compression, write::GzEncoder};
use serde_json::json;
use soglia_domain::household::Verb as HouseholdVerb;
use soglia_domain::{action::Action, id::HouseholdId};
use std::{
    io::{Read, Write},
    net::TcpStream,
    sync::atomic::{AtomicBool, Ordering},
};
use uuid::Uuid;

fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

/// Blanks that unpack to so many bytes, made without holding them.
fn bomb(n_bytes: u64) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    std::io::copy(&mut std::io::repeat(b' ').take(n_bytes), &mut packer).unwrap();
    packer.finish().unwrap()
}

fn send(
    someone: &Someone<'_>,
    coding: &str,
    body: impl Into<reqwest::blocking::Body>,
) -> reqwest::blocking::Response {
    someone
        .post("/api/changes")
        .header("content-type", "application/json")
        .header("content-encoding", coding)
        .body(body)
        .send()
        .unwrap()
}

fn a_batch(someone: &Someone<'_>, n_changes: usize) -> Vec<u8> {
    let opening = || {
        let household = HouseholdId(Uuid::now_v7());
        let label = "Famiglia Ionescu".to_owned();
        someone.change(Action::on(household, HouseholdVerb::Open { label }), Vec::new())
    };
    let changes: Vec<_> = (0..n_changes).map(|_| opening()).collect();
    json!({ "changes": changes }).to_string().into_bytes()
}

/// F22: a thousand changes are one request, packed.
#[test]
fn a_thousand_changes_travel_packed_in_one_request() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let plain = a_batch(&anna, 1_000);
    let packed = pack(&plain);
    assert!(
        packed.len() * 4 < plain.len(),
        "{} of {}",
        packed.len(),
        plain.len()
    );
    let pushed: serde_json::Value = send(&anna, "gzip", packed).json().unwrap();
    assert_eq!(pushed["answers"].as_array().unwrap().len(), 1_000);
    assert_eq!(place.verify()["n_changes"], 1_000);
}

#[test]
fn packed_bodies_that_are_damaged_or_larger_than_allowed_change_nothing() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let before = place.verify();
    let good = pack(&a_batch(&anna, 3));
    for end in [
        0,
        1,
        9,
        good.len() / 2,
        good.len() - 9,
        good.len() - 8,
        good.len() - 1,
    ] {
        problem(send(&anna, "gzip", good[..end].to_vec()), 400);
    }
    let mut damaged = good.clone();
    let at = damaged.len() - 5;
    damaged[at] ^= 1;
    problem(send(&anna, "gzip", damaged), 400);
    let mut longer = good.clone();
    longer.extend(b"and more");
    problem(send(&anna, "gzip", longer), 400);
    problem(send(&anna, "gzip", a_batch(&anna, 1)), 400);
    problem(send(&anna, "identity", good.clone()), 400);
    for coding in ["br", "deflate", "gzip, gzip", "zip"] {
        assert_eq!(
            problem(send(&anna, coding, good.clone()), 415),
            "unsupported_media_type"
        );
    }
    assert_eq!(problem(send(&anna, "gzip", bomb(4_000_001)), 413), "too_large");
    assert_eq!(problem(send(&anna, "gzip", bomb(200_000_000)), 413), "too_large");
    assert_eq!(place.verify(), before);
    assert_eq!(send(&anna, "gzip", good).status(), 200);
}

#[test]
fn bodies_of_a_hundred_megabytes_are_refused_while_others_are_served() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let bruno = place.person("bruno", "housing-officer", "Casa");
    let before = place.verify();
    let is_over = AtomicBool::new(false);
    let n_served = std::thread::scope(|scope| {
        let others = scope.spawn(|| {
            let mut n = 0;
            while !is_over.load(Ordering::Relaxed) || n == 0 {
                assert_eq!(bruno.get("/api/records?since=0").send().unwrap().status(), 200);
                n += 1;
            }
            n
        });
        let large = vec![b' '; 100_000_000];
        for path in ["/api/changes", "/api/session"] {
            let answer = anna
                .post(path)
                .header("content-type", "application/json")
                .body(large.clone())
                .send()
                .unwrap();
            assert_eq!(problem(answer, 413), "too_large");
        }
        is_over.store(true, Ordering::Relaxed);
        others.join().unwrap()
    });
    assert!(n_served > 0);
    assert_eq!(place.verify(), before);
}

#[test]
fn a_connection_that_ends_in_the_middle_of_a_body_changes_nothing() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let before = place.verify();
    let body = a_batch(&anna, 3);
    let address = place.url.trim_start_matches("http://");
    for end in [0, 1, body.len() / 2, body.len() - 1] {
        let mut line = TcpStream::connect(address).unwrap();
        write!(
            line,
            "POST /api/changes HTTP/1.1\r\nhost: {address}\r\ncookie: {}\r\ncontent-type: application/json\r\n\
             content-length: {}\r\n\r\n",
            anna.cookie,
            body.len()
        )
        .unwrap();
        line.write_all(&body[..end]).unwrap();
        line.shutdown(std::net::Shutdown::Write).unwrap();
        let mut answer = String::new();
        let _ = line.read_to_string(&mut answer);
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 4"), "{answer}");
    }
    assert_eq!(place.verify(), before);
}

#[test]
fn other_kinds_of_content_are_refused() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let body = a_batch(&anna, 1);
    let before = place.verify();
    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "",
        "json",
    ] {
        let answer = anna
            .post("/api/changes")
            .header("content-type", kind)
            .body(body.clone())
            .send()
            .unwrap();
        assert_eq!(problem(answer, 415), "unsupported_media_type");
    }
    assert_eq!(place.verify(), before);
}
