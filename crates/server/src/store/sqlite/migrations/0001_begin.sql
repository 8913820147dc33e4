-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Every record as it stands, its body exactly as it is sent to devices.
CREATE TABLE records (
    key TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    position INTEGER NOT NULL,
    created INTEGER NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX records_by_position ON records (position);

-- Which partner sees which record, so that a partner's device asks only for its own.
CREATE TABLE record_partners (
    organisation TEXT NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (organisation, key)
) WITHOUT ROWID;
CREATE INDEX record_partners_by_key ON record_partners (key);

-- What a partner may no longer see, and since when.
CREATE TABLE removals (
    organisation TEXT NOT NULL,
    key TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (organisation, key)
) WITHOUT ROWID;

-- The log: its primary key is the one total order.
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
    answer TEXT NOT NULL
);
CREATE TABLE change_records (
    key TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (key, position)
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

-- What this version cannot read, kept word for word for a person or a later version.
CREATE TABLE quarantine (
    change_id TEXT PRIMARY KEY,
    author TEXT NOT NULL,
    received_ms INTEGER NOT NULL,
    reason TEXT NOT NULL,
    change TEXT NOT NULL
);

CREATE TABLE people (
    id TEXT PRIMARY KEY,
    sign_in TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    password TEXT NOT NULL,
    role TEXT NOT NULL,
    organisation TEXT NOT NULL,
    organisation_name TEXT NOT NULL
);
CREATE TABLE devices (
    device TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id)
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
