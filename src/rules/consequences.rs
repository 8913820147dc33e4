// SPDX-License-Identifier: AGPL-3.0-or-later
//! How many verdicts, responses, burdens and ceilings change out of how many, each with its list.
use super::desk::Desk;
use crate::prelude::*;
use crate::{
    routes::Address,
    text::{language, rules as text},
    ui::Icon,
};
use soglia_domain::{
    eligibility::VerdictKind,
    rent::RentTier,
    what_if::{Burden, BurdenBand, Changed, Consequences},
};
use soglia_wording as wording;

/// Most lines of one list.
const MOST_LINES: usize = 200;

/// What is counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Verdicts,
    Responses,
    Burdens,
    Ceilings,
}

impl Kind {
    const ALL: [Self; 4] = [Self::Verdicts, Self::Responses, Self::Burdens, Self::Ceilings];

    fn title(self) -> &'static str {
        match self {
            Self::Verdicts => text::verdicts(),
            Self::Responses => text::responses(),
            Self::Burdens => text::burdens(),
            Self::Ceilings => text::ceilings(),
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Verdicts => "verdicts",
            Self::Responses => "responses",
            Self::Burdens => "burdens",
            Self::Ceilings => "ceilings",
        }
    }

    const fn count(self, found: &Consequences) -> usize {
        match self {
            Self::Verdicts => found.verdicts.len(),
            Self::Responses => found.responses.len(),
            Self::Burdens => found.burdens.len(),
            Self::Ceilings => found.ceilings.len(),
        }
    }
}

/// The counts, and the list of the one that is open.
pub(super) fn consequences(desk: Desk) -> AnyView {
    let found = Memo::new(move |_| desk.consequences());
    let open = RwSignal::new(None::<Kind>);
    let is_here = Memo::new(move |_| found.with(Option::is_some));
    let n_all = move |kind: Kind| match kind {
        Kind::Ceilings => desk.state.rows.with(|rows| rows.dwellings.len()),
        _ => desk
            .cases
            .with(|cases| cases.as_ref().map_or(0, |cases| cases.ids.len())),
    };
    let part = move |kind: Kind| {
        let count =
            Memo::new(move |_| found.with(|found| found.as_ref().map_or(0, |found| kind.count(found))));
        let is_open = move || open.get() == Some(kind) && count.get() > 0;
        let head = move || {
            let n = count.get();
            let words = view! {
                <span class="consequence-title">{kind.title()}</span>
                <strong data-test=format!("n-{}", kind.key())>{text::of_all(n, n_all(kind))}</strong>
            };
            if n == 0 {
                return view! { <p class="consequence-head">{words}</p> };
            }
            let toggle = move |_| open.update(|open| *open = (*open != Some(kind)).then_some(kind));
            view! {
                <button
                    type="button"
                    class="consequence-head"
                    aria-expanded=move || is_open().to_string()
                    on:click=toggle
                >
                    {words} <Icon name="it-expand" />
                </button>
            }
        };
        let list = move || {
            if !is_open() {
                return ().into_any();
            }
            found.with(|found| match found {
                Some(found) => list(kind, found, desk),
                None => ().into_any(),
            })
        };
        view! { <li class="consequence">{live(head)} {live(list)}</li> }
    };
    view! {
        <Show when=move || is_here.get()>
            <section aria-labelledby="consequences-title" data-test="consequences">
                <h2 id="consequences-title">{text::consequences()}</h2>
                <ul class="stack">{Kind::ALL.map(part).collect_view()}</ul>
            </section>
        </Show>
    }
}

/// One changed thing in words: where it is, what it is called, and from what to what.
struct Line {
    href: String,
    title: String,
    changes: Vec<String>,
}

fn list(kind: Kind, found: &Consequences, desk: Desk) -> AnyView {
    let n_more = kind.count(found).saturating_sub(MOST_LINES);
    let lines: Vec<Line> = match kind {
        Kind::Verdicts => lines(&found.verdicts, desk, of_household, |changed| {
            let title = |at: usize| wording::verdict_title(VerdictKind::ALL[at], language());
            let outcome = |outcome| wording::outcome(outcome, language()).to_owned();
            differences(
                3,
                title,
                |at| outcome(changed.before[at]),
                |at| outcome(changed.after[at]),
            )
        }),
        Kind::Responses => lines(&found.responses, desk, of_household, |changed| {
            let response = |response: Option<_>| {
                response.map_or(text::no_response(), |response| {
                    wording::response(response, language())
                })
            };
            vec![format!(
                "{} → {}",
                response(changed.before),
                response(changed.after)
            )]
        }),
        Kind::Burdens => lines(&found.burdens, desk, of_household, |changed| {
            differences(
                2,
                tier,
                |at| burden(changed.before[at]),
                |at| burden(changed.after[at]),
            )
        }),
        Kind::Ceilings => lines(&found.ceilings, desk, of_dwelling, |changed| {
            let rent = |rent: Option<_>| {
                text::or_not_known(rent.map(|rent| wording::money_per_month(rent, language())))
            };
            differences(
                2,
                tier,
                |at| rent(changed.before[at]),
                |at| rent(changed.after[at]),
            )
        }),
    };
    let line = |line: Line| {
        let changes = line.changes.into_iter().map(|change| view! { <p>{change}</p> });
        view! { <li><a href=line.href>{line.title}</a> {changes.collect_view()}</li> }
    };
    view! {
        <ul class="consequence-list">{lines.into_iter().map(line).collect_view()}</ul>
        {(n_more > 0).then(|| view! { <p class="muted">{text::and_others(n_more)}</p> })}
    }
}

/// The first lines of a list.
fn lines<T>(
    changed: &[Changed<T>],
    desk: Desk,
    of: fn(Desk, usize) -> (String, String),
    words: impl Fn(&Changed<T>) -> Vec<String>,
) -> Vec<Line> {
    let first = changed.iter().take(MOST_LINES);
    first
        .map(|changed| {
            let (href, title) = of(desk, changed.at);
            Line {
                href,
                title,
                changes: words(changed),
            }
        })
        .collect()
}

fn of_household(desk: Desk, at: usize) -> (String, String) {
    let id = desk
        .cases
        .with_untracked(|cases| cases.as_ref().and_then(|cases| cases.ids.get(at).copied()));
    let Some(id) = id else { return Default::default() };
    let label = desk
        .state
        .rows
        .with_untracked(|rows| rows.household(id).map(|row| row.label.clone()));
    (Address::household(id).path(), label.unwrap_or_default())
}

fn of_dwelling(desk: Desk, at: usize) -> (String, String) {
    let row = desk
        .state
        .rows
        .with_untracked(|rows| rows.dwellings.get(at).cloned());
    row.map(|row| (Address::dwelling(row.id).path(), row.code.clone()))
        .unwrap_or_default()
}

fn tier(at: usize) -> &'static str {
    wording::rent_tier(RentTier::ALL[at], language())
}

fn burden(burden: Option<Burden>) -> String {
    let words = burden.map(|burden| {
        let band = match burden.band {
            BurdenBand::Sustainable => text::sustainable(),
            BurdenBand::Above => text::above(),
            BurdenBand::Overburden => text::overburden(),
        };
        format!("{} ({band})", wording::percent(burden.share, language()))
    });
    text::or_not_known(words)
}

/// Those of several values that differ, each with its name.
fn differences(
    n: usize,
    title: impl Fn(usize) -> &'static str,
    before: impl Fn(usize) -> String,
    after: impl Fn(usize) -> String,
) -> Vec<String> {
    let all = (0..n).map(|at| (title(at), before(at), after(at)));
    all.filter(|(_, before, after)| before != after)
        .map(|(title, before, after)| format!("{title}: {before} → {after}"))
        .collect()
}
