// SPDX-License-Identifier: AGPL-3.0-or-later
//! Households: the list, taking one in, and the page of each.
#![expect(
    unreachable_pub,
    reason = "the component macro declares all it makes as public, also inside this area"
)]
mod case;
mod drafts;
mod fitting;
mod list;
mod mend;
mod new;
mod offers;
mod record;
mod requirements;
mod sections;
mod situation;
mod words;

pub use case::may_write_cases;
pub use mend::{open_topic, place_of};
pub use new::NewPage;
pub use record::RecordPage;

use self::list::HouseholdList;
use crate::prelude::*;
use crate::{
    routes::{self, Address},
    text::households as text,
    ui::{ButtonKind, LinkButton, PageHead},
};

/// All households; beside an open one the list stays in view where there is room.
#[component]
pub fn ListPage() -> AnyView {
    // Beside an open record the one thing to do is that of the record.
    let is_beside = Memo::new(|_| routes::is_record_open());
    let new_household = move || {
        let kind = if is_beside.get() {
            ButtonKind::Outline
        } else {
            ButtonKind::Primary
        };
        view! {
            <LinkButton kind href=Address::NewHousehold.path() icon="it-plus">{text::new_household()}</LinkButton>
        }
    };
    let actions = may_write_cases().then(|| live(new_household));
    let head = match actions {
        Some(actions) => view! { <PageHead title=text::households() actions list=true/> }.into_any(),
        None => view! { <PageHead title=text::households() list=true/> }.into_any(),
    };
    view! {
        {head}
        <HouseholdList/>
    }
    .into_any()
}
