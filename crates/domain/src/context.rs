// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a decision may look at, and what decisions of all rooms do alike.
use crate::{
    action::Action,
    record::{Edit, Review},
    rooms::{Record, Refusal, Room},
    rulebook::Rulebook,
};
use soglia_kernel::{
    author::Author,
    calendar::Day,
    content::{Content, Fact},
    edit::Edit as Of,
    key::{Identity, Key},
    moment::Moment,
    refusal::Refusal as Common,
};
use std::{
    collections::BTreeMap,
    ops::{Deref, DerefMut},
};

/// The records that the decision may look at: those that the action names, those they link to, and those it gathers, as
/// far as they are known and the author may see them.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The records.
    pub records: BTreeMap<Key, Record>,
    /// The values that wait for a choice in the one record that a choice is about; empty for every other action.
    pub reviews: Vec<Review>,
}

impl Known {
    /// Nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes over the open questions of the record that an action is about, where it is a choice between two values.
    pub fn note_reviews(&mut self, action: &Action, on: Key, reviews: &[Review]) {
        if action.verb.is_choice() && action.on == on {
            self.reviews = reviews.to_vec();
        }
    }

    /// The content of a record of one kind.
    pub fn content<C: Room>(&self, key: Key) -> Option<&C> {
        self.records.get(&key).and_then(C::of)
    }

    /// The contents of one kind that share a root.
    pub fn of_root<C: Room + 'static>(&self, root: Key) -> impl Iterator<Item = &C> {
        self.records
            .values()
            .filter_map(C::of)
            .filter(move |content| content.roots().contains(&root))
    }
}

impl Deref for Known {
    type Target = BTreeMap<Key, Record>;

    fn deref(&self) -> &Self::Target {
        &self.records
    }
}

impl DerefMut for Known {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.records
    }
}

impl FromIterator<(Key, Record)> for Known {
    fn from_iter<I: IntoIterator<Item = (Key, Record)>>(records: I) -> Self {
        let mut known = Self::new();
        for (key, record) in records {
            known.insert(key, record);
        }
        known
    }
}

impl<const N: usize> From<[(Key, Record); N]> for Known {
    fn from(records: [(Key, Record); N]) -> Self {
        records.into_iter().collect()
    }
}

/// Everything that a decision depends on.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The record that the action is about.
    pub on: Key,
    /// The records in view.
    pub known: &'a Known,
    /// The rules.
    pub rulebook: &'a Rulebook,
    /// When, by which clocks.
    pub moment: Moment,
    /// Who acts.
    pub author: &'a Author,
}

/// What a decision gives.
pub type Decided = Result<Vec<Edit>, Refusal>;

impl<'a> Context<'a> {
    /// The day on which the author acts, in Milan.
    pub fn today(&self) -> Day {
        self.moment.day()
    }

    /// The record that the action is about, as a content of its kind.
    pub fn here<C: Room>(&self) -> Option<&'a C> {
        self.known.content(self.on)
    }

    /// Another record.
    pub fn at<C: Room>(&self, id: impl Identity) -> Option<&'a C> {
        self.known.content(id.key())
    }

    /// Whether a record with the key of the action exists.
    pub fn exists(&self) -> bool {
        self.known.contains_key(&self.on)
    }

    /// One edit of the record that the action is about.
    pub fn one<C: Room>(&self, edit: Of<C>) -> Decided {
        Ok(vec![self.edit(edit)])
    }

    /// An edit of the record that the action is about.
    pub fn edit<C: Room>(&self, edit: Of<C>) -> Edit {
        Edit {
            record: self.on,
            op: C::op(edit),
        }
    }
}

/// An edit of another record.
pub fn edit_of<C: Room>(id: impl Identity, edit: Of<C>) -> Edit {
    Edit {
        record: id.key(),
        op: C::op(edit),
    }
}

/// Nothing has to change.
pub const NOTHING: Decided = Ok(Vec::new());

/// Says a fact, unless it stands already.
pub fn say<C: Room>(context: &Context<'_>, content: &C, fact: C::Fact) -> Decided {
    if content.said(&fact) == fact {
        return NOTHING;
    }
    context.one::<C>(Of::Say(fact))
}

/// Says a fact of a part, unless it stands already.
pub fn say_of<C: Room>(context: &Context<'_>, content: &C, part: C::PartId, fact: C::PartFact) -> Decided {
    match content.said_of(&part, &fact) {
        None => Err(Common::PartGone.into()),
        Some(said) if said == fact => NOTHING,
        Some(_) => context.one::<C>(Of::SayOf { part, fact }),
    }
}

/// Whether the author may say a fact at all; the dispatcher has asked already for the fact of a verb.
pub fn may_say<F: Fact>(fact: &F, author: &Author) -> Result<(), Refusal> {
    if fact.by().has(author.role) {
        Ok(())
    } else {
        Err(Common::NotYourTask { role: author.role }.into())
    }
}

/// What is known of the content of a record of one kind, or the refusal that it is not.
pub fn here<'a, C: Room>(context: &Context<'a>, unknown: impl Into<Refusal>) -> Result<&'a C, Refusal> {
    context.here().ok_or_else(|| unknown.into())
}

/// A content by itself: what begins.
pub fn begin<C: Room + Content>(context: &Context<'_>, content: C) -> Decided {
    context.one::<C>(Of::Begin(Box::new(content)))
}
