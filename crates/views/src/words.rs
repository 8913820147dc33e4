// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of a plan for its family in one language. A language without one of them is not taken: half a sheet would be no plan.
use soglia_domain::{assessment::NeedDomain, calendar::Day, plan::GoalOutcome};
use std::collections::BTreeMap;

/// Declares the words with their names in the files.
macro_rules! words {
    ($($(#[$doc:meta])* $word:ident = $key:literal,)*) => {
        /// Something that the sheet says.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Word {
            $($(#[$doc])* $word,)*
        }

        /// The names in the files, in the same order.
        const KEYS: &[&str] = &[$($key),*];
    };
}

words! {
    /// The heading of the sheet.
    Title = "title",
    /// Made up for a demonstration.
    Invented = "invented",
    /// What the sheet is.
    Intro = "intro",
    /// The signed text counts, this one explains.
    Explains = "explains",
    /// The goals stand as somebody wrote them.
    OwnWords = "own_words",
    /// When it was begun.
    Begun = "begun",
    /// Not signed so far.
    NotSigned = "not_signed",
    /// By when it is signed.
    SignUntil = "sign_until",
    /// When it was signed.
    Signed = "signed",
    /// When it ended.
    Ended = "ended",
    /// How many months it lasts.
    Months = "months",
    /// The general aim.
    Aim = "aim",
    /// What the family can build on.
    Strengths = "strengths",
    /// The goals.
    Goals = "goals",
    /// There are none so far.
    NoGoals = "no_goals",
    /// One of them, by its number.
    Goal = "goal",
    /// By what it shows.
    Measure = "measure",
    /// What is done.
    Actions = "actions",
    /// Who helps.
    Who = "who",
    /// By when.
    Due = "due",
    /// What the family said to it.
    Consent = "consent",
    /// It agrees.
    Agrees = "agrees",
    /// It does not.
    Disagrees = "disagrees",
    /// It will be asked.
    NotAsked = "not_asked",
    /// How it goes.
    Outcome = "outcome",
    /// It is worked on.
    Open = "outcome_open",
    /// Reached.
    Reached = "outcome_reached",
    /// Reached in part.
    Partly = "outcome_partly",
    /// Not reached.
    NotReached = "outcome_not_reached",
    /// Health and daily life.
    Personal = "personal",
    /// Money.
    Economic = "economic",
    /// Work.
    Work = "work",
    /// School and courses.
    Education = "education",
    /// The home.
    Housing = "housing",
    /// Family and neighbours.
    Network = "network",
    /// What comes next.
    Next = "next",
    /// The day of the next meeting.
    NextDay = "next_day",
    /// No day so far.
    NoNextDay = "no_next_day",
    /// What the family may do.
    Rights = "rights",
    /// Yes to one goal and no to another.
    RightToChoose = "right_to_choose",
    /// Another mind.
    RightToChange = "right_to_change",
    /// What to do where something is wrong.
    RightToDisagree = "right_to_disagree",
    /// What is written down, and a copy of it.
    RightToRead = "right_to_read",
    /// Somebody who explains it.
    RightToUnderstand = "right_to_understand",
    /// Whom to ask.
    Ask = "ask",
    /// Who wrote the plan.
    WrittenBy = "written_by",
    /// Where to call.
    Phone = "phone",
    /// Where the family signs.
    SignHere = "sign_here",
    /// What stands before the goals.
    GoalsIntro = "goals_intro",
    /// As of when a link tells it.
    SharedRead = "shared_read",
    /// When what a link shows was copied.
    SharedCopied = "shared_copied",
    /// Until when a link shows it.
    SharedUntil = "shared_until",
    /// How often a link was opened.
    SharedTimes = "shared_times",
    /// When it was opened before.
    SharedBefore = "shared_before",
    /// How a link on paper is opened.
    SlipHow = "slip_how",
    /// Where its PIN comes from.
    SlipPin = "slip_pin",
    /// Who may read.
    SlipKeep = "slip_keep",
    /// How a day is written.
    Date = "date",
    /// The months, one after the other, with a bar between them.
    MonthNames = "months_of_the_year",
}

/// The words of one language.
#[derive(Clone, PartialEq)]
pub struct Words(Vec<String>);

impl Words {
    /// Reads a file; none where it cannot be read, or a word is missing.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut texts: BTreeMap<String, String> = soglia_json::from_slice(bytes).ok()?;
        let words = KEYS.iter().map(|key| texts.remove(*key));
        words.collect::<Option<Vec<_>>>().map(Self)
    }

    /// A word.
    pub fn say(&self, word: Word) -> &str {
        &self.0[word as usize]
    }

    /// A sentence with something put into its one gap.
    pub fn with(&self, word: Word, value: &str) -> String {
        self.say(word).replace("{}", value)
    }

    /// A day as this language writes it, with the digits that stand on Italian papers too.
    pub fn day(&self, day: Day) -> String {
        let month = usize::try_from(day.month() - 1).unwrap_or_default();
        let month = self
            .say(Word::MonthNames)
            .split('|')
            .nth(month)
            .unwrap_or_default();
        self.say(Word::Date)
            .replace("{day}", &day.day().to_string())
            .replace("{month}", month)
            .replace("{year}", &day.year().to_string())
    }

    /// A domain in plain words.
    pub fn domain(&self, domain: NeedDomain) -> &str {
        self.say(match domain {
            NeedDomain::Personal => Word::Personal,
            NeedDomain::Economic => Word::Economic,
            NeedDomain::Work => Word::Work,
            NeedDomain::Education => Word::Education,
            NeedDomain::Housing => Word::Housing,
            NeedDomain::Network => Word::Network,
        })
    }

    /// How a goal goes.
    pub fn outcome(&self, outcome: GoalOutcome) -> &str {
        self.say(match outcome {
            GoalOutcome::Open => Word::Open,
            GoalOutcome::Reached => Word::Reached,
            GoalOutcome::Partly => Word::Partly,
            GoalOutcome::NotReached => Word::NotReached,
        })
    }
}

#[cfg(test)]
mod tests;
