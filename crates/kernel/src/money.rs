// SPDX-License-Identifier: AGPL-3.0-or-later
//! Amounts in euro, as whole cents.
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::fmt;

/// An amount in euro cents. On the wire it is a decimal text with two digits, such as "3410.00".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i64);

/// Why a text is not an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MoneyError {
    /// Nothing was written.
    Empty,
    /// Something other than digits, separators and the euro sign.
    NotANumber,
    /// More than two decimal digits.
    TooPrecise,
    /// Beyond a thousand million euro.
    TooLarge,
}

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The largest amount accepted anywhere: a thousand million euro.
    pub const LARGEST: Self = Self(100_000_000_000);

    /// From whole cents.
    pub const fn from_cents(cents: i64) -> Self {
        Self(cents)
    }

    /// From whole euro.
    pub const fn from_euro(euro: i64) -> Self {
        Self(euro * 100)
    }

    /// In whole cents.
    pub const fn cents(self) -> i64 {
        self.0
    }

    /// Whether the amount is below zero.
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Reads what a person writes: "1.150,00 €", "1150", "1150.5", "16 000". A single separator followed by exactly
    /// three digits groups thousands, as Italian text does.
    ///
    /// # Errors
    /// [`MoneyError`] tells what is wrong with the text.
    pub fn parse(text: &str) -> Result<Self, MoneyError> {
        let (negative, units, hundredths) = parse_hundredths(text)?;
        let cents = units
            .checked_mul(100)
            .and_then(|c| c.checked_add(hundredths))
            .ok_or(MoneyError::TooLarge)?;
        if cents > Self::LARGEST.0 {
            return Err(MoneyError::TooLarge);
        }
        Ok(Self(if negative { -cents } else { cents }))
    }
}

/// Sign, whole units and hundredths of a number as people write it in Italy.
pub fn parse_hundredths(text: &str) -> Result<(bool, i64, i64), MoneyError> {
    let mut cleaned: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '€' && *c != '\'')
        .collect();
    if cleaned.to_ascii_lowercase().starts_with("eur") {
        cleaned = cleaned
            .trim_start_matches(|c: char| c.is_ascii_alphabetic())
            .to_owned();
    }
    let (negative, digits) = match cleaned.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, cleaned.as_str()),
    };
    if digits.is_empty() {
        return Err(if negative {
            MoneyError::NotANumber
        } else {
            MoneyError::Empty
        });
    }
    if !digits
        .bytes()
        .all(|b| b.is_ascii_digit() || b == b'.' || b == b',')
    {
        return Err(MoneyError::NotANumber);
    }
    let decimal_at = decimal_separator(digits)?;
    let (whole, fraction) = decimal_at.map_or((digits, ""), |at| (&digits[..at], &digits[at + 1..]));
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    let fraction = fraction.trim_end_matches('0');
    if fraction.len() > 2 {
        return Err(MoneyError::TooPrecise);
    }
    let units = if whole.is_empty() {
        0
    } else {
        whole.parse().map_err(|_| MoneyError::TooLarge)?
    };
    let hundredths = format!("{fraction:0<2}")
        .parse()
        .map_err(|_| MoneyError::NotANumber)?;
    Ok((negative, units, hundredths))
}

/// Where the decimal separator stands, if the text has one.
fn decimal_separator(digits: &str) -> Result<Option<usize>, MoneyError> {
    let Some(last) = digits.rfind(['.', ',']) else {
        return Ok(None);
    };
    let groups_ok = |whole: &str| whole.split(['.', ',']).skip(1).all(|group| group.len() == 3);
    let first_group = digits.find(['.', ',']).unwrap_or(last);
    let n_separators = digits.matches(['.', ',']).count();
    let same = digits
        .bytes()
        .filter(|b| !b.is_ascii_digit())
        .all(|b| b == digits.as_bytes()[last]);
    let after = digits.len() - last - 1;
    // "1.150" and "1.150.000" group thousands; "1,150" is read the same way, as no amount has three decimals.
    if same && after == 3 && groups_ok(digits) && (1..=3).contains(&first_group) {
        return Ok(None);
    }
    if n_separators > 1 && (same || !groups_ok(&digits[..last])) {
        return Err(MoneyError::NotANumber);
    }
    Ok(Some(last))
}

impl fmt::Display for Money {
    /// Plain decimal form with a point, as on the wire.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let cents = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", cents / 100, cents % 100)
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        // The wire has one form only: digits, and a point before one or two decimals.
        let plain = text.strip_prefix('-').unwrap_or(&text);
        let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
        let digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || whole.len() > 12 || fraction.len() > 2 || !digits(whole) || !digits(fraction) {
            return Err(D::Error::custom(
                "an amount is a decimal text such as \"3410.00\"",
            ));
        }
        let units: i64 = whole.parse().map_err(D::Error::custom)?;
        let hundredths: i64 = format!("{fraction:0<2}").parse().map_err(D::Error::custom)?;
        let cents = units * 100 + hundredths;
        if cents > Self::LARGEST.0 {
            return Err(D::Error::custom("the amount is too large"));
        }
        Ok(Self(if text.starts_with('-') { -cents } else { cents }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(input: &str, expected: Result<i64, MoneyError>) {
        assert_eq!(Money::parse(input).map(Money::cents), expected, "{input:?}");
    }

    #[test]
    fn amounts_are_read_as_people_write_them() {
        check("1.150,00 €", Ok(115_000));
        check("1150", Ok(115_000));
        check("1150,5", Ok(115_050));
        check("1150.50", Ok(115_050));
        check("1.150", Ok(115_000));
        check("16 000", Ok(1_600_000));
        check("1,234.56", Ok(123_456));
        check("1.234.567,89", Ok(123_456_789));
        check("€ 0,5", Ok(50));
        check("-12", Ok(-1_200));
        check("", Err(MoneyError::Empty));
        check("-", Err(MoneyError::NotANumber));
        check("1.2.3", Err(MoneyError::NotANumber));
        check("12,345,6", Err(MoneyError::NotANumber));
        check("1e30", Err(MoneyError::NotANumber));
        check("0,1234", Err(MoneyError::TooPrecise));
        check("99999999999999", Err(MoneyError::TooLarge));
    }

    #[test]
    fn an_amount_survives_the_wire() {
        for cents in [0, 1, 99, 100, 341_000, -5, -123_456] {
            let money = Money::from_cents(cents);
            let wire = serde_json::to_string(&money).expect("an amount can always be written");
            assert_eq!(serde_json::from_str::<Money>(&wire).ok(), Some(money));
        }
        assert!(serde_json::from_str::<Money>("\"1.150,00\"").is_err());
        assert!(serde_json::from_str::<Money>("\"NaN\"").is_err());
    }
}
