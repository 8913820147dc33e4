// SPDX-License-Identifier: AGPL-3.0-or-later
//! JSON Lines in, JSON Lines out, in the same order: a bad line is answered with what is wrong with it, and the rest goes
//! on. The lines are shared out among the processors.
mod chunks;
mod field;
mod ignored;
mod object;
mod refused;

pub(crate) use field::{day_up_to, decimal, flag, key_of, money, surface, text};
pub(crate) use ignored::Ignored;
pub(crate) use object::{Field, Object, Place, each};
pub(crate) use refused::{Fault, Id, Refused};

use chunks::{Chunk, LONGEST, read};
use std::{
    collections::BTreeMap,
    io::{self, BufWriter, Read, Write},
    num::NonZero,
    str,
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    thread,
};

/// What was counted on the way.
#[derive(Default)]
pub struct Tally {
    /// Lines with something in them.
    pub n_lines: u64,
    /// Those among them that were refused, or whose answer is a no.
    pub n_wrong: u64,
    /// Fields that nobody asked for.
    pub(crate) ignored: Ignored,
}

impl Tally {
    /// A sentence about the fields that were passed over, because nobody asked for them.
    pub fn passed_over(&self) -> Option<String> {
        self.ignored.sentence()
    }
}

/// Writes the answer to one line, or says what is wrong with it.
pub(crate) trait Answer: Sync {
    /// Without the line break at the end.
    fn answer<'a>(&self, line: &'a str, output: &mut Vec<u8>, tally: &mut Tally) -> Result<(), Refused<'a>>;
}

/// Answers every line of the input.
///
/// # Errors
/// When the input cannot be read or the output not written. A reader that went away is no mistake.
pub(crate) fn run(answer: &impl Answer, input: impl Read + Send, output: impl Write) -> io::Result<Tally> {
    match answer_all(answer, input, output) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Tally::default()),
        answered => answered,
    }
}

/// A chunk that was answered, by its number.
type Answered = (u64, Vec<u8>);

fn answer_all(answer: &impl Answer, input: impl Read + Send, output: impl Write) -> io::Result<Tally> {
    let n_workers = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let (chunks, waiting) = sync_channel(2 * n_workers);
        let (answers, answered) = sync_channel(2 * n_workers);
        let reader = scope.spawn(move || read(input, |chunk| chunks.send(chunk).is_ok()));
        // The workers alone hold the far end: when they stop, because nobody takes the answers, the reader does too.
        let waiting = Arc::new(Mutex::new(waiting));
        let workers: Vec<_> = (0..n_workers)
            .map(|_| {
                let (waiting, answers) = (Arc::clone(&waiting), answers.clone());
                scope.spawn(move || work(answer, &waiting, &answers))
            })
            .collect();
        drop((waiting, answers));
        write_in_order(answered, output)?;
        let mut tally = Tally::default();
        for worker in workers {
            let counted = worker
                .join()
                .map_err(|_| io::Error::other("a line stopped the command"))?;
            tally.n_lines += counted.n_lines;
            tally.n_wrong += counted.n_wrong;
            tally.ignored.add(counted.ignored);
        }
        match reader.join() {
            Ok(read) => read.map(|()| tally),
            Err(_) => Err(io::Error::other("the input stopped the command")),
        }
    })
}

fn work(answer: &impl Answer, waiting: &Mutex<Receiver<Chunk>>, answers: &SyncSender<Answered>) -> Tally {
    let mut tally = Tally::default();
    loop {
        let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(chunk) = next else {
            return tally;
        };
        let mut output = Vec::with_capacity(chunk.bytes.len());
        for (number, line) in (chunk.first_line..).zip(chunk.lines()) {
            answer_line(answer, number, line, &mut output, &mut tally);
        }
        if answers.send((chunk.number, output)).is_err() {
            return tally;
        }
    }
}

fn answer_line(answer: &impl Answer, number: u64, line: &[u8], output: &mut Vec<u8>, tally: &mut Tally) {
    if line.trim_ascii().is_empty() {
        return;
    }
    tally.n_lines += 1;
    let start = output.len();
    let answered = match str::from_utf8(line) {
        _ if line.len() > LONGEST => Err(Refused::line(Fault::of_line(
            "a line has at most 1,000,000 bytes",
        ))),
        Ok(line) => answer.answer(line, output, tally),
        Err(_) => Err(Refused::line(Fault::of_line("a line is UTF-8 text"))),
    };
    if let Err(refused) = answered {
        tally.n_wrong += 1;
        output.truncate(start);
        refused.write(number, output);
    }
    output.push(b'\n');
}

fn write_in_order(answered: Receiver<Answered>, output: impl Write) -> io::Result<()> {
    // A large answer goes straight through; small ones, as somebody types them, are flushed when none is waiting.
    let mut output = BufWriter::with_capacity(1 << 16, output);
    let mut early = BTreeMap::new();
    let mut next = 0_u64;
    loop {
        let (number, bytes) = match answered.try_recv() {
            Ok(answered) => answered,
            Err(_) => {
                output.flush()?;
                match answered.recv() {
                    Ok(answered) => answered,
                    Err(_) => return Ok(()),
                }
            }
        };
        early.insert(number, bytes);
        while let Some(bytes) = early.remove(&next) {
            output.write_all(&bytes)?;
            next += 1;
        }
    }
}

#[cfg(test)]
mod tests;
