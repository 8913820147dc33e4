// SPDX-License-Identifier: AGPL-3.0-or-later
// F6: two workers take in the same family without a network, each writing the name as it was said to them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { passes } from "./axe.mjs";
import { AWAY, SIZES, Tablet } from "./browser.mjs";
import { ANNA, BRUNO } from "./people.mjs";
import { answer, badge, field, goOffline, openTopic, signIn, takeIn } from "./pages.mjs";
import { Server } from "./server.mjs";

const ASKED = "Forse è già seguito";

let server;
let anna;
let bruno;
let first;

before(async () => {
  server = await Server.open();
  for (const person of [ANNA, BRUNO]) await server.addPerson(person);
  anna = await Tablet.open(server, { size: SIZES.landscape });
  bruno = await Tablet.open(server, { size: SIZES.portrait });
  await signIn(anna, ANNA);
  await signIn(bruno, BRUNO);
});

after(async () => {
  for (const tablet of [anna, bruno]) await tablet?.context.close().catch(() => {});
  await server?.close();
});

async function takeInPerson(tablet, label, given, family) {
  const { page } = tablet;
  const path = await takeIn(tablet, label);
  await openTopic(page, "Componenti");
  await page.getByRole("button", { name: "Aggiungi un componente" }).click();
  await answer(field(page, "Nome"), given);
  await answer(field(page, "Cognome"), family);
  const born = page.getByRole("group", { name: "Data di nascita" });
  await born.getByLabel("Giorno").fill("3");
  await born.getByLabel("Mese").fill("5");
  await answer(born.getByLabel("Anno"), "1984");
  return path;
}

test("both cases ask, once both tablets have delivered, whether they are one household", async () => {
  await goOffline(anna);
  for (const tablet of [anna, bruno]) tablet.expect(...AWAY);
  first = await takeInPerson(anna, "Famiglia El Kadi", "Mohammed", "El Kadi");
  await takeInPerson(bruno, "Famiglia Elkadi", "Mohamed", "Elkadi");
  assert.equal(await anna.page.getByRole("heading", { name: ASKED }).count(), 0);
  await server.start();
  for (const tablet of [anna, bruno, anna, bruno]) await badge(tablet.page, "delivered");
  await anna.page.getByRole("heading", { name: ASKED }).waitFor();
  await bruno.page.getByRole("heading", { name: ASKED }).waitFor();
  await passes(bruno.page, "two cases that may be one");
});

test("one joins them, the other sees it, and separates them again", async () => {
  await bruno.page.getByRole("button", { name: "È lo stesso nucleo: unisci" }).click();
  const joined = "Questo fascicolo è unito a un altro";
  await bruno.page.getByRole("heading", { name: joined }).waitFor();
  await badge(bruno.page, "delivered");
  await passes(bruno.page, "a case that is joined to another");
  await anna.page.getByRole("heading", { name: ASKED }).waitFor({ state: "detached" });
  await bruno.page.getByRole("link", { name: "Famiglia El Kadi" }).click();
  await bruno.page.getByRole("heading", { level: 1, name: "Famiglia El Kadi" }).waitFor();
  assert.equal(new URL(bruno.page.url()).pathname, first);
  await bruno.page.goBack();
  await bruno.page.getByRole("button", { name: "Separa di nuovo" }).click();
  await bruno.page.getByRole("heading", { name: ASKED }).waitFor();
  await anna.page.getByRole("heading", { name: ASKED }).waitFor();
});

test("told apart, neither asks again", async () => {
  await anna.page.getByRole("button", { name: "Sono due nuclei diversi" }).click();
  for (const { page } of [anna, bruno]) {
    await page.getByRole("heading", { name: ASKED }).waitFor({ state: "detached" });
  }
  for (const tablet of [anna, bruno]) tablet.check();
});
