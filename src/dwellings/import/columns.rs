// SPDX-License-Identifier: AGPL-3.0-or-later
//! The columns with what they are taken to mean; a wrong guess is changed here.
use super::attempt::Attempt;
use crate::prelude::*;
use crate::text::{dwellings::import as text, language};
use soglia_import::{Meaning, Preview, PreviewColumn, wording};

/// So many columns are shown: a file with more is not one that a person maps by hand.
const MOST_SHOWN: usize = 60;

/// One column as the page shows it.
#[derive(Clone, PartialEq)]
struct Head {
    index: usize,
    header: String,
    samples: String,
}

/// The columns as a table, each with a choice of meanings.
pub(super) fn columns(attempt: Attempt) -> AnyView {
    // Drawn again for another file only: a choice must not take the focus away from itself.
    let heads = Memo::new(move |_| {
        let head = |column: &PreviewColumn| Head {
            index: column.index,
            header: column.header.clone(),
            samples: column.samples.join(" · "),
        };
        attempt.read.with(|read| {
            let preview = read.as_ref()?.preview.as_ref()?;
            Some((
                preview
                    .columns
                    .iter()
                    .take(MOST_SHOWN)
                    .map(head)
                    .collect::<Vec<_>>(),
                format_line(preview),
            ))
        })
    });
    (move || heads.get().map(|(heads, format)| table(attempt, heads, format))).into_any()
}

/// What a column means now: as changed, else as understood.
fn meaning(attempt: Attempt, index: usize) -> Option<Meaning> {
    attempt
        .changed
        .with(|changed| changed.get(&index).copied())
        .or_else(|| {
            attempt.read.with(|read| {
                let columns = &read.as_ref()?.preview.as_ref()?.columns;
                columns
                    .iter()
                    .find(|column| column.index == index)
                    .map(|column| column.meaning)
            })
        })
}

fn table(attempt: Attempt, heads: Vec<Head>, format: String) -> AnyView {
    let row = |Head {
                   index,
                   header,
                   samples,
               }: Head| {
        let id = format!("column-{index}");
        let now = Memo::new(move |_| meaning(attempt, index));
        let option = |meaning: &Meaning| {
            let mine = *meaning;
            let words = wording::meaning(*meaning).text(language()).to_owned();
            view! { <option value=meaning.key() prop:selected=move || now.get() == Some(mine)>{words}</option> }
        };
        let choose = move |key: String| {
            let Some(meaning) = Meaning::ALL.iter().find(|meaning| meaning.key() == key) else {
                return;
            };
            attempt.mean(index, *meaning);
        };
        view! {
            <tr>
                <th scope="row">{header.clone()}</th>
                <td>
                    <label class="visually-hidden" for=id.clone()>{text::meaning_of(&header)}</label>
                    <select
                        class="form-control"
                        id=id
                        on:change:target=move |event| choose(event.target().value())
                    >
                        {Meaning::ALL.iter().map(option).collect_view()}
                    </select>
                </td>
                <td class="samples">{samples}</td>
            </tr>
        }
    };
    view! {
        <h3>{text::columns()}</h3>
        <p class="form-text">{text::columns_help()}</p>
        <p class="muted">{format}</p>
        <div class="table-scroll" tabindex="0" role="region" aria-label=text::columns()>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{text::column()}</th>
                        <th scope="col">{text::meaning()}</th>
                        <th scope="col">{text::sample()}</th>
                    </tr>
                </thead>
                <tbody>{heads.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// How the file is written: the separator and the encoding that were recognised.
fn format_line(preview: &Preview) -> String {
    let separator = match preview.separator {
        '\t' => text::separator_tab().to_owned(),
        sign => format!("«{sign}»"),
    };
    let encoding = preview.encoding.name();
    format!(
        "{}: {separator} · {}: {encoding}",
        text::format_separator(),
        text::format_encoding()
    )
}
