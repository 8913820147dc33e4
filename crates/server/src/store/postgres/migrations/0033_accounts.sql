-- SPDX-License-Identifier: AGPL-3.0-or-later
-- When access ends, delegations, invitations, which tokens are of one session, and who looked at what.
CREATE TABLE access_ends (
    person TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    at_ms BIGINT NOT NULL
);
CREATE TABLE acting (
    person TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    role TEXT COLLATE "C" NOT NULL,
    organisation TEXT COLLATE "C" NOT NULL,
    organisation_name TEXT COLLATE "C" NOT NULL,
    until_ms BIGINT NOT NULL
);
CREATE TABLE invitations (
    person TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    token_hash TEXT COLLATE "C" NOT NULL UNIQUE,
    until_ms BIGINT NOT NULL
);
CREATE TABLE session_lines (
    token_hash TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    line TEXT COLLATE "C" NOT NULL,
    opened_ms BIGINT NOT NULL,
    begun_ms BIGINT NOT NULL,
    is_fresh BIGINT NOT NULL
);
CREATE INDEX session_lines_line ON session_lines (line);
CREATE INDEX sessions_person ON sessions (person);
CREATE TABLE audit (
    n BIGINT NOT NULL PRIMARY KEY,
    told_ms BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    person TEXT COLLATE "C" NOT NULL,
    role TEXT COLLATE "C" NOT NULL,
    device TEXT COLLATE "C" NOT NULL,
    deed TEXT COLLATE "C" NOT NULL,
    about TEXT COLLATE "C" NOT NULL,
    note TEXT COLLATE "C" NOT NULL,
    hash TEXT COLLATE "C" NOT NULL
);
CREATE INDEX audit_about ON audit (about, n);
CREATE INDEX audit_person ON audit (person, n);
