// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is known about a source, as a table. The coordination keeps it; the departments read.
use soglia_kernel::{
    access::Roles,
    author::Role,
    calendar::Day,
    money::Money,
    shape::{Days, Shape},
};

/// Who keeps the money.
const COORDINATION: Roles = Roles::of(&[Role::Coordinator]);

soglia_kernel::facts! {
    /// What is known about a source.
    facts FundingFacts;
    /// One fact about a source.
    answer FundingAnswer;
    /// Which fact about a source.
    question FundingQuestion;
    /// What is asked about a source.
    topic FundingTopic;

    /// What it is.
    Source {
        /// Name by which people call it.
        name Name: String, Shape::NAME, told Roles::CITY, by COORDINATION;
        /// How much there is.
        amount Amount: Money, Shape::Amount, told Roles::CITY, by COORDINATION;
        /// The last day on which it can be committed, by the clock of the server in Rome.
        committed_by CommittedBy: Day, Shape::Day(Days::Any), told Roles::CITY, by COORDINATION;
        /// The act that assigns it.
        act Act: String, Shape::LINE, told Roles::CITY, by COORDINATION;
        /// Anything worth knowing.
        note Note: String, Shape::TEXT, told Roles::CITY, by COORDINATION;
    }
}
