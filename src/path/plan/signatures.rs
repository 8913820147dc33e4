// SPDX-License-Identifier: AGPL-3.0-or-later
//! What was signed: who, when, the image, and whether the words are still those.
use super::{image::image, place::Place};
use crate::prelude::*;
use crate::{
    text::path::plan as text,
    ui::{StateTag, Tone},
};
use soglia_domain::plan::{Signature, text_hash};

/// How many characters of the checksum stand together, so that it can be read aloud.
const GROUP: usize = 8;

/// The signatures, the latest first.
pub(super) fn signatures(place: Place) -> AnyView {
    let signatures = Memo::new(move |_| place.subject.read(|plan| plan.signatures.clone()));
    let hash = Memo::new(move |_| place.subject.read(|plan| Some(text_hash(plan))));
    // A signature never changes, so an image stays in view while others come in.
    let numbers = Memo::new(move |_| {
        signatures.with(|signatures| signatures.iter().rev().map(|one| one.number).collect::<Vec<_>>())
    });
    let line = move |number: u32| {
        let signature = signatures.with_untracked(|all| all.iter().find(|one| one.number == number).cloned());
        signature.map(|signature| one(place, signature, hash)).into_any()
    };
    view! {
        <ol class="timeline">
            <For each=move || numbers.get() key=|number| *number as usize children=line/>
        </ol>
    }
}

fn one(place: Place, signature: Signature, hash: Memo<Option<String>>) -> AnyView {
    let signed = signature.text_hash.clone();
    let is_same = live(move || {
        let (tone, label) = if hash.with(|hash| hash.as_ref() == Some(&signed)) {
            (Tone::Good, text::same_words())
        } else {
            (Tone::Info, text::other_words())
        };
        view! { <StateTag tone label/> }
    });
    let drawn = match signature.image {
        Some(id) => image(place, id, text::signature_of(&signature.by_name)),
        None => view! { <p>{text::on_paper()}</p> },
    };
    view! {
        <li class="timeline-entry" data-test="signature">
            <p><strong>{text::signed_by(signature.day, &signature.by_name)}</strong></p>
            {drawn}
            <div class="path-tags">{is_same}</div>
            <p class="timeline-who">{text::hash()}</p>
            <p class="certificate-checksum" data-test="signature-hash">{groups(&signature.text_hash)}</p>
        </li>
    }
}

fn groups(hash: &str) -> String {
    let characters: Vec<char> = hash.chars().collect();
    let groups: Vec<String> = characters
        .chunks(GROUP)
        .map(|group| group.iter().collect())
        .collect();
    groups.join(" ")
}
