// SPDX-License-Identifier: AGPL-3.0-or-later
//! A choice that was made here a moment ago, and the way back: the history keeps every value.
use super::board::{Board, Chosen};
use crate::prelude::*;
use crate::{
    text::reviews as text,
    ui::{Button, ButtonKind, Notice, Tone},
};
use leptos::task::spawn_local;

/// What was chosen, and the way back: the history keeps every value.
pub(super) fn made_line(board: Board, chosen: &Chosen) -> AnyView {
    let question = chosen.question.clone();
    let others = chosen.others.clone().into_iter().map(|(value, action)| {
        let question = question.clone();
        let on_click = Callback::new(move |()| {
            let (action, question) = (action.clone(), question.clone());
            spawn_local(async move {
                let taken_back = board.state.act(action).await.is_ok();
                if taken_back {
                    board
                        .chosen
                        .try_update(|chosen| chosen.retain(|known| known.question != question));
                }
            });
        });
        view! {
            <Button kind=ButtonKind::Plain on_click=on_click>{text::take_instead(&value)}</Button>
        }
    });
    let others = others.collect::<Vec<_>>();
    let sentence = match &chosen.chosen {
        Some(value) => text::chosen(&chosen.question, value),
        None => text::chosen_both(&chosen.question),
    };
    let others = others.collect_view();
    view! {
        <Notice tone=Tone::Good>
            <p data-test="review-chosen">{sentence}</p>
            <div class="button-row">{others}</div>
        </Notice>
    }
}
