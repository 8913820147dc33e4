// SPDX-License-Identifier: AGPL-3.0-or-later
//! The sheet on paper: what whoever reads it by a link reads too, and around it whose it is and where to sign.
use crate::prelude::*;
use crate::{state::State, ui::PageHead};
use soglia_domain::{
    plan::{Plan, due},
    tongue::Tongue,
};
use soglia_views::{When, Word, Words, drawn, family_plan};

/// The whole sheet.
pub(super) fn sheet(plan: &Plan, words: &Words, tongue: Tongue, whose: String, is_invented: bool) -> AnyView {
    let state = expect_context::<State>();
    let say = |word| words.say(word).to_owned();
    let when = When {
        // A sheet on paper runs out on no day.
        until: state.today(),
        now_ms: state.now_ms(),
        copied_ms: None,
        opened: None,
    };
    let mut page = family_plan(plan, words, tongue, due(plan.begun, &state.rules()), when);
    page.standing = words.with(Word::SharedRead, &words.day(state.today()));
    view! {
        <article class="certificate" lang=tongue.key() dir=tongue.direction() data-test="family-sheet">
            {is_invented.then(|| view! { <p class="certificate-note">{say(Word::Invented)}</p> })}
            <header class="certificate-head">
                <PageHead title=page.title.clone()/>
                <p><strong dir="auto">{whose}</strong></p>
            </header>
            {drawn(&page, |_| ().into_any())}
            <p>{say(Word::Phone)} ": ______________________"</p>
            <p>{say(Word::SignHere)} ": ____________________________"</p>
        </article>
    }
}
