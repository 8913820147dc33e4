// SPDX-License-Identifier: AGPL-3.0-or-later
//! A store in memory that speaks like S3, as far as photos need it.
use axum::{
    body::{Body, Bytes},
    extract::{Request, State},
    http::{Method, StatusCode},
    response::{IntoResponse, Response},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    sync::{Arc, Mutex},
};
use tokio::runtime::Runtime;

const MOMENT: &str = "2026-11-23T04:00:00.000Z";

type Objects = Arc<Mutex<BTreeMap<String, Bytes>>>;

/// The bucket "photos"; it answers until the test ends.
pub(crate) struct Bucket {
    objects: Objects,
    address: String,
    _runtime: Runtime,
}

impl Bucket {
    pub(crate) fn new() -> Self {
        let runtime = Runtime::new().unwrap();
        let objects = Objects::default();
        let listener = runtime
            .block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))
            .unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let router = axum::Router::new().fallback(answer).with_state(objects.clone());
        runtime.spawn(async move { axum::serve(listener, router).await });
        Self {
            objects,
            address,
            _runtime: runtime,
        }
    }

    /// What a program has to know to find it.
    pub(crate) fn surroundings(&self) -> [(&'static str, String); 6] {
        [
            ("SOGLIA_BLOBS", "s3://photos/milano".to_owned()),
            ("AWS_ENDPOINT", self.address.clone()),
            ("AWS_ALLOW_HTTP", "true".to_owned()),
            ("AWS_REGION", "eu-south-1".to_owned()),
            ("AWS_ACCESS_KEY_ID", "name".to_owned()),
            ("AWS_SECRET_ACCESS_KEY", "word".to_owned()),
        ]
    }

    pub(crate) fn keys(&self) -> Vec<String> {
        self.objects.lock().unwrap().keys().cloned().collect()
    }

    pub(crate) fn remove(&self, key: &str) {
        self.objects.lock().unwrap().remove(key).unwrap();
    }
}

async fn answer(State(objects): State<Objects>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let signed = head
        .headers
        .get("authorization")
        .and_then(|value| value.to_str().ok());
    assert!(signed.is_some_and(|signed| signed.starts_with("AWS4-HMAC-SHA256 Credential=name/")));
    let body = axum::body::to_bytes(body, 100_000_000).await.unwrap();
    let key = head
        .uri
        .path()
        .trim_start_matches("/photos")
        .trim_start_matches('/')
        .to_owned();
    let query = head.uri.query().unwrap_or_default();
    let mut objects = objects.lock().unwrap();
    if key.is_empty() && head.method == Method::GET {
        return list(&objects, query).into_response();
    }
    if key.is_empty() && head.method == Method::POST {
        let text = String::from_utf8(body.to_vec()).unwrap();
        let mut gone = String::new();
        for part in text.split("<Key>").skip(1) {
            let key = part.split("</Key>").next().unwrap();
            objects.remove(key);
            write!(gone, "<Deleted><Key>{key}</Key></Deleted>").unwrap();
        }
        return format!("<DeleteResult>{gone}</DeleteResult>").into_response();
    }
    let headers = |body: &Bytes| {
        [
            ("etag", "\"0\"".to_owned()),
            ("last-modified", "Mon, 23 Nov 2026 04:00:00 GMT".to_owned()),
            ("content-length", body.len().to_string()),
        ]
    };
    match (head.method, objects.get(&key)) {
        (Method::PUT, _) => {
            objects.insert(key, body);
            [("etag", "\"0\"")].into_response()
        }
        (Method::DELETE, _) => {
            objects.remove(&key);
            StatusCode::NO_CONTENT.into_response()
        }
        (_, None) => (StatusCode::NOT_FOUND, "<Error><Code>NoSuchKey</Code></Error>").into_response(),
        (Method::HEAD, Some(found)) => (headers(found), Body::empty()).into_response(),
        (_, Some(found)) => (headers(found), found.clone()).into_response(),
    }
}

fn list(objects: &BTreeMap<String, Bytes>, query: &str) -> String {
    let asked = |name: &str| {
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let value = pairs
            .into_iter()
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value);
        value.unwrap_or_default().replace("%2F", "/")
    };
    let (prefix, delimiter) = (asked("prefix"), asked("delimiter"));
    let (mut found, mut folders) = (String::new(), BTreeSet::new());
    for (key, body) in objects.iter().filter(|(key, _)| key.starts_with(&prefix)) {
        let rest = &key[prefix.len()..];
        match rest.split_once('/') {
            Some((folder, _)) if !delimiter.is_empty() => {
                folders.insert(format!("{prefix}{folder}/"));
            }
            _ => write!(
                found,
                "<Contents><Key>{key}</Key><LastModified>{MOMENT}</LastModified><Size>{}</Size><ETag>0</ETag></Contents>",
                body.len()
            )
            .unwrap(),
        }
    }
    for folder in folders {
        write!(
            found,
            "<CommonPrefixes><Prefix>{folder}</Prefix></CommonPrefixes>"
        )
        .unwrap();
    }
    format!("<ListBucketResult><IsTruncated>false</IsTruncated>{found}</ListBucketResult>")
}
