// SPDX-License-Identifier: AGPL-3.0-or-later
//! The steady runner: each target over its seeds, and then over seeds that were changed at random, for so many seconds. It needs
//! the stable toolchain alone. What changes follows from a number, which it prints: the same number makes the same bytes.
//!
//!     steady SECONDS NUMBER FOLDER_OF_SEEDS FOLDER_OF_FINDINGS

use soglia_fuzz::{TARGETS, Target, mutate::Mutator};
use std::{
    error::Error,
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    process::ExitCode,
    time::{Duration, Instant},
};

/// Bytes of an input, as for libFuzzer.
const MOST: usize = 4_096;

/// Reading four kilobytes takes no longer, also unoptimised and on a busy machine; whoever needs more can be held up.
const PATIENCE: Duration = Duration::from_secs(2);

fn main() -> ExitCode {
    match run(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::from(2)
        }
    }
}

fn run(words: &[String]) -> Result<bool, Box<dyn Error>> {
    let [seconds, number, seeds, findings] = words else {
        return Err("steady SECONDS NUMBER FOLDER_OF_SEEDS FOLDER_OF_FINDINGS".into());
    };
    let each = Duration::from_secs(seconds.parse()?) / TARGETS.len() as u32;
    let number = number.parse()?;
    println!("seeds, and bytes changed at random from number {number}");
    let mut holds = true;
    for target in TARGETS {
        holds &= feed(target, each, number, Path::new(seeds), Path::new(findings))?;
    }
    Ok(holds)
}

/// Whether the target held.
fn feed(
    (name, check): Target,
    limit: Duration,
    number: u64,
    seeds: &Path,
    findings: &Path,
) -> Result<bool, Box<dyn Error>> {
    let mut files: Vec<_> = fs::read_dir(seeds.join(name))?.collect::<Result<_, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    let seeds: Vec<Vec<u8>> = files
        .iter()
        .map(|file| fs::read(file.path()))
        .collect::<Result<_, _>>()?;
    if seeds.is_empty() {
        return Err(format!("{name} has no seeds").into());
    }
    let start = Instant::now();
    let mut mutator = Mutator::new(number, &seeds, MOST);
    let mut n = 0_u64;
    while n < seeds.len() as u64 || start.elapsed() < limit {
        let input = match seeds.get(n as usize) {
            Some(seed) => seed.clone(),
            None => mutator.next(),
        };
        let begun = Instant::now();
        let trouble = match catch_unwind(AssertUnwindSafe(|| check(&input))) {
            Err(_) => "does not hold",
            Ok(()) if begun.elapsed() > PATIENCE => "takes too long",
            Ok(()) => {
                n += 1;
                continue;
            }
        };
        fs::create_dir_all(findings)?;
        let kept = findings.join(format!("{name}-{number}-{n}"));
        fs::write(&kept, &input)?;
        println!(
            "{name} {trouble} for input {n}, which is kept in {}",
            kept.display()
        );
        return Ok(false);
    }
    println!(
        "{name}: held for {n} inputs in {:.1} s",
        start.elapsed().as_secs_f64()
    );
    Ok(true)
}
