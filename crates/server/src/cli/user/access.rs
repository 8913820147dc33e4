// SPDX-License-Identifier: AGPL-3.0-or-later
//! `soglia user invite` and `end`: letting somebody in, and out.
use super::known::{find, note};
use crate::{
    cli::common::{CommandError, DataArgs, Done, open, say},
    clock::now_ms,
    secret,
};
use soglia_ledger::store::{Accounts as _, INVITATION_MS};

pub(super) async fn invite(sign_in: &str, data: &DataArgs) -> Done {
    let store = open(data).await?;
    let person = find(&store, sign_in).await?.author.person;
    let no_chance = |_| CommandError::Input("the machine gives no random bytes".to_owned());
    let token = secret::random_hex::<16>().map_err(no_chance)?;
    let until_ms = now_ms() + INVITATION_MS;
    store
        .invite(person, &secret::token_hash(&token), until_ms)
        .await?;
    note(&store, person, "invited").await?;
    say(format_args!("/invito#{token}"));
    Ok(())
}

pub(super) async fn end(sign_in: &str, undo: bool, data: &DataArgs) -> Done {
    let store = open(data).await?;
    let person = find(&store, sign_in).await?;
    let at_ms = (!undo).then(now_ms);
    store.set_end(person.author.person, at_ms).await?;
    note(&store, person.author.person, "end").await?;
    let says = if undo {
        "signs in again"
    } else {
        "signs in no more"
    };
    say(format_args!("{} {says}", person.sign_in));
    Ok(())
}
