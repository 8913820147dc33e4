// SPDX-License-Identifier: AGPL-3.0-or-later
// The core path on a tablet held upright and on a phone: list, dwelling, rent, household, offline and back.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AWAY, SIZES, Tablet } from "./browser.mjs";
import { ANNA } from "./people.mjs";
import {
  answer,
  badge,
  ceiling,
  countOnShow,
  dwellingRows,
  field,
  openFilters,
  openTopic,
  rentCard,
  signIn,
  takeIn,
} from "./pages.mjs";
import { Server } from "./server.mjs";

let server;

before(async () => {
  server = await Server.open();
  await server.addPerson(ANNA);
});

after(() => server?.close());

/** The page never scrolls sideways: what does not fit wraps, or scrolls in a place of its own. */
async function fitsTheScreen(page) {
  const [wide, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  assert.ok(wide <= screen, `the page is ${wide} px wide on a screen of ${screen} px: ${page.url()}`);
}

for (const [name, size] of [
  ["tablet held upright", SIZES.portrait],
  ["phone", SIZES.phone],
]) {
  test(`the core path on a ${name}, offline and back`, async () => {
    const tablet = await Tablet.open(server, { size });
    const { page } = tablet;
    try {
      await signIn(tablet, ANNA);
      await tablet.goto("/alloggi");
      await dwellingRows(page).first().waitFor();
      await fitsTheScreen(page);
      const all = await countOnShow(page);

      tablet.expect(...AWAY);
      await server.stop();
      await page.reload();
      await openFilters(page);
      await page.getByLabel("Solo con superficie misurata").check();
      const measured = await countOnShow(page);
      assert.ok(measured > 0 && measured <= all);
      await dwellingRows(page).first().click();
      await page.getByRole("link", { name: "Canone" }).click();
      await page.locator('[data-test="rent-capped"]').waitFor();
      await fitsTheScreen(page);
      const area = (await page.getByText(/Superficie utile: /).innerText()).match(/([\d.]+),(\d{2})/);
      const hundredths = Number(area[1].replaceAll(".", "")) * 100 + Number(area[2]);
      assert.deepEqual(await rentCard(page, "capped"), ceiling(hundredths, 75));
      assert.deepEqual(await rentCard(page, "reduced_capped"), ceiling(hundredths, 55));

      const path = await takeIn(tablet, `Famiglia ${name}`);
      await openTopic(page, "Reddito");
      await answer(field(page, "Reddito netto mensile"), "1.150,00");
      await fitsTheScreen(page);
      await tablet.goto(`${path}/requisiti`);
      await page.locator('[data-test^="finding-"]').first().waitFor();
      await fitsTheScreen(page);

      await server.start();
      await badge(page, "delivered");
    } finally {
      await tablet.close();
    }
  });
}
