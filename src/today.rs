// SPDX-License-Identifier: AGPL-3.0-or-later
//! What awaits the person at work, by when and why. Nothing else competes with it.
mod about;
mod awaits;
mod line;
mod terms;

use self::{
    awaits::{Awaited, awaited},
    line::line as awaits,
};
use crate::app::parts::{PIECE, part};
use crate::prelude::*;
use crate::{
    households::may_write_cases,
    routes::Address,
    session::may::author,
    state::{FirstSync, State, pause},
    text::{language, today as text},
    ui::{Button, ButtonKind, Icon, LinkButton, Notice, PageHead, StateTag, Tone},
};
use leptos::task::spawn_local;
use soglia_wording as wording;

/// More lines than this are shown when somebody asks for them.
const MOST_LINES: usize = 100;

/// So many fill any screen; the rest is drawn once these are painted.
const FIRST_LINES: usize = 25;

/// Today.
#[component]
pub fn Page() -> AnyView {
    let state = expect_context::<State>();
    let takes_in = may_write_cases();
    let actions = takes_in.then(|| {
        view! {
            <LinkButton kind=ButtonKind::Primary href=Address::NewHousehold.path() icon="it-plus">
                {text::new_household()}
            </LinkButton>
        }
        .into_any()
    });
    let first = Memo::new(move |_| state.sync.with(|sync| sync.first));
    view! {
        <div class="page">
            {match actions {
                Some(actions) => view! { <PageHead title=text::title() actions=actions /> }.into_any(),
                None => view! { <PageHead title=text::title() /> }.into_any(),
            }}
            <p class="lead">{wording::day(state.today(), language())}</p>
            {move || first.get().map(|first| view! { <Arriving first=first /> })}
            <ToDo />
            {agenda()}
        </div>
    }
    .into_any()
}

/// The agenda as a file. What makes it is fetched when somebody asks for it.
fn agenda() -> AnyView {
    let n_asked = RwSignal::new(0_u32);
    let saved = live(move || {
        if n_asked.get() == 0 {
            return ().into_any();
        }
        let part = part!(save_agenda in agenda: crate::agenda::save, fn() -> AnyView);
        part.show(PIECE, |save| save())
    });
    // The button stays, and the focus with it.
    let ask = move |()| n_asked.update(|n| *n += 1);
    view! {
        {saved}
        <Button icon="it-download" test="agenda" on_click=ask>{text::agenda()}</Button>
    }
}

/// How far the first exchange came.
#[component]
fn Arriving(first: FirstSync) -> AnyView {
    view! {
        <section class="arriving" aria-label=text::arriving_title()>
            <p>{text::arriving(first.done)}</p>
            <progress aria-label=text::arriving_title()></progress>
            <p class="form-text">{text::arriving_help()}</p>
        </section>
    }
    .into_any()
}

/// What waits for a person: what came back first, then what is to choose, then what only waits.
#[component]
fn ToDo() -> AnyView {
    let state = expect_context::<State>();
    let counts = Memo::new(move |_| {
        state
            .sync
            .with(|sync| (sync.n_refused, sync.n_to_review, sync.n_pending))
    });
    let is_unsafe = Memo::new(move |_| state.storage.with(|storage| storage.persisted == Some(false)));
    let line = |tone: Tone, icon: &'static str, words: String| {
        view! {
            <li>
                <a class="todo" href=Address::Deliveries.path()>
                    <Icon name=icon />
                    <span class="todo-words">{words}</span>
                    <StateTag tone=tone label=text::open_it() />
                </a>
            </li>
        }
        .into_any()
    };
    let today = state.today();
    let author = author();
    // Whoever follows many households reads the most urgent first; drawing all of them would keep everybody waiting.
    let most = RwSignal::new(MOST_LINES);
    let awaited = Memo::new(move |_| {
        let most = most.get();
        let awaited = author.as_ref().map(|author| {
            state
                .rows
                .with(|rows| awaited(rows, author, &state.rules(), most))
        });
        awaited.unwrap_or_default()
    });
    let back = move || {
        let (n_refused, n_to_review, _) = counts.get();
        [
            (n_refused > 0).then(|| line(Tone::Bad, "it-warning-circle", text::refused(n_refused))),
            (n_to_review > 0).then(|| line(Tone::Warn, "it-files", text::to_review(n_to_review))),
        ]
        .into_iter()
        .flatten()
        .collect_view()
    };
    let drawn = move |from: usize, n: usize| {
        awaited.with(|Awaited { lines, .. }| {
            let these = lines.iter().skip(from).take(n).cloned();
            these.map(|one| awaits(one, today)).collect_view()
        })
    };
    let is_painted = RwSignal::new(false);
    request_animation_frame(move || {
        spawn_local(async move {
            pause(0).await;
            is_painted.try_set(true);
        });
    });
    let first = move || drawn(0, FIRST_LINES);
    let rest = move || is_painted.get().then(|| drawn(FIRST_LINES, usize::MAX));
    let more = move || {
        let n_left = awaited.with(|awaited| awaited.n).saturating_sub(most.get());
        let show = move |()| most.update(|most| *most += MOST_LINES);
        (n_left > 0).then(|| view! { <Button on_click=show>{text::more(n_left)}</Button> })
    };
    let leaving = move || {
        let (_, _, n_pending) = counts.get();
        (n_pending > 0).then(|| line(Tone::Info, "it-upload", text::pending(n_pending)))
    };
    let was_delivered = Memo::new(move |_| state.sync.with(|sync| sync.last_ms.is_some()));
    let is_clear = move || counts.get() == (0, 0, 0) && awaited.with(|awaited| awaited.n == 0);
    view! {
        <section aria-labelledby="todo-title">
            <h2 id="todo-title">{text::todo_title()}</h2>
            <Show when=is_clear>
                <p class="all-clear">
                    <Icon name="it-check-circle" />
                    <span>{move || if was_delivered.get() { text::nothing_waits() } else { text::nothing_waits_here() }}</span>
                </p>
            </Show>
            <ul class="todo-list">{back} {first} {rest} {leaving}</ul>
            {more}
            <Show when=move || is_unsafe.get()>
                <Notice tone=Tone::Neutral>
                    <p>{text::not_persisted()}</p>
                </Notice>
            </Show>
        </section>
    }
    .into_any()
}
