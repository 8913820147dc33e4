// SPDX-License-Identifier: AGPL-3.0-or-later
//! Answers as a person reads them in a timeline or in the list of things to deliver.
use crate::{
    Language, area, citizenship, day, listed_size, measured_space, money,
    names::isee_line,
    number::{self, decimal},
    pick, relation, response, say, title,
};
use soglia_domain::{
    answer::Answer,
    dwelling::DwellingAnswer as D,
    household::{HouseholdAnswer as H, MemberAnswer as M},
};

/// "Sì" or "No".
pub const fn yes_no(yes: bool, language: Language) -> &'static str {
    if yes { pick(language, "Sì", "Yes") } else { "No" }
}

/// What stands where an answer is missing.
pub const fn not_known_yet(language: Language) -> &'static str {
    pick(language, "Non si sa ancora", "Not known yet")
}

/// The value, or that it is not known yet.
fn or_missing<T>(answer: &Answer<T>, language: Language, write: impl FnOnce(&T) -> String) -> String {
    answer
        .known()
        .map_or_else(|| not_known_yet(language).to_owned(), write)
}

/// The value of an answer about a household.
pub fn household_answer(answer: &H, language: Language) -> String {
    match answer {
        H::Phone(text) | H::PresentHome(text) | H::Zone(text) => or_missing(text, language, Clone::clone),
        H::Isee(isee) => or_missing(isee, language, |isee| {
            isee_line(isee.kind, &money(isee.value, language), isee.dsu_date, language)
        }),
        H::SapPatrimony(amount) | H::NetMonthlyIncome(amount) => {
            or_missing(amount, language, |amount| money(*amount, language))
        }
        H::EquivalenceScale(scale) => {
            or_missing(scale, language, |scale| decimal(u64::from(*scale), 2, language))
        }
        H::Citizenship(title) => {
            or_missing(title, language, |title| citizenship(*title, language).to_owned())
        }
        H::RegularWork(yes)
        | H::ResidesInRegion(yes)
        | H::WorksInRegion(yes)
        | H::OwnsAdequateHome(yes)
        | H::RevokedAssignmentLast5Years(yes)
        | H::IllegalOccupationLast5Years(yes)
        | H::FollowedBySocialServices(yes)
        | H::ManagesPrimaryNeeds(yes)
        | H::TemporaryDifficulty(yes)
        | H::NeedsAccompaniment(yes) => or_missing(yes, language, |yes| yes_no(*yes, language).to_owned()),
        H::Response(chosen) => or_missing(chosen, language, |chosen| {
            let (model, reason) = (response(chosen.model, language), &chosen.reason);
            if reason.is_empty() {
                model.to_owned()
            } else {
                format!("{model} ({reason})")
            }
        }),
    }
}

/// The value of an answer about a member.
pub fn member_answer(answer: &M, language: Language) -> String {
    match answer {
        M::GivenName(text) | M::FamilyName(text) => or_missing(text, language, Clone::clone),
        M::BirthDate(born) => or_missing(born, language, |born| day(*born, language)),
        M::TaxCode(code) => or_missing(code, language, |code| code.as_str().to_owned()),
        M::Relation(kind) => or_missing(kind, language, |kind| relation(*kind, language).to_owned()),
        M::Disability(yes) | M::Works(yes) => {
            or_missing(yes, language, |yes| yes_no(*yes, language).to_owned())
        }
    }
}

/// The value of an answer about a dwelling.
pub fn dwelling_answer(answer: &D, language: Language) -> String {
    match answer {
        D::Address(address) => or_missing(address, language, |address| {
            let line = format!("{} {}", address.street, address.number);
            format!("{}, {}", line.trim_end(), address.municipality)
        }),
        D::ListedKind(text) | D::ListedUse(text) | D::ListedContract(text) | D::Note(text) => {
            or_missing(text, language, Clone::clone)
        }
        D::ListedSize(size) => or_missing(size, language, |size| listed_size(size, language)),
        D::UsableArea(size) | D::CadastralArea(size) | D::ConventionalArea(size) => {
            or_missing(size, language, |size| area(*size, language))
        }
        D::MeasuredSpaces(spaces) => or_missing(spaces, language, |spaces| {
            let lines: Vec<String> = spaces
                .iter()
                .map(|space| measured_space(space, language))
                .collect();
            lines.join("; ")
        }),
        D::HabitableRooms(number) | D::Municipio(number) | D::Nil(number) => {
            or_missing(number, language, ToString::to_string)
        }
        D::Floor(floor) => or_missing(floor, language, |floor| match floor {
            0 => pick(language, "Piano terra", "Ground floor").to_owned(),
            number => number.to_string(),
        }),
        D::Lift(yes) | D::StepFree(yes) | D::PoorState(yes) => {
            or_missing(yes, language, |yes| yes_no(*yes, language).to_owned())
        }
        D::EnergyClass(class) => or_missing(class, language, |class| class.key().to_owned()),
        D::CadastralKey(key) => or_missing(key, language, |key| {
            let (sheet, parcel, unit) = (&key.sheet, &key.parcel, &key.unit);
            if unit.is_empty() {
                say!(
                    language,
                    "foglio {sheet}, particella {parcel}",
                    "sheet {sheet}, parcel {parcel}"
                )
            } else {
                say!(
                    language,
                    "foglio {sheet}, particella {parcel}, subalterno {unit}",
                    "sheet {sheet}, parcel {parcel}, unit {unit}"
                )
            }
        }),
        D::Position(position) => or_missing(position, language, |position| {
            format!(
                "{}, {}",
                number::degrees(position.latitude),
                number::degrees(position.longitude)
            )
        }),
        // The name of a partner is not part of the dwelling; the page that has it shows it.
        D::EntrustedTo(partner) => or_missing(partner, language, |_| {
            pick(language, "un soggetto partner", "a partner").to_owned()
        }),
        D::Title(held) => or_missing(held, language, |held| title(held, language)),
        D::Source(source) => or_missing(source, language, |source| source.list.clone()),
    }
}
