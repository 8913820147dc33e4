// SPDX-License-Identifier: AGPL-3.0-or-later
// A tablet that was lost: revoked from another one, it delivers into the keeping of the server and is then empty.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AWAY, SIGNED_OUT, Tablet } from "./browser.mjs";
import { ANNA } from "./people.mjs";
import { badge, signIn, takeIn } from "./pages.mjs";
import { Server } from "./server.mjs";

const REVOKED = /status of 403/;

let server;
let lost;
let other;

before(async () => {
  server = await Server.open();
  await server.addPerson(ANNA);
  lost = await Tablet.open(server);
  other = await Tablet.open(server);
  for (const tablet of [lost, other]) tablet.expect(...AWAY, ...SIGNED_OUT, REVOKED);
});

after(async () => {
  for (const tablet of [lost, other]) await tablet?.context.close().catch(() => {});
  await server?.close();
});

/** How many values the sealed stores of a tablet hold, by store. */
function counts(page) {
  return page.evaluate(async () => {
    const asked = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const counts = {};
    for (const { name } of await indexedDB.databases()) {
      if (!name.startsWith("soglia-store-")) continue;
      const database = await asked(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const n = await asked(database.transaction(store).objectStore(store).count());
        counts[store] = (counts[store] ?? 0) + n;
      }
      database.close();
    }
    return counts;
  });
}

/** Revokes every device of Anna but the one that asks, as the page of devices does. */
async function revokeOthers(page) {
  const statuses = await page.evaluate(async () => {
    const { devices } = await (await fetch("/api/devices")).json();
    const others = devices.filter((device) => !device.this && !device.revoked_ms);
    return Promise.all(
      others.map(async ({ device }) => (await fetch(`/api/devices/${device}`, { method: "DELETE" })).status),
    );
  });
  assert.ok(statuses.length > 0 && statuses.every((status) => status === 204), `${statuses}`);
}

test("a revoked tablet hands its unsent work over, deletes what it received, and says so", async () => {
  await signIn(lost, ANNA);
  await signIn(other, ANNA);
  await server.stop();
  await takeIn(lost, "Famiglia Prova Smarrita");
  await lost.shut();
  await server.start();
  await badge(other.page, "delivered");
  await revokeOthers(other.page);

  await lost.launch();
  await lost.page.goto(server.url);
  // Still locked: what it received goes at once, what only it has stays sealed.
  await lost.page.getByText("Questo tablet è stato revocato").waitFor();
  const locked = await counts(lost.page);
  assert.equal(locked["segment-rows"] + locked["segment-bodies"] + locked.records + locked.deliveries, 0);
  assert.ok(locked.outbox > 0, "unsent work waits, sealed");
  await lost.page.locator('[data-test="after-revocation"]').click();
  await lost.page.locator("#unlock-phrase").fill(ANNA.phrase);
  await lost.page.locator("#unlock-phrase").press("Enter");
  await lost.page.getByText("è in custodia al server").waitFor();
  await lost.page.waitForFunction(() => document.title !== "");
  await gone(lost.page);
});

/** Waits until no sealed store is left. */
async function gone(page) {
  for (let n = 0; n < 400; n += 1) {
    const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    if (!names.some((name) => name.startsWith("soglia-store-"))) return;
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  assert.fail("a sealed store is left behind");
}

test("the server knows that it is empty, and a new sign-in begins as another device", async () => {
  const { devices } = await other.page.evaluate(async () => (await fetch("/api/devices")).json());
  const revoked = devices.find((device) => device.revoked_ms);
  assert.ok(revoked.wiped_ms, "it said that it is empty");
  await lost.page.locator('[data-test="after-revocation"]').click();
  lost.person = undefined;
  await signIn(lost, ANNA);
  const again = await lost.page.evaluate(async () => (await fetch("/api/devices")).json());
  assert.notEqual(again.devices.find((device) => device.this).device, revoked.device);
});

test("a tablet that is open when it is revoked empties itself at once", async () => {
  await revokeOthers(other.page);
  await lost.page.getByText("Questo tablet è stato revocato").waitFor();
  await gone(lost.page);
  for (const tablet of [lost, other]) tablet.check();
});
