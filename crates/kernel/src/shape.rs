// SPDX-License-Identifier: AGPL-3.0-or-later
//! Shapes of facts and of fields in forms: what a value may be. Each shape has one parser, one check, one way into words
//! and one component.
use crate::{calendar::Day, refusal::Refusal, said::Said};

/// What a value may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Yes or no.
    YesNo,
    /// A text of one line.
    Line {
        /// Largest number of characters.
        most: u32,
    },
    /// A text of several lines; two of them can stand beside each other.
    Text {
        /// Largest number of characters.
        most: u32,
    },
    /// An amount of zero or more.
    Amount,
    /// A whole number.
    Whole {
        /// The least.
        least: i64,
        /// The most.
        most: i64,
    },
    /// A surface.
    Area,
    /// A day.
    Day(Days),
    /// One of these, by their names on the wire.
    Choice(&'static [&'static str]),
    /// Another record or an organisation.
    Reference,
    /// A form of its own, checked in its room.
    Own,
}

/// Which days make sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Days {
    /// Any.
    Any,
    /// Up to today, and at most 120 years back: births, declarations.
    Past,
}

/// Longest name, in characters.
pub const LONGEST_NAME: u32 = 120;

/// Longest text of a note, in characters.
pub const LONGEST_TEXT: u32 = 2_000;

impl Shape {
    /// A line for a name.
    pub const NAME: Self = Self::Line { most: LONGEST_NAME };

    /// A line for anything short.
    pub const LINE: Self = Self::Line { most: LONGEST_TEXT };

    /// A note.
    pub const TEXT: Self = Self::Text { most: LONGEST_TEXT };

    /// Whether two values can stand beside each other in one field.
    pub const fn is_free_text(self) -> bool {
        matches!(self, Self::Text { .. })
    }

    /// Whether a value has this shape.
    ///
    /// # Errors
    /// The [`Refusal`] that says what is wrong.
    pub fn check(self, said: &Said, today: Day) -> Result<(), Refusal> {
        match (self, said) {
            (Self::Line { most } | Self::Text { most }, Said::Text(text)) => check_length(text, most),
            (Self::Amount, Said::Amount(amount)) if amount.is_negative() => Err(Refusal::NegativeAmount),
            (Self::Whole { least, most }, Said::Whole(number)) if !(least..=most).contains(number) => {
                Err(Refusal::OutOfRange)
            }
            (Self::Day(Days::Past), Said::Day(day)) => check_past_day(*day, today),
            (Self::Choice(keys), Said::Choice(key)) if !keys.contains(key) => Err(Refusal::NotAChoice),
            (
                Self::YesNo
                | Self::Line { .. }
                | Self::Text { .. }
                | Self::Amount
                | Self::Whole { .. }
                | Self::Area
                | Self::Day(_)
                | Self::Choice(_)
                | Self::Reference
                | Self::Own,
                _,
            ) => Ok(()),
        }
    }
}

/// A text that is not too long.
///
/// # Errors
/// [`Refusal::TextTooLong`].
pub fn check_length(text: &str, most: u32) -> Result<(), Refusal> {
    if text.chars().count() > most as usize {
        return Err(Refusal::TextTooLong { most });
    }
    Ok(())
}

/// Whether nothing of a text is to be seen: it is empty, or made of spaces and of signs without a shape, as they come along
/// when words are copied.
pub fn is_blank(text: &str) -> bool {
    text.chars()
        .all(|sign| sign.is_whitespace() || sign.is_control() || is_unseen(sign))
}

/// Signs without a shape of their own: joiners, marks of direction, soft hyphens, fillers.
const fn is_unseen(sign: char) -> bool {
    matches!(
        sign,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{17b4}'
            | '\u{17b5}'
            | '\u{180b}'..='\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
    )
}

/// A note.
///
/// # Errors
/// [`Refusal::TextTooLong`].
pub fn check_text(text: &str) -> Result<(), Refusal> {
    check_length(text, LONGEST_TEXT)
}

/// A reason that has to be given.
///
/// # Errors
/// [`Refusal::ReasonMissing`], [`Refusal::TextTooLong`].
pub fn check_reason(reason: &str) -> Result<(), Refusal> {
    check_text(reason)?;
    if is_blank(reason) {
        return Err(Refusal::ReasonMissing);
    }
    Ok(())
}

/// A name that people call something by.
///
/// # Errors
/// [`Refusal::LabelNotUsable`].
pub fn check_name(name: &str) -> Result<(), Refusal> {
    let n_chars = name.trim().chars().count();
    if is_blank(name) || n_chars > LONGEST_NAME as usize {
        return Err(Refusal::LabelNotUsable);
    }
    Ok(())
}

/// A day that has come, within a human life.
///
/// # Errors
/// [`Refusal::DateInFuture`], [`Refusal::DateTooOld`].
pub fn check_past_day(day: Day, today: Day) -> Result<(), Refusal> {
    // The device's day and the server's may differ by one around midnight.
    let tomorrow = today.plus_days(1);
    if day > tomorrow {
        return Err(Refusal::DateInFuture);
    }
    if i32::from(day.year()) < i32::from(today.year()) - 120 {
        return Err(Refusal::DateTooOld);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_which_nothing_is_to_be_seen_is_no_name() {
        for blank in ["", "  \t", "\u{200b}", "\u{202e}\u{2066} \u{feff}", "\u{3164}"] {
            assert!(is_blank(blank), "{blank:?}");
            assert_eq!(check_name(blank), Err(Refusal::LabelNotUsable));
            assert_eq!(check_reason(blank), Err(Refusal::ReasonMissing));
        }
        for name in ["O", "李", "نورا", "\u{200f}נועה", "\u{1f3e0}"] {
            assert_eq!(check_name(name), Ok(()), "{name:?}");
        }
    }
}
