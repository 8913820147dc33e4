-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Photos that arrived as a whole. Their bytes rest elsewhere; that they ought to be there is said here.
CREATE TABLE blobs (
    sha256 TEXT COLLATE "C" PRIMARY KEY,
    size BIGINT NOT NULL,
    person TEXT NOT NULL,
    received_ms BIGINT NOT NULL
);
