// SPDX-License-Identifier: AGPL-3.0-or-later
//! What may go wrong, by status and code. Each code means one thing wherever it comes.
use super::route::{Access, Body, Fault, Method, Route};

const fn fault(status: u16, code: &'static str, when: &'static str) -> Fault {
    Fault { status, code, when }
}

const BAD_REQUEST: Fault = fault(400, "bad_request", "the request does not read");
const SIGNED_OUT: Fault = fault(401, "signed_out", "nobody is signed in");
const DEVICE_REVOKED: Fault = fault(403, "device_revoked", "this device was revoked");
pub(super) const FACTOR_MISSING: Fault = fault(
    403,
    "factor_missing",
    "the role of the person needs a second factor",
);
const NOT_A_PAGE: Fault = fault(
    403,
    "not_a_page",
    "a browser asked for it as a page, and not the application",
);
const OTHER_ORIGIN: Fault = fault(403, "other_origin", "the request came from another site");
const TOO_SLOW: Fault = fault(408, "too_slow", "the body did not come on for too long");
const TOO_LARGE: Fault = fault(
    413,
    "too_large",
    "the body is larger than allowed, also after unpacking",
);
const UNSUPPORTED: Fault = fault(
    415,
    "unsupported_media_type",
    "the body is of another kind, or packed in another way",
);
const INTERNAL: Fault = fault(500, "internal", "something failed on the server");

pub(super) const NOT_FOUND: Fault = fault(
    404,
    "not_found",
    "nothing there, or nothing that this person may see",
);
pub(super) const WRONG_PASSWORD: Fault = fault(401, "wrong_password", "name or password is wrong");
pub(super) const DEVICE_TAKEN: Fault = fault(
    409,
    "device_taken",
    "the device identity belongs to another person",
);
pub(super) const SLOW_DOWN: Fault = fault(
    429,
    "slow_down",
    "asked too often, with a wrong password or PIN, for a calendar, or for what is not there, from this address; later",
);
pub(super) const PIN_NEEDED: Fault = fault(401, "pin_needed", "the link asks for a PIN");
pub(super) const PIN_WRONG: Fault = fault(401, "pin_wrong", "this is not the PIN of the link");
pub(super) const PIN_LOCKED: Fault = fault(403, "pin_locked", "too many wrong PINs: the link opens no more");
pub(super) const OPENED_BEFORE: Fault = fault(
    410,
    "opened_before",
    "the link opened one time only, and was opened",
);
pub(super) const NO_VISIT: Fault = fault(403, "no_visit", "the visit is over, or did not begin");
pub(super) const CODE_NEEDED: Fault = fault(401, "code_needed", "a code of the second factor is needed");
pub(super) const CODE_WRONG: Fault = fault(401, "code_wrong", "the code does not fit, or was used before");
pub(super) const FACTOR_ACTIVE: Fault = fault(409, "factor_active", "there is a second factor already");
pub(super) const NO_FACTOR_BEGUN: Fault =
    fault(409, "no_factor_begun", "there is no second factor to confirm");
pub(super) const NOT_AN_ADMINISTRATOR: Fault = fault(
    403,
    "not_an_administrator",
    "people are let in and out by administrators",
);
pub(super) const NOT_AN_AUDITOR: Fault =
    fault(403, "not_an_auditor", "who looked at what is told to auditors");
pub(super) const NOT_A_KEEPER: Fault = fault(
    403,
    "not_a_keeper",
    "social workers and who coordinates keep the archive",
);
pub(super) const ACT_MISSING: Fault = fault(
    422,
    "act_missing",
    "the act that allows it is missing, or longer than 120 letters",
);
pub(super) const STILL_FOLLOWED: Fault = fault(
    409,
    "still_followed",
    "an offer, a referral or a case of the household is open",
);
pub(super) const ASKED_BEFORE: Fault = fault(409, "asked_before", "that is asked already, or done");
pub(super) const ASKED_BY_YOU: Fault = fault(403, "asked_by_you", "who asked does not decide");
pub(super) const SIGN_IN_TAKEN: Fault = fault(409, "sign_in_taken", "somebody signs in by this name already");
pub(super) const SIGN_IN_UNFIT: Fault = fault(
    422,
    "sign_in_unfit",
    "a name to sign in with has letters, digits, and . - _ @ ' between them",
);
pub(super) const ACCOUNT_INCOMPLETE: Fault = fault(
    422,
    "account_incomplete",
    "a name or an organisation is missing, or a delegation does not end within a year",
);
pub(super) const OWN_ACCOUNT: Fault = fault(
    409,
    "own_account",
    "an administrator is put out by another administrator",
);
pub(super) const INVITATION_OVER: Fault = fault(
    410,
    "invitation_over",
    "the invitation was taken up, is too old, or was followed by another one",
);
pub(super) const PASSWORD_SHORT: Fault = fault(422, "password_short", "fewer than 12 characters");
pub(super) const PASSWORD_LONG: Fault = fault(422, "password_long", "more than 128 characters");
pub(super) const PASSWORD_GUESSABLE: Fault = fault(
    422,
    "password_guessable",
    "the password is easy to guess (zxcvbn below 3 of 4)",
);
pub(super) const PROVIDER_OVER: Fault = fault(
    410,
    "provider_over",
    "the sign-in took longer than ten minutes, was used, or began in another browser",
);
/// Why nobody came back from the identity provider.
pub(super) const PROVIDER: [Fault; 6] = [
    fault(
        422,
        "provider_cancelled",
        "the sign-in was cancelled at the identity provider",
    ),
    fault(
        422,
        "provider_not_linked",
        "no account is linked to whoever was recognised",
    ),
    fault(422, "provider_ended", "the access of the person ended"),
    fault(
        422,
        "provider_answer",
        "the answer of the identity provider does not hold",
    ),
    fault(
        422,
        "provider_clock",
        "the clocks of the server and of the identity provider differ",
    ),
    fault(
        422,
        "provider_no_tax_code",
        "the identity provider sent no tax code",
    ),
];
pub(super) const PROVIDER_UNREACHABLE: Fault = fault(
    422,
    "provider_unreachable",
    "the identity provider does not answer",
);
pub(super) const TAX_CODE_WRONG: Fault = fault(422, "tax_code_wrong", "this is no tax code");
pub(super) const TAX_CODE_TAKEN: Fault =
    fault(409, "tax_code_taken", "this tax code is linked to somebody else");
pub(super) const TOO_MANY_READS: Fault = fault(422, "too_many_reads", "more than 500 reads at once");
pub(super) const NOT_REVOKED: Fault = fault(409, "not_revoked", "the device was not revoked");
pub(super) const OUT_OF_ORDER: Fault = fault(
    400,
    "out_of_order",
    "the changes of a device do not follow each other by their counters",
);
pub(super) const COUNTER: Fault = fault(
    400,
    "counter_out_of_range",
    "a counter is 0, or larger than 2^53 - 1",
);
pub(super) const NOT_YOUR_CHANGE: Fault = fault(403, "not_your_change", "a change was made by somebody else");
pub(super) const NOT_YOUR_DEVICE: Fault = fault(
    403,
    "not_your_device",
    "a change was made on a device of somebody else",
);
pub(super) const EARLIER_MISSING: Fault = fault(
    409,
    "earlier_changes_missing",
    "the server was set back to an earlier state: deliver again what came earlier",
);
pub(super) const CURSOR_AHEAD: Fault = fault(
    409,
    "cursor_ahead",
    "this place in the order was never given: ask again from 0",
);
pub(super) const WRONG_PART: Fault =
    fault(400, "wrong_part", "there is no such part, or it has another size");
pub(super) const BLOB_MISMATCH: Fault = fault(422, "blob_mismatch", "the photo is not what was announced");
pub(super) const TOO_MANY_UPLOADS: Fault =
    fault(429, "too_many_uploads", "too many photos were begun; later");
pub(super) const NOT_YOUR_TASK: Fault =
    fault(403, "not_your_task", "lists are imported by a housing officer");

/// Why a file is no list of dwellings.
pub(super) const NO_LIST: [Fault; 13] = [
    fault(422, "empty", "there is nothing in the file"),
    fault(422, "binary", "the file holds bytes that no text holds"),
    fault(422, "not_a_list", "it is a file of another kind"),
    fault(
        422,
        "broken_encoding",
        "the text breaks the encoding that its first bytes announce",
    ),
    fault(422, "only_header", "there is a heading and no row below it"),
    fault(
        422,
        "quote_left_open",
        "a quotation mark opens a cell and none closes it",
    ),
    fault(
        422,
        "too_many_columns",
        "the file has more columns than are taken",
    ),
    fault(422, "too_many_rows", "the file has more rows than are taken"),
    fault(422, "missing_column", "no column tells the rows apart"),
    fault(422, "mapped_twice", "two columns have the same meaning"),
    fault(
        422,
        "no_such_column",
        "the file does not have a column that was named",
    ),
    fault(422, "other_heading", "a column has another heading than was said"),
    fault(
        422,
        "origin_unknown",
        "nobody said where the dwellings come from, and the file does not tell",
    ),
];

impl Route {
    /// Everything that may go wrong, by status.
    pub(in crate::http) fn all_faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if !self.parts.is_empty() || self.query.is_some() {
            faults.push(BAD_REQUEST);
        }
        match self.body {
            Body::None => {}
            Body::Json(_) | Body::Octets(_) => faults.extend([BAD_REQUEST, TOO_SLOW, TOO_LARGE, UNSUPPORTED]),
        }
        match self.access {
            Access::Anybody => {}
            Access::SignedIn => faults.extend([SIGNED_OUT, DEVICE_REVOKED, FACTOR_MISSING]),
            Access::SignedInAnywhere => faults.push(SIGNED_OUT),
        }
        if self.method != Method::Get {
            faults.push(OTHER_ORIGIN);
        }
        if self.access != Access::Anybody {
            faults.push(NOT_A_PAGE);
        }
        faults.extend_from_slice(self.faults);
        faults.push(INTERNAL);
        faults.sort_by_key(|fault| fault.status);
        faults.dedup();
        faults
    }
}
