// SPDX-License-Identifier: AGPL-3.0-or-later
//! Finding somebody by the name to sign in with, and noting what was done about them.
use crate::{
    cli::common::{CommandError, Done},
    clock::now_ms,
    store::Backend,
};
use soglia_domain::id::PersonId;
use soglia_ledger::store::{Audit as _, AuditLine, Deed, People as _, Person};

/// Whoever has the machine is nobody who signs in.
pub(super) async fn note(store: &Backend, about: PersonId, what: &str) -> Done {
    let now = now_ms();
    let line = AuditLine {
        at_ms: now,
        person: None,
        role: None,
        device: None,
        deed: Deed::AccountChanged,
        about: about.to_string(),
        note: format!("{what}, on the command line"),
    };
    Ok(store.note(&[line], now).await?)
}

/// Someone by the name to sign in with.
pub(in crate::cli) async fn find(store: &Backend, sign_in: &str) -> Done<Person> {
    let sign_in = sign_in.trim().to_lowercase();
    let unknown = || CommandError::Input(format!("nobody signs in as {sign_in}"));
    store.person(&sign_in).await?.ok_or_else(unknown)
}
