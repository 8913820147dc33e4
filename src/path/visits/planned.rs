// SPDX-License-Identifier: AGPL-3.0-or-later
//! A visit that is to come: the button that closes it, and what else may become of it.
use super::{
    Asking,
    change::{MOVE, SAFETY, move_form, safety_form},
    checklist::checklist,
    end::{ATTEMPT, CANCEL, CLOSE, GIVE_UP, attempt_form, cancel_form, close_form, give_up_form},
    folded,
    head::head,
    photos::photos,
    seen::{is_of_others, row_of, whole},
    told::told,
};
use crate::prelude::*;
use crate::{session::may::may, text::path::visits as text, ui::ButtonKind};
use soglia_domain::{
    id::VisitId,
    record::Identity as _,
    visit::{Row, Verb},
};

/// One line of the list.
pub(super) fn line(id: VisitId) -> AnyView {
    let asking = Asking::about(id.key());
    let row = row_of(asking, id);
    let head =
        live(move || row.with(|row| row.as_ref().map(|row| head(row, asking.state.today())).into_any()));
    // The City sees nobody's visit without who goes, and a partner writes about its own alone.
    let is_ours = row.with_untracked(|row| row.as_ref().is_some_and(|row| !is_of_others(row)));
    let may_end = is_ours
        && may(Verb::Cancel {
            reason: String::new(),
        });
    let close = may_end.then(|| {
        view! {
            {asking.buttons(ButtonKind::Outline, vec![(CLOSE, text::close())])}
            {asking.place(CLOSE, move || close_form(asking, id, row))}
        }
    });
    let more = is_ours.then(|| {
        folded(
            "visit-more",
            || text::more().to_owned(),
            move || more(asking, id, row, may_end),
        )
    });
    view! {
        <li class="path-line" data-test="visit" data-state="planned">
            {head}
            {close}
            {asking.why()}
            {more}
        </li>
    }
}

/// What is folded: what is to be known before going, the checklist, and the ways in which it does not come about.
fn more(asking: Asking, id: VisitId, row: Memo<Option<Row>>, may_end: bool) -> AnyView {
    let visit = whole(asking, id);
    let told = live(move || visit.with(|visit| visit.as_ref().map(|visit| told(visit, !may_end)).into_any()));
    if !may_end {
        return view! {
            {told}
            {photos(id, visit, false, false)}
        };
    }
    let was_tried = Memo::new(move |_| row.with(|row| row.as_ref().is_some_and(|row| row.n_attempts > 0)));
    let ways = live(move || {
        let mut ways = vec![
            (MOVE, text::move_it()),
            (SAFETY, text::safety()),
            (ATTEMPT, text::attempt()),
        ];
        // Nobody gives up what nobody tried.
        if was_tried.get() {
            ways.push((GIVE_UP, text::give_up()));
        }
        ways.push((CANCEL, text::cancel()));
        asking.buttons(ButtonKind::Plain, ways)
    });
    view! {
        {told}
        {checklist(id, visit)}
        {photos(id, visit, true, true)}
        {ways}
        {asking.place(MOVE, move || move_form(asking, id, visit))}
        {asking.place(SAFETY, move || safety_form(asking, id, visit))}
        {asking.place(ATTEMPT, move || attempt_form(asking, id, row))}
        {asking.place(GIVE_UP, move || give_up_form(asking, id))}
        {asking.place(CANCEL, move || cancel_form(asking, id))}
    }
}
