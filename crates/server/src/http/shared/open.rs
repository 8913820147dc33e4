// SPDX-License-Identifier: AGPL-3.0-or-later
//! Whether a link opens: by its token, its last day, its PIN, and how often it was opened.
use super::asked::Asked;
use crate::http::{app::App, problem::Problem};
use soglia_domain::{
    calendar::Timestamp,
    digest::sha256_hex,
    record::Identity as _,
    rooms::Room as _,
    shared_link::{SharedLink, link_of, pin_hash, token_hash},
};
use soglia_ledger::store::{PinTry, Store as _, Views as _};

/// Characters of a token, and of the name of a visit: 128 bits in base64url.
const LENGTH: usize = 22;

/// More than this is no PIN.
const MOST_PIN: usize = 20;

fn is_drawn(text: &str) -> bool {
    let is_made_so = |sign: u8| sign.is_ascii_alphanumeric() || matches!(sign, b'-' | b'_');
    text.len() == LENGTH && text.bytes().all(is_made_so)
}

/// How somebody comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// To read what the link shows: a visit may begin.
    First,
    /// For what belongs to it.
    Within,
}

/// The link of a token, where it opens on the day of the server.
pub(super) async fn open(app: &App, asked: &Asked, how: How, now_ms: i64) -> Result<SharedLink, Problem> {
    let token = asked.token.as_str();
    if !is_drawn(token) {
        return Err(Problem::bad_request("this is no token"));
    }
    let nothing = || Problem::not_found("this link shows nothing, or not any more");
    let stored = app.store.record(link_of(token).key()).await?;
    let stored = stored.ok_or_else(nothing)?;
    let link = SharedLink::of(&stored.record).ok_or_else(nothing)?;
    let now = Timestamp {
        ms: now_ms,
        counter: 0,
    };
    if link.token_hash != token_hash(token) || !link.is_open_on(now.day()) {
        return Err(nothing());
    }
    if link.terms.pin_hash.is_some() || link.terms.once {
        guarded(app, link, asked, how, now_ms).await?;
    }
    Ok(link.clone())
}

/// A link with a PIN, or one that opens one time only: a visit begins with what it shows, and the rest follows in it. Photos
/// come many at once, so a PIN is not tried with each of them.
async fn guarded(app: &App, link: &SharedLink, asked: &Asked, how: How, now_ms: i64) -> Result<(), Problem> {
    let Some(visit) = asked.visit.as_deref().filter(|visit| is_drawn(visit)) else {
        return Err(Problem::bad_request("say whose visit it is"));
    };
    let visit = sha256_hex(visit.as_bytes());
    if app.store.visit_goes_on(link.id, &visit, now_ms).await? {
        return Ok(());
    }
    if how == How::Within {
        return Err(Problem::forbidden(
            "no_visit",
            "this visit is over, or did not begin",
        ));
    }
    if let Some(kept) = &link.terms.pin_hash {
        pin(app, link, kept, asked, now_ms).await?;
    }
    if app
        .store
        .begin_visit(link.id, &visit, link.terms.once, now_ms)
        .await?
    {
        Ok(())
    } else {
        Err(Problem::gone(
            "opened_before",
            "this link opened one time only, and was opened",
        ))
    }
}

/// The PIN is right. A try counts before it is known whether it is right.
async fn pin(app: &App, link: &SharedLink, kept: &str, asked: &Asked, now_ms: i64) -> Result<(), Problem> {
    let Some(pin) = asked.pin.as_deref().filter(|pin| pin.len() <= MOST_PIN) else {
        return Err(Problem::unauthorised("pin_needed", "this link asks for a PIN"));
    };
    match app.store.try_pin(link.id, now_ms).await? {
        PinTry::Free => {}
        PinTry::Wait { until_ms } => return Err(Problem::slow_down(until_ms - now_ms)),
        PinTry::Locked => {
            return Err(Problem::forbidden(
                "pin_locked",
                "too many wrong PINs: this link opens no more",
            ));
        }
    }
    let digits: String = pin.chars().filter(char::is_ascii_digit).collect();
    if kept != pin_hash(&asked.token, &digits) {
        return Err(Problem::unauthorised(
            "pin_wrong",
            "this is not the PIN of this link",
        ));
    }
    Ok(app.store.right_pin(link.id).await?)
}
