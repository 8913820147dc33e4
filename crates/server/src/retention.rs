// SPDX-License-Identifier: AGPL-3.0-or-later
//! How long is kept what nobody needs for good, and for which no person has to decide: applied once a day. Never the log, never
//! the audit, never a record: those stay until somebody with an authorisation decides (`docs/privacy/retention.md`).
use crate::store::Backend;
use clap::Args;
use soglia_domain::{
    calendar::RomeTime,
    id::SharedLinkId,
    record::Identity as _,
    rooms::Room as _,
    shared_link::{SharedLink, SharedLinkState},
};
use soglia_ledger::store::{Forgotten, Old, Outcome, Retention as _, Store as _, Write as _};

const DAY_MS: i64 = 86_400_000;

/// The terms, in days. No law names a number: each is assumed until the City sets it.
#[derive(Args, Clone, Copy, Debug)]
pub(crate) struct Terms {
    /// Days for which it is kept when and on what kind of device a shared link was opened, after the link ended. Assumed: a year,
    /// so that whoever asks for a copy of their data still reads it (GDPR, art. 5(1)(e) and 15). [City: to confirm]
    #[arg(long, value_name = "DAYS", default_value_t = 365, env = "SOGLIA_KEEP_LINK_VIEWS", value_parser = clap::value_parser!(u32).range(1..=36_500))]
    keep_link_views: u32,
    /// Days for which the content of a refused change is kept; that it was refused stays. Assumed: two years, longer than an
    /// appeal takes. It never became part of the record (D.P.R. 445/2000, art. 68, does not hold for it). [City: to confirm]
    #[arg(long, value_name = "DAYS", default_value_t = 730, env = "SOGLIA_KEEP_REFUSED", value_parser = clap::value_parser!(u32).range(1..=36_500))]
    keep_refused: u32,
    /// Days for which sessions, invitations and delegations that ran out are kept; the audit tells of them after that. Assumed:
    /// three months (GDPR, art. 5(1)(e)). [City: to confirm]
    #[arg(long, value_name = "DAYS", default_value_t = 90, env = "SOGLIA_KEEP_ACCESS", value_parser = clap::value_parser!(u32).range(1..=36_500))]
    keep_access: u32,
    /// Days after its last contact for which a device is kept that is neither revoked nor in use. Assumed: two years (GDPR, art.
    /// 5(1)(e)). [City: to confirm]
    #[arg(long, value_name = "DAYS", default_value_t = 730, env = "SOGLIA_KEEP_DEVICES", value_parser = clap::value_parser!(u32).range(1..=36_500))]
    keep_devices: u32,
}

impl Terms {
    /// Forgets what is due.
    pub(crate) async fn apply(self, store: &Backend, now_ms: i64) -> Outcome<Forgotten> {
        store.forget(&self.old(store, now_ms).await?).await
    }

    /// What is due, and the terms, in a sentence.
    pub(crate) async fn due(self, store: &Backend, now_ms: i64) -> Outcome<String> {
        let Forgotten {
            views,
            visits,
            refused,
            sessions,
            invitations,
            delegations,
            devices,
        } = store.due(&self.old(store, now_ms).await?).await?;
        let Self {
            keep_link_views,
            keep_refused,
            keep_access,
            keep_devices,
        } = self;
        Ok(format!(
            "kept for (days, assumed until the City sets them): views of links {keep_link_views}, content of refused changes \
             {keep_refused}, access that ran out {keep_access}, silent devices {keep_devices}; forgotten at the next start or \
             day: {views} views, {visits} visits of links, {refused} refused contents, {sessions} sessions, {invitations} \
             invitations, {delegations} delegations, {devices} devices"
        ))
    }

    async fn old(self, store: &Backend, now_ms: i64) -> Outcome<Old> {
        let before = |days: u32| now_ms - i64::from(days) * DAY_MS;
        // Of every link, whoever sees it; the transaction writes nothing.
        let links = store.begin().await?.of_kind(SharedLinkId::KIND).await?;
        let links = links.iter().filter_map(|stored| SharedLink::of(&stored.record));
        let ended = links.filter(|link| ended_ms(link) < before(self.keep_link_views));
        Ok(Old {
            links: ended.map(|link| link.id).collect(),
            refused_ms: before(self.keep_refused),
            access_ms: before(self.keep_access),
            devices_ms: before(self.keep_devices),
        })
    }
}

/// When a link showed something for the last time, or will.
fn ended_ms(link: &SharedLink) -> i64 {
    let last = RomeTime {
        day: link.until.plus_days(1),
        minute: 0,
    };
    match &link.state {
        SharedLinkState::Open => last.latest_ms(),
        SharedLinkState::Revoked { at, .. } => at.ms.min(last.latest_ms()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use soglia_domain::{
        calendar::{Day, Timestamp},
        rooms::Record,
        samples,
    };

    #[test]
    fn a_link_ends_with_its_last_day_or_when_it_is_taken_back() {
        let all = samples::records();
        let Some(Record::SharedLink(link)) =
            all.iter().find(|record| record.key().kind == SharedLinkId::KIND)
        else {
            panic!("there is a sample");
        };
        let mut link = link.clone();
        link.until = Day::constant(2026, 3, 20);
        link.state = SharedLinkState::Open;
        let midnight = ended_ms(&link);
        assert_eq!(RomeTime::of_ms(midnight).day, Day::constant(2026, 3, 21));
        assert_eq!(RomeTime::of_ms(midnight - 1).day, Day::constant(2026, 3, 20));
        let revoked = |ms| SharedLinkState::Revoked {
            at: Timestamp { ms, counter: 0 },
            by_name: String::new(),
        };
        link.state = revoked(5);
        assert_eq!(ended_ms(&link), 5);
        link.state = revoked(midnight + 9);
        assert_eq!(ended_ms(&link), midnight, "it showed nothing any more");
    }
}
