-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The log says all that is needed to replay it, and every line seals those before it. Lines from before have no hash:
-- a baseline is taken over them when the store is next opened.
ALTER TABLE changes ADD COLUMN seen TEXT NOT NULL DEFAULT '[]';
ALTER TABLE changes ADD COLUMN hash TEXT NOT NULL DEFAULT '0000000000000000000000000000000000000000000000000000000000000000';
CREATE INDEX changes_by_device ON changes (device, counter);

-- One row: the end of the chain, and up to which place removals are forgotten.
CREATE TABLE chain (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    hash TEXT NOT NULL,
    floor INTEGER NOT NULL
);
INSERT INTO chain VALUES (1, '0000000000000000000000000000000000000000000000000000000000000000', 0);

CREATE TABLE baseline (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    position INTEGER NOT NULL,
    digest TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE TABLE baseline_records (
    key TEXT PRIMARY KEY,
    body TEXT NOT NULL
) WITHOUT ROWID;

ALTER TABLE removals ADD COLUMN at_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE people ADD COLUMN rights INTEGER NOT NULL DEFAULT 0;

ALTER TABLE devices ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE devices ADD COLUMN first_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE devices ADD COLUMN last_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE devices ADD COLUMN revoked_ms INTEGER;
ALTER TABLE devices ADD COLUMN wiped_ms INTEGER;
-- The highest counter ever answered to the device, whatever the answer was.
ALTER TABLE devices ADD COLUMN highest INTEGER NOT NULL DEFAULT 0;
UPDATE devices SET highest = max(
    coalesce((SELECT max(counter) FROM changes c WHERE c.device = devices.device), 0),
    coalesce((SELECT max(counter) FROM refused r WHERE r.device = devices.device), 0)
);

ALTER TABLE quarantine ADD COLUMN device TEXT NOT NULL DEFAULT '';
ALTER TABLE quarantine ADD COLUMN counter INTEGER NOT NULL DEFAULT 0;
