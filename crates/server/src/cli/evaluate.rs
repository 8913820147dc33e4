// SPDX-License-Identifier: AGPL-3.0-or-later
//! `soglia evaluate`: what the rules say about households, one on each line (docs/formats.md).
use super::common::{Done, concluded, day, today};
use clap::Args;
use soglia_domain::calendar::Day;
use std::io;

#[derive(Args)]
pub(super) struct EvaluateArgs {
    /// Day whose rules are applied; today when left out.
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Day>,
    /// Give the verdicts without the conditions they rest on.
    #[arg(long)]
    brief: bool,
}

pub(super) fn run(args: &EvaluateArgs) -> Done {
    let today = today();
    let as_of = args.as_of.unwrap_or(today);
    let answered = soglia_lines::evaluate(as_of, today, args.brief, io::stdin(), io::stdout());
    concluded(answered, "could not be evaluated")
}
