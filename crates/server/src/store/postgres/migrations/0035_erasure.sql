-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What a line says can be erased: its salt goes with it, and its digest stays. What was erased, at which place in the
-- order. The baselines before the last one. Requests to erase. The keys under which a household rests in backups.
ALTER TABLE changes ADD COLUMN salt TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE changes ADD COLUMN digest TEXT COLLATE "C" NOT NULL DEFAULT '';
CREATE TABLE erased (
    key TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL
);
CREATE INDEX erased_position ON erased (position);
CREATE TABLE past_baselines (
    n BIGINT NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL,
    digest TEXT COLLATE "C" NOT NULL
);
CREATE TABLE erasures (
    root TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    act TEXT COLLATE "C" NOT NULL,
    reason TEXT COLLATE "C" NOT NULL,
    asked_by TEXT COLLATE "C" NOT NULL,
    asked_ms BIGINT NOT NULL,
    decided_by TEXT COLLATE "C" NOT NULL,
    decided_ms BIGINT,
    outcome TEXT COLLATE "C" NOT NULL
);
CREATE TABLE images_to_erase (
    sha256 TEXT COLLATE "C" NOT NULL PRIMARY KEY
);
CREATE TABLE record_keys (
    root TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    secret TEXT COLLATE "C" NOT NULL
);
