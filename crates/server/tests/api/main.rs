// SPDX-License-Identifier: AGPL-3.0-or-later
//! The server as a stranger meets it: over HTTP, on a free port, with a folder of its own.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod abuse;
mod accounts;
mod attacks;
mod audit;
mod backups;
mod buckets;
mod calendars;
mod certificates;
mod changes;
mod demo;
mod devices;
mod diary;
mod doctor;
mod events;
mod factors;
mod front;
mod funding;
mod guarded;
mod history;
mod imports;
mod kept_aside;
mod malformed;
mod matrix;
mod merging;
mod oidc;
mod order;
mod own_access;
mod partners;
mod photos;
mod pictures;
mod place;
mod profiles;
mod rents;
mod rules;
mod scopes;
mod session;
mod shared;
mod slow;
mod statics;
mod strangers;
mod two_processes;
mod uploads;
