// SPDX-License-Identifier: AGPL-3.0-or-later
//! Unsent work taken along as a file, and brought back on another device of the same person.
use crate::prelude::*;
use crate::{
    state::{State, Work},
    text::{carry as text, language},
    ui::{Button, ButtonKind, Icon, Notice, Tone},
};
use leptos::{html, task::spawn_local};

/// Fewer characters than this are guessed too quickly.
const LEAST_PHRASE: usize = 10;

/// Both ways, closed until somebody needs them.
pub(super) fn carry() -> AnyView {
    let state = expect_context::<State>();
    view! {
        <section aria-labelledby="carry-title">
            <h2 id="carry-title">{text::title()}</h2>
            <p class="muted">{text::help()}</p>
            <details class="carry" data-test="carry-out">
                <summary>{text::out_title()}</summary>
                {take_out(state)}
            </details>
            <details class="carry" data-test="carry-in">
                <summary>{text::in_title()}</summary>
                {bring_in(state)}
            </details>
        </section>
    }
}

/// A field for a phrase.
fn phrase_field(id: &'static str, label: &'static str, value: RwSignal<String>) -> AnyView {
    view! {
        <div class="form-group">
            <label class="form-label" for=id>{label}</label>
            <input
                type="password"
                class="form-control"
                id=id
                autocomplete="off"
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
        </div>
    }
}

fn told(line: RwSignal<Option<(Tone, String)>>) -> impl Fn() -> Option<AnyView> + Clone + Send + 'static {
    move || {
        let (tone, sentence) = line.get()?;
        Some(view! { <Notice tone=tone><p data-test="carry-told">{sentence}</p></Notice> })
    }
}

fn take_out(state: State) -> AnyView {
    let (phrase, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let line = RwSignal::new(None::<(Tone, String)>);
    let has_work = Memo::new(move |_| {
        state.sync.with(|sync| sync.n_pending + sync.n_refused > 0)
            || state.photos.with(|queue| !queue.waiting.is_empty())
    });
    let write = move |()| {
        let given = phrase.get_untracked();
        if given.chars().count() < LEAST_PHRASE {
            return line.set(Some((Tone::Bad, text::too_short().to_owned())));
        }
        if given != again.get_untracked() {
            return line.set(Some((Tone::Bad, text::not_the_same().to_owned())));
        }
        spawn_local(async move {
            let told = match state.export_work(&given).await {
                Ok(name) => {
                    phrase.try_set(String::new());
                    again.try_set(String::new());
                    (Tone::Good, text::written(&name))
                }
                Err(trouble) => (Tone::Bad, text::trouble(trouble).to_owned()),
            };
            line.try_set(Some(told));
        });
    };
    view! {
        <p>{text::out_help()}</p>
        <Show when=move || has_work.get() fallback=|| view! { <p class="muted">{text::nothing()}</p> }>
            {phrase_field("carry-phrase", text::phrase(), phrase)}
            {phrase_field("carry-phrase-again", text::phrase_again(), again)}
            <div class="button-row">
                <Button icon="it-download" on_click=write>{text::write()}</Button>
            </div>
        </Show>
        {told(line)}
    }
}

fn bring_in(state: State) -> AnyView {
    let file = NodeRef::<html::Input>::new();
    let chosen = RwSignal::new(None::<String>);
    let phrase = RwSignal::new(String::new());
    let line = RwSignal::new(None::<(Tone, String)>);
    let work = RwSignal::new(None::<Work>);
    let open = move |()| {
        work.set(None);
        let given = file.get_untracked().and_then(|input| input.files()?.get(0));
        let Some(given_file) = given else {
            return line.set(Some((Tone::Bad, text::no_file().to_owned())));
        };
        let given = phrase.get_untracked();
        line.set(None);
        spawn_local(async move {
            match state.open_work(&given_file, &given).await {
                Ok(opened) => drop(work.try_set(Some(opened))),
                Err(trouble) => drop(line.try_set(Some((Tone::Bad, text::trouble(trouble).to_owned())))),
            }
        });
    };
    let take = move |()| {
        let Some(opened) = work.get_untracked() else {
            return;
        };
        spawn_local(async move {
            let told = match state.import_work(&opened).await {
                Ok(n_added) => {
                    work.try_set(None);
                    phrase.try_set(String::new());
                    (Tone::Good, text::taken_in(n_added, opened.n_changes))
                }
                Err(trouble) => (Tone::Bad, text::trouble(trouble).to_owned()),
            };
            line.try_set(Some(told));
        });
    };
    let found = move || {
        let work = work.get()?;
        let since = work
            .since
            .map(|at| soglia_wording::moment(state.local_ms(at), language()));
        let sentence = text::found(work.n_changes, work.n_photos(), since.as_deref());
        Some(view! {
            <Notice tone=Tone::Info>
                <p data-test="carry-found">{sentence}</p>
                <div class="button-row">
                    <Button kind=ButtonKind::Primary on_click=take>{text::take_in()}</Button>
                </div>
            </Notice>
        })
    };
    view! {
        <p>{text::in_help()}</p>
        <div class="form-group">
            <label class="form-label" for="carry-file">{text::file()}</label>
            // The field lies over its box, unseen: its own words would be in the language of the browser.
            <div class="file-drop">
                <Icon name="it-upload"/>
                <span aria-hidden="true">
                    {move || chosen.get().unwrap_or_else(|| text::choose().to_owned())}
                </span>
                <input
                    type="file"
                    id="carry-file"
                    accept=".soglia"
                    node_ref=file
                    on:change:target=move |event| {
                        let name = event.target().files().and_then(|files| files.get(0)).map(|file| file.name());
                        chosen.set(name);
                        work.set(None);
                    }
                />
            </div>
        </div>
        {phrase_field("carry-in-phrase", text::phrase(), phrase)}
        <div class="button-row">
            <Button on_click=open>{text::open()}</Button>
        </div>
        {found}
        {told(line)}
    }
}
