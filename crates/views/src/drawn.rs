// SPDX-License-Identifier: AGPL-3.0-or-later
//! A page as whoever has the link sees it, and whoever shares before.
use crate::{Line, Paragraph, Section, SharedPage, SharedPhoto};
use soglia_prelude::*;

/// In which language people of the City write.
const WRITTEN_IN: &str = "it";

/// Draws a page, without the title that stands above it. `photo` draws the image of a photo, or nothing in its place.
pub fn drawn(page: &SharedPage, photo: impl Fn(&SharedPhoto) -> AnyView) -> AnyView {
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
                <h2>{page.photos_title.clone()}</h2>
                <div class="shared-photos">{page.photos.iter().map(figure).collect_view()}</div>
            </section>
        }
    });
    view! {
        <div data-test="shared-page" lang=page.language.key() dir=page.language.direction()>
            <p>{page.purpose.clone()}</p>
            {page.sections.iter().map(section).collect_view()}
            {photos}
            <p class="muted">{page.standing.clone()}</p>
        </div>
    }
}

fn section(section: &Section) -> AnyView {
    let title = section.title.clone();
    let title = match (title.is_empty(), section.inner) {
        (true, _) => ().into_any(),
        (false, true) => view! { <h3>{title}</h3> },
        (false, false) => view! { <h2>{title}</h2> },
    };
    let items = (!section.items.is_empty()).then(|| {
        let items = section.items.iter().map(|item| view! { <li>{item.clone()}</li> });
        view! { <ul>{items.collect_view()}</ul> }
    });
    let lines = (!section.lines.is_empty())
        .then(|| view! { <dl class="summary-list">{section.lines.iter().map(line).collect_view()}</dl> });
    view! {
        <section class="record-section" class:shared-inner=section.inner>
            {title}
            {section.paragraphs.iter().map(paragraph).collect_view()}
            {items}
            {lines}
        </section>
    }
}

fn paragraph(paragraph: &Paragraph) -> AnyView {
    let text = paragraph.text.clone();
    if paragraph.written {
        view! { <p class="letter-reason" dir="auto" lang=WRITTEN_IN>{text}</p> }
    } else {
        view! { <p>{text}</p> }
    }
}

fn line(line: &Line) -> AnyView {
    let value = line.value.clone();
    let value = if line.written {
        view! { <dd class="letter-reason" dir="auto" lang=WRITTEN_IN>{value}</dd> }
    } else {
        view! { <dd dir="auto">{value}</dd> }
    };
    view! { <div class="summary-line"><dt>{line.term.clone()}</dt>{value}</div> }
}
