-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Photos that arrived as a whole. Their bytes rest elsewhere; that they ought to be there is said here.
CREATE TABLE blobs (
    sha256 TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    person TEXT NOT NULL,
    received_ms INTEGER NOT NULL
) WITHOUT ROWID;
