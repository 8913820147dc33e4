// SPDX-License-Identifier: AGPL-3.0-or-later
//! The head of a page, its key facts and its sub-navigation.
use crate::prelude::*;
use crate::routes;
use leptos::html;

/// What a colour means. Never the colour alone: each comes with a sign and a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing to notice.
    #[default]
    Neutral,
    /// Good to know.
    Info,
    /// In order.
    Good,
    /// To look at.
    Warn,
    /// Not in order.
    Bad,
}

impl Tone {
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Info => "info",
            Self::Good => "success",
            Self::Warn => "warning",
            Self::Bad => "danger",
        }
    }

    pub(super) const fn icon(self) -> &'static str {
        match self {
            Self::Neutral | Self::Info => "it-info-circle",
            Self::Good => "it-check-circle",
            Self::Warn => "it-warning-circle",
            Self::Bad => "it-close-circle",
        }
    }
}

/// Title line of a page: who or what, its state, and the actions. The heading takes the focus after a navigation.
/// `list` marks the list beside an open record, whose heading then gives way to that of the record.
#[component]
pub fn PageHead(
    #[prop(into)] title: Signal<String>,
    #[prop(optional)] tag: Option<AnyView>,
    #[prop(optional)] actions: Option<AnyView>,
    #[prop(optional)] list: bool,
) -> AnyView {
    let is_second = Memo::new(move |_| list && routes::is_record_open());
    let title_line = move || {
        if is_second.get() {
            view! { <h2 class="page-title">{move || title.get()}</h2> }.into_any()
        } else {
            heading(title)
        }
    };
    view! {
        <div class="page-head">
            <div class="page-head-title">{title_line} {tag}</div>
            {actions.map(|actions| view! { <div class="page-head-actions">{actions}</div> })}
        </div>
    }
    .into_any()
}

/// The heading of a page. It takes the focus after a navigation.
pub fn heading(title: Signal<String>) -> AnyView {
    let heading = NodeRef::<html::H1>::new();
    Effect::new(move |_| {
        if let Some(heading) = heading.get()
            && routes::take_focus_wish()
        {
            // A heading that cannot take the focus is no reason to stop.
            let _ = heading.focus();
        }
    });
    view! { <h1 class="page-title" tabindex="-1" node_ref=heading>{move || title.get()}</h1> }.into_any()
}

/// A state in a word, with a sign and a colour.
#[component]
pub fn StateTag(#[prop(optional)] tone: Tone, #[prop(into)] label: Signal<String>) -> AnyView {
    view! { <span class=format!("badge badge-{}", tone.key())>{move || label.get()}</span> }.into_any()
}

/// Key facts as a list of terms.
#[component]
pub fn Summary(children: Children) -> AnyView {
    view! { <dl class="summary-list">{children()}</dl> }.into_any()
}

/// One term of a [`Summary`].
#[component]
pub fn SummaryLine(#[prop(into)] term: String, children: Children) -> AnyView {
    view! {
        <div class="summary-line">
            <dt>{term}</dt>
            <dd>{children()}</dd>
        </div>
    }
    .into_any()
}

/// The parts of a record: address and word of each. The one that is open is marked by itself.
#[component]
pub fn SubNav(items: Vec<(String, String)>, #[prop(into, optional)] label: String) -> AnyView {
    let link = |(href, label): (String, String)| {
        let here = href.clone();
        let current = move || routes::is_here(&here).then_some("page");
        view! { <li><a class="nav-link" href=href aria-current=current>{label}</a></li> }
    };
    view! {
        <nav class="sub-nav" aria-label=label>
            <ul class="nav nav-tabs">{items.into_iter().map(link).collect_view()}</ul>
        </nav>
    }
    .into_any()
}
