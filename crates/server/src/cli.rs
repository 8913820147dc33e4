// SPDX-License-Identifier: AGPL-3.0-or-later
//! The command line. Results go to standard output, errors to standard error; the exit code is 0, 1 when the input was
//! at fault, or 2 when the command was.
mod backup;
mod check;
mod common;
mod demo_bulk;
mod device;
mod doctor;
mod evaluate;
mod health;
mod import;
mod rent;
mod restore;
mod serve;
mod user;
mod verify;

pub(crate) use user::organisation_id;

use clap::{Parser, Subcommand};
use common::CommandError;
use std::process::ExitCode;

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
    Serve(serve::ServeArgs),
    /// Fill an empty folder with as many invented records as asked, to measure with.
    #[command(hide = true)]
    DemoBulk(demo_bulk::DemoBulkArgs),
    /// Say what is set up wrongly, and how to mend it. Takes the options of `serve`. The exit code is 1 when something does not work.
    Doctor(doctor::DoctorArgs),
    /// Devices of people.
    Device {
        #[command(subcommand)]
        command: device::DeviceCommand,
    },
    /// Tell whether a server answers. The exit code is 1 when it does not.
    Health(health::HealthArgs),
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
            Command::Doctor(args) => doctor::run(args).await,
            Command::Device { command } => device::run(command).await,
            Command::Health(args) => health::run(args).await,
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
