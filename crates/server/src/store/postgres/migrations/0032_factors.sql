-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Second factors of people: the key, the last step that was used (none until it is confirmed), and the hashes of the codes
-- for the day on which the telephone is gone.
CREATE TABLE factors (
    person TEXT NOT NULL PRIMARY KEY,
    secret TEXT NOT NULL,
    last_step BIGINT
);
CREATE TABLE recovery_codes (
    person TEXT NOT NULL,
    code_hash TEXT NOT NULL,
    PRIMARY KEY (person, code_hash)
);
