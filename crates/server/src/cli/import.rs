// SPDX-License-Identifier: AGPL-3.0-or-later
//! `soglia import dwellings`.
use super::{
    common::{CommandError, DataArgs, Done, open, say},
    user::organisation_id,
};
use crate::import::{ImportError, List, import, understand};
use clap::{Subcommand, ValueEnum};
use soglia_domain::{
    author::{Author, Role},
    dwelling::Origin,
    id::PersonId,
};
use soglia_import::{FileError, MOST_BYTES, Outcome, Report, wording};
use std::path::{Path, PathBuf};
use uuid::Uuid;

#[derive(Subcommand)]
pub(super) enum ImportCommand {
    /// Bring a list of dwellings into the stock. Importing it again adds nothing.
    Dwellings {
        /// The list: text with one row for each dwelling, as the City publishes it.
        file: PathBuf,
        /// Where the dwellings come from; guessed from the file when left out.
        #[arg(long)]
        origin: Option<OriginArg>,
        /// Write the whole report as JSON into this file.
        #[arg(long, value_name = "FILE")]
        report: Option<PathBuf>,
        /// Print the whole report as JSON.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        data: DataArgs,
    },
}

#[derive(Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(super) enum OriginArg {
    Municipal,
    Confiscated,
    MetropolitanArea,
    ThirdSector,
}

impl From<OriginArg> for Origin {
    fn from(origin: OriginArg) -> Self {
        match origin {
            OriginArg::Municipal => Self::Municipal,
            OriginArg::Confiscated => Self::Confiscated,
            OriginArg::MetropolitanArea => Self::MetropolitanArea,
            OriginArg::ThirdSector => Self::ThirdSector,
        }
    }
}

/// Who imports from the command line: the office that keeps the stock.
fn operator() -> Author {
    Author {
        person: PersonId(Uuid::from_u128(0x5067_6c69_6100_4000_8000_0000_0000_0002)),
        name: "Importazione da riga di comando".to_owned(),
        role: Role::HousingOfficer,
        organisation: organisation_id("Assessorato alla Casa"),
        organisation_name: "Assessorato alla Casa".to_owned(),
    }
}

pub(super) async fn run(command: ImportCommand) -> Done {
    let ImportCommand::Dwellings {
        file,
        origin,
        report: report_file,
        json,
        data,
    } = command;
    let list = List {
        file_name: file
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default(),
        bytes: bytes_of(&file)?,
        origin: origin.map(Origin::from),
        mapping: None,
    };
    let read = understand(&list)?;
    let report = import(&open(&data).await?, &read, &operator(), false).await?;
    let text = serde_json::to_string_pretty(&report)
        .map_err(|error| CommandError::Input(format!("the report cannot be written: {error}")))?;
    if let Some(path) = report_file {
        std::fs::write(&path, format!("{text}\n"))
            .map_err(|error| CommandError::Input(format!("{} cannot be written: {error}", path.display())))?;
    }
    if json {
        say(text);
    } else {
        summarise(&report);
    }
    Ok(())
}

/// The size is looked at first, so that a huge file is not read into memory.
fn bytes_of(file: &Path) -> Done<Vec<u8>> {
    let unreadable =
        |error: std::io::Error| CommandError::Input(format!("{} cannot be read: {error}", file.display()));
    let bytes = std::fs::metadata(file).map_err(unreadable)?.len();
    let most = MOST_BYTES as u64;
    if bytes > most {
        return Err(ImportError::File(FileError::TooLarge { bytes, most }).into());
    }
    std::fs::read(file).map_err(unreadable)
}

fn summarise(report: &Report) {
    say(format_args!("{}: {} rows", report.file_name, report.rows));
    for (n, what) in [
        (report.created, "created"),
        (report.updated, "updated"),
        (report.unchanged, "unchanged"),
        (report.not_dwellings, "not dwellings"),
        (report.unreadable, "unreadable"),
    ] {
        say(format_args!("{n:>7} {what}"));
    }
    for entry in report
        .entries
        .iter()
        .filter(|entry| entry.outcome == Outcome::Unreadable)
    {
        eprintln!("soglia: {}", entry.sentence.en);
    }
}

impl From<ImportError> for CommandError {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::File(error) => Self::Input(wording::file_error(&error).en),
            ImportError::Mapping(error) => Self::Input(wording::mapping_error(&error).en),
            ImportError::OriginUnknown => Self::Usage(
                "the file does not tell where the dwellings come from; say it with --origin \
                 municipal, confiscated, metropolitan_area or third_sector"
                    .to_owned(),
            ),
            ImportError::Refused(code) => Self::Input(format!("a row was refused: {code}")),
            ImportError::Store(error) => error.into(),
        }
    }
}
