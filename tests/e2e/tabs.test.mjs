// SPDX-License-Identifier: AGPL-3.0-or-later
// F14: two tabs of one person. One writes into the store, both show everything, and nothing of either is lost.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AWAY, Tablet } from "./browser.mjs";
import { ANNA } from "./people.mjs";
import { answer, badge, field, openTopic, signIn, takeIn } from "./pages.mjs";
import { Server } from "./server.mjs";

const FAMILY = "Famiglia Prova Duefinestre";

let server;
let anna;
let second;

before(async () => {
  server = await Server.open();
  await server.addPerson(ANNA);
  anna = await Tablet.open(server);
});

after(async () => {
  await anna?.context.close().catch(() => {});
  await server?.close();
});

/** Who holds the right to write, by the browser's own list. */
function writers(page) {
  return page.evaluate(async () => {
    const { held, pending } = await navigator.locks.query();
    const names = (locks) => locks.map((lock) => lock.name).filter((name) => name.startsWith("soglia-writer-"));
    return { held: names(held).length, waiting: names(pending).length };
  });
}

test("a second tab opens without asking for the phrase again, and one of both writes", async () => {
  await signIn(anna, ANNA);
  second = await anna.newPage();
  await second.goto(`${server.url}/nuclei`);
  await second.locator(".frame:not([aria-busy])").waitFor();
  assert.deepEqual(await writers(second), { held: 1, waiting: 1 });
  await badge(second, "delivered");
});

test("what one tab saves shows in the other at once", async () => {
  const path = await takeIn(anna, FAMILY);
  await second.bringToFront();
  await second.locator('[data-test="household-row"]').filter({ hasText: FAMILY }).waitFor();
  await second.goto(server.url + path);
  await second.getByRole("heading", { level: 1, name: FAMILY }).waitFor();
});

test("typing in turns and at once in both tabs loses nothing, also without a network", async () => {
  anna.expect(...AWAY);
  await server.stop();
  await openTopic(anna.page, "Reddito");
  await openTopic(second, "Reddito");
  const income = (page) => field(page, "Reddito netto mensile");
  await answer(income(anna.page), "1400");
  await second.waitForFunction(() => [...document.querySelectorAll("input")].some((input) => /^1\.?400/.test(input.value)));
  await answer(income(second), "1450");
  await anna.page.waitForFunction(() =>
    [...document.querySelectorAll("input")].some((input) => /^1\.?450/.test(input.value)),
  );
  await openTopic(second, "ISEE e patrimonio");
  await Promise.all([answer(income(anna.page), "1500"), answer(field(second, "Valore ISEE"), "9.000,00")]);
  for (const page of [anna.page, second]) await badge(page, "pending", "offline");
  const numbers = await numbersInOrder(second);
  assert.deepEqual(
    numbers,
    numbers.map((_, at) => at + 1),
    "each change has a number of its own",
  );
});

/** The numbers of the changes that wait: the keys of the outbox are not sealed. */
function numbersInOrder(page) {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    const name = names.find((name) => name.startsWith("soglia-store-"));
    const database = await new Promise((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
    });
    const keys = await new Promise((resolve) => {
      const request = database.transaction("outbox").objectStore("outbox").getAllKeys();
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    const first = Number(keys[0].split("-")[0]);
    return keys.map((key) => Number(key.split("-")[0]) - first + 1);
  });
}

test("when the tab that writes is closed the other one goes on and delivers", async () => {
  await anna.page.close();
  anna.page = second;
  await answer(field(second, "Valore ISEE"), "9.100,00");
  assert.deepEqual(await writers(second), { held: 1, waiting: 0 });
  await server.start();
  await badge(second, "delivered");
});

test("locking one tab locks the other", async () => {
  const third = await anna.newPage();
  await third.goto(server.url);
  await third.locator(".frame:not([aria-busy])").waitFor();
  await third.getByRole("button", { name: /^Persona e impostazioni/ }).click();
  await third.getByRole("button", { name: "Blocca adesso" }).click();
  for (const page of [third, second]) await page.locator("#unlock-phrase").waitFor();
  anna.check();
});
