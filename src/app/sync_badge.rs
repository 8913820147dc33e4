// SPDX-License-Identifier: AGPL-3.0-or-later
//! How far things came, in words, on every page.
use crate::prelude::*;
use crate::{
    routes::Address,
    state::{State, SyncStatus},
    text::shell as text,
    ui::Icon,
};

/// What the badge says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Badge {
    /// Something waits for a person.
    Review(usize),
    /// The server is out of reach; so many changes wait.
    Offline(usize),
    /// So many changes are on their way.
    Pending(usize),
    /// The server was not reached yet, and nothing failed either.
    Connecting,
    /// Records are arriving for the first time.
    First(usize),
    /// Everything is at the server.
    Delivered,
}

/// What needs a person comes first, then what explains why things wait.
fn badge(sync: &SyncStatus) -> Badge {
    let n_review = sync.n_refused + sync.n_to_review;
    if n_review > 0 {
        Badge::Review(n_review)
    } else if let Some(first) = sync.first {
        Badge::First(first.done)
    } else if !sync.online && sync.trouble.is_some() {
        Badge::Offline(sync.n_pending)
    } else if sync.n_pending > 0 {
        Badge::Pending(sync.n_pending)
    } else if !sync.online && sync.last_ms.is_none() {
        Badge::Connecting
    } else {
        Badge::Delivered
    }
}

/// The badge, which opens the list of what waits.
#[component]
pub fn SyncBadge() -> AnyView {
    let state = expect_context::<State>();
    let badge = Memo::new(move |_| state.sync.with(badge));
    let key = move || match badge.get() {
        Badge::Review(_) => "review",
        Badge::Offline(_) => "offline",
        Badge::Pending(_) => "pending",
        Badge::Connecting | Badge::First(_) => "connecting",
        Badge::Delivered => "delivered",
    };
    let icon = move || {
        let name = match badge.get() {
            Badge::Review(_) => "it-warning-circle",
            Badge::Offline(_) => "it-wifi",
            Badge::Pending(_) => "it-upload",
            Badge::Connecting | Badge::First(_) => "it-refresh",
            Badge::Delivered => "it-check-circle",
        };
        view! { <Icon name=name /> }
    };
    let words = move || match badge.get() {
        Badge::Review(n) => text::n_to_review(n),
        Badge::Offline(0) => text::offline().to_owned(),
        Badge::Offline(_) => text::offline_saved().to_owned(),
        Badge::Pending(n) => text::n_pending(n),
        Badge::Connecting => text::connecting().to_owned(),
        Badge::First(n) => text::first_sync(n),
        Badge::Delivered => text::all_delivered().to_owned(),
    };
    view! {
        <a class="sync-badge" href=Address::Deliveries.path() data-test="sync-badge" data-state=key>
            {icon}
            <span role="status">{words}</span>
        </a>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::{FirstSync, SyncTrouble};

    #[test]
    fn what_needs_a_person_comes_before_what_only_waits() {
        let mut sync = SyncStatus {
            n_pending: 2,
            trouble: Some(SyncTrouble::NoNetwork),
            ..SyncStatus::default()
        };
        assert_eq!(badge(&sync), Badge::Offline(2));
        sync.n_refused = 1;
        assert_eq!(badge(&sync), Badge::Review(1));
    }

    #[test]
    fn a_device_that_is_only_starting_does_not_claim_to_have_no_network() {
        let mut sync = SyncStatus::default();
        assert_eq!(badge(&sync), Badge::Connecting);
        sync.first = Some(FirstSync { done: 500 });
        assert_eq!(badge(&sync), Badge::First(500));
        let done = SyncStatus {
            online: true,
            last_ms: Some(1),
            ..SyncStatus::default()
        };
        assert_eq!(badge(&done), Badge::Delivered);
    }
}
