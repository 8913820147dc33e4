-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Who opened shared links, as far as that is told: when, and on what kind of device. Never an address.
CREATE TABLE views (
    n INTEGER NOT NULL,
    link TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (link, n)
);
