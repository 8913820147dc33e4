-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What a line says can be erased: its salt goes with it, and its digest stays. What was erased, at which place in the
-- order. What rests in the archive, in nobody's sight, and what is in sight again. The baselines before the last one. Requests to erase. The keys under which a household rests in backups.
ALTER TABLE changes ADD COLUMN salt TEXT NOT NULL DEFAULT '';
ALTER TABLE changes ADD COLUMN digest TEXT NOT NULL DEFAULT '';
CREATE TABLE erased (
    key TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL
);
CREATE INDEX erased_position ON erased (position);
CREATE TABLE past_baselines (
    n INTEGER NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    digest TEXT NOT NULL
);
CREATE TABLE erasures (
    root TEXT NOT NULL PRIMARY KEY,
    act TEXT NOT NULL,
    reason TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_ms INTEGER NOT NULL,
    decided_by TEXT NOT NULL,
    decided_ms INTEGER,
    outcome TEXT NOT NULL
);
CREATE TABLE images_to_erase (
    sha256 TEXT NOT NULL PRIMARY KEY
);
CREATE TABLE record_keys (
    root TEXT NOT NULL PRIMARY KEY,
    secret TEXT NOT NULL
);
CREATE TABLE archive (
    root TEXT NOT NULL PRIMARY KEY,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    by_person TEXT NOT NULL,
    -- Its name stays its own when it is taken out.
    is_in INTEGER NOT NULL
);
CREATE TABLE withdrawn (
    key TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    roles INTEGER NOT NULL
);
CREATE INDEX withdrawn_position ON withdrawn (position);
CREATE TABLE reshown (
    key TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL
);
CREATE INDEX reshown_position ON reshown (position);
