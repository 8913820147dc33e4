// SPDX-License-Identifier: AGPL-3.0-or-later
//! The page for people who receive a link. They have no account and fetch no application: this program shows what a link
//! shares, and says in words when it shares nothing.
mod ask;
mod page;
mod photo;
mod pin;
mod text;
mod token;
mod visit;

fn main() {
    console_error_panic_hook::set_once();
    // The page says that it is opening until there is something to show.
    if let Some(boot) = soglia_prelude::document().get_element_by_id("boot") {
        boot.remove();
    }
    soglia_prelude::mount_to_body(page::page);
}
