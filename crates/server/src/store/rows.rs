// SPDX-License-Identifier: AGPL-3.0-or-later
//! Many rows in one statement: asking the database costs more than a row does.

/// Rows in one statement, the most first. Only so many texts exist of each statement, and each is prepared once.
const SIZES: [usize; 4] = [64, 16, 4, 1];

/// How many of the rows that are left go into the next statement.
pub(super) fn next_size(n_left: usize) -> usize {
    SIZES.into_iter().find(|size| *size <= n_left).unwrap_or(1)
}

/// `VALUES ($1, $2), ($3, $4)`.
pub(super) fn values(n_rows: usize, n_columns: usize) -> String {
    let row = |row: usize| {
        let places: Vec<String> = (1..=n_columns)
            .map(|column| format!("${}", row * n_columns + column))
            .collect();
        format!("({})", places.join(", "))
    };
    let rows: Vec<String> = (0..n_rows).map(row).collect();
    format!("VALUES {}", rows.join(", "))
}

/// A list as one parameter: identities and keys, which need no escaping.
pub(super) fn listed<T: std::fmt::Display>(values: impl Iterator<Item = T>) -> String {
    let texts: Vec<String> = values.map(|value| format!("\"{value}\"")).collect();
    format!("[{}]", texts.join(","))
}
