// SPDX-License-Identifier: AGPL-3.0-or-later
// A person sees the devices with their sign-in, and shuts out one that was lost.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AWAY, Tablet } from "./browser.mjs";
import { ANNA } from "./people.mjs";
import { goOffline, signIn } from "./pages.mjs";
import { Server } from "./server.mjs";

let server;
let desk;
let lost;

before(async () => {
  server = await Server.open();
  await server.addPerson(ANNA);
  desk = await Tablet.open(server);
  desk.expect(...AWAY);
  await signIn(desk, ANNA);
  lost = await Tablet.open(server);
  await signIn(lost, ANNA);
});

after(async () => {
  for (const tablet of [desk, lost]) await tablet?.context.close().catch(() => {});
  await server?.close();
});

function devices(page, state) {
  return page.locator(`[data-test="device"][data-state="${state}"]`);
}

test("both devices are listed, and this one is marked", async () => {
  const { page } = desk;
  await desk.goto("/impostazioni");
  await devices(page, "this").waitFor();
  assert.equal(await devices(page, "this").count(), 1);
  assert.ok((await devices(page, "in-use").count()) >= 1);
  assert.match(await devices(page, "this").innerText(), /Ultimo contatto: \d{1,2} \p{L}+ \d{4}, ore/u);
});

test("what happens is said before a device is shut out, and the other one is", async () => {
  const { page } = desk;
  await desk.goto("/impostazioni");
  const row = devices(page, "in-use").first();
  await row.getByRole("button", { name: /^Blocca: / }).click();
  const asked = await page.locator('[data-test="devices"]').innerText();
  assert.match(asked, /i dati scaricati vengono cancellati/);
  assert.match(asked, /prima messo da parte sul server/);
  await page.getByRole("button", { name: "Lascia com’è" }).click();
  assert.equal(await devices(page, "revoked").count(), 0);
  await row.getByRole("button", { name: /^Blocca: / }).click();
  await page.getByRole("button", { name: "Blocca il dispositivo" }).click();
  await page.locator('[data-test="device"]:is([data-state="revoked"], [data-state="wiped"])').waitFor();
});

test("without a network the list says that it needs one", async () => {
  const { page } = desk;
  await page.getByRole("link", { name: "Da inviare", exact: true }).first().click();
  await goOffline(desk);
  await page.locator('[data-test="sync-badge"][data-state="offline"]').first().waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: /^Persona e impostazioni/ }).click();
  await page.getByRole("link", { name: "Impostazioni", exact: true }).click();
  await page.getByText("dispositivi si legge e si cambia solo con la rete").waitFor();
  desk.check();
});
