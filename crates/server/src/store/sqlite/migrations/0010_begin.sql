-- SPDX-License-Identifier: AGPL-3.0-or-later
-- JSON stays text: a body goes out exactly as it came in.

-- Every record as it stands, its body exactly as it is sent to devices.
CREATE TABLE records (
    key TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    position INTEGER NOT NULL,
    created INTEGER NOT NULL,
    -- The roles of the City that see it, one bit each; and whether all partners do.
    roles INTEGER NOT NULL,
    to_all_partners INTEGER NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX records_by_position ON records (position);

-- Which partner sees which record, so that a partner's device asks only for its own.
CREATE TABLE record_partners (
    organisation TEXT NOT NULL,
    key TEXT NOT NULL,
    -- The place in the order from which it sees the record: of the record itself, or of a root that it began to see.
    shown_from INTEGER NOT NULL,
    PRIMARY KEY (organisation, key)
) WITHOUT ROWID;
CREATE INDEX record_partners_by_key ON record_partners (key);

-- The records whose audience a record shares, and whether it follows the partners that see them.
CREATE TABLE record_roots (
    root TEXT NOT NULL,
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    follows INTEGER NOT NULL,
    PRIMARY KEY (root, key)
) WITHOUT ROWID;
CREATE INDEX record_roots_by_key ON record_roots (key);

-- What a partner may no longer see, since when, and when it was noted.
CREATE TABLE removals (
    organisation TEXT NOT NULL,
    key TEXT NOT NULL,
    position INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (organisation, key)
) WITHOUT ROWID;

-- The log: its primary key is the one total order. It is no sequence: see decision 11.
CREATE TABLE changes (
    position INTEGER PRIMARY KEY,
    change_id TEXT NOT NULL UNIQUE,
    device TEXT NOT NULL,
    counter INTEGER NOT NULL,
    author TEXT NOT NULL,
    author_name TEXT NOT NULL,
    role TEXT NOT NULL,
    at TEXT NOT NULL,
    received_ms INTEGER NOT NULL,
    action TEXT NOT NULL,
    edits TEXT NOT NULL,
    answer TEXT NOT NULL,
    seen TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE INDEX changes_by_device ON changes (device, counter);
CREATE TABLE change_records (
    key TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (key, position)
) WITHOUT ROWID;

-- One row: the end of the chain, and up to which place removals are forgotten.
CREATE TABLE chain (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    hash TEXT NOT NULL,
    floor INTEGER NOT NULL
);
INSERT INTO chain VALUES (1, '0000000000000000000000000000000000000000000000000000000000000000', 0);

CREATE TABLE baseline (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    position INTEGER NOT NULL,
    digest TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE TABLE baseline_records (
    key TEXT PRIMARY KEY,
    body TEXT NOT NULL
) WITHOUT ROWID;

-- A refused change has no place in the order, but its answer is remembered.
CREATE TABLE refused (
    change_id TEXT PRIMARY KEY,
    device TEXT NOT NULL,
    counter INTEGER NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    received_ms INTEGER NOT NULL,
    action TEXT NOT NULL,
    answer TEXT NOT NULL
);

-- What this version cannot read or may not take, kept word for word for a person or a later version.
CREATE TABLE quarantine (
    change_id TEXT PRIMARY KEY,
    author TEXT NOT NULL,
    received_ms INTEGER NOT NULL,
    reason TEXT NOT NULL,
    change TEXT NOT NULL,
    device TEXT NOT NULL,
    counter INTEGER NOT NULL
);

CREATE TABLE people (
    id TEXT PRIMARY KEY,
    sign_in TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    password TEXT NOT NULL,
    role TEXT NOT NULL,
    organisation TEXT NOT NULL,
    organisation_name TEXT NOT NULL,
    rights INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE devices (
    device TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id),
    name TEXT NOT NULL,
    first_ms INTEGER NOT NULL,
    last_ms INTEGER NOT NULL,
    revoked_ms INTEGER,
    wiped_ms INTEGER,
    -- The highest counter ever answered to the device, whatever the answer was.
    highest INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id),
    device TEXT NOT NULL,
    expires_ms INTEGER NOT NULL
);

CREATE TABLE imports (
    id INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    by TEXT NOT NULL,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    report TEXT NOT NULL
);

-- Photos that arrived as a whole. Their bytes rest elsewhere; that they ought to be there is said here.
CREATE TABLE blobs (
    sha256 TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    person TEXT NOT NULL,
    received_ms INTEGER NOT NULL
) WITHOUT ROWID;
