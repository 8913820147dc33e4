// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;

/// Repeats each line, and refuses one that says "no".
struct Echo;

impl Answer for Echo {
    fn answer<'a>(&self, line: &'a str, output: &mut Vec<u8>, _: &mut Tally) -> Result<(), Refused<'a>> {
        output.extend_from_slice(line.as_bytes());
        match line {
            "no" => Err(Refused::line(Fault::of_line("was asked to"))),
            _ => Ok(()),
        }
    }
}

/// Gives a few bytes at a time, as a pipe may.
struct Drops<'a>(&'a [u8], usize);

impl Read for Drops<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n_bytes = self.1.min(self.0.len()).min(buffer.len());
        let (given, rest) = self.0.split_at(n_bytes);
        buffer[..n_bytes].copy_from_slice(given);
        self.0 = rest;
        Ok(n_bytes)
    }
}

#[track_caller]
fn echoed(input: impl Read + Send) -> (String, Tally) {
    let mut output = Vec::new();
    let Ok(tally) = run(&Echo, input, &mut output) else {
        panic!("memory can be read and written");
    };
    (String::from_utf8(output).expect("only text was put in"), tally)
}

#[test]
fn lines_keep_their_order_and_their_number() {
    let input = "\u{feff}a\r\n\n  \nb\nno\nc";
    let expected = "a\nb\n{\"line\":5,\"error\":\"was asked to\"}\nc\n";
    for n_bytes in [1, 2, 3, 7, 1_000] {
        let (output, tally) = echoed(Drops(input.as_bytes(), n_bytes));
        assert_eq!(output, expected, "{n_bytes} bytes at a time");
        assert_eq!((tally.n_lines, tally.n_wrong), (4, 1));
    }
    assert_eq!(echoed(&b""[..]).0, "");
}

#[test]
fn many_lines_come_out_as_they_went_in() {
    let input: String = (0..200_000).map(|number| format!("{number}\n")).collect();
    let (output, tally) = echoed(input.as_bytes());
    assert!(output == input);
    assert_eq!(tally.n_lines, 200_000);
}

#[test]
fn a_line_that_is_too_long_or_no_text_does_not_stop_the_rest() {
    let longest = "x".repeat(LONGEST);
    let input = format!("{longest}\r\n{longest}x\na\n{longest}{longest}{longest}\n");
    let input = [input.as_bytes(), b"\xff\nb"].concat();
    let too_long = |line: u8| format!("{{\"line\":{line},\"error\":\"a line has at most 1,000,000 bytes\"}}");
    let (second, fourth) = (too_long(2), too_long(4));
    let fifth = "{\"line\":5,\"error\":\"a line is UTF-8 text\"}";
    let expected = format!("{longest}\n{second}\na\n{fourth}\n{fifth}\nb\n");
    for n_bytes in [4_001, usize::MAX] {
        assert!(echoed(Drops(&input, n_bytes)).0 == expected);
    }
}

/// Takes nothing.
struct Closed;

impl Write for Closed {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Err(io::ErrorKind::BrokenPipe.into())
    }
}

#[test]
fn a_reader_that_went_away_is_no_mistake() {
    let input = "no\n".repeat(1_000_000);
    assert!(run(&Echo, input.as_bytes(), Closed).is_ok());
}

#[test]
fn fields_that_nobody_reads_are_told_without_what_may_be_a_name_of_somebody() {
    let mut ignored = Ignored::default();
    assert_eq!(ignored.sentence(), None);
    for name in ["isee_value", "isee_value", "Anna Verdi", "notes"] {
        ignored.note("", name);
    }
    let told = "fields that are not read: isee_value (2), notes (1), others (1)";
    assert_eq!(ignored.sentence().as_deref(), Some(told));
    for number in 0..100 {
        ignored.note("members[].", &format!("field_{number}"));
    }
    let told = ignored.sentence().expect("some were noted");
    assert!(told.len() < 1_000 && told.ends_with("others (83)"), "{told}");
}
