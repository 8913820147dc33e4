// SPDX-License-Identifier: AGPL-3.0-or-later
//! What people do with shared links. Whoever works on cases and dwellings shares, and takes back what anybody of the City
//! shared: a link that went astray does not wait for its author.
use super::{SharedLink, SharedView, Terms};
use soglia_kernel::{access::Roles, calendar::Day};

soglia_kernel::verbs! {
    /// What people do with a shared link.
    pub enum Verb about SharedLink, said Anywhere {
        /// Share something.
        share Share {
            /// What the link shows.
            view: SharedView,
            /// For whom, in words.
            to: String,
            /// What is kept of the token, as `token_hash` makes it.
            token_hash: String,
            /// The last day on which it shows something.
            until: Day,
            /// On what terms it is read.
            #[serde(default)]
            terms: Terms,
        } by Roles::TEAM, Anywhere, names [view.of(), view.shows()];
        /// Take it back: from the next request on it shows nothing.
        revoke Revoke {} by Roles::CITY, Anywhere;
    }
}
