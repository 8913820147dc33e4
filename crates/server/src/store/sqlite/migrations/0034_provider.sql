-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Signing in at an identity provider: tax codes as hashes under a key that does not rest here, sign-ins that are under way, and
-- the sessions for which the provider vouched that a second factor was given.
CREATE TABLE tax_codes (
    person TEXT NOT NULL PRIMARY KEY,
    code_hash TEXT NOT NULL UNIQUE
);
CREATE TABLE entries (
    token_hash TEXT NOT NULL PRIMARY KEY,
    held TEXT NOT NULL,
    until_ms INTEGER NOT NULL
);
CREATE INDEX entries_until ON entries (until_ms);
CREATE TABLE vouched (
    line TEXT NOT NULL PRIMARY KEY
);
