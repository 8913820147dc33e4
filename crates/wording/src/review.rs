// SPDX-License-Identifier: AGPL-3.0-or-later
//! Two values in one field: the name of the field, and what was chosen.
use crate::{Language, dwelling_question, household_question, member_question, pick};
use soglia_domain::{
    dwelling::DwellingQuestion,
    household::{HouseholdQuestion, MemberQuestion},
    record::{FieldKey, RecordKey},
    review::ReviewChoice,
};

/// What was chosen, without the values: those stand in the lines of the changes that wrote them.
pub const fn review_choice(choice: ReviewChoice, language: Language) -> &'static str {
    match choice {
        ReviewChoice::Present => pick(
            language,
            "fra due valori, tenuto quello presente",
            "of two values, the present one was kept",
        ),
        ReviewChoice::Other(_) => pick(
            language,
            "fra due valori, preso l’altro",
            "of two values, the other one was taken",
        ),
        ReviewChoice::Both => pick(language, "tenuti entrambi i valori", "both values were kept"),
    }
}

/// The question behind a field of a record.
pub fn field_name(record: RecordKey, field: &FieldKey, language: Language) -> &'static str {
    // "members/7/birth_date" is about a member.
    let key = field.0.rsplit('/').next().unwrap_or_default();
    let name = match record {
        RecordKey::Dwelling(_) => DwellingQuestion::ALL
            .iter()
            .find(|question| question.key() == key)
            .map(|question| dwelling_question(*question, language)),
        RecordKey::Household(_) if key == "label" => {
            Some(pick(language, "Nome del nucleo", "Name of the household"))
        }
        RecordKey::Household(_) if field.0.starts_with("members/") => MemberQuestion::ALL
            .iter()
            .find(|question| question.key() == key)
            .map(|question| member_question(*question, language)),
        RecordKey::Household(_) => HouseholdQuestion::ALL
            .iter()
            .find(|question| question.key() == key)
            .map(|question| household_question(*question, language)),
        RecordKey::CityRules => None,
    };
    name.unwrap_or_else(|| pick(language, "Un dato", "A field"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use soglia_domain::id::HouseholdId;

    #[test]
    fn a_field_is_called_by_its_question() {
        let household = RecordKey::Household(HouseholdId(Default::default()));
        let name = |key: &str| field_name(household, &FieldKey(key.to_owned()), Language::Italian);
        assert_eq!(name("net_monthly_income"), "Reddito netto mensile");
        assert_eq!(
            name("members/7/birth_date"),
            member_question(MemberQuestion::BirthDate, Language::Italian)
        );
        assert_eq!(name("label"), "Nome del nucleo");
        assert_eq!(name("of_a_newer_version"), "Un dato");
    }
}
