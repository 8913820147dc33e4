// SPDX-License-Identifier: AGPL-3.0-or-later
//! Connections: accepted, enciphered where there is a certificate, and ended when whoever is at the other end is too slow.
mod line;

use self::line::Line;
use crate::patience::Patience;
use axum::{Router, extract::Request};
use hyper::{
    body::Incoming,
    server::conn::http1,
    service::{Service as _, service_fn},
};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::{GracefulShutdown, Watcher},
    service::TowerToHyperService,
};
use std::{
    future::Future,
    io::ErrorKind,
    net::{IpAddr, SocketAddr},
    pin::pin,
    sync::Arc,
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpListener, TcpStream},
    time::{sleep, timeout},
};
use tokio_rustls::{TlsAcceptor, rustls::ServerConfig};

/// The head of a request is not longer than this, in bytes: browsers send one or two thousand.
const MOST_OF_HEAD: usize = 65_536;

/// When the system gives no more connections, it is asked again after this long.
const OUT_OF_CONNECTIONS: Duration = Duration::from_millis(500);

/// Who is at the other end of a connection; it lies beside each of its requests.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Peer {
    /// Whoever connected: the client, or a proxy before it.
    pub(crate) address: IpAddr,
    /// Whether the connection is enciphered by this server.
    pub(crate) is_secure: bool,
}

/// How connections are taken.
pub(crate) struct Listening {
    /// Where they come in.
    pub(crate) listener: TcpListener,
    /// The certificate, where this server has one of its own.
    pub(crate) tls: Option<Arc<ServerConfig>>,
    /// How long it waits for who is slow.
    pub(crate) patience: Patience,
}

impl Listening {
    /// Serves until it is asked to stop, and then until the last request is answered.
    pub(crate) async fn serve(self, router: Router, stopped: impl Future<Output = ()>) {
        let Self {
            listener,
            tls,
            patience,
        } = self;
        let tls = tls.map(TlsAcceptor::from);
        let router = TowerToHyperService::new(router);
        let open = GracefulShutdown::new();
        let mut stopped = pin!(stopped);
        loop {
            let (stream, address) = tokio::select! {
                accepted = accept(&listener) => accepted,
                () = &mut stopped => break,
            };
            let connection = Connection {
                router: router.clone(),
                patience,
                watcher: open.watcher(),
                address: address.ip(),
            };
            tokio::spawn(connection.take(stream, tls.clone()));
        }
        drop(listener);
        open.shutdown().await;
    }
}

/// The next connection. What goes wrong with one does not keep the others out.
async fn accept(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok(accepted) => return accepted,
            Err(error)
                if matches!(
                    error.kind(),
                    ErrorKind::ConnectionRefused | ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset
                ) => {}
            Err(error) => {
                eprintln!("soglia: no connection can be taken at the moment: {error}");
                sleep(OUT_OF_CONNECTIONS).await;
            }
        }
    }
}

/// What a connection needs.
struct Connection {
    router: TowerToHyperService<Router>,
    patience: Patience,
    watcher: Watcher,
    address: IpAddr,
}

impl Connection {
    /// Shakes hands where there is a certificate, and answers. Whoever does not come to the point in time is not told why.
    async fn take(self, stream: TcpStream, tls: Option<TlsAcceptor>) {
        // Answers are small, and somebody waits for each.
        let _ = stream.set_nodelay(true);
        let line = Line::new(stream, self.patience.answer);
        match tls {
            None => self.answer(line, false).await,
            Some(tls) => {
                if let Ok(Ok(line)) = timeout(self.patience.head, tls.accept(line)).await {
                    self.answer(line, true).await;
                }
            }
        }
    }

    async fn answer(self, line: impl AsyncRead + AsyncWrite + Unpin + Send + 'static, is_secure: bool) {
        let peer = Peer {
            address: self.address,
            is_secure,
        };
        let router = self.router;
        let service = service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(peer);
            router.call(request)
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(self.patience.head)
            .max_buf_size(MOST_OF_HEAD)
            .keep_alive(true)
            .serve_connection(TokioIo::new(line), service);
        // Who went away, or was too slow, is no fault of the server.
        let _ = self.watcher.watch(connection).await;
    }
}
