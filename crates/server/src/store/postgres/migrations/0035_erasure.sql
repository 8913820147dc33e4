-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What a line says can be erased: its salt goes with it, and its digest stays. What was erased, at which place in the
-- order. What rests in the archive, in nobody's sight, and what is in sight again. The baselines before the last one. Requests to erase. The keys under which a household rests in backups.
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
CREATE TABLE archive (
    root TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    year BIGINT NOT NULL,
    number BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    by_person TEXT COLLATE "C" NOT NULL,
    -- Its name stays its own when it is taken out.
    is_in BIGINT NOT NULL
);
CREATE TABLE withdrawn (
    key TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL,
    roles BIGINT NOT NULL
);
CREATE INDEX withdrawn_position ON withdrawn (position);
CREATE TABLE reshown (
    key TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL
);
CREATE INDEX reshown_position ON reshown (position);
