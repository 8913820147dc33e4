// SPDX-License-Identifier: AGPL-3.0-or-later
//! `soglia serve`.
use super::{
    common::{CommandError, DataArgs, Done, day, last_received_ms, open, open_blobs, say, today},
    user::RoleArg,
};
use crate::{
    blobs::Blobs,
    client::Client,
    clock::{not_before, now_ms},
    demo,
    erasing::erase_images,
    http::{App, Log, Settings, router},
    listening::Listening,
    patience::Patience,
    private_file,
    provider::{self, Provider},
    retention::Terms,
    store::Backend,
    tls,
};
use clap::Args;
use soglia_domain::calendar::Day;
use soglia_ledger::{
    pull::REMOVALS_KEPT_MS,
    store::{People, Store},
};
use soglia_wording::Body;
use std::{net::SocketAddr, path::PathBuf, sync::Arc, time::Duration};
use tokio::net::TcpListener;

/// Requests under way when the server is asked to end have this long to finish.
const LAST_REQUESTS: Duration = Duration::from_secs(5);

/// A photo that nobody went on sending for a week is begun again.
const UPLOADS_KEPT_MS: i64 = 7 * 86_400_000;

#[derive(Args)]
pub(super) struct ServeArgs {
    #[command(flatten)]
    pub(super) data: DataArgs,
    /// Folder of the built client. Where none is named, the one in the program, or `dist` where it was built without one.
    #[arg(long, value_name = "DIR")]
    pub(super) dist: Option<PathBuf>,
    /// Address to listen on; port 0 takes a free one.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    pub(super) listen: SocketAddr,
    /// Fill an empty store with invented dwellings, households and people.
    #[arg(long)]
    demo: bool,
    /// Day on which the demonstration begins; what was done in it lies in the weeks before. Today where nothing is said.
    #[arg(long, value_name = "DATE", value_parser = day, requires = "demo")]
    demo_day: Option<Day>,
    /// Roles that sign in with a second factor. Who has none so far sets one up before anything else.
    #[arg(
        long,
        value_name = "ROLE",
        value_delimiter = ',',
        env = "SOGLIA_SECOND_FACTOR_FOR"
    )]
    pub(super) second_factor_for: Vec<RoleArg>,
    /// Certificate of the server with those that vouch for it, in PEM: then it answers on https and needs no proxy.
    #[arg(long, value_name = "FILE", env = "SOGLIA_TLS_CERT", requires = "tls_key")]
    pub(super) tls_cert: Option<PathBuf>,
    /// Private key of the certificate, in PEM; readable by nobody but the user that runs the server.
    #[arg(long, value_name = "FILE", env = "SOGLIA_TLS_KEY", requires = "tls_cert")]
    pub(super) tls_key: Option<PathBuf>,
    /// A proxy with a certificate stands in front: what it says of the client in x-forwarded-for (its last entry) and
    /// x-forwarded-proto is believed. Only where nobody reaches the server past the proxy.
    #[arg(long, env = "SOGLIA_BEHIND_PROXY")]
    pub(super) behind_proxy: bool,
    /// File that holds the token with which metrics are fetched from other machines; readable by nobody but its owner.
    #[arg(long, value_name = "FILE", env = "SOGLIA_METRICS_TOKEN_FILE")]
    pub(super) metrics_token_file: Option<PathBuf>,
    /// Settings of the identity provider at which people may sign in (OpenID Connect); readable by nobody but its owner.
    #[arg(long, value_name = "FILE", env = "SOGLIA_OIDC")]
    pub(super) oidc: Option<PathBuf>,
    /// Write a line about each request to standard error, as text or as JSON: never who asks, nor for what of whom.
    #[arg(long, value_name = "FORM", default_value = "off", env = "SOGLIA_LOG")]
    log: Log,
    #[command(flatten)]
    pub(super) terms: Terms,
    /// Who holds the data (the controller), with address and how to reach them, for the copies that people ask for.
    #[arg(long, value_name = "TEXT", env = "SOGLIA_CONTROLLER")]
    pub(super) controller: Option<String>,
    /// The data protection officer, with how to reach them, for the same copies.
    #[arg(long, value_name = "TEXT", env = "SOGLIA_DATA_PROTECTION_OFFICER")]
    pub(super) data_protection_officer: Option<String>,
    /// How long whoever is slow is waited for, in milliseconds. For tests.
    #[arg(long, value_name = "MS", hide = true)]
    patience_ms: Option<u64>,
}

impl ServeArgs {
    /// The token for metrics, where there is one.
    fn metrics_token(&self) -> Done<Option<String>> {
        let file = self.metrics_token_file.as_deref();
        file.map(private_file::read)
            .transpose()
            .map_err(|sentence| CommandError::Input(format!("the token for metrics: {sentence}")))
    }

    /// The identity provider, where there is one.
    pub(super) fn provider(&self) -> Result<Option<Provider>, String> {
        let settings = self.oidc.as_deref().map(provider::Settings::from_file);
        settings.transpose()?.map(Provider::new).transpose()
    }

    /// The certificate of the server, where it has one of its own.
    pub(super) fn tls(&self) -> Result<Option<Arc<rustls::ServerConfig>>, String> {
        match (&self.tls_cert, &self.tls_key) {
            (Some(certificate), Some(key)) => tls::from_files(certificate, key).map(Some),
            _ => Ok(None),
        }
    }
}

pub(super) async fn serve(args: ServeArgs) -> Done {
    let tls = args.tls().map_err(CommandError::Input)?;
    let metrics_token = args.metrics_token()?;
    let provider = args
        .provider()
        .map_err(|sentence| CommandError::Input(format!("the identity provider: {sentence}")))?;
    let store = open(&args.data).await?;
    if args.demo && store.is_empty().await? && store.knows_nobody().await? {
        let begins = args.demo_day.unwrap_or_else(today);
        if begins > today() {
            let sentence =
                "the demonstration cannot begin in the future: nothing happened yet in the weeks before";
            return Err(CommandError::Usage(sentence.to_owned()));
        }
        demo::fill(&store, demo::Extent::NOTICE, begins).await?;
    }
    if let Some(ms) = last_received_ms(&store).await? {
        not_before(ms);
    }
    let client = Client::find(args.dist.as_deref());
    if !client.holds("index.html") {
        eprintln!(
            "soglia: {} holds no index.html; only the API answers",
            client.place()
        );
    }
    let blobs = open_blobs(&args.data)?;
    tokio::spawn(forget_what_is_old(store.clone(), blobs.clone(), args.terms));
    let listener = TcpListener::bind(args.listen)
        .await
        .map_err(|error| CommandError::Input(format!("cannot listen on {}: {error}", args.listen)))?;
    let address = listener.local_addr().unwrap_or(args.listen);
    let scheme = if tls.is_some() { "https" } else { "http" };
    say(format_args!("Soglia answers on {scheme}://{address}"));
    if args.demo {
        print_sign_ins(&store).await?;
    }
    let news = store.follow().await?;
    let patience = args.patience_ms.map_or(Patience::USUAL, Patience::of_ms);
    let settings = Settings {
        client,
        factor_for: args.second_factor_for.into_iter().map(Into::into).collect(),
        patience,
        is_behind_proxy: args.behind_proxy,
        metrics_token,
        log: args.log,
        body: Body {
            controller: args.controller,
            officer: args.data_protection_officer,
        },
        provider,
    };
    let app = App::new(store, news, blobs, settings);
    let ending = app.clone();
    let listening = Listening {
        listener,
        tls,
        patience,
    };
    let serving = listening.serve(router(app), async move {
        stopped().await;
        // Whoever only listens would keep the server until its last moment.
        ending.streams.end();
    });
    tokio::select! {
        () = serving => {}
        // A connection that never ends does not keep the server from ending.
        () = async { stopped().await; tokio::time::sleep(LAST_REQUESTS).await } => {}
    }
    Ok(())
}

/// At the start and once a day: removals older than what devices are promised are forgotten (a device that comes later
/// gets a snapshot), parts of photos that nobody went on with, and what is kept for a term.
async fn forget_what_is_old(store: Backend, blobs: Blobs, terms: Terms) {
    let mut days = tokio::time::interval(Duration::from_secs(86_400));
    loop {
        days.tick().await;
        let images = erase_images(&store, &blobs).await;
        let removals = store.forget_removals(now_ms() - REMOVALS_KEPT_MS).await;
        let uploads = blobs.forget_uploads(now_ms() - UPLOADS_KEPT_MS).await;
        let kept = terms.apply(&store, now_ms()).await.map(drop);
        for error in [images, removals, uploads, kept]
            .into_iter()
            .filter_map(Result::err)
        {
            eprintln!("soglia: what is old stays for another day: {error}");
        }
    }
}

/// How to sign in to the demonstration, as far as its people exist in this store.
async fn print_sign_ins(store: &Backend) -> Done {
    let mut lines = Vec::new();
    for (sign_in, password, name, _, organisation) in demo::PEOPLE {
        if store.person(sign_in).await?.is_some() {
            lines.push(format!("  {sign_in:<12}  {password:<11}  {name}, {organisation}"));
        }
    }
    if lines.is_empty() {
        eprintln!("soglia: the store is not empty, so nothing was invented");
    } else {
        say("Demonstration: invented dwellings, households and people. Sign in as");
        lines.iter().for_each(say);
    }
    Ok(())
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
