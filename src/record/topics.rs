// SPDX-License-Identifier: AGPL-3.0-or-later
//! The topics of a record as a list of tasks, each with how far it came. What counts follows from the table of facts: a
//! question that does not arise is not missing.
use crate::prelude::*;
use crate::{
    text::record as text,
    ui::{StateTag, Tone},
};
use soglia_domain::question::Question;

/// How far a topic came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// No question was asked.
    NotBegun,
    /// Some were.
    InPart,
    /// Every question has its value.
    Done,
    /// Every question was asked, and some values are not known yet.
    NotKnownYet,
}

/// Questions by how far they came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    asked: usize,
    known: usize,
    all: usize,
}

impl Tally {
    /// Counts the questions that arise.
    pub fn of<Q: Question>(questions: &[Q], facts: &Q::Facts) -> Self {
        let mut tally = Self::default();
        for question in questions.iter().filter(|question| question.arises(facts)) {
            tally.all += 1;
            tally.asked += usize::from(!question.is_not_asked(facts));
            tally.known += usize::from(question.is_known(facts));
        }
        tally
    }

    /// With those of something else.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self {
            asked: self.asked + other.asked,
            known: self.known + other.known,
            all: self.all + other.all,
        }
    }

    /// How far they came together.
    pub const fn progress(self) -> Progress {
        if self.asked == 0 {
            Progress::NotBegun
        } else if self.asked < self.all {
            Progress::InPart
        } else if self.known < self.all {
            Progress::NotKnownYet
        } else {
            Progress::Done
        }
    }
}

/// How far a topic came, in numbers and in a word.
pub fn progress(tally: Signal<Tally>) -> AnyView {
    let number = move || {
        let Tally { asked, known, all } = tally.get();
        (all > 0).then(|| match asked - known {
            0 => text::answered(known, all),
            n => format!("{}, {}", text::answered(known, all), text::to_find_out(n)),
        })
    };
    let word = move || {
        let (tone, label) = match tally.get().progress() {
            Progress::NotBegun => (Tone::Neutral, text::not_begun()),
            Progress::InPart => (Tone::Info, text::in_part()),
            Progress::Done => (Tone::Good, text::done()),
            Progress::NotKnownYet => (Tone::Warn, text::not_known_yet()),
        };
        view! { <StateTag tone label/> }
    };
    view! { <span class="task-tally">{number}</span> " " {word} }
}

/// One topic of a list of tasks.
pub struct Task {
    /// A short name that never changes, for addresses inside the page.
    pub key: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// How far it came.
    pub tally: Signal<Tally>,
}

/// The topics, one below the other. `open` goes to the page of one, by its place in the list.
pub fn task_list(tasks: Vec<Task>, open: Callback<usize>) -> AnyView {
    let line = |(at, Task { key, title, tally }): (usize, Task)| {
        view! {
            <li class="task">
                <button type="button" class="task-button" id=task_id(key) on:click=move |_| open.run(at)>
                    <span class="task-title">{title}</span>
                    {progress(tally)}
                </button>
            </li>
        }
    };
    view! { <ol class="task-list">{tasks.into_iter().enumerate().map(line).collect_view()}</ol> }
}

/// Where a topic stands in its list, for coming back to it.
pub fn task_id(key: &str) -> String {
    format!("task-{key}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use soglia_domain::{
        answer::Answer,
        household::{Citizenship, HouseholdFacts, HouseholdTopic},
    };

    #[test]
    fn a_topic_is_done_only_when_every_value_is_known() {
        let told = |asked, known, all| Tally { asked, known, all }.progress();
        assert_eq!(told(0, 0, 3), Progress::NotBegun);
        assert_eq!(told(0, 0, 0), Progress::NotBegun);
        assert_eq!(told(2, 2, 3), Progress::InPart);
        assert_eq!(told(3, 2, 3), Progress::NotKnownYet);
        assert_eq!(told(3, 3, 3), Progress::Done);
    }

    #[test]
    fn a_question_that_does_not_arise_is_not_missing() {
        let questions = HouseholdTopic::PublicHousing.questions();
        let mut facts = HouseholdFacts::default();
        let before = Tally::of(questions, &facts);
        facts.citizenship = Answer::Known(Citizenship::TwoYearPermit);
        facts.resides_in_region = Answer::Known(true);
        let after = Tally::of(questions, &facts);
        // The permit asks for regular work, the residence makes the place of work superfluous.
        assert_eq!((before.all, before.asked), (after.all, 0));
        assert_eq!((after.asked, after.known), (2, 2));
    }
}
