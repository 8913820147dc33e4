// SPDX-License-Identifier: AGPL-3.0-or-later
//! The command line. Results go to standard output, errors to standard error; the exit code is 0, 1 when the input was
//! at fault, or 2 when the command was.
mod backup;
mod check;
mod demo_bulk;
mod device;
mod evaluate;
mod import;
mod rent;
mod restore;
mod serve;
mod user;
mod verify;

pub(crate) use user::organisation_id;

use crate::{
    blobs::Blobs,
    clock,
    store::{Backend, Place},
};
use clap::{Args, Parser, Subcommand};
use soglia_domain::calendar::{Day, NoSuchDay, Timestamp};
use soglia_ledger::store::StoreError;
use soglia_lines::Tally;
use std::{
    fmt,
    io::{self, Write as _},
    net::SocketAddr,
    path::PathBuf,
    process::ExitCode,
};

#[derive(Parser)]
#[command(
    name = "soglia",
    version,
    about = "The housing tool of the City of Milan: server and command line"
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write everything into one file, while the server serves. It can be restored into either kind of database.
    Backup(backup::BackupArgs),
    /// Tell whether codes are valid and what they say: one code on each line of standard input, one JSON object on each
    /// line of standard output. The exit code is 0 when it ran, however many codes are wrong.
    Check(check::CheckArgs),
    /// Tell what the rules say about households: one JSON object on each line of standard input, one on each line of
    /// standard output. The exit code is 1 when a line could not be evaluated.
    Evaluate(evaluate::EvaluateArgs),
    /// Tell the highest rents of dwellings: one JSON object on each line of standard input, one on each line of standard
    /// output. The exit code is 1 when a line could not be read, or a certificate does not hold.
    Rent(rent::RentArgs),
    /// Bring everything back from a backup, into an empty store, and verify it.
    Restore(restore::RestoreArgs),
    /// Serve the client and its data.
    Serve(ServeArgs),
    /// Fill an empty folder with as many invented records as asked, to measure with.
    #[command(hide = true)]
    DemoBulk(demo_bulk::DemoBulkArgs),
    /// Devices of people.
    Device {
        #[command(subcommand)]
        command: device::DeviceCommand,
    },
    /// Bring lists into the stock.
    Import {
        #[command(subcommand)]
        command: import::ImportCommand,
    },
    /// People who may sign in.
    User {
        #[command(subcommand)]
        command: user::UserCommand,
    },
    /// Hold the log against its seals, the records against the log, and photos against their names. The exit code is 1 when something does not hold.
    Verify(verify::VerifyArgs),
}

/// Where the data lies.
#[derive(Args, Clone)]
struct DataArgs {
    /// Folder of the data.
    #[arg(long, value_name = "DIR", default_value = "var")]
    data: PathBuf,
    /// PostgreSQL database that takes the place of the one in the folder, such as postgres://soglia@db.example/soglia. Best
    /// given by the environment, where other people of the machine do not read the password.
    #[arg(long, value_name = "URL", env = "SOGLIA_DATABASE_URL", hide_env_values = true)]
    database_url: Option<String>,
    /// Where photos lie instead of the folder: s3://bucket/prefix. Region, address and credentials come from AWS_REGION,
    /// AWS_ENDPOINT, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.
    #[arg(long, value_name = "URL", env = "SOGLIA_BLOBS")]
    blobs: Option<String>,
}

impl DataArgs {
    fn place(&self) -> Place {
        match &self.database_url {
            Some(address) => Place::Database(address.clone()),
            None => Place::Folder(self.data.clone()),
        }
    }
}

#[derive(Args)]
struct ServeArgs {
    #[command(flatten)]
    data: DataArgs,
    /// Folder of the built client.
    #[arg(long, value_name = "DIR", default_value = "dist")]
    dist: PathBuf,
    /// Address to listen on; port 0 takes a free one.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Fill an empty store with invented dwellings, households and people.
    #[arg(long)]
    demo: bool,
}

/// Why a command did not do what it was asked.
pub(crate) enum CommandError {
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
pub(crate) type Done<T = ()> = Result<T, CommandError>;

/// Threads for packing, hashing and files. Each packer holds some memory: when hundreds of devices ask at once, they take
/// turns instead of holding it all at the same time.
const BLOCKING: usize = 8;

/// Reads the command line and does what it says.
pub(crate) fn run() -> ExitCode {
    let cli = Cli::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .max_blocking_threads(BLOCKING)
        .build();
    let runtime = match runtime {
        Ok(runtime) => runtime,
        Err(error) => return failed(&CommandError::Input(format!("the server cannot start: {error}"))),
    };
    let done = runtime.block_on(async {
        match cli.command {
            Command::Backup(args) => backup::run(args).await,
            Command::Restore(args) => restore::run(args).await,
            Command::Serve(args) => serve::serve(args).await,
            Command::Check(args) => check::run(&args),
            Command::Evaluate(args) => evaluate::run(&args),
            Command::Rent(args) => rent::run(&args),
            Command::DemoBulk(args) => demo_bulk::run(args).await,
            Command::Device { command } => device::run(command).await,
            Command::Import { command } => import::run(command).await,
            Command::User { command } => user::run(command).await,
            Command::Verify(args) => verify::run(args).await,
        }
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&error),
    }
}

fn failed(error: &CommandError) -> ExitCode {
    eprintln!("soglia: {error}");
    match error {
        CommandError::Input(_) => ExitCode::from(1),
        CommandError::Usage(_) => ExitCode::from(2),
    }
}

async fn open(data: &DataArgs) -> Done<Backend> {
    Ok(Backend::open(&data.place()).await?)
}

/// Photos lie beside the database, or where it is said.
fn open_blobs(data: &DataArgs) -> Done<Blobs> {
    Ok(match &data.blobs {
        Some(address) => Blobs::in_s3(address)?,
        None => Blobs::in_folder(&data.data)?,
    })
}

/// A day of the command line.
fn day(text: &str) -> Result<Day, String> {
    text.parse().map_err(|error: NoSuchDay| error.to_string())
}

/// The day on which the command runs.
fn today() -> Day {
    let now = Timestamp {
        ms: clock::now_ms(),
        counter: 0,
    };
    now.day()
}

/// Says on standard error what was passed over in lines that were answered, and fails when one was at fault.
fn concluded(answered: io::Result<Tally>, at_fault: &str) -> Done {
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
fn say(text: impl fmt::Display) {
    let _ = writeln!(io::stdout(), "{text}");
}
