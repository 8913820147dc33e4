// SPDX-License-Identifier: AGPL-3.0-or-later
//! A server with a certificate of its own.
use crate::place::{Place, run};
use rcgen::{CertifiedKey, KeyPair, generate_simple_self_signed};
use rustls::{
    ClientConfig, ClientConnection, RootCertStore, StreamOwned,
    crypto::ring,
    pki_types::{CertificateDer, ServerName, pem::PemObject as _},
};
use std::{
    fs::Permissions,
    io::{Read, Write},
    net::TcpStream,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    sync::Arc,
};

/// A certificate and its key, as files that go when the test ends.
struct Files {
    folder: PathBuf,
    certificate: String,
}

impl Files {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("soglia-tls-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let CertifiedKey { cert, signing_key } =
            generate_simple_self_signed(vec!["soglia.example".to_owned()]).unwrap();
        let files = Self {
            folder,
            certificate: cert.pem(),
        };
        std::fs::write(files.path("cert.pem"), &files.certificate).unwrap();
        files.private("key.pem", &signing_key.serialize_pem());
        files
    }

    fn path(&self, name: &str) -> String {
        self.folder.join(name).display().to_string()
    }

    /// A file that its owner alone reads.
    fn private(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).unwrap();
        self.allow(name, 0o600);
    }

    fn allow(&self, name: &str, mode: u32) {
        std::fs::set_permissions(self.path(name), Permissions::from_mode(mode)).unwrap();
    }

    fn options(&self) -> [String; 4] {
        let key = self.path("key.pem");
        [
            "--tls-cert".to_owned(),
            self.path("cert.pem"),
            "--tls-key".to_owned(),
            key,
        ]
    }

    /// What `serve` says when it does not begin.
    fn refused(&self) -> String {
        let options = self.options();
        let words: Vec<&str> = ["serve", "--listen", "127.0.0.1:0"]
            .into_iter()
            .chain(options.iter().map(String::as_str))
            .collect();
        let (code, said) = run(Path::new(&self.path("data")), &words);
        assert_eq!(code, 1, "{said}");
        said
    }

    fn place(&self) -> Place {
        let options = self.options();
        let options: Vec<&str> = options.iter().map(String::as_str).collect();
        Place::with(&options)
    }

    /// What the server answers to somebody who trusts this certificate and no other.
    fn get(&self, place: &Place, path: &str) -> String {
        let mut trusted = RootCertStore::empty();
        let certificate = CertificateDer::from_pem_slice(self.certificate.as_bytes()).unwrap();
        trusted.add(certificate).unwrap();
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(trusted)
            .with_no_client_auth();
        let name = ServerName::try_from("soglia.example").unwrap();
        let client = ClientConnection::new(Arc::new(config), name).unwrap();
        let line = TcpStream::connect(place.address()).unwrap();
        let mut line = StreamOwned::new(client, line);
        write!(
            line,
            "GET {path} HTTP/1.1\r\nhost: soglia.example\r\nconnection: close\r\n\r\n"
        )
        .unwrap();
        let mut said = Vec::new();
        // A server that ends without a farewell is a failure to rustls, whatever came before.
        let _ = line.read_to_end(&mut said);
        String::from_utf8(said).unwrap()
    }
}

impl Drop for Files {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

#[test]
fn a_server_with_a_certificate_answers_on_https_and_to_nobody_in_the_clear() {
    let files = Files::new("answers");
    let place = files.place();
    assert!(place.url.starts_with("https://"));
    let said = files.get(&place, "/api/status");
    assert!(said.starts_with("HTTP/1.1 200 "), "{said}");
    assert!(
        said.contains("strict-transport-security: max-age=31536000\r\n"),
        "{said}"
    );
    let clear = format!("http://{}/api/status", place.address());
    assert!(reqwest::blocking::get(clear).is_err());
    assert!(files.get(&place, "/").contains("<title>Soglia</title>"));
}

#[test]
fn a_key_that_belongs_to_another_certificate_is_refused() {
    let files = Files::new("other");
    files.private("key.pem", &KeyPair::generate().unwrap().serialize_pem());
    assert!(files.refused().contains("does not belong to the certificate"));
}

#[test]
fn a_key_that_others_may_read_is_refused() {
    let files = Files::new("open");
    for mode in [0o640, 0o604, 0o660] {
        files.allow("key.pem", mode);
        let said = files.refused();
        assert!(
            said.contains("open to others") && said.contains("chmod 600"),
            "{said}"
        );
    }
    files.allow("key.pem", 0o400);
    assert!(files.get(&files.place(), "/api/status").contains(" 200 "));
}

#[test]
fn files_that_hold_neither_certificate_nor_key_are_refused_by_name() {
    let files = Files::new("none");
    files.private("key.pem", "no key");
    assert!(files.refused().contains("key.pem holds no private key"));
    std::fs::write(files.path("cert.pem"), "no certificate").unwrap();
    assert!(files.refused().contains("cert.pem holds no certificate"));
    std::fs::remove_file(files.path("cert.pem")).unwrap();
    assert!(files.refused().contains("cannot be read"));
}

#[test]
fn a_certificate_without_a_key_is_no_command() {
    let (code, said) = run(&std::env::temp_dir(), &["serve", "--tls-cert", "cert.pem"]);
    assert_eq!(code, 2, "{said}");
}
