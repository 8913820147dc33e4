// SPDX-License-Identifier: AGPL-3.0-or-later
//! What stands around the records: who looked, to whom they are open, images, and what is not in the copy.
use super::{
    Entry, Said, Section,
    gather::Gathered,
    pieces::{name_of, section, sentence},
    scalar::moment,
};
use serde_json::json;
use soglia_wording::{self as wording, Held, Language, deed, held};

/// Who looked.
pub(super) fn readers(gathered: &Gathered, language: Language) -> Section {
    let entries = gathered.audited.iter().map(|(key, audited)| {
        let line = &audited.line;
        let name = line
            .person
            .and_then(|person| gathered.names.of(&person.to_string()));
        let name = name.unwrap_or(held(Held::Somebody, language));
        let role = line.role.map(|role| wording::role(role, language));
        let who = [Some(name), role];
        let who: Vec<&str> = who.into_iter().flatten().collect();
        Entry {
            title: who.join(", "),
            by: moment(line.at_ms, language),
            text: Vec::new(),
            said: vec![Said {
                raw: json!(line.deed.key()),
                field: "deed".to_owned(),
                ..Said::line(deed(line.deed.key(), language), name_of(*key, gathered))
            }],
        }
    });
    Section {
        lead: held(Held::ReadersLead, language),
        entries: entries.collect(),
        ..section("readers", Held::Readers, language)
    }
}

/// To whom it is open outside the City: partners now, and who opened shared links.
pub(super) fn opened(gathered: &Gathered, language: Language) -> Section {
    let mut entries = Vec::new();
    let household = gathered.records.first().map(|stored| &stored.record);
    let content = household.and_then(|record| serde_json::to_value(record).ok());
    let content = content.unwrap_or_default();
    let partner = |title: Held, id: &serde_json::Value| {
        let id = id.as_str()?;
        let name = gathered.names.of(id).unwrap_or(id);
        Some(Entry {
            said: vec![Said::line(held(title, language), name)],
            ..Entry::default()
        })
    };
    for open in content["household"]["open"].as_array().into_iter().flatten() {
        entries.extend(partner(Held::OpenedPartner, &open["partner"]));
    }
    for referral in content["household"]["referrals"].as_array().into_iter().flatten() {
        let sees = referral["accepted"] == true;
        let title = if sees {
            Held::OpenedPartner
        } else {
            Held::OpenedWaits
        };
        entries.extend(partner(title, &referral["to"]));
    }
    for (key, views) in &gathered.views {
        let mut said: Vec<Said> = views
            .iter()
            .map(|viewed| {
                let at = moment(viewed.at_ms, language);
                Said::line(
                    held(Held::OpenedLink, language),
                    format!("{at}, {}", viewed.device),
                )
            })
            .collect();
        if said.is_empty() {
            said.push(Said::line(held(Held::OpenedNever, language), ""));
        }
        entries.push(Entry {
            title: name_of(*key, gathered),
            said,
            ..Entry::default()
        });
    }
    Section {
        entries,
        ..section("opened", Held::Opened, language)
    }
}

pub(super) fn images(gathered: &Gathered, language: Language) -> Section {
    let mut said = Vec::new();
    for stored in &gathered.records {
        for image in stored.record.images() {
            let size = gathered.images.get(&image).copied().flatten();
            let size = size.map_or_else(
                || wording::not_known_yet(language).to_owned(),
                |size| format!("{} kB", size.div_ceil(1_000)),
            );
            let stands = format!(
                "{} {}",
                held(Held::StandsIn, language),
                name_of(stored.key, gathered)
            );
            said.push(Said {
                field: "image".to_owned(),
                raw: json!(image.to_string()),
                ..Said::line(image.to_string(), format!("{size}. {stands}"))
            });
        }
    }
    let entries = (!said.is_empty()).then(|| Entry {
        said,
        ..Entry::default()
    });
    Section {
        lead: held(Held::ImagesLead, language),
        entries: entries.into_iter().collect(),
        ..section("images", Held::Images, language)
    }
}

pub(super) fn related(gathered: &Gathered, language: Language) -> Section {
    let entries = gathered.related.iter().map(|key| Entry {
        text: vec![key.to_string()],
        ..Entry::default()
    });
    Section {
        lead: held(Held::RelatedLead, language),
        entries: entries.collect(),
        ..section("related", Held::Related, language)
    }
}

pub(super) fn missing(language: Language) -> Section {
    let sentences = [
        Held::HistoryShort,
        Held::MissingCodes,
        Held::MissingBackups,
        Held::MissingTablets,
        Held::MissingPaper,
    ];
    Section {
        entries: sentences.map(|one| sentence(one, language)).into(),
        ..section("missing", Held::Missing, language)
    }
}
