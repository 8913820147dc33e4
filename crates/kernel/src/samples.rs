// SPDX-License-Identifier: AGPL-3.0-or-later
//! Values for tests, made from the pieces of a room: no room forgets a shape of edits.
use crate::{
    content::{Content, Part},
    edit::Edit,
    id::ChangeId,
    refusal::Refusal,
    review::{Choosing, Resolution, ReviewChoice},
    stored::FieldKey,
};
use uuid::Uuid;

/// The change whose value waits in the samples.
pub const WAITING: ChangeId = ChangeId(Uuid::from_u128(0xc0de));

/// What the edits of a room are made of. Each list is whole where [`every!`](crate::every) wrote it.
#[derive(Clone)]
pub struct Pieces<C: Content> {
    /// A record with everything filled in.
    pub record: C,
    /// One answer to every question.
    pub facts: Vec<C::Fact>,
    /// One answer to every question about a part, with the part.
    pub part_facts: Vec<(C::PartId, C::PartFact)>,
    /// One part of every sort.
    pub parts: Vec<C::Part>,
    /// One value of every state.
    pub states: Vec<C::State>,
}

/// Every edit that a room knows, shape by shape.
pub fn edits<C: Content>(pieces: Pieces<C>) -> Vec<Edit<C>> {
    let Pieces {
        record,
        facts,
        part_facts,
        parts,
        states,
    } = pieces;
    let says = facts.into_iter().map(Edit::Say);
    let of_parts = part_facts.into_iter();
    let says_of = of_parts.map(|(part, fact)| Edit::SayOf { part, fact });
    let (puts, drops): (Vec<Edit<C>>, Vec<Edit<C>>) = parts
        .into_iter()
        .map(|part| (Edit::Put(part.clone()), Edit::Drop(part.id())))
        .unzip();
    let (says, says_of): (Vec<Edit<C>>, Vec<Edit<C>>) = (says.collect(), says_of.collect());
    // Of both shapes that can meet, the first one is chosen once, and once left for the present value.
    let resolved: Vec<Edit<C>> = says
        .first()
        .into_iter()
        .chain(says_of.first())
        .flat_map(|edit| [resolved(edit, Some(edit.clone())), resolved(edit, None)])
        .collect();
    let mut edits = vec![Edit::Begin(Box::new(record))];
    edits.extend(says);
    edits.extend(says_of);
    edits.extend(puts);
    edits.extend(drops);
    edits.extend(states.into_iter().map(Edit::Move));
    edits.extend(resolved);
    edits
}

fn resolved<C: Content>(edit: &Edit<C>, chosen: Option<Edit<C>>) -> Edit<C> {
    Edit::Resolve(Box::new(Resolution {
        field: edit.field(),
        chosen,
        closes: vec![WAITING],
    }))
}

/// Every way to choose between the values of a field; the first one stands for all of them.
pub fn choosings(field: &str) -> Vec<Choosing> {
    let choices = every!(ReviewChoice {
        Other => ReviewChoice::Other(WAITING),
        Present => ReviewChoice::Present,
        Both => ReviewChoice::Both,
    });
    let choosing = |choice| Choosing {
        field: FieldKey(field.to_owned()),
        choice,
        seen: vec![WAITING],
    };
    choices.into_iter().map(choosing).collect()
}

/// One refusal of every sort that all rooms share.
pub fn refusals() -> Vec<Refusal> {
    every!(Refusal {
        NotYourTask => Refusal::NotYourTask { role: crate::author::Role::ManagingPartner },
        InArchive => Refusal::InArchive,
        AlreadyExists => Refusal::AlreadyExists,
        PartGone => Refusal::PartGone,
        LabelNotUsable => Refusal::LabelNotUsable,
        TextTooLong => Refusal::TextTooLong { most: crate::shape::LONGEST_TEXT },
        NegativeAmount => Refusal::NegativeAmount,
        DateInFuture => Refusal::DateInFuture,
        DateTooOld => Refusal::DateTooOld,
        OutOfRange => Refusal::OutOfRange,
        NotAChoice => Refusal::NotAChoice,
        EndsBeforeItBegins => Refusal::EndsBeforeItBegins,
        ReasonMissing => Refusal::ReasonMissing,
        ReviewClosed => Refusal::ReviewClosed,
        NotBoth => Refusal::NotBoth,
    })
}
