// SPDX-License-Identifier: AGPL-3.0-or-later
//! Amounts, surfaces, shares and counts.
use crate::{Language, pick, say};
use soglia_domain::{area::FloorArea, area::Rooms, money::Money};

/// "1.150,00 €" or "€1,150.00".
pub fn money(money: Money, language: Language) -> String {
    let sign = if money.is_negative() { "-" } else { "" };
    let number = decimal(money.cents().unsigned_abs(), 2, language);
    say!(language, "{sign}{number}\u{a0}€", "{sign}€{number}")
}

/// "312,50 € al mese".
pub fn money_per_month(amount: Money, language: Language) -> String {
    let amount = money(amount, language);
    say!(language, "{amount} al mese", "{amount} a month")
}

/// "75,00 € al m² l'anno".
pub fn money_per_area_year(amount: Money, language: Language) -> String {
    let amount = money(amount, language);
    say!(language, "{amount} al m² l’anno", "{amount} per m² a year")
}

/// "55,50 m²".
pub fn area(area: FloorArea, language: Language) -> String {
    format!("{} m²", decimal(u64::from(area.hundredths()), 2, language))
}

/// "31,25%", from hundredths of a per cent; whole shares without decimals: "30%".
pub fn percent(hundredths: u32, language: Language) -> String {
    if hundredths.is_multiple_of(100) {
        format!("{}%", whole(u64::from(hundredths / 100), language))
    } else {
        format!("{}%", decimal(u64::from(hundredths), 2, language))
    }
}

/// "450 m", "1,2 km".
pub fn distance(metres: u32, language: Language) -> String {
    match metres {
        0..995 => format!("{} m", (metres + 5) / 10 * 10),
        _ => format!("{} km", decimal(u64::from(metres + 50) / 100, 1, language)),
    }
}

/// "45.46427": millionths of a degree, to about a metre. With a point in both languages, as maps take it. Without
/// fractions: the code that writes those is ten kilobytes.
pub(crate) fn degrees(millionths: i32) -> String {
    let sign = if millionths < 0 { "-" } else { "" };
    let rounded = millionths.unsigned_abs().saturating_add(5) / 10;
    format!("{sign}{}.{:05}", rounded / 100_000, rounded % 100_000)
}

/// "1 persona", "3 persone".
pub fn persons(n_persons: u8, language: Language) -> String {
    let word = match n_persons {
        1 => pick(language, "persona", "person"),
        _ => pick(language, "persone", "people"),
    };
    format!("{n_persons} {word}")
}

/// "5,5 vani", "1 vano".
pub fn rooms(rooms: Rooms, language: Language) -> String {
    let number = if rooms.0.is_multiple_of(10) {
        whole(u64::from(rooms.0 / 10), language)
    } else {
        decimal(u64::from(rooms.0), 1, language)
    };
    let word = match rooms.0 {
        10 => pick(language, "vano", "room"),
        _ => pick(language, "vani", "rooms"),
    };
    format!("{number} {word}")
}

/// A whole number with its thousands grouped: "10.000".
pub fn whole(number: u64, language: Language) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push_str(pick(language, ".", ","));
        }
        grouped.push(digit);
    }
    grouped
}

/// A whole number that may lie below zero.
pub(crate) fn integer(number: i64, language: Language) -> String {
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{}", whole(number.unsigned_abs(), language))
}

/// A number counted in tenths or hundredths, written with that many decimals.
pub(crate) fn decimal(scaled: u64, n_decimals: usize, language: Language) -> String {
    let unit = 10_u64.pow(n_decimals as u32);
    let separator = pick(language, ",", ".");
    format!(
        "{}{separator}{:0n_decimals$}",
        whole(scaled / unit, language),
        scaled % unit
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_said_as_exactly_as_they_are_known() {
        let of = |metres| distance(metres, Language::Italian);
        assert_eq!([of(0), of(447), of(994)], ["0 m", "450 m", "990 m"]);
        assert_eq!([of(995), of(1_249), of(12_960)], ["1,0 km", "1,2 km", "13,0 km"]);
        assert_eq!(distance(1_250, Language::English), "1.3 km");
    }
    use Language::{English, Italian};

    #[test]
    fn amounts_are_written_as_each_language_writes_them() {
        assert_eq!(money(Money::from_cents(115_000), Italian), "1.150,00\u{a0}€");
        assert_eq!(
            money(Money::from_cents(123_456_789), Italian),
            "1.234.567,89\u{a0}€"
        );
        assert_eq!(money(Money::from_cents(-5), Italian), "-0,05\u{a0}€");
        assert_eq!(money(Money::from_cents(115_000), English), "€1,150.00");
    }

    #[test]
    fn what_is_written_is_read_back() {
        for cents in [0, 7, 99_999, 100_000, 416_250] {
            let amount = Money::from_cents(cents);
            assert_eq!(Money::parse(&money(amount, Italian)), Ok(amount));
        }
    }

    #[test]
    fn a_place_on_the_map_has_five_places_after_the_point() {
        assert_eq!(degrees(45_464_271), "45.46427");
        assert_eq!(degrees(9_190_005), "9.19001");
        assert_eq!(degrees(-50_004), "-0.05000");
        assert_eq!(degrees(7), "0.00001");
    }

    #[test]
    fn surfaces_shares_and_counts() {
        let measured = FloorArea::from_hundredths(5_550).expect("a surface in range");
        assert_eq!(area(measured, Italian), "55,50 m²");
        assert_eq!(percent(3_125, Italian), "31,25%");
        assert_eq!(percent(3_000, English), "30%");
        assert_eq!(percent(3_105, English), "31.05%");
        assert_eq!(persons(1, Italian), "1 persona");
        assert_eq!(persons(4, English), "4 people");
        assert_eq!(rooms(Rooms(55), Italian), "5,5 vani");
        assert_eq!(rooms(Rooms(10), Italian), "1 vano");
        assert_eq!(whole(10_000, Italian), "10.000");
        assert_eq!(whole(999, Italian), "999");
    }
}
