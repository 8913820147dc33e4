// SPDX-License-Identifier: AGPL-3.0-or-later
//! A page as whoever has the link sees it, and whoever shares before.
use crate::{Section, SharedPage, SharedPhoto};
use soglia_domain::calendar::RomeTime;
use soglia_prelude::*;
use soglia_wording::{Language, day};

/// Draws a page, without the title that stands above it. `photo` draws the image of a photo, or nothing in its place.
pub fn drawn(page: &SharedPage, language: Language, photo: impl Fn(&SharedPhoto) -> AnyView) -> AnyView {
    let (until, read) = (day(page.until, language), RomeTime::of_ms(page.read_ms));
    let (read, hour, minute) = (day(read.day, language), read.minute / 60, read.minute % 60);
    let standing = match language {
        Language::Italian => {
            format!("Come risulta il {read}, ore {hour:02}:{minute:02}. Il link vale fino al {until}.")
        }
        Language::English => {
            format!("As known on {read}, {hour:02}:{minute:02}. The link is good until {until}.")
        }
    };
    let photos_title = match language {
        Language::Italian => "Foto",
        Language::English => "Photos",
    };
    let figure = |one: &SharedPhoto| {
        view! {
            <figure class="shared-photo" data-test="shared-photo">
                {photo(one)}
                <figcaption dir="auto">{one.caption.clone()}</figcaption>
            </figure>
        }
    };
    let photos = (!page.photos.is_empty()).then(|| {
        view! {
            <section class="record-section">
                <h2>{photos_title}</h2>
                <div class="shared-photos">{page.photos.iter().map(figure).collect_view()}</div>
            </section>
        }
    });
    view! {
        <div data-test="shared-page">
            <p>{page.purpose.clone()}</p>
            {page.sections.iter().map(section).collect_view()}
            {photos}
            <p class="muted">{standing}</p>
        </div>
    }
}

fn section(section: &Section) -> AnyView {
    let lines = section.lines.iter().map(|line| {
        view! {
            <div class="summary-line">
                <dt>{line.term.clone()}</dt>
                <dd dir="auto">{line.value.clone()}</dd>
            </div>
        }
    });
    view! {
        <section class="record-section">
            <h2>{section.title.clone()}</h2>
            <dl class="summary-list">{lines.collect_view()}</dl>
        </section>
    }
}
