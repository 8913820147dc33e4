// SPDX-License-Identifier: AGPL-3.0-or-later
//! Whoever is slow by intent holds nothing of the server for long.
use crate::{changes::open, place::Place};
use std::{
    io::{ErrorKind, Read, Write},
    net::{Shutdown, TcpStream},
    time::{Duration, Instant},
};

/// How long the servers of these tests wait, in milliseconds.
const PATIENCE: &str = "400";

/// A test that waits longer than this has failed.
const AT_MOST: Duration = Duration::from_secs(30);

fn place() -> Place {
    Place::with(&["--patience-ms", PATIENCE])
}

/// A connection on which a request was begun.
fn begun(place: &Place, head: &str) -> TcpStream {
    let mut line = TcpStream::connect(place.address()).unwrap();
    line.write_all(head.as_bytes()).unwrap();
    line.set_nonblocking(true).unwrap();
    line
}

/// Sends one more byte; false when the other end has hung up. What it said is added.
fn goes_on(line: &mut TcpStream, said: &mut Vec<u8>) -> bool {
    let sent = line.write_all(b"a");
    let mut bytes = [0; 1_024];
    match line.read(&mut bytes) {
        Ok(0) => false,
        Ok(n) => {
            said.extend_from_slice(&bytes[..n]);
            true
        }
        Err(error) => error.kind() == ErrorKind::WouldBlock && sent.is_ok(),
    }
}

/// Answers a request of somebody else.
fn serve_another(place: &Place) {
    assert_eq!(place.get("/api/status").send().unwrap().status(), 200);
}

#[test]
fn sockets_that_send_a_byte_at_a_time_are_closed_while_others_are_answered() {
    let place = place();
    let begin = Instant::now();
    let mut lines: Vec<TcpStream> = (0..200)
        .map(|_| begun(&place, "GET /api/status HTTP/1.1\r\nx-slow: "))
        .collect();
    let mut said = Vec::new();
    while !lines.is_empty() {
        lines.retain_mut(|line| goes_on(line, &mut said));
        serve_another(&place);
        assert!(begin.elapsed() < AT_MOST, "{} are still open", lines.len());
    }
    assert!(!String::from_utf8_lossy(&said).contains(" 200 "));
    assert!(
        begin.elapsed() >= Duration::from_millis(400),
        "nobody was given the time to begin"
    );
}

#[test]
fn a_connection_on_which_nothing_is_said_is_closed() {
    let place = place();
    let mut line = TcpStream::connect(place.address()).unwrap();
    line.set_read_timeout(Some(AT_MOST)).unwrap();
    assert_eq!(line.read(&mut [0; 16]).unwrap(), 0);
}

#[test]
fn a_body_that_comes_byte_by_byte_is_not_waited_for() {
    let place = place();
    let head = "POST /api/session HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 9000\r\n\r\n";
    let mut line = begun(&place, head);
    let (begin, mut said) = (Instant::now(), Vec::new());
    while goes_on(&mut line, &mut said) {
        serve_another(&place);
        assert!(begin.elapsed() < AT_MOST, "it is still open");
    }
    let said = String::from_utf8_lossy(&said);
    assert!(
        said.starts_with("HTTP/1.1 408 ") && said.contains("too_slow"),
        "{said}"
    );
}

#[test]
fn a_body_that_comes_in_pieces_and_comes_on_is_waited_for() {
    let place = place();
    let anna = place.person("anna", "social-worker", "Welfare");
    let (n_pieces, piece) = (30, vec![b' '; 5_000]);
    let head = format!(
        "POST /api/changes HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncookie: {}\r\ncontent-type: application/json\r\n\
         content-length: {}\r\n\r\n{{\"changes\":[",
        anna.cookie,
        n_pieces * piece.len() + 14
    );
    let mut line = TcpStream::connect(place.address()).unwrap();
    line.write_all(head.as_bytes()).unwrap();
    let begin = Instant::now();
    for _ in 0..n_pieces {
        line.write_all(&piece).unwrap();
        // Longer than the patience as a whole, and shorter with each piece.
        let until = Instant::now() + Duration::from_millis(30);
        while Instant::now() < until {
            serve_another(&place);
        }
    }
    assert!(begin.elapsed() > Duration::from_millis(800));
    line.write_all(b"]}").unwrap();
    let mut said = String::new();
    line.read_to_string(&mut said).unwrap();
    assert!(said.starts_with("HTTP/1.1 200 "), "{said}");
}

#[test]
fn an_answer_that_nobody_takes_is_not_held_for_ever() {
    const BYTES: usize = 48_000_000;
    let place = place();
    std::fs::write(place.dist().join("large.txt"), vec![b'a'; BYTES]).unwrap();
    let mut line = TcpStream::connect(place.address()).unwrap();
    line.write_all(b"GET /large.txt HTTP/1.1\r\nhost: a\r\n\r\n")
        .unwrap();
    let begin = Instant::now();
    while begin.elapsed() < Duration::from_secs(3) {
        serve_another(&place);
    }
    let mut taken = Vec::new();
    let _ = line.read_to_end(&mut taken);
    assert!(taken.len() < BYTES, "all of it was still there");
}

#[test]
fn the_stream_of_news_stays_open_beyond_all_patience() {
    let place = place();
    let anna = place.person("anna", "social-worker", "Welfare");
    let mut heard = anna.listen();
    heard.until(0);
    let begin = Instant::now();
    while begin.elapsed() < Duration::from_secs(2) {
        serve_another(&place);
    }
    open(&anna, "Famiglia Uno");
    heard.until(1);
}

#[test]
fn a_head_without_end_is_refused() {
    let place = Place::new();
    let mut line = TcpStream::connect(place.address()).unwrap();
    let head = format!(
        "GET /api/status HTTP/1.1\r\nhost: a\r\nx-long: {}",
        "a".repeat(200_000)
    );
    let _ = line.write_all(head.as_bytes());
    let _ = line.shutdown(Shutdown::Write);
    let mut said = Vec::new();
    let _ = line.read_to_end(&mut said);
    let said = String::from_utf8_lossy(&said);
    assert!(said.is_empty() || said.starts_with("HTTP/1.1 431 "), "{said}");
    serve_another(&place);
}
