// SPDX-License-Identifier: AGPL-3.0-or-later
// What runs out by itself awaits people on Today, without a network: offers that nobody answered, attestations that end,
// the most urgent first. The clock of the tablet is set some weeks ahead, as after weeks without a network.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AWAY, SIZES, Tablet } from "./browser.mjs";
import { ANNA } from "./people.mjs";
import { goOffline, signIn } from "./pages.mjs";
import { Server } from "./server.mjs";

/** In the first days of a year every ordinary attestation of the last one has ended. */
const EARLY_IN_JANUARY = new Date(Date.UTC(new Date().getFullYear() + 1, 0, 9, 8));

let server;
let anna;
let page;

before(async () => {
  server = await Server.open();
  await server.addPerson(ANNA);
  anna = await Tablet.open(server, { size: SIZES.portrait });
  ({ page } = anna);
  anna.expect(...AWAY);
  await signIn(anna, ANNA);
  await goOffline(anna);
  await page.clock.setFixedTime(EARLY_IN_JANUARY);
  await anna.goto("/");
  await awaits().first().waitFor();
});

after(async () => {
  await anna?.close();
  await server?.close();
});

const awaits = (kind) => page.locator(`[data-test="awaits"]${kind ? `[data-kind="${kind}"]` : ""}`);

test("the most urgent comes first", async () => {
  const late = await awaits().evaluateAll((lines) =>
    lines.map((line) => Number(/In ritardo di (\d+) giorni/.exec(line.textContent)?.[1] ?? 0)),
  );
  assert.ok(late[0] > 30, `${late[0]} days late`);
  assert.deepEqual(late, [...late].sort((a, b) => b - a));
});

test("an offer that nobody answered leads to the offers of its household", async () => {
  const line = awaits("offer").first();
  assert.match(await line.innerText(), /Proposta .+: si attende la risposta/);
  assert.match(await line.innerText(), /In ritardo di \d+ giorni/);
  await line.getByRole("link").click();
  await page.waitForURL(/\/nuclei\/.+\/proposte$/);
  await page.goBack();
});

test("attestations that all ended on one day are one line, which leads to the households", async () => {
  // What is less urgent than the first lines is drawn a moment later.
  await awaits("isee").first().waitFor();
  assert.equal(await awaits("isee").count(), 1);
  const line = awaits("isee");
  assert.match(await line.innerText(), /ISEE in scadenza o scaduto: \d+ nuclei/);
  await line.getByRole("link").click();
  await page.waitForURL(/\/nuclei$/);
});
