-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Wrong PINs of shared links in a row, and the visits of links that ask for a PIN or open one time only.
CREATE TABLE link_pins (
    link TEXT NOT NULL PRIMARY KEY,
    n_wrong BIGINT NOT NULL,
    wrong_ms BIGINT NOT NULL
);
CREATE TABLE link_visits (
    link TEXT NOT NULL,
    visit TEXT NOT NULL,
    opened_ms BIGINT NOT NULL,
    PRIMARY KEY (link, visit)
);
