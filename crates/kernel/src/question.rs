// SPDX-License-Identifier: AGPL-3.0-or-later
//! What all questions of all tables of facts have in common, so that forms, task lists and histories are written once.
use crate::{access::Roles, answer::Answer, said::Said, shape::Shape};

/// A question of a table of facts. [`facts!`](crate::facts) implements it.
pub trait Question: Copy + Eq + Send + Sync + 'static {
    /// All answers of the table.
    type Facts;
    /// One question with its answer.
    type Answer;

    /// The name of the field on the wire.
    fn key(self) -> &'static str;
    /// What its value may be.
    fn shape(self) -> Shape;
    /// Who may answer.
    fn by(self) -> Roles;
    /// An answer to it from a value without a type; none where the value does not fit, or has a form of its own.
    fn answer(self, said: &Answer<Said>) -> Option<Self::Answer>;
    /// The question behind an answer.
    fn of(answer: &Self::Answer) -> Self;
    /// The value of an answer without its type; none where it has a form of its own.
    fn said(answer: &Self::Answer) -> Option<Answer<Said>>;
    /// Whether the question arises, given the other answers.
    fn arises(self, facts: &Self::Facts) -> bool;
    /// Whether it was never asked.
    fn is_not_asked(self, facts: &Self::Facts) -> bool;
    /// Whether its value is known.
    fn is_known(self, facts: &Self::Facts) -> bool;
}
