// SPDX-License-Identifier: AGPL-3.0-or-later
//! A link on a slip of paper, in the language of who gets it: the code for a telephone, the address to type, until when. The
//! PIN is not on it.
use super::{qr, token::Opens};
use crate::prelude::*;
use crate::{state::family_words, text::sharing as text, ui::Button};
use leptos::task::spawn_local;
use soglia_domain::shared_link::{Row, SharedView};
use soglia_views::{Word, Words};
use soglia_wording::{self as wording, Language};

/// The slip, to look at and to print by itself.
pub(super) fn slip(row: Row, view: SharedView, opens: Opens) -> AnyView {
    let words = RwSignal::new(None::<Option<Words>>);
    let tongue = row.language;
    spawn_local(async move {
        let bytes = family_words(tongue.key()).await;
        words.try_set(Some(bytes.and_then(|bytes| Words::read(&bytes))));
    });
    let print = |()| {
        // A browser that cannot print says so itself.
        let _ = window().print();
    };
    let sheet = live(move || match words.get() {
        None => view! { <p class="muted" role="status">{text::opening()}</p> },
        Some(None) => view! { <p class="muted" role="status">{text::no_words()}</p> },
        Some(Some(words)) => sheet(&row, view, &opens, &words),
    });
    view! {
        <Button icon="it-print" test="share-slip-print" on_click=print>{text::print()}</Button>
        {sheet}
    }
}

fn sheet(row: &Row, view: SharedView, opens: &Opens, words: &Words) -> AnyView {
    let address = opens.address();
    let title = match view {
        SharedView::FamilyPlan { .. } => words.say(Word::Title).to_owned(),
        SharedView::Contractor { .. } | SharedView::CaseSummary { .. } => {
            wording::shared_view(view, Language::Italian).to_owned()
        }
    };
    let say = |word| words.say(word).to_owned();
    let pin = row.has_pin.then(|| view! { <p>{say(Word::SlipPin)}</p> });
    let code = qr::code(&address);
    view! {
        <article class="letter slip" lang=row.language.key() dir=row.language.direction() data-test="share-slip">
            <p>"Comune di Milano"</p>
            <h3>{title}</h3>
            <p>{say(Word::SlipHow)}</p>
            {code}
            <p class="slip-address"><bdi dir="ltr">{address}</bdi></p>
            {pin}
            <p>{words.with(Word::SharedUntil, &words.day(row.until))}</p>
            <p>{say(Word::SlipKeep)}</p>
        </article>
    }
}
