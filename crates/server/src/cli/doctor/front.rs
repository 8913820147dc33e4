// SPDX-License-Identifier: AGPL-3.0-or-later
//! How the server stands towards the network: its address, its certificate, the proxy before it, and what is secret about it.
use super::found::Found;
use crate::{
    cli::{common::DataArgs, serve::ServeArgs},
    private_file,
};
use std::path::Path;

/// The address, the certificate and the files that hold secrets.
pub(super) fn all(args: &ServeArgs) -> Vec<Found> {
    let mut found = vec![address(args)];
    found.extend(certificate(args));
    found.extend(proxy(args));
    found.extend(
        args.metrics_token_file
            .as_deref()
            .map(|file| secret_file("metrics_token", "the token for metrics", file)),
    );
    found.extend(
        args.data
            .database_url_file
            .as_deref()
            .map(|file| secret_file("database_url_file", "the address of the database", file)),
    );
    found.extend(password_in_view(&args.data, std::env::args()));
    found
}

fn address(args: &ServeArgs) -> Found {
    const NAME: &str = "address";
    let listen = args.listen;
    if listen.ip().is_loopback() {
        Found::well(NAME, format!("{listen} is reached from this machine alone"))
    } else if args.tls_cert.is_some() {
        Found::well(NAME, format!("{listen} is reached from other machines, on https"))
    } else if args.behind_proxy {
        Found::doubt(
            NAME,
            format!("{listen} is reached from other machines without encryption, and not by the proxy alone"),
            "let a firewall admit the proxy alone, or listen on 127.0.0.1: whoever comes past the proxy may claim any address",
        )
    } else {
        Found::doubt(
            NAME,
            format!("{listen} is reached from other machines, without encryption"),
            "listen on 127.0.0.1 behind a proxy with a certificate and say --behind-proxy, or name one with --tls-cert and \
             --tls-key: browsers keep no session and no store without https",
        )
    }
}

/// A certificate of the server's own, as `serve` would read it.
fn certificate(args: &ServeArgs) -> Option<Found> {
    const NAME: &str = "certificate";
    match args.tls() {
        Ok(None) => None,
        Ok(Some(_)) => Some(Found::well(NAME, "the certificate and its key belong together")),
        Err(sentence) => Some(Found::wrong(
            NAME,
            sentence,
            "name the chain with --tls-cert and its key with --tls-key, both in PEM, the key for the user of the server alone",
        )),
    }
}

/// Whether the server knows that it stands behind a proxy, or needs none.
fn proxy(args: &ServeArgs) -> Option<Found> {
    const NAME: &str = "proxy";
    match (args.behind_proxy, args.tls_cert.is_some()) {
        (true, false) => Some(Found::well(NAME, "what the proxy says of the client is believed")),
        (true, true) => Some(Found::doubt(
            NAME,
            "the server has a certificate of its own, and believes what a proxy says",
            "leave --behind-proxy out where clients connect directly: they could claim any address",
        )),
        (false, _) => None,
    }
}

/// A file that holds a secret, as `serve` would read it.
fn secret_file(name: &'static str, what: &str, file: &Path) -> Found {
    match private_file::read(file) {
        Ok(_) => Found::well(name, format!("{what} is read from {}", file.display())),
        Err(sentence) => Found::wrong(
            name,
            sentence,
            "give the file to the user of the server, and to nobody else",
        ),
    }
}

/// Whether the command line holds a password, where every user of the machine reads it.
fn password_in_view(data: &DataArgs, words: impl Iterator<Item = String>) -> Option<Found> {
    let is_given = |word: String| word == "--database-url" || word.starts_with("--database-url=");
    let is_in_view = words.into_iter().any(is_given);
    (is_in_view && data.has_password()).then(|| {
        Found::doubt(
            "database_password",
            "the password of the database stands on the command line, where everybody on this machine reads it with `ps`",
            "write the address to a file of mode 600 and name it with --database-url-file, or give it by SOGLIA_DATABASE_URL",
        )
    })
}
