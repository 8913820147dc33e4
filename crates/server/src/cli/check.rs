// SPDX-License-Identifier: AGPL-3.0-or-later
//! `soglia check`: whether codes are valid, and what they tell.
mod judge;
mod lines;
mod place;

use super::common::{CommandError, Done, day, today};
use clap::Args;
use judge::{What, judge};
use lines::{Line, Lines};
use soglia_domain::calendar::Day;
use std::io::{self, BufWriter, Read, Write};

#[derive(Args)]
pub(super) struct CheckArgs {
    /// What stands on each line.
    #[arg(value_enum)]
    what: What,
    /// Day up to which years of two digits are read; today when left out.
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Day>,
}

/// Bytes written at a time.
const BUFFER: usize = 1 << 16;

pub(super) fn run(args: &CheckArgs) -> Done {
    let as_of = args.as_of.unwrap_or_else(today);
    match check(args.what, as_of, io::stdin().lock(), io::stdout().lock()) {
        // A reader that went away is no mistake.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(CommandError::Input(format!(
            "the codes cannot be checked: {error}"
        ))),
        Ok(()) => Ok(()),
    }
}

fn check(what: What, as_of: Day, input: impl Read, output: impl Write) -> io::Result<()> {
    let mut lines = Lines::new(input);
    let mut output = BufWriter::with_capacity(BUFFER, output);
    // An empty line is wrong, but not as the last one: that is how many programs end a list.
    let mut empty_before = false;
    while let Some(line) = lines.next()? {
        if empty_before {
            answer(what, as_of, &Line::EMPTY, &mut output)?;
        }
        empty_before = line.is_empty();
        if !empty_before {
            answer(what, as_of, &line, &mut output)?;
        }
        if lines.is_drained() {
            output.flush()?;
        }
    }
    output.flush()
}

fn answer(what: What, as_of: Day, line: &Line, output: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer(&mut *output, &judge(what, as_of, line))?;
    output.write_all(b"\n")
}
