// SPDX-License-Identifier: AGPL-3.0-or-later
//! The head of a record: who or what it is, its state, its key facts, what to do next, and its parts. It is low, because
//! the height of a tablet belongs to the work; while the record scrolls, one line of it stays.
use super::{
    facts::{Fact, facts, fold_button},
    kept::{FACTS, Switch},
    scroll,
};
use crate::prelude::*;
use crate::{
    routes::{self, Address},
    text::record as text,
    ui::{Icon, StateTag, SubNav, Tone, heading},
};
use leptos::html;

/// The head of a record, with the line of its parts below it.
#[component]
pub fn RecordHead(
    /// Who or what.
    #[prop(into)]
    title: Signal<String>,
    /// Its state, in a word.
    #[prop(into)]
    state: Signal<(Tone, String)>,
    /// Invented for demonstration.
    #[prop(into)]
    invented: Signal<bool>,
    /// Whether something of it rests on this device only.
    #[prop(into)]
    pending: Signal<bool>,
    /// Where the list is, for screens on which it does not stand beside the record.
    list: Address,
    /// Three to five of them.
    facts: Vec<Fact>,
    /// What else can be done, while the facts are unfolded: buttons beside the one that folds them.
    #[prop(into, optional)]
    tools: ViewFn,
    /// What stands below the facts while they are unfolded.
    #[prop(into, optional)]
    more: ViewFn,
    /// What to do next, as [`next_step`] draws it.
    next: AnyView,
    /// Address and word of each part.
    parts: Vec<(String, String)>,
    /// What the parts are.
    label: &'static str,
) -> AnyView {
    let bar = NodeRef::<html::Div>::new();
    follow_parts(bar);
    let state_tag = move || {
        let (tone, label) = state.get();
        view! { <StateTag tone label/> }
    };
    let tag = |shown: Signal<bool>, label: fn() -> &'static str| {
        move || shown.get().then(|| view! { <StateTag label=label()/> })
    };
    view! {
        <header
            class="record-head"
            data-test="record-head"
            data-facts=move || if FACTS.with(Switch::is_on) { "open" } else { "folded" }
        >
            <div class="record-title">
                {heading(title)}
                <p class="record-tags">
                    {state_tag} {tag(pending, text::saved_here)} {tag(invented, text::demonstration)}
                </p>
            </div>
            <div class="record-tools">
                <a class="btn btn-plain record-back" href=list.path() aria-label=text::back_to_list()>
                    <Icon name="it-chevron-left"/>
                    <span>{text::list()}</span>
                </a>
                {fold_button()}
                <Show when=|| FACTS.with(Switch::is_on)>{tools.run()}</Show>
            </div>
            {self::facts(facts, more)}
            {next}
        </header>
        <div class="record-bar" data-test="record-bar" node_ref=bar>
            // The heading above says the same to those who hear the page.
            <Show when=scroll::is_past_head>
                <p class="record-who" aria-hidden="true">
                    <span class="record-who-title">{move || title.get()}</span>
                    {state_tag}
                </p>
            </Show>
            <SubNav items=parts label=label/>
        </div>
    }
    .into_any()
}

/// Keeps the line of the parts right: the open one in view, and a part that opens at its beginning.
fn follow_parts(bar: NodeRef<html::Div>) {
    scroll::begin();
    Effect::new(move |before: Option<Option<Address>>| {
        let here = routes::navigation().place.with(|place| place.address);
        scroll::is_past_head();
        if let Some(bar) = bar.get() {
            let is_other_part = before.is_some_and(|before| before != here);
            // The part is drawn by then.
            request_animation_frame(move || {
                if is_other_part {
                    scroll::to_beginning(&bar);
                }
                scroll::reveal_open_part(&bar);
            });
        }
        here
    });
}

/// What to do next: one sentence, and the one button that leads there, where the person is not there already.
pub fn next_step(sentence: impl IntoView + 'static, action: impl IntoView + 'static) -> AnyView {
    view! {
        <section class="next-step" data-test="next-step" aria-label=text::next_step()>
            <p class="next-step-words">
                <strong>{text::next_step()} ": "</strong>
                {sentence.into_any()}
            </p>
            {action.into_any()}
        </section>
    }
}
