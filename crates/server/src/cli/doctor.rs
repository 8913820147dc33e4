// SPDX-License-Identifier: AGPL-3.0-or-later
//! `soglia doctor`: what is set up wrongly, and how to mend it. It takes the options of `soglia serve`, so that a line that
//! serves can be looked at by changing one word. No store is made; one of an earlier version is brought up to date as by every
//! command that opens it.
mod checks;
mod found;
mod front;

use self::found::{Found, Standing};
use super::{
    common::{CommandError, Done, say},
    serve::ServeArgs,
};
use clap::Args;
use serde::Serialize;

#[derive(Args)]
pub(super) struct DoctorArgs {
    #[command(flatten)]
    serve: ServeArgs,
    /// Print what was found as JSON.
    #[arg(long)]
    json: bool,
}

/// What was found, whole.
#[derive(Serialize)]
struct Report {
    standing: Standing,
    checks: Vec<Found>,
}

pub(super) async fn run(args: DoctorArgs) -> Done {
    let checks = checks::all(&args.serve).await;
    let standing = checks.iter().map(|found| found.standing).max();
    let report = Report {
        standing: standing.unwrap_or(Standing::Well),
        checks,
    };
    if args.json {
        let text = serde_json::to_string(&report);
        say(text.map_err(|error| CommandError::Input(error.to_string()))?);
    } else {
        for Found {
            name,
            standing,
            says,
            mend,
        } in &report.checks
        {
            say(format_args!("{}  {name}: {says}", standing.word()));
            if let Some(mend) = mend {
                say(format_args!("       {mend}"));
            }
        }
    }
    match report.standing {
        Standing::Well | Standing::Doubt => Ok(()),
        Standing::Wrong => Err(CommandError::Input("something does not work".to_owned())),
    }
}
