-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The address from which the calendar of a person fetches: the hash of its secret, so that nobody who reads the tables can
-- ask for it.
CREATE TABLE calendars (
    person TEXT PRIMARY KEY REFERENCES people (id),
    secret_hash TEXT NOT NULL UNIQUE,
    since_ms BIGINT NOT NULL
);

-- What is gathered of one kind is found without reading all of them.
CREATE INDEX records_by_kind ON records (kind);
