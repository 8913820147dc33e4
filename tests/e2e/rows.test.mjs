// SPDX-License-Identifier: AGPL-3.0-or-later
// A press on a row opens its record, also when the row changes between finger down and finger up: what is delivered in
// that moment takes a mark away, and a browser makes no click of a press that began on something that is gone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AWAY, Tablet } from "./browser.mjs";
import { ANNA } from "./people.mjs";
import { badge, signIn, takeIn } from "./pages.mjs";
import { Server } from "./server.mjs";

const FAMILY = "Famiglia Prova Riga";

let server;
let tablet;

before(async () => {
  server = await Server.open();
  await server.addPerson(ANNA);
  tablet = await Tablet.open(server, { touch: false });
  tablet.expect(...AWAY);
  await signIn(tablet, ANNA);
  await tablet.page.evaluate(() => navigator.serviceWorker.ready);
});

after(async () => {
  await tablet?.close();
  await server?.close();
});

test("a press on a row opens its record while a mark of the row goes away", async () => {
  const { page } = tablet;
  await server.stop();
  await takeIn(tablet, FAMILY);
  await page.getByRole("link", { name: "Nuclei", exact: true }).click();
  const row = page.locator('[data-test="household-row"]').filter({ hasText: FAMILY });
  const mark = row.getByText("salvato qui", { exact: true });
  const place = await mark.boundingBox();
  assert.ok(place, "the row is marked as not delivered");
  await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
  await page.mouse.down();
  await server.start();
  await badge(page, "delivered");
  await mark.waitFor({ state: "detached" });
  await page.mouse.up();
  await page.getByRole("heading", { level: 1, name: FAMILY }).waitFor();
});
