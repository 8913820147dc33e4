// SPDX-License-Identifier: AGPL-3.0-or-later
//! `soglia verify`: whether what is stored is what was done.
use super::{CommandError, DataArgs, Done, open, say};
use clap::Args;
use serde_json::{Value, json};
use soglia_ledger::fold::{Flaw, Verified, verify};

#[derive(Args)]
pub(super) struct VerifyArgs {
    #[command(flatten)]
    data: DataArgs,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(args: VerifyArgs) -> Done {
    let store = open(&args.data).await?;
    let verified = verify(&store).await?;
    report(&verified, args.json)
}

/// Says what was found, and fails when something does not hold.
pub(super) fn report(verified: &Verified, as_json: bool) -> Done {
    if as_json {
        say(shape(verified));
    } else {
        say(format_args!(
            "{} changes in the log, {} records, end of the chain {}",
            verified.n_changes, verified.n_records, verified.head.hash
        ));
        verified.flaws.iter().map(sentence).for_each(say);
    }
    match verified.flaws.len() {
        0 => Ok(()),
        n => Err(CommandError::Input(format!("{n} thing(s) do not hold"))),
    }
}

fn shape(verified: &Verified) -> Value {
    let flaws: Vec<Value> = verified.flaws.iter().map(flaw).collect();
    json!({
        "ok": flaws.is_empty(),
        "n_changes": verified.n_changes,
        "n_records": verified.n_records,
        "head": { "position": verified.head.position, "hash": verified.head.hash.as_str() },
        "flaws": flaws,
    })
}

fn flaw(flaw: &Flaw) -> Value {
    let text = sentence(flaw);
    let placed = |kind: &str, position| json!({ "kind": kind, "position": position, "text": text });
    let keyed = |kind: &str, key: &str| json!({ "kind": kind, "record": key, "text": text });
    match flaw {
        Flaw::Gap { position } => placed("gap", position),
        Flaw::Altered { position } => placed("altered", position),
        Flaw::Unreadable { position } => placed("unreadable", position),
        Flaw::Baseline => json!({ "kind": "baseline", "text": text }),
        Flaw::CutOff => json!({ "kind": "cut_off", "text": text }),
        Flaw::Differs { key } => keyed("differs", key),
        Flaw::Missing { key } => keyed("missing", key),
        Flaw::Extra { key } => keyed("extra", key),
    }
}

fn sentence(flaw: &Flaw) -> String {
    match flaw {
        Flaw::Gap { position } => format!("line {} of the log does not follow the one before", position.0),
        Flaw::Altered { position } => {
            format!("line {} of the log is not the one that was sealed", position.0)
        }
        Flaw::Unreadable { position } => format!("line {} of the log cannot be read", position.0),
        Flaw::Baseline => "the baseline is not the one that was sealed".to_owned(),
        Flaw::CutOff => "the log ends before the end of its chain: lines were cut off".to_owned(),
        Flaw::Differs { key } => format!("the record {key} is not what the log leads to"),
        Flaw::Missing { key } => format!("the record {key} is missing, and the log leads to it"),
        Flaw::Extra { key } => format!("the record {key} stands, and the log does not lead to it"),
    }
}
