// SPDX-License-Identifier: AGPL-3.0-or-later
//! The first rows of a list as they are understood, before anything is stored.
use super::answer::Answer;
use crate::prelude::*;
use crate::{
    text::{dwellings::import as text, language},
    ui::{StateTag, Tone},
};
use soglia_import::{PreviewRow, Understood};

/// The first rows as a table.
pub(super) fn preview(answer: &Answer) -> AnyView {
    let Some(preview) = &answer.preview else {
        return ().into_any();
    };
    view! {
        <h3>{text::preview()}</h3>
        <div class="table-scroll" tabindex="0" role="region" aria-label=text::preview()>
            <table class="table" data-test="import-rows">
                <thead>
                    <tr>
                        <th scope="col">{text::line()}</th>
                        <th scope="col">{text::outcome()}</th>
                        <th scope="col">{text::code()}</th>
                        <th scope="col">{text::address()}</th>
                        <th scope="col">{text::size()}</th>
                        <th scope="col">{text::remarks()}</th>
                    </tr>
                </thead>
                <tbody>{preview.rows.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(row: &PreviewRow) -> AnyView {
    let (tone, label) = match row.outcome {
        Understood::Dwelling => (Tone::Good, text::understood_dwelling()),
        Understood::NotDwelling => (Tone::Neutral, text::understood_not_dwelling()),
        Understood::Unreadable => (Tone::Warn, text::understood_unreadable()),
    };
    let street = format!("{} {}", row.street, row.number);
    let address = match (street.trim(), row.municipality.as_str()) {
        (street, "") => street.to_owned(),
        (street, municipality) => format!("{street}, {municipality}"),
    };
    let reasons = row
        .reasons
        .iter()
        .map(|sentence| sentence.text(language()))
        .collect::<Vec<_>>()
        .join(" ");
    view! {
        <tr>
            <td>{row.line}</td>
            <td><StateTag tone label/></td>
            <td>{row.code.clone()}</td>
            <td>{address}</td>
            <td>{row.size.clone()}</td>
            <td>{reasons}</td>
        </tr>
    }
    .into_any()
}
