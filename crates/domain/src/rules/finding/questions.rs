// SPDX-License-Identifier: AGPL-3.0-or-later
//! A short list of questions that lies inside the finding: with a list of its own each, most of the time of an
//! evaluation would go into allocating them.
use crate::household::HouseholdQuestion;
use serde::{Serialize, Serializer};
use std::{ops::Deref, slice};

/// Each condition of public housing asks one question at most, so this is enough for all of them together.
const MOST: usize = 8;

/// Questions, each once, in the order in which they were put.
#[derive(Clone, Copy)]
pub struct Questions {
    n: u8,
    list: [HouseholdQuestion; MOST],
}

impl Questions {
    /// Nothing to ask.
    pub const NONE: Self = Self {
        n: 0,
        // Any question fills the places that do not count.
        list: [HouseholdQuestion::Phone; MOST],
    };

    /// One question.
    pub const fn one(question: HouseholdQuestion) -> Self {
        let mut questions = Self::NONE;
        questions.list[0] = question;
        questions.n = 1;
        questions
    }

    /// Adds a question, unless it is there already. Beyond eight nothing is added, because no finding asks so much.
    pub(crate) fn add(&mut self, question: HouseholdQuestion) {
        if self.contains(&question) {
            return;
        }
        if let Some(place) = self.list.get_mut(usize::from(self.n)) {
            *place = question;
            self.n += 1;
        }
    }
}

impl Deref for Questions {
    type Target = [HouseholdQuestion];

    fn deref(&self) -> &[HouseholdQuestion] {
        &self.list[..usize::from(self.n).min(MOST)]
    }
}

impl<'a> IntoIterator for &'a Questions {
    type Item = &'a HouseholdQuestion;
    type IntoIter = slice::Iter<'a, HouseholdQuestion>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl PartialEq for Questions {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Questions {}

impl<const N: usize> PartialEq<[HouseholdQuestion; N]> for Questions {
    fn eq(&self, other: &[HouseholdQuestion; N]) -> bool {
        **self == *other
    }
}

impl Serialize for Questions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self)
    }
}

impl std::fmt::Debug for Questions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_asked_once() {
        let mut questions = Questions::one(HouseholdQuestion::Isee);
        questions.add(HouseholdQuestion::Isee);
        questions.add(HouseholdQuestion::Zone);
        assert_eq!(questions, [HouseholdQuestion::Isee, HouseholdQuestion::Zone]);
        assert!(Questions::NONE.is_empty());
    }

    #[test]
    fn on_the_wire_they_are_a_list_of_names() {
        let wire =
            serde_json::to_string(&Questions::one(HouseholdQuestion::Isee)).expect("it can be written");
        assert_eq!(wire, "[\"isee\"]");
    }
}
