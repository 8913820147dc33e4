// SPDX-License-Identifier: AGPL-3.0-or-later
//! `soglia demo-bulk`: as many invented records as a measurement needs.
use super::common::{CommandError, DataArgs, Done, open, say, today};
use crate::demo::{DemoError, Extent, fill, fill_diary};
use clap::Args;
use soglia_ledger::store::{People, Store};

#[derive(Args)]
pub(super) struct DemoBulkArgs {
    /// Number of dwellings.
    #[arg(long, default_value_t = 10_000)]
    dwellings: usize,
    /// Number of households.
    #[arg(long, default_value_t = 10_000)]
    households: usize,
    /// A case with what goes on in it for every household.
    #[arg(long)]
    work: bool,
    /// Number of entries in the diary of one more household.
    #[arg(long, default_value_t = 0)]
    diary_entries: u32,
    #[command(flatten)]
    data: DataArgs,
}

pub(super) async fn run(args: DemoBulkArgs) -> Done {
    let store = open(&args.data).await?;
    let is_new = store.is_empty().await? && store.knows_nobody().await?;
    if !is_new {
        return Err(CommandError::Input(
            "the folder holds records already; choose an empty one".to_owned(),
        ));
    }
    fill(
        &store,
        Extent::of(args.dwellings, args.households).with_work(args.work),
        today(),
    )
    .await?;
    if args.diary_entries > 0 {
        fill_diary(&store, args.diary_entries, today()).await?;
    }
    say(format_args!(
        "{} dwellings and {} households were invented",
        args.dwellings, args.households
    ));
    Ok(())
}

impl From<DemoError> for CommandError {
    fn from(error: DemoError) -> Self {
        match error {
            DemoError::Store(error) => error.into(),
            DemoError::Secret => Self::Input("the machine gives no random bytes".to_owned()),
            DemoError::Refused(code) => Self::Input(format!("the rules refuse an invented action: {code}")),
        }
    }
}
