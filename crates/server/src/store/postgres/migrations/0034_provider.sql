-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Signing in at an identity provider: tax codes as hashes under a key that does not rest here, sign-ins that are under way, and
-- the sessions for which the provider vouched that a second factor was given.
CREATE TABLE tax_codes (
    person TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    code_hash TEXT COLLATE "C" NOT NULL UNIQUE
);
CREATE TABLE entries (
    token_hash TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    held TEXT COLLATE "C" NOT NULL,
    until_ms BIGINT NOT NULL
);
CREATE INDEX entries_until ON entries (until_ms);
CREATE TABLE vouched (
    line TEXT COLLATE "C" NOT NULL PRIMARY KEY
);
