// SPDX-License-Identifier: AGPL-3.0-or-later
//! A device: one connection, kept open. It speaks just enough HTTP to cost less than what it measures.
use crate::Done;
use serde_json::{Value, json};
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::TcpStream,
};
use uuid::Uuid;

/// One connection, signed in.
pub(crate) struct Device {
    stream: BufReader<TcpStream>,
    host: String,
    cookie: String,
    pub(crate) id: Uuid,
    pub(crate) person: Uuid,
}

/// An answer of the server.
pub(crate) struct Answer {
    pub(crate) body: Vec<u8>,
    cookie: Option<String>,
}

impl Device {
    /// Connects; `address` is host and port.
    pub(crate) async fn connect(address: &str) -> Done<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream: BufReader::with_capacity(64 * 1024, stream),
            host: address.to_owned(),
            cookie: String::new(),
            id: Uuid::now_v7(),
            person: Uuid::nil(),
        })
    }

    /// Connects and signs in.
    pub(crate) async fn sign_in(address: &str) -> Done<Self> {
        let mut device = Self::connect(address).await?;
        let asked = json!({
            "name": std::env::var("SOGLIA_LOAD_NAME")?,
            "password": std::env::var("SOGLIA_LOAD_PASSWORD")?,
            "device": device.id,
        });
        let answer = device
            .ask("POST", "/api/session", asked.to_string().as_bytes())
            .await?;
        device.cookie = answer.cookie.ok_or("no cookie came")?;
        let session: Value = serde_json::from_slice(&answer.body)?;
        device.person = session["author"]["person"]
            .as_str()
            .ok_or("no person came")?
            .parse()?;
        Ok(device)
    }

    /// Asks and waits for the whole answer; one that is not 200 is a failure.
    pub(crate) async fn ask(&mut self, method: &str, path: &str, body: &[u8]) -> Done<Answer> {
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\ncookie: {}\r\naccept-encoding: zstd\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n",
            self.host,
            self.cookie,
            body.len()
        );
        let mut request = head.into_bytes();
        request.extend_from_slice(body);
        self.stream.get_mut().write_all(&request).await?;
        let mut line = String::new();
        self.stream.read_line(&mut line).await?;
        let is_well = line.starts_with("HTTP/1.1 200");
        let status = line.trim().to_owned();
        let (mut length, mut cookie) = (0_usize, None);
        loop {
            line.clear();
            self.stream.read_line(&mut line).await?;
            let Some((name, value)) = line.trim_end().split_once(": ") else {
                break;
            };
            match name {
                "content-length" => length = value.parse()?,
                "set-cookie" => cookie = value.split(';').next().map(str::to_owned),
                _ => {}
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).await?;
        if is_well {
            Ok(Answer { body, cookie })
        } else {
            Err(format!("{method} {path}: {status} {}", String::from_utf8_lossy(&body)).into())
        }
    }
}
