// SPDX-License-Identifier: AGPL-3.0-or-later
//! A dwelling for a contractor: where it is, what was measured and seen, photos. Nobody who lives there or waits for it.
use crate::{
    Line, Section, SharedPage, SharedPhoto, When,
    page::{PAGES, tongue_of},
};
use soglia_domain::{
    answer::Answer,
    dwelling::{Dwelling, DwellingQuestion as Q},
    photo::{Photo, PhotoStage},
    question::Question as _,
};
use soglia_kernel::content::Content as _;
use soglia_wording::{self as wording, Language};

/// Where a question stands in the view.
enum Place {
    Where,
    Measured,
    OnSite,
    /// It is not shown.
    LeftOut,
}

/// Every question has its place: a new one does not get into the view by itself.
const fn place(question: Q) -> Place {
    match question {
        Q::Address | Q::Municipio | Q::CadastralKey => Place::Where,
        Q::UsableArea | Q::CadastralArea | Q::MeasuredSpaces | Q::HabitableRooms => Place::Measured,
        Q::Floor | Q::Lift | Q::StepFree | Q::EnergyClass => Place::OnSite,
        // What people wrote down for each other may speak of who lives there.
        Q::Note
        // Who holds it, what rents follow from, and what a list said are nobody's business on a building site.
        | Q::EntrustedTo
        | Q::Title
        | Q::ConventionalArea
        | Q::PoorState
        | Q::Nil
        | Q::Position
        | Q::ListedKind
        | Q::ListedSize
        | Q::ListedUse
        | Q::ListedContract
        | Q::Source => Place::LeftOut,
    }
}

/// The view of a dwelling, as it is known now.
pub fn contractor(dwelling: &Dwelling, when: When, language: Language) -> SharedPage {
    let (place_title, measured, on_site) = match language {
        Language::Italian => ("Dov’è", "Misure", "Com’è"),
        Language::English => ("Where it is", "Measures", "What it is like"),
    };
    let section = |title: &str, is_of: fn(&Place) -> bool| Section {
        title: title.to_owned(),
        lines: lines(dwelling, is_of, language),
        ..Section::default()
    };
    let sections = [
        section(place_title, |place| matches!(place, Place::Where)),
        section(measured, |place| matches!(place, Place::Measured)),
        section(on_site, |place| matches!(place, Place::OnSite)),
    ];
    SharedPage {
        title: match language {
            Language::Italian => format!("Alloggio {}", dwelling.code),
            Language::English => format!("Dwelling {}", dwelling.code),
        },
        purpose: match language {
            Language::Italian => "Per la ditta: sopralluogo, preventivo, lavori",
            Language::English => "For the contractor: survey, quote, works",
        }
        .to_owned(),
        language: tongue_of(language),
        languages: PAGES.to_vec(),
        until: when.until,
        read_ms: when.read_ms(),
        standing: when.standing(language),
        sections: sections
            .into_iter()
            .filter(|section| !section.is_empty())
            .collect(),
        photos_title: match language {
            Language::Italian => "Foto",
            Language::English => "Photos",
        }
        .to_owned(),
        photos: photos(dwelling, language),
        visit: None,
    }
}

fn lines(dwelling: &Dwelling, is_of: fn(&Place) -> bool, language: Language) -> Vec<Line> {
    let asked = Q::ALL.iter().copied().filter(|question| is_of(&place(*question)));
    let known = asked.filter(|question| question.is_known(&dwelling.facts));
    known
        .filter_map(|question| {
            let said = dwelling.said(&question.answer(&Answer::NotAsked)?);
            Some(Line {
                term: wording::dwelling_question(question, language).to_owned(),
                value: wording::dwelling_answer(&said, language),
                written: false,
            })
        })
        .collect()
}

fn photos(dwelling: &Dwelling, language: Language) -> Vec<SharedPhoto> {
    let photos = dwelling.photos.iter();
    photos
        .map(|photo| SharedPhoto {
            id: photo.id,
            caption: caption(photo, language),
        })
        .collect()
}

fn caption(photo: &Photo, language: Language) -> String {
    let stage = (photo.stage != PhotoStage::Other).then(|| wording::photo_stage(photo.stage, language));
    match (stage, photo.caption.as_str(), language) {
        (Some(stage), "", _) => stage.to_owned(),
        (Some(stage), caption, _) => format!("{stage}: {caption}"),
        (None, "", Language::Italian) => "Foto".to_owned(),
        (None, "", Language::English) => "Photo".to_owned(),
        (None, caption, _) => caption.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use soglia_domain::{dwelling, samples};

    fn page(language: Language) -> SharedPage {
        let when = When {
            until: samples::TODAY,
            now_ms: samples::AT.ms,
            copied_ms: None,
            opened: None,
        };
        contractor(&dwelling::samples::record(), when, language)
    }

    #[test]
    fn a_contractor_reads_where_it_is_how_large_and_what_it_is_like() {
        for language in [Language::Italian, Language::English] {
            let page = page(language);
            assert_eq!(page.sections.len(), 3, "{page:?}");
            assert!(page.title.contains(&dwelling::samples::record().code));
            assert!(!page.photos.is_empty());
            for section in &page.sections {
                assert!(
                    section
                        .lines
                        .iter()
                        .all(|line| !line.term.is_empty() && !line.value.is_empty())
                );
            }
        }
    }

    /// Everything of the sample is filled in: what is not shown is not there by any name.
    #[test]
    fn no_note_holder_or_rent_gets_into_the_view() {
        let sample = dwelling::samples::record();
        let text = serde_json::to_string(&page(Language::Italian)).expect("it is written");
        let note = sample.facts.note.known().expect("the sample has a note");
        assert!(!text.contains(note.as_str()));
        let partner = sample
            .facts
            .entrusted_to
            .known()
            .expect("the sample is entrusted");
        assert!(!text.contains(&partner.to_string()));
        for question in Q::ALL
            .iter()
            .filter(|question| matches!(place(**question), Place::LeftOut))
        {
            let term = wording::dwelling_question(*question, Language::Italian);
            assert!(!text.contains(&format!("\"{term}\"")), "{term}");
        }
    }

    #[test]
    fn a_page_is_read_as_it_was_written() {
        let page = page(Language::English);
        let text = serde_json::to_string(&page).expect("it is written");
        assert!(serde_json::from_str::<SharedPage>(&text).is_ok_and(|read| read == page));
    }
}
