// SPDX-License-Identifier: AGPL-3.0-or-later
//! The check digit that VAT numbers, tax codes of organisations and provisional tax codes of people share.

/// Whether the last of eleven digits completes the sum of the others to a multiple of ten. Digits in even positions,
/// counted from one, are doubled and their own digits added, so that one wrong digit always shows.
pub(crate) fn is_complete(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .enumerate()
        .map(|(at, byte)| {
            let digit = u32::from(byte.saturating_sub(b'0'));
            match at {
                at if at.is_multiple_of(2) => digit,
                _ if digit > 4 => 2 * digit - 9,
                _ => 2 * digit,
            }
        })
        .sum();
    sum.is_multiple_of(10)
}
