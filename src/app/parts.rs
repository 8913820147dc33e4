// SPDX-License-Identifier: AGPL-3.0-or-later
//! Parts of the client that are fetched when they are asked for, and what the person sees until they are here.
//!
//! With the feature `parts` the build cuts the client at the functions that [`part!`] makes (decision 13). Nothing outside a
//! part may call into it: one direct call, and its code travels with the first load without a word. Budgets notice.
use crate::prelude::*;
use crate::{
    fetched::NotFetched,
    routes,
    text::shell as text,
    ui::{Button, ButtonKind, Notice, PageHead, Tone},
};
use leptos::task::spawn_local;
use std::{cell::Cell, pin::Pin, thread::LocalKey};

type Fetching<P> = Pin<Box<dyn Future<Output = Result<P, NotFetched>>>>;

/// A part of the client, by the one thing that others want of it: a function that draws.
pub struct Part<P: 'static> {
    held: &'static LocalKey<Cell<Option<P>>>,
    fetch: fn() -> Fetching<P>,
}

impl<P> Clone for Part<P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P> Copy for Part<P> {}

/// What stands in the place of a part.
#[derive(Clone, Copy)]
pub struct Meanwhile {
    /// Until it is here.
    pub waiting: fn() -> AnyView,
    /// When it could not be fetched; running the callback tries again.
    pub failed: fn(Callback<()>) -> AnyView,
}

/// How far a part is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Arrival {
    OnItsWay,
    Here,
    Failed,
}

impl<P: Copy + 'static> Part<P> {
    /// What [`part!`] makes.
    pub const fn new(held: &'static LocalKey<Cell<Option<P>>>, fetch: fn() -> Fetching<P>) -> Self {
        Self { held, fetch }
    }

    /// Fetches it, unless it is here. A failure is forgotten: the next call tries again.
    async fn arrive(self) -> Arrival {
        match (self.fetch)().await {
            Ok(page) => {
                self.held.set(Some(page));
                Arrival::Here
            }
            Err(NotFetched) => Arrival::Failed,
        }
    }

    /// Asks for it before anybody needs it. Whoever then needs it asks again, and is told of a failure.
    pub fn expect(self) {
        spawn_local(async move {
            let _ = self.arrive().await;
        });
    }

    /// Draws with it, at once where it is here already.
    pub fn show(self, meanwhile: Meanwhile, draw: impl Fn(P) -> AnyView + Send + 'static) -> AnyView {
        let ask = move |arrival: RwSignal<Arrival>| {
            spawn_local(async move { arrival.set(self.arrive().await) });
        };
        let draw = move || self.held.get().map_or_else(meanwhile.waiting, &draw);
        shown(self.held.get().is_some(), meanwhile, ask, Box::new(draw))
    }
}

/// The part of [`Part::show`] that is the same for all of them.
fn shown(
    is_here: bool,
    meanwhile: Meanwhile,
    ask: impl Fn(RwSignal<Arrival>) + Copy + Send + Sync + 'static,
    draw: Box<dyn Fn() -> AnyView + Send>,
) -> AnyView {
    let arrival = RwSignal::new(if is_here { Arrival::Here } else { Arrival::OnItsWay });
    if !is_here {
        ask(arrival);
    }
    let again = Callback::new(move |()| {
        // The button that has the focus goes away; the heading that comes up takes it.
        routes::wish_focus();
        arrival.set(Arrival::OnItsWay);
        ask(arrival);
    });
    live(move || match arrival.get() {
        Arrival::OnItsWay => (meanwhile.waiting)(),
        Arrival::Here => draw(),
        Arrival::Failed => (meanwhile.failed)(again),
    })
}

/// In the place of a whole page.
pub const PAGE: Meanwhile = Meanwhile {
    waiting: skeleton,
    failed: |again| {
        view! {
            <div class="page">
                <PageHead title=text::page_title(routes::address()) />
                {not_fetched(again)}
            </div>
        }
    },
};

/// In the place of something on a page.
pub const PIECE: Meanwhile = Meanwhile {
    waiting: skeleton,
    failed: not_fetched,
};

/// In the place of what completes a page that reads well without it.
pub const QUIET: Meanwhile = Meanwhile {
    waiting: || ().into_any(),
    failed: |_| ().into_any(),
};

/// The shape of a page that is on its way.
pub fn skeleton() -> AnyView {
    view! {
        <p class="visually-hidden" role="status">{text::opening()}</p>
        <div class="skeleton">
            <div class="skeleton-title"></div>
            <div class="skeleton-line"></div>
            <div class="skeleton-line"></div>
            <div class="skeleton-line"></div>
        </div>
    }
}

/// Says that a part could not be fetched, and offers to try again.
pub fn not_fetched(again: Callback<()>) -> AnyView {
    view! {
        <Notice tone=Tone::Bad>
            <p>{text::part_not_fetched()}</p>
            <Button kind=ButtonKind::Primary icon="it-refresh" test="fetch-again" on_click=again>
                {text::fetch_again()}
            </Button>
        </Notice>
    }
}

/// Makes a [`Part`]: `part!(name in part: function that draws, its type)`. The name is that of the function at which the
/// build cuts; several names may share a part.
macro_rules! part {
    ($name:ident in $part:ident: $page:expr, $kind:ty) => {{
        #[cfg(feature = "parts")]
        #[wasm_split_helpers::wasm_split($part, fallible)]
        fn $name() -> Result<$kind, $crate::fetched::NotFetched> {
            Ok($page)
        }

        // Everything is one module then, and nothing has to be waited for.
        #[cfg(not(feature = "parts"))]
        async fn $name() -> Result<$kind, $crate::fetched::NotFetched> {
            Ok($page)
        }

        thread_local! {
            static HELD: std::cell::Cell<Option<$kind>> = const { std::cell::Cell::new(None) };
        }
        $crate::app::parts::Part::new(&HELD, || Box::pin($name()))
    }};
}

pub(crate) use part;
