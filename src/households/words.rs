// SPDX-License-Identifier: AGPL-3.0-or-later
//! Values and names in the language of the page.
use crate::prelude::use_context;
use crate::{state::State, text::language};
use soglia_domain::{calendar::Timestamp, money::Money};

/// "1.150,00 €".
pub(super) fn money(amount: Money) -> String {
    soglia_wording::money(amount, language())
}

/// "2,46", from hundredths.
pub(super) fn decimal(hundredths: u64) -> String {
    let mark = match language() {
        soglia_wording::Language::Italian => ',',
        soglia_wording::Language::English => '.',
    };
    format!("{}{mark}{:02}", hundredths / 100, hundredths % 100)
}

/// "22 novembre 2026, ore 21:33".
pub(super) fn moment(at: Timestamp) -> String {
    soglia_wording::moment(local_ms(at), language())
}

/// A moment as the device shows it; as the server counts it where nothing is open.
fn local_ms(at: Timestamp) -> i64 {
    use_context::<State>().map_or(at.ms, |state| state.local_ms(at))
}

/// "22/11/2026", in Milan.
pub(super) fn day_of(at: Timestamp) -> String {
    soglia_wording::day_short(at.day(), language())
}
