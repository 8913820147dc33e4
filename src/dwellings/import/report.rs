// SPDX-License-Identifier: AGPL-3.0-or-later
//! What became of every row of a list.
use super::answer::Answer;
use crate::prelude::*;
use crate::{
    dwellings::download::save_as_file,
    routes::Address,
    text::{dwellings::import as text, language},
    ui::{Button, ButtonKind, LinkButton, Notice, StateTag, Tone},
};
use soglia_import::{Entry, FieldChange, Outcome};
use std::sync::Arc;

/// So many rows are drawn at first; more come by a button, so that a list of thousands opens at once.
const AT_ONCE: usize = 100;

const OUTCOMES: [Outcome; 4] = [
    Outcome::Unreadable,
    Outcome::NotDwelling,
    Outcome::Updated,
    Outcome::Unchanged,
];

fn outcome_words(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Updated => text::updated(),
        Outcome::Unchanged => text::unchanged(),
        Outcome::NotDwelling => text::not_dwellings(),
        Outcome::Unreadable => text::unreadable(),
    }
}

/// The counts, and that they add up to the rows of the file.
pub(super) fn counts(answer: &Answer) -> AnyView {
    let report = &answer.report;
    let parts = [
        ("created", text::created(), report.created),
        ("updated", text::updated(), report.updated),
        ("unchanged", text::unchanged(), report.unchanged),
        ("not_dwellings", text::not_dwellings(), report.not_dwellings),
        ("unreadable", text::unreadable(), report.unreadable),
    ];
    let numbers = parts.map(|(_, _, n)| n as usize);
    view! {
        <dl class="counts">
            {parts
                .map(|(key, words, n)| {
                    view! {
                        <div class="count">
                            <dt>{words}</dt>
                            <dd data-test=format!("count-{key}")>{text::whole(n as usize)}</dd>
                        </div>
                    }
                })
                .into_iter()
                .collect_view()}
        </dl>
        <p class="muted" data-test="count-sum">{text::sum_line(&numbers, report.rows as usize)}</p>
        {(!report.edition.is_empty())
            .then(|| view! { <p class="muted">{format!("{}: {}", text::edition(), report.edition)}</p> })}
    }
    .into_any()
}

/// The whole report.
pub(super) fn report(answer: &Arc<Answer>) -> AnyView {
    let json = answer.clone();
    let download = Callback::new(move |()| {
        // The browser says no only when memory is out; the report stays on the page.
        let _ = save_as_file("resoconto-importazione.json", "application/json", &json.json);
    });
    let shown = RwSignal::new(None::<Outcome>);
    let most = RwSignal::new(AT_ONCE);
    let entries = answer.clone();
    let chosen = move || -> Vec<Entry> {
        let keep = |entry: &&Entry| shown.get().is_none_or(|outcome| entry.outcome == outcome);
        entries.report.entries.iter().filter(keep).cloned().collect()
    };
    let found = Memo::new(move |_| chosen());
    let file_name = answer.report.file_name.clone();
    let none = answer.report.entries.is_empty();
    let list = if none {
        view! { <p>{text::all_created()}</p> }.into_any()
    } else {
        view! {
            {filter(answer, shown)}
            <div class="table-scroll" tabindex="0" role="region" aria-label=text::not_created()>
                <table class="table" data-test="import-entries">
                    <thead>
                        <tr>
                            <th scope="col">{text::line()}</th>
                            <th scope="col">{text::outcome()}</th>
                            <th scope="col">{text::reason()}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {move || found.with(|found| found.iter().take(most.get()).map(row).collect_view())}
                    </tbody>
                </table>
            </div>
            <Show when=move || { found.with(Vec::len) > most.get() }>
                <Button on_click=Callback::new(move |()| most.update(|most| *most += AT_ONCE))>
                    {text::more_rows()}
                </Button>
            </Show>
        }
        .into_any()
    };
    view! {
        <section class="record-section" data-test="import-report">
            <Notice tone=Tone::Good>
                <h2>{text::done()}</h2>
                <p>{file_name}</p>
            </Notice>
            {counts(answer)}
            <div class="button-row">
                <LinkButton kind=ButtonKind::Primary href=Address::Dwellings.path() icon="it-arrow-right">
                    {text::to_see_list()}
                </LinkButton>
                <Button on_click=download icon="it-download">{text::download_report()}</Button>
            </div>
            <h2>{text::not_created()}</h2>
            {list}
        </section>
    }
    .into_any()
}

/// One choice among the outcomes that the report holds.
fn filter(answer: &Answer, shown: RwSignal<Option<Outcome>>) -> AnyView {
    let here: Vec<Outcome> = OUTCOMES
        .into_iter()
        .filter(|outcome| {
            answer
                .report
                .entries
                .iter()
                .any(|entry| entry.outcome == *outcome)
        })
        .collect();
    let options = here.clone();
    let choose =
        move |value: String| shown.set(value.parse().ok().and_then(|at: usize| here.get(at).copied()));
    view! {
        <div class="form-group">
            <label class="form-label" for="import-outcome">{text::outcome()}</label>
            <select
                class="form-control"
                id="import-outcome"
                on:change:target=move |event| choose(event.target().value())
            >
                <option value="">{text::every_outcome()}</option>
                {options
                    .into_iter()
                    .enumerate()
                    .map(|(at, outcome)| {
                        view! { <option value=at.to_string()>{outcome_words(outcome)}</option> }
                    })
                    .collect_view()}
            </select>
        </div>
    }
    .into_any()
}

fn row(entry: &Entry) -> AnyView {
    let tone = match entry.outcome {
        Outcome::Updated => Tone::Info,
        Outcome::Unchanged | Outcome::NotDwelling => Tone::Neutral,
        Outcome::Unreadable => Tone::Warn,
    };
    view! {
        <tr data-outcome=outcome_key(entry.outcome)>
            <td>{entry.line}</td>
            <td><StateTag tone label=outcome_words(entry.outcome)/></td>
            <td>
                <p>{entry.sentence.text(language()).to_owned()}</p>
                {changes(text::changed_fields(), &entry.changes)}
                {changes(text::kept_fields(), &entry.kept)}
                {entry.text.clone().map(|row| view! { <code class="row-text">{row}</code> })}
            </td>
        </tr>
    }
    .into_any()
}

const fn outcome_key(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Updated => "updated",
        Outcome::Unchanged => "unchanged",
        Outcome::NotDwelling => "not_dwelling",
        Outcome::Unreadable => "unreadable",
    }
}

fn changes(heading: &'static str, changes: &[FieldChange]) -> Option<AnyView> {
    if changes.is_empty() {
        return None;
    }
    let line = |change: &FieldChange| {
        let dash = |text: &str| {
            if text.is_empty() {
                "–".to_owned()
            } else {
                text.to_owned()
            }
        };
        view! { <li>{format!("{}: {} → {}", change.field, dash(&change.before), dash(&change.after))}</li> }
    };
    Some(
        view! {
            <details>
                <summary>{heading}</summary>
                <ul>{changes.iter().map(line).collect_view()}</ul>
            </details>
        }
        .into_any(),
    )
}
