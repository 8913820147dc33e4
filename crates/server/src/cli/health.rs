// SPDX-License-Identifier: AGPL-3.0-or-later
//! `soglia health`: whether a server answers, for a container that holds no other program to ask with.
use super::common::{CommandError, Done, say};
use clap::Args;
use std::{net::SocketAddr, time::Duration};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    time::timeout,
};

/// A server that takes longer is not well.
const PATIENCE: Duration = Duration::from_secs(5);

/// What it asks. Its answer is short, and needs neither a person nor the database.
const ASKED: &[u8] = b"GET /api/status HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";

#[derive(Args)]
pub(super) struct HealthArgs {
    /// Address on which the server listens, without a certificate of its own.
    #[arg(value_name = "ADDR", default_value = "127.0.0.1:8080")]
    address: SocketAddr,
}

pub(super) async fn run(args: HealthArgs) -> Done {
    let answered = timeout(PATIENCE, ask(args.address)).await;
    match answered {
        Ok(Ok(answer)) if answer.starts_with("HTTP/1.1 200 ") => {
            say("well");
            Ok(())
        }
        Ok(Ok(_)) => Err(failed(args.address, "does not answer as Soglia does")),
        Ok(Err(_)) => Err(failed(args.address, "is not reached")),
        Err(_) => Err(failed(args.address, "does not answer in time")),
    }
}

async fn ask(address: SocketAddr) -> std::io::Result<String> {
    let mut line = TcpStream::connect(address).await?;
    line.write_all(ASKED).await?;
    let mut answer = String::new();
    line.read_to_string(&mut answer).await?;
    Ok(answer)
}

fn failed(address: SocketAddr, says: &str) -> CommandError {
    CommandError::Input(format!("{address} {says}"))
}
