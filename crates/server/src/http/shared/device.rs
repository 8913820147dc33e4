// SPDX-License-Identifier: AGPL-3.0-or-later
//! What kind of device opens a link, as whoever shared it is told.
use axum::http::{HeaderMap, header};

/// What kind of device asks, in a word. Nothing else is kept of what it says about itself.
pub(super) fn device(headers: &HeaderMap) -> &'static str {
    let agent = headers
        .get(header::USER_AGENT)
        .and_then(|agent| agent.to_str().ok());
    let agent = agent.unwrap_or_default();
    let says = |word| agent.contains(word);
    if says("iPad") || says("Tablet") || (says("Android") && !says("Mobile")) {
        "tablet"
    } else if says("Mobi") || says("iPhone") {
        "phone"
    } else if says("Windows") || says("Macintosh") || says("Linux") || says("CrOS") {
        "computer"
    } else {
        "other"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn of(agent: &str) -> &'static str {
        let mut headers = HeaderMap::new();
        headers.insert(
            header::USER_AGENT,
            HeaderValue::from_str(agent).expect("it is a header"),
        );
        device(&headers)
    }

    #[test]
    fn a_device_is_told_in_a_word() {
        assert_eq!(
            of("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148"),
            "phone"
        );
        assert_eq!(
            of("Mozilla/5.0 (Linux; Android 14; K) Chrome/140.0.0.0 Mobile Safari/537.36"),
            "phone"
        );
        assert_eq!(
            of("Mozilla/5.0 (Linux; Android 14; K) Chrome/140.0.0.0 Safari/537.36"),
            "tablet"
        );
        assert_eq!(
            of("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0"),
            "computer"
        );
        assert_eq!(of("curl/8"), "other");
        assert_eq!(device(&HeaderMap::new()), "other");
    }
}
