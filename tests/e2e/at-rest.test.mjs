// SPDX-License-Identifier: AGPL-3.0-or-later
// What rests on a tablet: sealed, opened by a phrase without a network, locked when nobody is there, and never lost.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AWAY, SIGNED_OUT, Tablet } from "./browser.mjs";
import { ANNA, BRUNO } from "./people.mjs";
import { answer, badge, field, openTopic, signIn, takeIn } from "./pages.mjs";
import { Server } from "./server.mjs";

const FAMILY = "Famiglia Prova Zaccheroni";
const HIS = "Famiglia Prova Quintavalle";

let server;
let tablet;

before(async () => {
  server = await Server.open();
  for (const person of [ANNA, BRUNO]) await server.addPerson(person);
  tablet = await Tablet.open(server);
  tablet.expect(...AWAY, ...SIGNED_OUT);
});

after(async () => {
  await tablet?.context.close().catch(() => {});
  await server?.close();
});

/** Everything that this browser keeps for the origin, as one text, and how many values each store of people holds. */
function dump(page) {
  return page.evaluate(async () => {
    const asked = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const text = (value) => {
      if (value instanceof Uint8Array) return new TextDecoder("latin1").decode(value);
      return typeof value === "string" ? value : JSON.stringify(value);
    };
    const parts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie];
    const counts = {};
    for (const { name, version } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name, version));
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([asked(all.getAllKeys()), asked(all.getAll())]);
        parts.push(...keys.map(String), ...values.map(text));
        if (name !== "soglia") counts[store] = (counts[store] ?? 0) + values.length;
      }
      database.close();
    }
    return { text: parts.join("\n"), counts };
  });
}

async function menu(page, name) {
  await page.getByRole("button", { name: /^Persona e impostazioni/ }).click();
  await page.locator("#person-menu").getByRole("button", { name, exact: true }).click();
}

async function lock(page) {
  await menu(page, "Blocca adesso");
  await page.locator("#unlock-phrase").waitFor();
}

async function give(page, phrase) {
  await page.locator("#unlock-phrase").fill(phrase);
  await page.locator("#unlock-phrase").press("Enter");
}

test("after a day of work nothing of it can be read in what the browser keeps", async () => {
  await signIn(tablet, ANNA);
  await server.stop();
  await takeIn(tablet, FAMILY);
  await openTopic(tablet.page, "Reddito");
  await answer(field(tablet.page, "Reddito netto mensile"), "1237");
  await badge(tablet.page, "pending", "offline");
  const { text, counts } = await dump(tablet.page);
  assert.ok(counts.outbox >= 2 && counts["segment-rows"] > 0, JSON.stringify(counts));
  assert.ok(text.includes("anna.prova"), "the search itself works: who works here is readable, as the documents say");
  for (const word of ["Zaccheroni", "Famiglia", "1237", "net_monthly_income", "Prova Dimostrazione", "Via ", "dwelling\""]) {
    assert.ok(!text.includes(word), word);
  }
});

test("a reload keeps the session, without the server and without the phrase", async () => {
  const { page } = tablet;
  await page.reload();
  await page.locator(".frame:not([aria-busy])").waitFor();
  await page.getByRole("heading", { level: 1, name: FAMILY }).waitFor();
});

test("F3: unlocking works with the server away, after the browser was closed", async () => {
  await tablet.shut();
  await tablet.launch();
  const { page } = tablet;
  await page.goto(`${server.url}/nuclei`);
  await page.locator("#unlock-phrase").waitFor();
  assert.equal(await page.getByText(FAMILY).count(), 0);
  await give(page, ANNA.phrase);
  await page.locator('[data-test="household-row"]').filter({ hasText: FAMILY }).waitFor();
});

test("F2: a colleague on the same tablet changes nothing of what waits, and both keep their own", async () => {
  const { page } = tablet;
  await lock(page);
  await server.start();
  // The colleague has no store here yet.
  await page.locator('[data-test="somebody-else"]').click();
  await page.getByLabel("Nome", { exact: false }).first().fill(BRUNO.signIn);
  await page.getByLabel("Password", { exact: false }).first().fill(BRUNO.password);
  await page.locator("form button[type=submit]").click();
  await tablet.choosePhrase(BRUNO);
  await badge(page, "delivered");
  await server.stop();
  await takeIn(tablet, HIS);
  await tablet.goto("/nuclei");
  await page.locator('[data-test="household-row"]').filter({ hasText: HIS }).waitFor();
  assert.equal(await page.locator('[data-test="household-row"]').filter({ hasText: FAMILY }).count(), 0);

  await lock(page);
  await page.getByLabel(ANNA.name, { exact: true }).check();
  await give(page, BRUNO.phrase);
  await page.getByText("Questa frase non apre l’archivio").waitFor();
  await give(page, ANNA.phrase);
  tablet.person = ANNA;
  await page.locator('[data-test="household-row"]').filter({ hasText: FAMILY }).waitFor();
  assert.equal(await page.locator('[data-test="household-row"]').filter({ hasText: HIS }).count(), 0);
});

test("the session of a colleague never delivers or fetches for somebody else", async () => {
  const { page } = tablet;
  // The session at the server is Bruno's, the store that is open is Anna's.
  await server.start();
  await badge(page, "pending", "offline");
  await page.getByText("Il server chiede un nuovo accesso").waitFor();
  await page.getByRole("link", { name: "Accedi" }).click();
  await page.getByLabel("Nome", { exact: false }).first().fill(ANNA.signIn);
  await page.getByLabel("Password", { exact: false }).first().fill(ANNA.password);
  await page.locator("form button[type=submit]").click();
  await badge(page, "delivered");
  await tablet.goto("/nuclei");
  await page.locator('[data-test="household-row"]').filter({ hasText: FAMILY }).waitFor();
  assert.equal(await page.locator('[data-test="household-row"]').filter({ hasText: HIS }).count(), 0, "still on his side");
});

test("wrong phrases wait longer and longer, also after a reload, and the right one opens", async () => {
  const { page } = tablet;
  await lock(page);
  await page.getByLabel(ANNA.name, { exact: true }).check();
  for (let n = 0; n < 5; n += 1) {
    await give(page, `sbagliata numero ${n}`);
    await page.getByText("Questa frase non apre l’archivio").waitFor();
    await page.locator("form button[type=submit]").getByText("Sblocca").waitFor();
  }
  await page.getByText(/Prossima prova fra \d+ s/).waitFor();
  await page.reload();
  await page.getByLabel(ANNA.name, { exact: true }).check();
  await give(page, ANNA.phrase);
  await page.getByText(/Prossima prova fra \d+ s/).waitFor();
  await page.getByText("Si può riprovare adesso").waitFor();
  await give(page, ANNA.phrase);
  await page.locator(".frame:not([aria-busy])").waitFor();
});

test("a forgotten phrase begins a new store, and the old one still opens with its own", async () => {
  const { page } = tablet;
  await server.stop();
  await takeIn(tablet, "Famiglia Prova Sospesa");
  await lock(page);
  await server.start();
  await page.locator('[data-test="somebody-else"]').click();
  await page.getByLabel("Nome", { exact: false }).first().fill(ANNA.signIn);
  await page.getByLabel("Password", { exact: false }).first().fill(ANNA.password);
  await page.locator("form button[type=submit]").click();
  await page.getByText("Frase dimenticata").click();
  await page.getByText("c’è 1 modifica non ancora inviata").waitFor();
  await page.locator('[data-test="begin-anew"]').click();
  await tablet.choosePhrase({ ...ANNA, phrase: "una frase tutta nuova" });
  await badge(page, "delivered");
  await tablet.goto("/nuclei");
  await page.locator('[data-test="household-row"]').filter({ hasText: FAMILY }).waitFor();
  assert.equal(await page.locator('[data-test="household-row"]').filter({ hasText: "Sospesa" }).count(), 0);

  await lock(page);
  await page.getByLabel(ANNA.name, { exact: true }).check();
  await page.getByText("archivio precedente").waitFor();
  // The old store speaks for the device it was made for, in the session of the new one: the server may ask it to begin anew.
  tablet.expect(/status of 409/);
  await give(page, ANNA.phrase);
  await badge(page, "delivered");
  await page.locator('[data-test="household-row"]').filter({ hasText: "Sospesa" }).waitFor();
  await lock(page);
  await page.getByLabel(ANNA.name, { exact: true }).check();
  await give(page, "una frase tutta nuova");
  await page.locator('[data-test="household-row"]').filter({ hasText: "Sospesa" }).waitFor();
});

test("the phrase is changed with the one of before, and only the new one opens", async () => {
  const { page } = tablet;
  await tablet.goto("/impostazioni");
  await page.getByText("Cambia la frase di sblocco").first().click();
  const change = async (old, first, second) => {
    await page.locator("#phrase-old").fill(old);
    await page.locator("#phrase-new").fill(first);
    await page.locator("#phrase-again").fill(second);
    await page.locator("#phrase-again").press("Enter");
  };
  await change("una frase tutta nuova", "corta", "corta");
  await page.getByText("servono almeno 8 caratteri", { exact: false }).first().waitFor();
  await change("non è questa frase", "un tram per piazza", "un tram per piazza");
  await page.getByText("Questa frase non apre l’archivio").waitFor();
  await change("una frase tutta nuova", "un tram per piazza", "un tram per piazza");
  await page.getByText("La frase è cambiata").waitFor();
  await lock(page);
  await page.getByLabel(ANNA.name, { exact: true }).check();
  await give(page, "una frase tutta nuova");
  await page.getByText("Questa frase non apre l’archivio").waitFor();
  await give(page, "un tram per piazza");
  await page.locator(".frame:not([aria-busy])").waitFor();
});

test("a tablet that nobody touches locks by itself", async () => {
  const { page } = tablet;
  await page.clock.install();
  await page.reload();
  await page.locator(".frame:not([aria-busy])").waitFor();
  await page.clock.fastForward("04:00");
  await page.keyboard.press("Shift");
  await page.clock.fastForward("09:00");
  assert.equal(await page.locator("#unlock-phrase").count(), 0, "four and nine minutes are not ten in a row");
  await page.clock.fastForward("02:00");
  await page.locator("#unlock-phrase").waitFor();
  assert.equal(await page.getByText(FAMILY).count(), 0);
  tablet.check();
});
