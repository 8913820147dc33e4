// SPDX-License-Identifier: AGPL-3.0-or-later
//! What every store has to be able to do, as tests that any store can be put to: `contract!` makes a test of each.
#![expect(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "a test stops at the first surprise"
)]

mod accounts;
mod archive;
mod audit;
mod calendars;
mod cases;
mod chain;
mod children;
mod devices;
mod erasure;
mod factors;
mod held;
mod money;
mod pages;
mod people;
mod provider;
mod referrals;
mod retention;
mod samples;
mod scenes;
mod sessions;
mod turns;
mod views;
mod writing;

pub use accounts::*;
pub use archive::*;
pub use audit::*;
pub use calendars::*;
pub use cases::*;
pub use chain::*;
pub use children::*;
pub use devices::*;
pub use erasure::*;
pub use factors::*;
pub use held::*;
pub use money::*;
pub use pages::*;
pub use people::*;
pub use provider::*;
pub use referrals::*;
pub use retention::*;
pub use sessions::*;
pub use turns::*;
pub use views::*;
pub use writing::*;

/// Makes a test of each point of the contract. `$run` takes a function from an empty store to a future, and waits for it.
///
/// ```text
/// fn run<F: Future<Output = ()>>(test: impl FnOnce(MyStore) -> F) { … }
/// soglia_ledger::contract!(run);
/// ```
#[macro_export]
macro_rules! contract {
    ($run:expr) => {
        $crate::contract_of_records!($run);
        $crate::contract_of_people!($run);
    };
}

/// What [`Store`](crate::store::Store) and [`Write`](crate::store::Write) promise. No person is needed for it.
#[macro_export]
macro_rules! contract_of_records {
    ($run:expr) => {
        $crate::contract_of!(
            $run,
            a_store_is_empty_until_something_is_written,
            a_dropped_transaction_leaves_nothing,
            what_was_written_is_read_in_the_same_transaction,
            a_change_sent_again_gets_the_same_answer,
            places_in_the_order_have_no_gaps,
            what_cannot_be_read_is_kept_aside_until_it_can,
            many_changes_in_one_transaction_all_last,
            what_is_foreseen_is_what_would_be_read,
            an_import_is_remembered_and_its_dwellings_are_seen,
            texts_come_back_exactly_as_they_were_written,
            pages_follow_each_other_until_the_head,
            a_page_never_ends_inside_a_place_in_the_order,
            a_page_comes_from_one_snapshot,
            a_partner_gets_its_own_and_is_told_what_it_lost,
            removals_are_forgotten_up_to_a_floor,
            the_history_of_a_record_is_told_newest_first,
            two_who_write_take_turns,
            a_reader_is_not_held_up_by_who_writes,
            a_reader_never_misses_a_change,
            the_log_leads_to_the_records,
            a_record_altered_beside_the_log_shows,
            a_baseline_covers_what_was_filled_in,
            what_is_erased_is_gone_and_the_chain_holds,
            what_was_erased_before_stays_so,
            a_line_emptied_without_an_act_shows,
            whoever_had_what_is_erased_is_told,
            what_comes_about_what_is_erased_is_refused,
            what_goes_on_is_not_erased,
            of_what_is_erased_nothing_is_kept_again,
            what_is_archived_is_in_nobodys_sight,
            what_is_archived_cannot_be_written_to,
            what_is_taken_out_of_the_archive_comes_back,
            what_is_archived_can_be_erased,
            an_entry_comes_and_goes_with_its_household,
            a_child_begun_in_the_batch_of_its_root_is_shown_with_it,
            a_household_offered_twice_is_hidden_with_the_last_offer,
            an_entry_of_a_partner_is_read_by_it_and_the_city,
            a_role_of_the_city_sees_what_its_role_sees,
            more_children_than_a_page_holds_all_arrive,
            more_records_at_one_place_than_a_page_holds_all_arrive,
            a_household_comes_when_its_referral_is_accepted_and_goes_when_it_ends,
            a_household_sent_on_leaves_one_partner_and_comes_to_the_next,
            of_two_answers_to_a_referral_the_first_counts,
            all_of_a_kind_are_those_that_the_reader_sees,
            of_two_people_who_accept_a_referral_the_first_stands,
            of_two_cases_opened_for_a_household_the_first_counts,
            of_two_cases_in_one_transaction_the_first_counts,
            all_of_a_root_are_gathered_as_they_stand,
            two_commitments_never_pass_their_source,
            a_server_verb_sent_again_is_one_commitment
        );
    };
}

/// What [`People`](crate::store::People), [`Accounts`](crate::store::Accounts) and [`Calendars`](crate::store::Calendars) promise, and what a batch knows of devices.
#[macro_export]
macro_rules! contract_of_people {
    ($run:expr) => {
        $crate::contract_of!(
            $run,
            nobody_is_known_until_somebody_comes,
            a_name_to_sign_in_with_is_given_once,
            rights_are_counted_when_they_change,
            a_device_belongs_to_one_person,
            a_revoked_device_is_known_and_wiped_once,
            what_is_foreseen_of_devices_is_what_would_be_read,
            the_highest_counter_counts_every_answer,
            people_are_read_while_somebody_writes,
            a_session_lasts_with_its_use_and_ends_without,
            a_closed_session_is_over,
            a_session_tells_what_its_person_may_do_now,
            a_session_ends_after_ninety_days_of_use,
            a_token_follows_another_and_none_is_lost_on_the_way,
            sessions_are_told_and_ended_one_by_one,
            whose_access_ended_may_deliver_and_no_more,
            a_delegation_gives_another_role_for_its_time,
            an_invitation_is_taken_up_once,
            a_new_password_ends_the_other_sessions,
            an_administrator_sees_how_accounts_stand,
            lines_of_the_audit_are_chained_and_told_newest_first,
            lines_of_the_audit_are_found,
            lines_that_come_at_once_have_one_order,
            a_person_has_one_address_for_the_calendar,
            a_calendar_is_that_of_the_person_as_they_are_now,
            a_factor_counts_once_it_is_confirmed,
            a_code_of_a_factor_is_used_once,
            a_tax_code_is_linked_to_one_person,
            another_tax_code_ends_the_sessions,
            a_sign_in_under_way_is_taken_once,
            only_so_many_sign_ins_are_under_way,
            what_the_provider_vouched_for_holds_for_its_session,
            views_of_a_link_are_told_newest_first,
            wrong_pins_of_a_link_are_counted_and_cost_time,
            a_link_that_opens_once_opens_for_one_visit,
            visits_of_a_link_with_a_pin_go_on_for_an_hour,
            what_comes_at_once_to_a_link_is_taken_in_turn,
            all_that_share_a_root_are_found,
            what_did_not_stand_is_found_by_what_it_names,
            what_links_left_is_forgotten_with_them,
            a_refused_change_loses_its_content_and_keeps_its_answer,
            access_that_ran_out_is_forgotten,
            a_device_that_is_silent_is_forgotten
        );
    };
}

/// One test for each name.
#[doc(hidden)]
#[macro_export]
macro_rules! contract_of {
    ($run:expr, $($name:ident),+) => {
        $(
            #[test]
            fn $name() {
                $run(|store| $crate::contract::$name(store));
            }
        )+
    };
}
