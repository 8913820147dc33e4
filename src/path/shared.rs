// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is shared of a case or a plan with people without an account. The City alone shares.
use crate::prelude::*;
use crate::{
    app::parts::{PIECE, part},
    session::may::may,
};
use soglia_domain::shared_link::{SharedView, Verb};

/// The links to a view, as a section of the page.
pub(super) fn shared(view: Memo<Option<SharedView>>) -> AnyView {
    let may_see = may(Verb::Revoke {});
    live(move || {
        let view = view.get().filter(|_| may_see);
        view.map(section).into_any()
    })
}

fn section(view: SharedView) -> AnyView {
    let part = part!(path_sharing in sharing: crate::sharing::section, fn(SharedView) -> AnyView);
    part.show(PIECE, move |section| section(view))
}
