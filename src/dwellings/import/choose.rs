// SPDX-License-Identifier: AGPL-3.0-or-later
//! The file and its origin.
use super::{attempt::Attempt, file};
use crate::prelude::*;
use crate::{
    text::{dwellings::import as text, language},
    ui::Icon,
};
use leptos::task::spawn_local;
use soglia_domain::dwelling::Origin;
use soglia_wording as wording;

/// The fields in which the file and its origin are chosen. A file may also be dropped onto its field.
pub(super) fn choose(attempt: Attempt) -> AnyView {
    let take = move |input: web_sys::HtmlInputElement| {
        let Some(chosen) = input.files().and_then(|files| files.get(0)) else {
            return;
        };
        // The same file can be chosen again, after it was mended.
        input.set_value("");
        spawn_local(async move {
            match file::read(chosen).await {
                Ok(file) => attempt.take(file),
                Err(why) => attempt.refuse(why),
            }
        });
    };
    let chosen = move || {
        attempt.file.get().map(|file| {
            view! {
                <p class="file-chosen" data-test="file-chosen">
                    <Icon name="it-file"/>
                    <span>{text::file_chosen(&file.name, file.bytes.len() as u64)}</span>
                </p>
            }
        })
    };
    let origin = move |origin: Origin| {
        let id = format!("import-origin-{}", origin.key());
        view! {
            <div class="form-check">
                <input
                    type="radio"
                    name="import-origin"
                    id=id.clone()
                    prop:checked=move || attempt.origin.get() == origin
                    on:change=move |_| {
                        attempt.origin.set(origin);
                        attempt.run(true);
                    }
                />
                <label for=id>{wording::origin(origin, language())}</label>
            </div>
        }
    };
    view! {
        <div class="form-group">
            <label class="form-label" for="import-file">{text::file()}</label>
            <p class="form-text" id="import-file-help">{text::file_help()}</p>
            // The field lies over its box, unseen: its own words would be in the language of the browser.
            <div class="file-drop">
                <Icon name="it-upload"/>
                <span aria-hidden="true">{text::choose()}</span>
                <input
                    type="file"
                    id="import-file"
                    accept=".csv,.txt,text/csv,text/plain"
                    aria-describedby="import-file-help"
                    on:change:target=move |event| take(event.target())
                />
            </div>
            {chosen}
        </div>
        <fieldset class="form-group" aria-describedby="import-origin-help">
            <legend class="form-label">{text::origin()}</legend>
            <p class="form-text" id="import-origin-help">{text::origin_help()}</p>
            <div class="choices choices-inline">{Origin::ALL.map(origin).into_iter().collect_view()}</div>
        </fieldset>
    }
    .into_any()
}
