// SPDX-License-Identifier: AGPL-3.0-or-later
//! Circles that are there today. The table only shrinks: an entry that is no circle any more has to go.

/// Where this table lies.
pub(super) const TABLE: &str = "crates/xtask/src/tidy/circles/known.rs";

/// One circle.
pub(in crate::tidy) struct Known {
    /// Where the root of the crate lies.
    pub(in crate::tidy) folder: &'static str,
    /// Below it, in order, with blanks between them.
    pub(in crate::tidy) files: &'static str,
    /// Why they use each other.
    pub(in crate::tidy) reason: &'static str,
}

pub(super) const KNOWN: &[Known] = &[
    Known {
        folder: "crates/domain/src",
        files: "certificate.rs eligibility.rs eligibility/affordable_rent.rs eligibility/composition.rs \
            eligibility/isee.rs eligibility/patrimony.rs eligibility/public_housing.rs eligibility/scale.rs \
            eligibility/situation.rs eligibility/suggestion.rs eligibility/supported.rs finding.rs \
            finding/questions.rs household.rs household/offer.rs household/response.rs rent.rs",
        reason: "findings name facts of the household, and the household keeps certificates and suggestions",
    },
    Known {
        folder: "crates/domain/src",
        files: "decide.rs decide/dwellings.rs decide/households.rs decide/offers.rs decide/reviews.rs \
            decide/rulebook.rs",
        reason: "one decision per area takes common parts from the file that hands out to them",
    },
    Known {
        folder: "crates/domain/src",
        files: "dwelling.rs measure.rs photo.rs refusal.rs title.rs",
        reason: "measures, photos and titles are facts of the dwelling and read its facts",
    },
    Known {
        folder: "crates/domain/src",
        files: "edit.rs record.rs review.rs",
        reason: "a review holds an edit, an edit names a review, a record holds reviews",
    },
    Known {
        folder: "crates/domain/src",
        files: "rulebook.rs rulebook/amendment.rs rulebook/parameter.rs rulebook/rules.rs",
        reason: "amendments and parameters take names from the book that is made of them",
    },
    Known {
        folder: "crates/domain/src",
        files: "tax_code.rs tax_code/check.rs",
        reason: "checking takes constants from the code it checks",
    },
    Known {
        folder: "crates/import/src",
        files: "prepare.rs prepare/row.rs",
        reason: "a row takes common parts from the list it belongs to",
    },
    Known {
        folder: "crates/import/src",
        files: "wording.rs wording/meaning.rs",
        reason: "sentences are put together in the file that hands out to them",
    },
    Known {
        folder: "crates/ledger/src",
        files: "push.rs push/settle.rs push/view.rs",
        reason: "settling and views take parts of the batch that calls them",
    },
    Known {
        folder: "crates/samples/src",
        files: "households.rs lib.rs",
        reason: "the day of the samples stands at the root",
    },
    Known {
        folder: "crates/search/src",
        files: "base.rs index.rs",
        reason: "the base is an index of its own kind",
    },
    Known {
        folder: "crates/server/src",
        files: "blobs.rs blobs/s3.rs blobs/upload.rs",
        reason: "one place opens blobs and words their failures",
    },
    Known {
        folder: "crates/server/src",
        files: "cli.rs cli/backup.rs cli/check.rs cli/check/judge.rs cli/demo_bulk.rs cli/device.rs \
            cli/evaluate.rs cli/import.rs cli/rent.rs cli/restore.rs cli/serve.rs cli/user.rs cli/verify.rs \
            cli/verify/wording.rs demo.rs demo/dwellings.rs demo/households.rs demo/households/facts.rs \
            demo/households/members.rs demo/households/shown.rs demo/people.rs",
        reason: "one file hands out to commands and holds what they have in common; the demonstration takes part in both",
    },
    Known {
        folder: "crates/server/src",
        files: "demo/names.rs demo/names/italian.rs",
        reason: "the lists have the shape that their reader declares",
    },
    Known {
        folder: "crates/server/src",
        files: "http.rs http/blobs.rs http/changes.rs http/devices.rs http/events.rs http/files.rs \
            http/history.rs http/imports.rs http/records.rs http/session.rs",
        reason: "one file hands out to handlers and holds what they have in common",
    },
    Known {
        folder: "crates/server/src",
        files: "store/postgres.rs store/postgres/listen.rs store/tables/read.rs",
        reason: "the engine takes reading from the tables, and these its connection",
    },
    Known {
        folder: "crates/simulation/src",
        files: "lib.rs oracle.rs world.rs",
        reason: "the play and its oracle know each other through the root",
    },
    Known {
        folder: "crates/sync/src",
        files: "alike.rs row.rs",
        reason: "rows carry the marks by which cases are alike",
    },
    Known {
        folder: "crates/wording/src",
        files: "finding.rs finding/sentence.rs",
        reason: "sentences take values from the file that hands out to them",
    },
    Known {
        folder: "src",
        files: "app.rs app/frame.rs app/header.rs app/pages.rs deliveries.rs deliveries/review.rs \
            deliveries/row.rs dwellings.rs dwellings/history.rs dwellings/import.rs \
            dwellings/import/attempt.rs dwellings/import/choose.rs dwellings/import/columns.rs \
            dwellings/list.rs dwellings/photos.rs dwellings/photos/add.rs dwellings/photos/gallery.rs \
            dwellings/record.rs dwellings/rent.rs dwellings/sheet.rs dwellings/sheet/fact.rs \
            dwellings/sheet/measures.rs dwellings/sheet/move_state.rs dwellings/sheet/suited.rs \
            dwellings/sheet/title.rs dwellings/subject.rs households.rs households/ask.rs \
            households/case.rs households/fitting.rs households/fitting/filters.rs \
            households/fitting/panel.rs households/fitting/propose.rs households/fitting/row.rs \
            households/list.rs households/mend.rs households/new.rs households/offers.rs \
            households/offers/card.rs households/offers/returned.rs households/record.rs \
            households/record/alike.rs households/record/head.rs households/record/next.rs \
            households/record/refused.rs households/requirements.rs households/requirements/response.rs \
            households/requirements/to_ask.rs households/situation.rs \
            households/situation/household_question.rs households/situation/isee.rs \
            households/situation/member.rs households/situation/members.rs \
            households/situation/read_only.rs households/story.rs reviews.rs session.rs session/phrase.rs \
            session/revoked.rs session/sign_in.rs session/unlock.rs settings.rs settings/devices.rs \
            settings/lock.rs today.rs",
        reason: "pages lead to each other, and areas hold parts for their pages",
    },
    Known {
        folder: "src",
        files: "device/handover.rs device/locks.rs device/tabs.rs",
        reason: "tabs hand over and are handed over to",
    },
    Known {
        folder: "src",
        files: "device/indexeddb.rs device/indexeddb/read.rs device/indexeddb/write.rs",
        reason: "reading and writing take the database that opens them",
    },
    Known {
        folder: "src",
        files: "rules/amend.rs rules/entry.rs rules/list.rs",
        reason: "an entry opens the form that stands in its list",
    },
    Known {
        folder: "src",
        files: "rules/consequences.rs rules/saved.rs rules/suppose.rs rules/what_if.rs",
        reason: "parts of one desk take the desk",
    },
    Known {
        folder: "src",
        files: "state.rs state/core.rs state/follow.rs state/photos.rs state/photos/deliver.rs sync_loop.rs",
        reason: "parts of the state take the state",
    },
];
