// SPDX-License-Identifier: AGPL-3.0-or-later
//! Values as a person types and reads them in a field: one way out and one way in for each shape.
use crate::text::{language, shell as text};
use soglia_domain::{
    answer::Answer, area::FloorArea, calendar::Day, money::Money, rooms::Common, said::Said, shape::Shape,
};

/// Yes, among the keys of a choice.
pub const YES: &str = "yes";
/// No.
pub const NO: &str = "no";

/// The same answer with another form of its value.
pub fn map<T, U>(answer: &Answer<T>, form: impl FnOnce(&T) -> U) -> Answer<U> {
    match answer {
        Answer::NotAsked => Answer::NotAsked,
        Answer::NotKnownYet => Answer::NotKnownYet,
        Answer::Known(value) => Answer::Known(form(value)),
    }
}

/// A value as it stands in its field: amounts and surfaces the Italian way, a day as it travels, a choice by its key.
pub fn written(said: &Said) -> String {
    match said {
        Said::YesNo(yes) => if *yes { YES } else { NO }.to_owned(),
        Said::Text(text) => text.clone(),
        Said::Amount(amount) => soglia_wording::money(*amount, language()),
        Said::Whole(number) => number.to_string(),
        Said::Area(area) => soglia_wording::area(*area, language()),
        Said::Day(day) => day.to_string(),
        Said::Choice(key) => (*key).to_owned(),
        Said::Reference(id) => id.to_string(),
    }
}

/// The value behind what stands in a field.
///
/// # Errors
/// The sentence that says how to mend it.
pub fn read(shape: Shape, typed: &str) -> Result<Said, String> {
    let typed = typed.trim();
    match shape {
        Shape::YesNo => Ok(Said::YesNo(typed == YES)),
        Shape::Line { .. } | Shape::Text { .. } | Shape::Own => Ok(Said::Text(typed.to_owned())),
        Shape::Amount => amount(typed).map(Said::Amount),
        Shape::Whole { least, most } => whole(typed, least, most).map(Said::Whole),
        Shape::Area => FloorArea::parse(typed)
            .map(Said::Area)
            .map_err(|error| soglia_wording::area_error(error, language()).to_owned()),
        Shape::Day(_) => typed
            .parse::<Day>()
            .map(Said::Day)
            .map_err(|_| text::no_such_day().to_owned()),
        Shape::Choice(keys) => keys
            .iter()
            .find(|key| **key == typed)
            .map(|key| Said::Choice(key))
            .ok_or_else(not_a_choice),
        Shape::Reference => typed.parse().map(Said::Reference).map_err(|_| not_a_choice()),
    }
}

/// An amount, or the sentence that says how to mend it.
///
/// # Errors
/// That sentence.
pub fn amount(typed: &str) -> Result<Money, String> {
    Money::parse(typed).map_err(|error| soglia_wording::money_error(error, language()).to_owned())
}

fn whole(typed: &str, least: i64, most: i64) -> Result<i64, String> {
    // Texts that were printed have a minus sign of their own.
    match typed.replace('−', "-").parse::<i64>() {
        Ok(number) if (least..=most).contains(&number) => Ok(number),
        Ok(_) => Err(text::number_between(least, most)),
        Err(_) => Err(text::not_a_whole_number().to_owned()),
    }
}

fn not_a_choice() -> String {
    soglia_wording::common_refusal(&Common::NotAChoice, language())
}

#[cfg(test)]
mod tests {
    use super::*;
    use soglia_domain::shape::Days;

    const COLOURS: &[&str] = &["red", "green"];

    #[test]
    fn what_stands_in_a_field_is_read_back() {
        let area = FloorArea::parse("63,75").expect("a surface");
        for (shape, said) in [
            (Shape::YesNo, Said::YesNo(true)),
            (Shape::YesNo, Said::YesNo(false)),
            (Shape::NAME, Said::Text("Famiglia Ionescu".to_owned())),
            (Shape::TEXT, Said::Text("Scala B, secondo piano".to_owned())),
            (Shape::Amount, Said::Amount(Money::from_cents(115_000))),
            (Shape::Whole { least: -3, most: 60 }, Said::Whole(-1)),
            (Shape::Area, Said::Area(area)),
            (Shape::Day(Days::Past), Said::Day(Day::constant(1984, 11, 22))),
            (Shape::Choice(COLOURS), Said::Choice("green")),
            (Shape::Reference, Said::Reference(uuid::Uuid::from_u128(7))),
        ] {
            assert_eq!(read(shape, &written(&said)).as_ref(), Ok(&said), "{shape:?}");
        }
    }

    #[test]
    fn what_cannot_be_read_says_how_to_mend_it() {
        for (shape, typed) in [
            (Shape::Amount, "mille"),
            (Shape::Whole { least: 1, most: 9 }, "10"),
            (Shape::Whole { least: 1, most: 9 }, "2,5"),
            (Shape::Area, "12000"),
            (Shape::Day(Days::Any), "2026-02-31"),
            (Shape::Choice(COLOURS), "blue"),
        ] {
            let sentence = read(shape, typed).expect_err(typed);
            assert!(sentence.ends_with('.'), "{sentence}");
        }
    }

    #[test]
    fn a_missing_answer_stays_missing_in_every_form() {
        let form = |n: &u8| n.to_string();
        assert!(map(&Answer::NotAsked, form).is_not_asked());
        assert_eq!(map(&Answer::Known(3), form), Answer::Known("3".to_owned()));
    }

    #[test]
    fn a_printed_minus_is_a_minus() {
        assert_eq!(
            read(Shape::Whole { least: -3, most: 60 }, "−1"),
            Ok(Said::Whole(-1))
        );
    }
}
