// SPDX-License-Identifier: AGPL-3.0-or-later
//! The line to the provider: enciphered, without redirects, with an end in time and in size.
use super::trouble::Trouble;
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse, http, url::Url};
use s3_http::{Client, Request, redirect::Policy};
use std::{fmt, pin::Pin, time::Duration};

/// An answer that takes longer has no end.
const LONGEST: Duration = Duration::from_secs(10);

/// Keys, descriptions and tokens are small.
const MOST_BYTES: usize = 256 * 1024;

/// The line to the provider.
pub(super) struct Line {
    client: Client,
    /// Whether the provider is a program of this machine, as in tests: then it needs no certificate.
    is_here: bool,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unanswered {
    /// An address that is not enciphered, or no address.
    Address,
    /// Not reached, not in time, or not whole.
    Line,
    /// More than is taken.
    TooLarge,
}

impl fmt::Display for Unanswered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Address => "the address is not on https",
            Self::Line => "no answer in time",
            Self::TooLarge => "the answer is larger than is taken",
        })
    }
}

impl std::error::Error for Unanswered {}

impl From<Unanswered> for Trouble {
    fn from(unanswered: Unanswered) -> Self {
        match unanswered {
            Unanswered::Address => Self::Answer("it names an address that is not on https"),
            Unanswered::Line => Self::Unreachable,
            Unanswered::TooLarge => Self::Answer("its answer is larger than is taken"),
        }
    }
}

impl Line {
    pub(super) fn new(is_here: bool) -> Result<Self, String> {
        // Chosen once for the whole program; a second choice is the same one.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            .redirect(Policy::none())
            .timeout(LONGEST)
            .build()
            .map_err(|_| "the client for the identity provider cannot be made".to_owned())?;
        Ok(Self { client, is_here })
    }

    /// Asks, and reads the whole answer.
    async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, Unanswered> {
        let request = Request::try_from(request).map_err(|_| Unanswered::Address)?;
        if !may_be_asked(request.url(), self.is_here) {
            return Err(Unanswered::Address);
        }
        let mut response = self.client.execute(request).await.map_err(|_| Unanswered::Line)?;
        let mut answer = http::Response::builder().status(response.status());
        if let Some(headers) = answer.headers_mut() {
            headers.clone_from(response.headers());
        }
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(|_| Unanswered::Line)? {
            if body.len() + chunk.len() > MOST_BYTES {
                return Err(Unanswered::TooLarge);
            }
            body.extend_from_slice(&chunk);
        }
        answer.body(body).map_err(|_| Unanswered::Line)
    }
}

impl<'a> AsyncHttpClient<'a> for Line {
    type Error = Unanswered;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, Unanswered>> + Send + 'a>>;

    fn call(&'a self, request: HttpRequest) -> Self::Future {
        Box::pin(self.ask(request))
    }
}

/// Whether an address may be asked: on https, or on this machine where the provider is there too.
pub(super) fn may_be_asked(address: &Url, is_here: bool) -> bool {
    address.scheme() == "https" || (is_here && address.scheme() == "http" && is_loopback(address))
}

/// Whether an address is one of this machine.
pub(super) fn is_loopback(address: &Url) -> bool {
    use openidconnect::url::Host;
    match address.host() {
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}
