// SPDX-License-Identifier: AGPL-3.0-or-later
// The diary of a case is written at the kitchen table, without a network; what is wrong in it is corrected and never
// rewritten; and what one department keeps to itself does not reach the other.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AWAY, SIZES, Tablet } from "./browser.mjs";
import { ANNA, OLGA } from "./people.mjs";
import { badge, goOffline, openHousehold, signIn, takeIn } from "./pages.mjs";
import { Server, command } from "./server.mjs";

const FAMILY = "Famiglia Prova Diario";
const LONG = "Famiglia Diario Lungo";
const N_LONG = 2_000;

let server;
let anna;
let olga;

before(async () => {
  server = await Server.open({
    demo: false,
    prepare: (data) =>
      command(["demo-bulk", "--dwellings", "20", "--households", "20", "--diary-entries", `${N_LONG}`, "--data", data]),
  });
  for (const person of [ANNA, OLGA]) await server.addPerson(person);
  anna = await Tablet.open(server);
  olga = await Tablet.open(server, { size: SIZES.portrait });
  for (const tablet of [anna, olga]) tablet.expect(...AWAY);
  await signIn(anna, ANNA);
  await signIn(olga, OLGA);
});

after(async () => {
  for (const tablet of [anna, olga]) await tablet?.context.close().catch(() => {});
  await server?.close();
});

function entries(page) {
  return page.locator('[data-test="diary-entry"]');
}

async function openDiary(page) {
  await page.getByRole("link", { name: "Diario", exact: true }).click();
  await page.locator('[data-test="diary"]').waitFor();
}

async function write(page, words, circle) {
  await page.getByRole("button", { name: "Scrivi nel diario" }).first().click();
  const form = page.locator('[data-test="diary-form"]');
  await form.getByRole("radio", { name: "Telefonata", exact: false }).check();
  if (circle) await form.getByRole("radio", { name: circle }).check();
  await form.getByLabel("Che cosa è successo").fill(words);
  await form.getByRole("button", { name: "Salva nel diario" }).click();
  await entries(page).filter({ hasText: words }).first().waitFor();
}

test("an entry is written without a network, is still there after a restart, and reaches the other department", async () => {
  await takeIn(anna, FAMILY);
  await badge(anna.page, "delivered");
  await goOffline(anna);
  await openDiary(anna.page);
  await write(anna.page, "La scuola conferma il posto per Sami.");
  await anna.shut();
  await anna.launch();
  await anna.goto("/");
  await anna.unlock();
  await openHousehold(anna, FAMILY);
  await openDiary(anna.page);
  await entries(anna.page).filter({ hasText: "La scuola conferma il posto per Sami." }).waitFor();
  await server.start();
  await badge(anna.page, "delivered");
  await openHousehold(olga, FAMILY);
  await openDiary(olga.page);
  await entries(olga.page).filter({ hasText: "La scuola conferma il posto per Sami." }).waitFor({ timeout: 60_000 });
});

test("a correction is another entry; the one before stays readable and points to it", async () => {
  const { page } = anna;
  const first = entries(page).filter({ hasText: "La scuola conferma" }).first();
  await first.getByRole("button", { name: "Correggi" }).click();
  const form = page.locator('[data-test="diary-form"]');
  const words = form.getByLabel("Che cosa è successo");
  await page.waitForFunction(() => document.querySelector("#diary-words, textarea")?.value.includes("scuola"));
  await words.fill("La scuola conferma il posto per Amal.");
  await form.getByRole("button", { name: "Salva nel diario" }).click();
  await entries(page).filter({ hasText: "Amal" }).waitFor();
  assert.equal(await entries(page).count(), 2);
  const before = entries(page).filter({ hasText: "Sami" });
  assert.equal(await before.getAttribute("data-corrected"), "true");
  await before.getByText("Corretta: vale la voce più recente").waitFor();
  assert.equal(await before.getByRole("button", { name: "Correggi" }).count(), 0);
});

test("an entry for one's own department never reaches the device of the other", async () => {
  await write(anna.page, "Detto in confidenza al servizio.", "Solo il mio servizio");
  await write(anna.page, "Detto a tutti e due.");
  await badge(anna.page, "delivered");
  await entries(olga.page).filter({ hasText: "Detto a tutti e due." }).waitFor({ timeout: 60_000 });
  assert.equal(await entries(olga.page).filter({ hasText: "Detto in confidenza" }).count(), 0);
});

test("a diary of two thousand entries shows the newest, and says how many there are", async () => {
  await openHousehold(anna, LONG);
  await openDiary(anna.page);
  await entries(anna.page).filter({ hasText: `Telefonata numero ${N_LONG}` }).first().waitFor();
  assert.ok((await entries(anna.page).count()) < 200);
  assert.match(await anna.page.locator('[data-test="diary"]').innerText(), /voci su 2\.000/);
  await anna.page.getByRole("button", { name: "Mostra le voci precedenti" }).click();
  assert.ok((await entries(anna.page).count()) > 50);
});

test("nothing was complained about", () => {
  for (const tablet of [anna, olga]) tablet.check();
});
