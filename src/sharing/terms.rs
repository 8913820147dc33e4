// SPDX-License-Identifier: AGPL-3.0-or-later
//! The fields of a new link that say on what terms it is read, each only where it has a use.
use crate::{
    record::{Asking, FormField},
    text::{language, sharing as text},
};
use soglia_domain::{
    calendar::Day,
    shape::{Days, Shape},
    shared_link::{Consent, SharedView, Terms, pin_hash},
    tongue::Tongue,
};
use soglia_wording::Language;

/// Fields of terms.
#[derive(Clone)]
pub(super) struct TermFields {
    tongue: Option<FormField>,
    pin: FormField,
    once: FormField,
    frozen: FormField,
    consent: Option<(FormField, FormField)>,
}

/// The language of the pages as one of readers.
pub(super) fn own_tongue() -> Tongue {
    match language() {
        Language::Italian => Tongue::Italian,
        Language::English => Tongue::English,
    }
}

impl TermFields {
    /// The fields for a view.
    pub(super) fn of(asking: Asking, form: &'static str, view: SharedView) -> Self {
        let field = |what, label: &str, shape| asking.field(form, what, label, shape);
        let yes_no = |what, label: &str, help: &str, first: bool| {
            field(what, label, Shape::YesNo).with_help(help).with(&first)
        };
        let is_of_family = matches!(view, SharedView::FamilyPlan { .. });
        let tongue = is_of_family.then(|| {
            field("tongue", text::tongue(), Shape::Choice(Tongue::CODES))
                .with_words(text::tongue_name)
                .with_help(text::tongue_help())
                .with(&Tongue::Italian)
        });
        let consent = view.needs_consent().then(|| {
            let by = field("consent-by", text::consent_by(), Shape::NAME)
                .with_help(text::consent_help())
                .required(text::consent_missing());
            let day = field("consent-day", text::consent_day(), Shape::Day(Days::Any))
                .with(&asking.state.today())
                .required(text::until_missing());
            (by, day)
        });
        Self {
            tongue,
            // Whoever reads how a case went is one person, who is told the PIN; a family would lose it.
            pin: yes_no("pin", text::pin(), text::pin_help(), view.needs_consent()),
            once: yes_no("once", text::once(), text::once_help(), false),
            frozen: yes_no("frozen", text::frozen(), text::frozen_help(), false),
            consent,
        }
    }

    /// All of them, in order.
    pub(super) fn all(&self) -> Vec<FormField> {
        let consent = self.consent.iter().flat_map(|(by, day)| [by, day]);
        consent
            .chain(&self.tongue)
            .chain([&self.pin, &self.once, &self.frozen])
            .cloned()
            .collect()
    }

    /// The language that is chosen, for what follows it.
    pub(super) fn follow_tongue(&self) -> Tongue {
        let chosen = self.tongue.as_ref().map(|field| field.follow());
        chosen.map_or_else(own_tongue, Option::unwrap_or_default)
    }

    /// Whether a PIN is asked for.
    pub(super) fn wants_pin(&self) -> bool {
        self.pin.get() == Some(true)
    }

    /// What they say.
    pub(super) fn terms(&self, token: &str, pin: Option<&str>) -> Terms {
        let yes = |field: &FormField| field.get() == Some(true);
        let consent = self.consent.as_ref().and_then(|(by, day)| {
            Some(Consent {
                by: by.get_text(),
                day: day.get::<Day>()?,
            })
        });
        Terms {
            language: self
                .tongue
                .as_ref()
                .map_or_else(own_tongue, |field| field.get().unwrap_or_default()),
            pin_hash: pin.map(|pin| pin_hash(token, pin)),
            once: yes(&self.once),
            frozen: yes(&self.frozen),
            consent,
        }
    }
}
