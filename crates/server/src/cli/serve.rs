// SPDX-License-Identifier: AGPL-3.0-or-later
//! `soglia serve`.
use super::{CommandError, Done, ServeArgs, open, say};
use crate::http::{App, router};
use tokio::net::TcpListener;

pub(super) async fn serve(args: ServeArgs) -> Done {
    let store = open(&args.data).await?;
    if !args.dist.join("index.html").is_file() {
        eprintln!(
            "soglia: {} holds no index.html; only the API answers",
            args.dist.display()
        );
    }
    let listener = TcpListener::bind(args.listen)
        .await
        .map_err(|error| CommandError::Input(format!("cannot listen on {}: {error}", args.listen)))?;
    let address = listener.local_addr().unwrap_or(args.listen);
    say(format_args!("Soglia answers on http://{address}"));
    axum::serve(listener, router(App::new(store, args.dist)))
        .with_graceful_shutdown(stopped())
        .await
        .map_err(|error| CommandError::Input(format!("the server stopped: {error}")))
}

/// Waits for an interrupt, or for the request to end that a system sends.
async fn stopped() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending::<()>().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
