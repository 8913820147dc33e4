// SPDX-License-Identifier: AGPL-3.0-or-later
//! `soglia user link` and `unlink`: by which tax code the identity provider lets somebody in.
use super::known::{find, note};
use crate::{
    cli::common::{CommandError, DataArgs, Done, open, say},
    provider::Settings,
};
use clap::Args;
use soglia_domain::tax_code::TaxCode;
use soglia_ledger::store::Provider as _;
use std::{
    io::{BufRead as _, IsTerminal as _, Read as _},
    path::PathBuf,
};

/// A tax code is shorter.
const MOST_BYTES: u64 = 200;

#[derive(Args)]
pub(in crate::cli) struct LinkArgs {
    /// Name to sign in with.
    sign_in: String,
    /// Settings of the identity provider, as for `soglia serve`.
    #[arg(long, value_name = "FILE", env = "SOGLIA_OIDC")]
    oidc: PathBuf,
    #[command(flatten)]
    data: DataArgs,
}

pub(super) async fn link(args: LinkArgs) -> Done {
    let settings = Settings::from_file(&args.oidc)
        .map_err(|sentence| CommandError::Input(format!("the identity provider: {sentence}")))?;
    let code = read()?;
    let store = open(&args.data).await?;
    let person = find(&store, &args.sign_in).await?;
    let id = person.author.person;
    if !store.link_code(id, Some(&settings.hash(&code))).await? {
        let sentence = "this tax code is linked to somebody else";
        return Err(CommandError::Input(sentence.to_owned()));
    }
    note(&store, id, "tax code linked").await?;
    say(format_args!(
        "{} is let in by the identity provider",
        person.sign_in
    ));
    Ok(())
}

pub(super) async fn unlink(sign_in: &str, data: &DataArgs) -> Done {
    let store = open(data).await?;
    let person = find(&store, sign_in).await?;
    store.link_code(person.author.person, None).await?;
    note(&store, person.author.person, "tax code unlinked").await?;
    say(format_args!(
        "{} is let in by the identity provider no more",
        person.sign_in
    ));
    Ok(())
}

/// The first line of standard input. What was typed is not repeated, whatever is wrong with it.
fn read() -> Done<TaxCode> {
    let input = std::io::stdin().lock();
    if input.is_terminal() {
        eprintln!("soglia: the tax code, then Enter:");
    }
    let mut line = String::new();
    input
        .take(MOST_BYTES)
        .read_line(&mut line)
        .map_err(|error| CommandError::Input(format!("the tax code does not read: {error}")))?;
    TaxCode::parse(&line).map_err(|_| {
        CommandError::Input("standard input holds no tax code: its first line is none".to_owned())
    })
}
