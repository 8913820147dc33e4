// SPDX-License-Identifier: AGPL-3.0-or-later
//! When and where a visit is to be, as a form asks for it: the same for one that is planned and one that is moved.
use super::{
    Asking,
    hours::{hours, written},
};
use crate::{
    record::FormField,
    text::{path::visits as text, shell},
};
use soglia_domain::{
    shape::{Days, Shape},
    visit::{Appointment, LONGEST_PLACE},
};

/// The field of an hour. It takes more than one: what is no hour is told so, and not that it is too long.
pub(super) fn hour(asking: Asking, form: &str, what: &str, label: &str, minutes: Option<u16>) -> FormField {
    let field = asking
        .field(form, what, label, Shape::LINE)
        .with_help(text::hour_help());
    match minutes {
        Some(minutes) => field.with(&written(minutes)),
        None => field,
    }
}

/// The fields of an appointment.
pub(super) struct Fields {
    day: FormField,
    from: FormField,
    to: FormField,
    place: FormField,
    /// The day where nobody says another one.
    usual: Appointment,
}

impl Fields {
    /// They begin with an appointment. The first field of the form is the day, unless another one stands before it.
    pub(super) fn of(asking: Asking, form: &str, is_first: bool, usual: Appointment) -> Self {
        let on_day = Shape::Day(Days::Any);
        let day = if is_first {
            asking.first(form, shell::day(), on_day)
        } else {
            asking.field(form, "day", shell::day(), on_day)
        };
        let most = LONGEST_PLACE;
        let place = asking.field(form, "place", text::place(), Shape::Line { most });
        Self {
            day: day.required(text::day_missing()).with(&usual.day),
            from: hour(asking, form, "from", text::from(), usual.from),
            to: hour(asking, form, "to", text::to(), usual.to),
            place: if usual.place.is_empty() {
                place
            } else {
                place.with(&usual.place)
            },
            usual,
        }
    }

    /// In their order.
    pub(super) fn all(&self) -> [FormField; 4] {
        [&self.day, &self.from, &self.to, &self.place].map(Clone::clone)
    }

    /// What they say; none where an hour cannot be read.
    pub(super) fn get(&self) -> Option<Appointment> {
        let (from, to) = hours(&self.from, &self.to)?;
        Some(Appointment {
            day: self.day.get().unwrap_or(self.usual.day),
            from,
            to,
            place: self.place.get_text(),
        })
    }
}
