// SPDX-License-Identifier: AGPL-3.0-or-later
//! `soglia rent`: rent ceilings of dwellings, one on each line, and certificates of them (docs/formats.md).
use super::common::{Done, concluded, day, today};
use clap::Args;
use soglia_domain::calendar::Day;
use std::io;

#[derive(Args)]
pub(super) struct RentArgs {
    /// Day whose rules are applied; today when left out.
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Day>,
    /// Give a whole certificate for each dwelling, with its steps, sources and checksum.
    #[arg(long)]
    certificates: bool,
    /// Read certificates instead of dwellings, and compute each again: one on each line, or a single one over many lines.
    #[arg(long, conflicts_with_all = ["as_of", "certificates"])]
    verify: bool,
}

pub(super) fn run(args: &RentArgs) -> Done {
    if args.verify {
        let answered = soglia_lines::verify(io::stdin(), io::stdout());
        return concluded(answered, "hold no valid certificate");
    }
    let as_of = args.as_of.unwrap_or_else(today);
    let answered = soglia_lines::ceilings(as_of, args.certificates, io::stdin(), io::stdout());
    concluded(answered, "could not be read")
}
