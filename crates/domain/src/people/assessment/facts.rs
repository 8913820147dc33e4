// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is seen in an assessment, as a table: for each domain a level and what it rests on, and how much it presses.
use super::{NeedDomain, Urgency};
use soglia_kernel::{access::Roles, shape::Shape};

/// The levels of a domain: at 1 life cannot go on like this, at 5 the household manages by itself. The scale and its words
/// are our own.
pub const SCALE: std::ops::RangeInclusive<u8> = 1..=5;

const LEVEL: Shape = Shape::Whole {
    least: *SCALE.start() as i64,
    most: *SCALE.end() as i64,
};

/// What a level rests on.
const EVIDENCE: Shape = Shape::Text { most: 1_000 };

/// Why it presses.
const REASON: Shape = Shape::Text { most: 500 };

/// The urgencies by their names.
const URGENCIES: &[&str] = &["none", "within_90_days", "within_30_days", "now"];

soglia_kernel::facts! {
    /// What is seen in an assessment.
    facts AssessmentFacts;
    /// One fact of an assessment.
    answer AssessmentAnswer;
    /// Which fact of an assessment.
    question AssessmentQuestion;
    /// What is asked in an assessment.
    topic AssessmentTopic;

    /// Personal and social conditions and functioning.
    Personal {
        /// The level.
        personal Personal: u8, LEVEL, told Roles::CITY, by Roles::TEAM;
        /// What it rests on.
        personal_evidence PersonalEvidence: String, EVIDENCE, told Roles::CITY, by Roles::TEAM;
    }

    /// Economic situation.
    Economic {
        /// The level.
        economic Economic: u8, LEVEL, told Roles::CITY, by Roles::TEAM;
        /// What it rests on.
        economic_evidence EconomicEvidence: String, EVIDENCE, told Roles::CITY, by Roles::TEAM;
    }

    /// Work and employability.
    Work {
        /// The level.
        work Work: u8, LEVEL, told Roles::CITY, by Roles::TEAM;
        /// What it rests on.
        work_evidence WorkEvidence: String, EVIDENCE, told Roles::CITY, by Roles::TEAM;
    }

    /// Education and training.
    Education {
        /// The level.
        education Education: u8, LEVEL, told Roles::CITY, by Roles::TEAM;
        /// What it rests on.
        education_evidence EducationEvidence: String, EVIDENCE, told Roles::CITY, by Roles::TEAM;
    }

    /// Housing.
    Housing {
        /// The level.
        housing Housing: u8, LEVEL, told Roles::CITY, by Roles::TEAM;
        /// What it rests on.
        housing_evidence HousingEvidence: String, EVIDENCE, told Roles::CITY, by Roles::TEAM;
    }

    /// Family, neighbourhood and social networks.
    Network {
        /// The level.
        network Network: u8, LEVEL, told Roles::CITY, by Roles::TEAM;
        /// What it rests on.
        network_evidence NetworkEvidence: String, EVIDENCE, told Roles::CITY, by Roles::TEAM;
    }

    /// How much it presses.
    Urgency {
        /// How soon something has to happen.
        urgency Urgency: Urgency, Shape::Choice(URGENCIES), told Roles::CITY, by Roles::TEAM;
        /// Why it presses; needed before an assessment that does is closed.
        urgency_reason UrgencyReason: String, REASON, told Roles::CITY, by Roles::TEAM,
            asked |facts| facts.urgency.known().is_some_and(|urgency| urgency.presses());
    }
}

impl AssessmentFacts {
    /// The level of a domain; none while it is not known.
    pub const fn level(&self, domain: NeedDomain) -> Option<u8> {
        let level = match domain {
            NeedDomain::Personal => &self.personal,
            NeedDomain::Economic => &self.economic,
            NeedDomain::Work => &self.work,
            NeedDomain::Education => &self.education,
            NeedDomain::Housing => &self.housing,
            NeedDomain::Network => &self.network,
        };
        match level.known() {
            Some(level) => Some(*level),
            None => None,
        }
    }

    /// What the level of a domain rests on; empty while nothing is written.
    pub fn evidence(&self, domain: NeedDomain) -> &str {
        let evidence = match domain {
            NeedDomain::Personal => &self.personal_evidence,
            NeedDomain::Economic => &self.economic_evidence,
            NeedDomain::Work => &self.work_evidence,
            NeedDomain::Education => &self.education_evidence,
            NeedDomain::Housing => &self.housing_evidence,
            NeedDomain::Network => &self.network_evidence,
        };
        evidence.known().map_or("", String::as_str)
    }

    /// Whether it presses and nobody said why.
    pub(super) fn lacks_reason(&self) -> bool {
        let presses = self.urgency.known().is_some_and(|urgency| urgency.presses());
        let reason = self.urgency_reason.known().map_or("", String::as_str);
        presses && reason.trim().is_empty()
    }
}
