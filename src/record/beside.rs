// SPDX-License-Identifier: AGPL-3.0-or-later
//! List and record: side by side where there is room, one after the other where there is not. Beside a record the list
//! can be hidden, so that the record has the whole width.
use super::{
    kept::{NO_LIST, Switch},
    scroll,
};
use crate::prelude::*;
use crate::{
    text::record as text,
    ui::{Icon, StateTag, focus_soon},
};

const LIST: &str = "split-list";
const SHOW: &str = "list-show";
const HIDE: &str = "list-hide";

/// A list with what is open beside it.
pub fn beside(is_open: Signal<bool>, list: AnyView, detail: AnyView) -> AnyView {
    view! {
        <div
            class="split"
            data-open=move || is_open.get().to_string()
            data-list=|| if NO_LIST.with(Switch::is_on) { "hidden" } else { "shown" }
        >
            <div class="split-list" id=LIST>{list}</div>
            // Which of the two buttons is to be seen, the style sheet knows: on a narrow screen neither is.
            <div class="list-strip">
                <button
                    type="button"
                    class="list-show"
                    id=SHOW
                    data-test="list-show"
                    aria-label=text::show_list()
                    aria-expanded="false"
                    aria-controls=LIST
                    on:click=|_| turn(false, HIDE)
                >
                    <Icon name="it-list"/>
                    <span>{text::list()}</span>
                </button>
            </div>
            <div class="split-detail" on:scroll=|event| scroll::follow(&event)>{detail}</div>
        </div>
    }
}

/// The line above a list: how many there are, whether they are invented, and the way to hide the list beside a record.
#[component]
pub fn ListLine(
    /// How many, in words.
    #[prop(into)]
    count: Signal<String>,
    /// Whether the mark of the demonstration stands here.
    #[prop(into)]
    invented: Signal<bool>,
    /// Name of the count for tests.
    #[prop(optional)]
    test: &'static str,
) -> AnyView {
    view! {
        <div class="list-line">
            <p class="list-count" role="status" data-test=(!test.is_empty()).then_some(test)>{move || count.get()}</p>
            {move || invented.get().then(|| view! { <StateTag label=text::demonstration()/> })}
            <button
                type="button"
                class="btn btn-plain list-hide"
                id=HIDE
                data-test="list-hide"
                aria-label=text::hide_list()
                aria-expanded="true"
                aria-controls=LIST
                on:click=|_| turn(true, SHOW)
            >
                {text::hide()}
            </button>
        </div>
    }
    .into_any()
}

/// Hides the list or shows it. The button that was pressed goes away with it, so the other one takes the focus.
fn turn(is_hidden: bool, then: &'static str) {
    NO_LIST.with(|no_list| no_list.turn(is_hidden));
    focus_soon(then);
}
