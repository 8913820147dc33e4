// SPDX-License-Identifier: AGPL-3.0-or-later
//! Any bytes as households: every line gets one answer.
use soglia_domain::calendar::Day;

const TODAY: Day = Day::constant(2026, 11, 22);

/// What must hold of any bytes.
pub fn check(bytes: &[u8]) {
    let n_lines = bytes
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.trim_ascii().is_empty())
        .count();
    for brief in [true, false] {
        let mut output = Vec::new();
        let tally =
            soglia_lines::evaluate(TODAY, TODAY, brief, bytes, &mut output).expect("memory can be read");
        let answers = output
            .split(|byte| *byte == b'\n')
            .filter(|line| !line.is_empty());
        let answers: Vec<serde_json::Value> = answers
            .map(|line| serde_json::from_slice(line).expect("an answer is JSON"))
            .collect();
        assert_eq!((answers.len(), tally.n_lines), (n_lines, n_lines as u64));
        for answer in &answers {
            assert!(
                answer["error"].is_string() != answer["supported"]["verdict"].is_string(),
                "{answer}"
            );
        }
    }
}
