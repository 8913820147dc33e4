// SPDX-License-Identifier: AGPL-3.0-or-later
//! The sections of the copy, in their order.
use super::{
    Entry, Everything, Section,
    around::{images, missing, opened, readers, related},
    gather::Gathered,
    history::{not_taken, story},
    pieces::{name_of, section, sentence},
    scalar::moment,
    walk::Walk,
};
use soglia_domain::{author::Author, record::Stored, rooms::KINDS};
use soglia_wording::{self as wording, Body, Held, Language, held, notice};

/// Who makes the copy, and when.
pub(crate) struct Making<'a> {
    pub(crate) author: &'a Author,
    pub(crate) now_ms: i64,
    pub(crate) body: &'a Body,
    pub(crate) language: Language,
}

/// Puts the copy together.
pub(crate) fn compose(gathered: &Gathered, making: &Making<'_>) -> Everything {
    let language = making.language;
    let walk = Walk {
        language,
        names: &gathered.names,
        gathered: Some(gathered),
    };
    let mut sections = vec![information(making)];
    sections.extend(records(gathered, &walk));
    sections.push(reviews(gathered, &walk));
    sections.push(story(gathered, &walk));
    sections.push(not_taken(gathered, &walk, false));
    sections.push(not_taken(gathered, &walk, true));
    sections.push(readers(gathered, language));
    sections.push(opened(gathered, language));
    sections.push(images(gathered, language));
    sections.push(related(gathered, language));
    sections.push(missing(language));
    for section in &mut sections {
        if section.entries.is_empty() {
            section.entries.push(sentence(Held::None, language));
        }
    }
    let (name, role) = (&making.author.name, wording::role(making.author.role, language));
    Everything {
        language: match language {
            Language::Italian => "it",
            Language::English => "en",
        },
        about: gathered
            .records
            .first()
            .map(|stored| stored.key.to_string())
            .unwrap_or_default(),
        made_ms: making.now_ms,
        made: format!(
            "{} {name}, {role}, {}",
            held(Held::Made, language),
            moment(making.now_ms, language)
        ),
        title: held(Held::Title, language),
        lead: held(Held::Lead, language),
        review_title: held(Held::ReviewTitle, language),
        review: [
            Held::ReviewOthers,
            Held::ReviewMembers,
            Held::ReviewStaff,
            Held::ReviewWhole,
        ]
        .map(|sentence| held(sentence, language))
        .to_vec(),
        sections,
    }
}

fn information(making: &Making<'_>) -> Section {
    let entries = notice(making.body, making.language).into_iter();
    let entries = entries.map(|(title, text)| Entry {
        title: title.to_owned(),
        text,
        ..Entry::default()
    });
    Section {
        entries: entries.collect(),
        ..section("information", Held::Notice, making.language)
    }
}

/// A section for every kind of which there is a record, in the order of the rooms; the household comes first.
fn records(gathered: &Gathered, walk: &Walk<'_>) -> Vec<Section> {
    let household = gathered.records.first().map(|stored| stored.key.kind);
    let others = KINDS.iter().copied().filter(|kind| Some(*kind) != household);
    let mut sections = Vec::new();
    for kind in household.into_iter().chain(others) {
        let of_kind = gathered.records.iter().filter(|stored| stored.key.kind == kind);
        let entries: Vec<Entry> = of_kind.map(|stored| record(stored, gathered, walk)).collect();
        if entries.is_empty() {
            continue;
        }
        let review = if Some(kind) == household {
            ""
        } else {
            held(Held::ToReview, walk.language)
        };
        sections.push(Section {
            key: kind.to_string(),
            title: wording::kind_name(kind, walk.language).to_owned(),
            lead: "",
            review,
            entries,
        });
    }
    sections
}

fn record(stored: &Stored, gathered: &Gathered, walk: &Walk<'_>) -> Entry {
    let content = serde_json::to_value(&stored.record).unwrap_or_default();
    let by = if stored.last_by.is_empty() {
        String::new()
    } else {
        let at = moment(stored.last_at.ms, walk.language);
        format!(
            "{} {}, {at}",
            held(Held::WrittenBy, walk.language),
            stored.last_by
        )
    };
    Entry {
        title: name_of(stored.key, gathered),
        by,
        text: Vec::new(),
        said: walk.record(stored.key, &content),
    }
}

/// Values that met another one and wait for a choice.
fn reviews(gathered: &Gathered, walk: &Walk<'_>) -> Section {
    let language = walk.language;
    let mut entries = Vec::new();
    for stored in &gathered.records {
        for review in &stored.reviews {
            let op = serde_json::to_value(&review.op).unwrap_or_default();
            let role = wording::role(review.role, language);
            entries.push(Entry {
                title: wording::field_name(stored.key.kind, &review.field, language).to_owned(),
                by: format!("{}, {role}, {}", review.by_name, moment(review.at.ms, language)),
                text: vec![held(Held::Waits, language).to_owned()],
                said: walk.done(&op),
            });
        }
    }
    Section {
        entries,
        ..section("reviews", Held::Reviews, language)
    }
}
