// SPDX-License-Identifier: AGPL-3.0-or-later
//! What to do next, from what the rows tell at once.
use crate::prelude::*;
use crate::{
    households::may_write_cases,
    routes::Address,
    state::{FirstSync, State},
    text::{language, today as text},
    ui::{ButtonKind, Icon, LinkButton, Notice, PageHead, StateTag, Tone},
};
use soglia_domain::dwelling::DwellingStateKind;
use soglia_domain::household::Row as HouseholdRow;
use soglia_search::sorted;
use soglia_wording as wording;
use std::sync::Arc;

/// Households shown as recent.
const N_RECENT: usize = 6;

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
            <div class="columns">
                <Recent />
                <Stock />
            </div>
        </div>
    }
    .into_any()
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
    let lines = move || {
        let (n_refused, n_to_review, n_pending) = counts.get();
        [
            (n_refused > 0).then(|| line(Tone::Bad, "it-warning-circle", text::refused(n_refused))),
            (n_to_review > 0).then(|| line(Tone::Warn, "it-files", text::to_review(n_to_review))),
            (n_pending > 0).then(|| line(Tone::Info, "it-upload", text::pending(n_pending))),
        ]
        .into_iter()
        .flatten()
        .collect_view()
    };
    let was_delivered = Memo::new(move |_| state.sync.with(|sync| sync.last_ms.is_some()));
    let is_clear = move || counts.get() == (0, 0, 0);
    view! {
        <section aria-labelledby="todo-title">
            <h2 id="todo-title">{text::todo_title()}</h2>
            <Show when=is_clear>
                <p class="all-clear">
                    <Icon name="it-check-circle" />
                    <span>{move || if was_delivered.get() { text::nothing_waits() } else { text::nothing_waits_here() }}</span>
                </p>
            </Show>
            <ul class="todo-list">{lines}</ul>
            <Show when=move || is_unsafe.get()>
                <Notice tone=Tone::Neutral>
                    <p>{text::not_persisted()}</p>
                </Notice>
            </Show>
        </section>
    }
    .into_any()
}

/// The households that changed last.
#[component]
fn Recent() -> AnyView {
    let state = expect_context::<State>();
    let recent = Memo::new(move |_| {
        state.rows.with(|rows| {
            let mut households = sorted(rows.households.clone(), &mut |a, b| b.last_at.cmp(&a.last_at));
            households.truncate(N_RECENT);
            households
        })
    });
    let line = move |row: Arc<HouseholdRow>| {
        let facts = text::household_facts(row.n_members, row.n_open_offers);
        let at = wording::moment(state.local_ms(row.last_at), language());
        view! {
            <li>
                <a class="recent" href=Address::household(row.id).path()>
                    <span class="recent-title">{row.label.clone()}</span>
                    <span class="muted">{facts}</span>
                    <span class="muted">{at}</span>
                </a>
            </li>
        }
    };
    view! {
        <section aria-labelledby="recent-title">
            <h2 id="recent-title">{text::recent_title()}</h2>
            <Show
                when=move || !recent.with(Vec::is_empty)
                fallback=|| view! { <p class="muted">{text::no_households_text()}</p> }
            >
                <ul class="stack recent-list">{move || recent.get().into_iter().map(line).collect_view()}</ul>
                <p><a href=Address::Households.path()>{text::all_households()}</a></p>
            </Show>
        </section>
    }
    .into_any()
}

/// How many dwellings stand in each state.
#[component]
fn Stock() -> AnyView {
    let state = expect_context::<State>();
    let counts = Memo::new(move |_| {
        let mut counts = [0_usize; DwellingStateKind::ALL.len()];
        state.rows.with(|rows| {
            for row in &rows.dwellings {
                counts[row.state as usize] += 1;
            }
        });
        counts
    });
    let bars = move || {
        let counts = counts.get();
        let most = counts.iter().copied().max().unwrap_or(0).max(1);
        DwellingStateKind::ALL
            .into_iter()
            .zip(counts)
            .filter(|(_, n)| *n > 0)
            .map(|(kind, n)| {
                view! {
                    <tr>
                        <th scope="row">{wording::dwelling_state(kind, language())}</th>
                        <td class="tally-bar" aria-hidden="true">
                            <div data-state=kind.key() style:width=format!("{}%", (n * 100).div_ceil(most))></div>
                        </td>
                        <td class="tally-number">{wording::whole(n as u64, language())}</td>
                    </tr>
                }
            })
            .collect_view()
    };
    let n_all = move || counts.with(|counts| counts.iter().sum::<usize>());
    view! {
        <section aria-labelledby="stock-title">
            <h2 id="stock-title">{text::stock_title()}</h2>
            <Show
                when=move || { n_all() > 0 }
                fallback=|| view! { <p class="muted">{text::no_dwellings_text()}</p> }
            >
                <table class="tally">
                    <caption class="visually-hidden">{text::stock_caption()}</caption>
                    <tbody>{bars}</tbody>
                </table>
                <p><a href=Address::Dwellings.path()>{move || text::all_dwellings(n_all())}</a></p>
            </Show>
        </section>
    }
    .into_any()
}
