// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a plan says as a whole and of each goal, as tables. The departments write; a partner that sees the household reads
//! what it helps with, and says what became of a goal.
use super::GoalOutcome;
use crate::assessment::NeedDomain;
use soglia_kernel::{
    access::Roles,
    calendar::Day,
    shape::{Days, Shape},
};

/// The longest plan, in months: what lasts longer is another plan.
const MOST_MONTHS: i64 = 60;

/// The domains by their names.
const DOMAINS: &[&str] = &["personal", "economic", "work", "education", "housing", "network"];

/// The outcomes by their names.
const OUTCOMES: &[&str] = &["open", "reached", "partly", "not_reached"];

soglia_kernel::facts! {
    /// What a plan says as a whole.
    facts PlanFacts;
    /// One fact of a plan.
    answer PlanAnswer;
    /// Which fact of a plan.
    question PlanQuestion;
    /// What is asked about a plan.
    topic PlanTopic;

    /// What it is for.
    Aim {
        /// What life shall be like in the end.
        aim Aim: String, Shape::TEXT, told Roles::ALL, by Roles::TEAM;
        /// What the household can build on.
        strengths Strengths: String, Shape::TEXT, told Roles::CITY, by Roles::TEAM;
        /// How many months it lasts.
        months Months: u16, Shape::Whole { least: 1, most: MOST_MONTHS }, told Roles::ALL, by Roles::TEAM;
    }
}

soglia_kernel::facts! {
    /// What is agreed about a goal.
    facts GoalFacts;
    /// One fact about a goal.
    answer GoalAnswer;
    /// Which fact about a goal.
    question GoalQuestion;
    /// What is asked about a goal.
    topic GoalTopic;

    /// What is agreed.
    Agreed {
        /// In which domain.
        domain Domain: NeedDomain, Shape::Choice(DOMAINS), told Roles::ALL, by Roles::TEAM;
        /// The goal, in words that the household would use.
        text Text: String, Shape::TEXT, told Roles::ALL, by Roles::TEAM;
        /// By what it is seen that it is reached.
        measure Measure: String, Shape::TEXT, told Roles::ALL, by Roles::TEAM;
        /// What is done for it.
        actions Actions: String, Shape::TEXT, told Roles::ALL, by Roles::TEAM;
        /// Who does it.
        who Who: String, Shape::LINE, told Roles::ALL, by Roles::TEAM;
        /// By which day.
        due Due: Day, Shape::Day(Days::Any), told Roles::ALL, by Roles::TEAM;
        /// Whether the person agrees with it.
        consent Consent: bool, Shape::YesNo, told Roles::ALL, by Roles::TEAM;
    }

    /// What became of it.
    Outcome {
        /// Whether it was reached.
        outcome Outcome: GoalOutcome, Shape::Choice(OUTCOMES), told Roles::ALL, by Roles::TEAM_AND_PARTNER;
    }
}
