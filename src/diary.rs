// SPDX-License-Identifier: AGPL-3.0-or-later
//! The diary of a case: what happened, newest first, written once and corrected by another entry.
mod book;
mod entry;
mod write;

use self::{
    book::{Diary, Writing, may_write},
    entry::entry,
    write::write,
};
use crate::prelude::*;
use crate::{
    text::diary as text,
    ui::{Button, ButtonKind, EmptyState},
};
use soglia_domain::{id::HouseholdId, record::Identity as _};

/// Entries drawn at once: a case of ten years opens as quickly as a new one.
const AT_ONCE: usize = 40;

/// The diary of a household, as a part of its page.
pub fn page(household: HouseholdId) -> AnyView {
    let diary = Diary {
        household,
        state: expect_context(),
        writing: RwSignal::new(None),
    };
    let n_shown = RwSignal::new(AT_ONCE);
    let entries = Memo::new(move |_| diary.entries());
    let ids = Memo::new(move |_| {
        entries.with(|entries| {
            let shown = entries.iter().take(n_shown.get());
            shown.map(|row| row.id).collect::<Vec<_>>()
        })
    });
    let n_all = Memo::new(move |_| entries.with(Vec::len));
    let tools = may_write(household).then(|| {
        let form = move || match diary.writing.get() {
            Some(writing) => write(diary, writing, entries),
            None => {
                let begin = move |()| diary.open(Writing::New);
                view! {
                    <Button kind=ButtonKind::Primary icon="it-pencil" on_click=begin>{text::write()}</Button>
                }
            }
        };
        view! { <div class="diary-tools">{form}</div> }
    });
    let more = move || {
        let (shown, all) = (ids.with(Vec::len), n_all.get());
        (shown < all).then(|| {
            view! {
                <div class="diary-more">
                    <p class="muted" role="status">{text::shown_of(shown, all)}</p>
                    <Button on_click=move |()| n_shown.update(|n| *n += 5 * AT_ONCE)>{text::more()}</Button>
                </div>
            }
        })
    };
    view! {
        <section class="diary" aria-label=text::diary() data-test="diary">
            {tools}
            <Show when=move || n_all.get() == 0>
                <EmptyState title=text::none() text=text::none_text()/>
            </Show>
            <ol class="timeline">
                <For each=move || ids.get() key=|id| id.key() children=move |id| entry(diary, id, entries)/>
            </ol>
            {more}
        </section>
    }
}
