-- SPDX-License-Identifier: AGPL-3.0-or-later
-- When access ends, delegations, invitations, which tokens are of one session, and who looked at what.
CREATE TABLE access_ends (
    person TEXT NOT NULL PRIMARY KEY,
    at_ms INTEGER NOT NULL
);
CREATE TABLE acting (
    person TEXT NOT NULL PRIMARY KEY,
    role TEXT NOT NULL,
    organisation TEXT NOT NULL,
    organisation_name TEXT NOT NULL,
    until_ms INTEGER NOT NULL
);
CREATE TABLE invitations (
    person TEXT NOT NULL PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    until_ms INTEGER NOT NULL
);
CREATE TABLE session_lines (
    token_hash TEXT NOT NULL PRIMARY KEY,
    line TEXT NOT NULL,
    opened_ms INTEGER NOT NULL,
    begun_ms INTEGER NOT NULL,
    is_fresh INTEGER NOT NULL
);
CREATE INDEX session_lines_line ON session_lines (line);
CREATE INDEX sessions_person ON sessions (person);
CREATE TABLE audit (
    n INTEGER NOT NULL PRIMARY KEY,
    told_ms INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    person TEXT NOT NULL,
    role TEXT NOT NULL,
    device TEXT NOT NULL,
    deed TEXT NOT NULL,
    about TEXT NOT NULL,
    note TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE INDEX audit_about ON audit (about, n);
CREATE INDEX audit_person ON audit (person, n);
