// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who asks, as far as the network tells: from which address, and whether on an enciphered way.
use super::app::App;
use crate::listening::Peer;
use axum::{
    extract::{Request, State},
    http::HeaderMap,
    middleware::Next,
    response::Response,
};
use std::{
    net::{IpAddr, Ipv4Addr},
    sync::Arc,
};

/// What a proxy says of whom it asks for. Whoever sends one of these is not the one who connected.
const PASSED_ON: [&str; 4] = ["x-forwarded-for", "x-forwarded-proto", "forwarded", "x-real-ip"];

/// Who asks; it lies beside each request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Caller {
    /// The address of the client.
    pub(super) address: IpAddr,
    /// Whether the client reaches the server on https.
    pub(super) is_secure: bool,
    /// Whether a program of this machine asks, and not a proxy for somebody else.
    pub(super) is_here: bool,
}

impl Caller {
    /// What a proxy says is believed only where the server was told that it stands behind one.
    fn of(peer: Peer, headers: &HeaderMap, is_behind_proxy: bool) -> Self {
        let is_passed_on = PASSED_ON.iter().any(|name| headers.contains_key(*name));
        let direct = Self {
            address: peer.address,
            is_secure: peer.is_secure,
            is_here: peer.address.to_canonical().is_loopback() && !is_passed_on,
        };
        if !is_behind_proxy {
            return direct;
        }
        let last = |name: &str| {
            let values = headers.get_all(name).iter().next_back()?;
            Some(values.to_str().ok()?.rsplit(',').next()?.trim().to_owned())
        };
        Self {
            address: last("x-forwarded-for")
                .and_then(|address| address.parse().ok())
                .unwrap_or(direct.address),
            is_secure: direct.is_secure || last("x-forwarded-proto").is_some_and(|scheme| scheme == "https"),
            ..direct
        }
    }
}

/// Puts beside each request who asks.
pub(super) async fn tell(State(app): State<Arc<App>>, mut request: Request, next: Next) -> Response {
    let nobody = Peer {
        address: Ipv4Addr::UNSPECIFIED.into(),
        is_secure: false,
    };
    let peer = request.extensions().get().copied().unwrap_or(nobody);
    let caller = Caller::of(peer, request.headers(), app.is_behind_proxy);
    request.extensions_mut().insert(caller);
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::{HeaderName, HeaderValue};

    fn of(address: &str, headers: &[(&'static str, &'static str)], is_behind_proxy: bool) -> Caller {
        let peer = Peer {
            address: address.parse().expect("it is an address"),
            is_secure: false,
        };
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        Caller::of(peer, &map, is_behind_proxy)
    }

    #[test]
    fn nobody_is_believed_to_be_somebody_else_without_a_proxy() {
        let said = [
            ("x-forwarded-for", "198.51.100.7"),
            ("x-forwarded-proto", "https"),
        ];
        let caller = of("192.0.2.1", &said, false);
        assert_eq!(caller.address.to_string(), "192.0.2.1");
        assert!(!caller.is_secure);
    }

    #[test]
    fn behind_a_proxy_the_last_address_counts_because_the_proxy_wrote_it() {
        let said = [
            ("x-forwarded-for", "203.0.113.1"),
            ("x-forwarded-for", "203.0.113.2, 198.51.100.7"),
            ("x-forwarded-proto", "https"),
        ];
        let caller = of("127.0.0.1", &said, true);
        assert_eq!(caller.address.to_string(), "198.51.100.7");
        assert!(caller.is_secure && !caller.is_here);
        let nonsense = of("127.0.0.1", &[("x-forwarded-for", "unknown")], true);
        assert_eq!(nonsense.address.to_string(), "127.0.0.1");
    }

    #[test]
    fn a_program_of_this_machine_is_here_and_whom_it_asks_for_is_not() {
        assert!(of("127.0.0.1", &[], false).is_here);
        assert!(of("::1", &[], true).is_here);
        assert!(!of("192.0.2.1", &[], false).is_here);
        assert!(!of("127.0.0.1", &[("x-forwarded-for", "127.0.0.1")], false).is_here);
    }
}
