// SPDX-License-Identifier: AGPL-3.0-or-later
//! Any bytes as dwellings and as certificates: every line gets one answer.
use soglia_domain::calendar::Day;

const TODAY: Day = Day::constant(2026, 11, 22);

/// What must hold of any bytes.
pub fn check(bytes: &[u8]) {
    for certificates in [true, false] {
        let mut output = Vec::new();
        let tally =
            soglia_lines::ceilings(TODAY, certificates, bytes, &mut output).expect("memory can be read");
        assert_eq!(answers(&output), tally.n_lines);
    }
    let mut output = Vec::new();
    let tally = soglia_lines::verify(bytes, &mut output).expect("memory can be read");
    assert_eq!(answers(&output), tally.n_lines);
}

fn answers(output: &[u8]) -> u64 {
    let lines = output
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty());
    let answers =
        lines.map(|line| serde_json::from_slice::<serde_json::Value>(line).expect("an answer is JSON"));
    answers.count() as u64
}
