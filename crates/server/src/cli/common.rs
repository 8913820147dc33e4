// SPDX-License-Identifier: AGPL-3.0-or-later
//! What commands have in common: where the data lies, what they give back, how they say it.
use crate::{
    blobs::Blobs,
    clock, private_file,
    store::{Backend, Place},
};
use clap::Args;
use soglia_domain::{
    author::Role,
    calendar::{Day, NoSuchDay, Timestamp},
    record::LogPosition,
};
use soglia_ledger::store::{Reach, Store as _, StoreError};
use soglia_lines::Tally;
use std::{
    fmt,
    io::{self, Write as _},
    path::PathBuf,
};

/// Where the data lies.
#[derive(Args, Clone)]
pub(super) struct DataArgs {
    /// Folder of the data.
    #[arg(long, value_name = "DIR", default_value = "var")]
    pub(super) data: PathBuf,
    /// PostgreSQL database that takes the place of the one in the folder, such as postgres://soglia@db.example/soglia. Best
    /// given by the environment, where other people of the machine do not read the password.
    #[arg(long, value_name = "URL", env = "SOGLIA_DATABASE_URL", hide_env_values = true)]
    database_url: Option<String>,
    /// File that holds the address of the database in place of `--database-url`, readable by nobody but its owner.
    #[arg(
        long,
        value_name = "FILE",
        env = "SOGLIA_DATABASE_URL_FILE",
        conflicts_with = "database_url"
    )]
    pub(super) database_url_file: Option<PathBuf>,
    /// Where photos lie instead of the folder: s3://bucket/prefix. Region, address and credentials come from AWS_REGION,
    /// AWS_ENDPOINT, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.
    #[arg(long, value_name = "URL", env = "SOGLIA_BLOBS")]
    pub(super) blobs: Option<String>,
}

impl DataArgs {
    /// Where the store is.
    pub(super) fn place(&self) -> Done<Place> {
        if let Some(file) = &self.database_url_file {
            let address = private_file::read(file).map_err(|sentence| {
                CommandError::Input(format!("the address of the database: {sentence}"))
            })?;
            return Ok(Place::Database(address));
        }
        Ok(match &self.database_url {
            Some(address) => Place::Database(address.clone()),
            None => Place::Folder(self.data.clone()),
        })
    }

    /// Whether the address of the database, where it was given as a word, holds a password.
    pub(super) fn has_password(&self) -> bool {
        let address = self.database_url.as_deref().unwrap_or_default();
        let (_, rest) = address.split_once("://").unwrap_or_default();
        let (before, query) = rest.split_once('?').unwrap_or((rest, ""));
        before
            .rsplit_once('@')
            .is_some_and(|(user, _)| user.contains(':'))
            || query.contains("password=")
    }
}

/// Why a command did not do what it was asked.
pub(super) enum CommandError {
    /// The input was at fault.
    Input(String),
    /// The command was.
    Usage(String),
}

impl fmt::Display for CommandError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::Input(text) | Self::Usage(text)) = self;
        f.write_str(text)
    }
}

impl From<StoreError> for CommandError {
    fn from(error: StoreError) -> Self {
        Self::Input(error.to_string())
    }
}

/// What a command gives back.
pub(super) type Done<T = ()> = Result<T, CommandError>;

pub(super) async fn open(data: &DataArgs) -> Done<Backend> {
    Ok(Backend::open(&data.place()?).await?)
}

/// Photos lie beside the database, or where it is said.
pub(super) fn open_blobs(data: &DataArgs) -> Done<Blobs> {
    Ok(match &data.blobs {
        Some(address) => Blobs::in_s3(address)?,
        None => Blobs::in_folder(&data.data)?,
    })
}

/// When the last change was received, in milliseconds since 1970; none where there is none.
pub(super) async fn last_received_ms(store: &Backend) -> Result<Option<i64>, StoreError> {
    let head = store
        .page(Reach::City(Role::Coordinator), LogPosition(0), 1)
        .await?
        .head;
    let Some(before) = head.0.checked_sub(1) else {
        return Ok(None);
    };
    let last = store.log_after(LogPosition(before), 1).await?.pop();
    Ok(last.map(|(line, _)| line.received_ms))
}

/// A day of the command line.
pub(super) fn day(text: &str) -> Result<Day, String> {
    text.parse().map_err(|error: NoSuchDay| error.to_string())
}

/// The day on which the command runs.
pub(super) fn today() -> Day {
    let now = Timestamp {
        ms: clock::now_ms(),
        counter: 0,
    };
    now.day()
}

/// Says on standard error what was passed over in lines that were answered, and fails when one was at fault.
pub(super) fn concluded(answered: io::Result<Tally>, at_fault: &str) -> Done {
    let tally =
        answered.map_err(|error| CommandError::Input(format!("the lines cannot be answered: {error}")))?;
    if let Some(sentence) = tally.passed_over() {
        eprintln!("soglia: {sentence}");
    }
    match tally.n_wrong {
        0 => Ok(()),
        n_wrong => Err(CommandError::Input(format!(
            "{n_wrong} of {} lines {at_fault}",
            tally.n_lines
        ))),
    }
}

/// Prints a line of the result. A reader that went away is no mistake.
pub(super) fn say(text: impl fmt::Display) {
    let _ = writeln!(io::stdout(), "{text}");
}
