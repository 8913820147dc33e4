// SPDX-License-Identifier: AGPL-3.0-or-later
// F7, F10, F21: each change has its own receipt or its own reason; one that came back is mended where it was typed.
// F1: work that is not delivered leaves a tablet as a file, and is delivered from another one.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { AWAY, Tablet } from "./browser.mjs";
import { ANNA, BRUNO } from "./people.mjs";
import { answer, badge, field, goOffline, openHousehold, openTopic, signIn, takeIn } from "./pages.mjs";
import { Server } from "./server.mjs";

const FAMILY = "Famiglia Prova Consegne";
const PHRASE = "quattro scale di pietra";

let server;
let anna;
let bruno;
let second;
let file;

before(async () => {
  server = await Server.open();
  for (const person of [ANNA, BRUNO]) await server.addPerson(person);
  anna = await Tablet.open(server);
  anna.expect(...AWAY);
  await signIn(anna, ANNA);
});

after(async () => {
  for (const tablet of [anna, bruno, second]) await tablet?.context.close().catch(() => {});
  await server?.close();
});

function rows(page, state) {
  return page.locator(`[data-test="outbox-row"][data-state="${state}"]`);
}

async function toDeliveries(page) {
  await page.locator('[data-test="sync-badge"]').first().click();
  await page.getByRole("heading", { level: 1, name: "Da inviare" }).waitFor();
}

async function toFamily(page) {
  await page.getByRole("link", { name: "Nuclei", exact: true }).first().click();
  await page.locator('[data-test="household-row"]').filter({ hasText: FAMILY }).first().click();
  await page.getByRole("heading", { level: 1, name: FAMILY }).waitFor();
}

test("a delivered change has a receipt with the moment and its number", async () => {
  const { page } = anna;
  await takeIn(anna, FAMILY);
  await openTopic(page, "Reddito");
  await answer(field(page, /Reddito netto/), "800");
  await badge(page, "delivered");
  await toDeliveries(page);
  const row = rows(page, "delivered").filter({ hasText: "800,00 €" });
  assert.match(await row.locator('[data-test="receipt"]').innerText(), /Ricevuta dal server: .* ore \d{2}:\d{2}, n\. [\d.]+/);
});

test("a change that the server refuses holds up no other, and is mended in the field in which it was typed", async () => {
  const { page } = anna;
  await toFamily(page);
  await openTopic(page, "Invio e contatti");
  await goOffline(anna);
  await answer(field(page, "Telefono"), "02 0000 111");
  await openTopic(page, "Casa di oggi");
  await answer(field(page, "Dove vive ora"), "Da un’amica");
  await badge(page, "offline", "pending");
  // An answer that the server itself never gave makes it ask what came earlier, as after a restore.
  anna.expect(/status of 409 .*\/api\/changes/);
  // The server answers the telephone with a refusal, as one with stricter rules would, and takes the rest.
  let target;
  await page.route(/\/api\/changes$/, async (route) => {
    const body = route.request().postDataJSON();
    const phone = body.changes.find((change) => JSON.stringify(change).includes("02 0000 111"));
    target ??= phone?.id;
    const rest = body.changes.filter((change) => change.id !== target);
    let response;
    try {
      if (rest.length) response = await route.fetch({ postData: JSON.stringify({ ...body, changes: rest }) });
    } catch {
      return route.abort();
    }
    const answers = response ? (await response.json()).answers : [];
    if (rest.length < body.changes.length) {
      answers.unshift({ change: target, answer: { refused: { refusal: { common: { text_too_long: { most: 10 } } } } } });
    }
    return route.fulfill({ status: 200, contentType: "application/json", body: JSON.stringify({ answers }) });
  });
  await server.start();
  await badge(page, "review");
  await page.unroute(/\/api\/changes$/);
  await toDeliveries(page);
  const back = rows(page, "refused");
  assert.equal(await back.count(), 1);
  assert.match(await back.innerText(), /troppo lungo: può avere al massimo 10 caratteri/);
  await rows(page, "delivered").filter({ hasText: "Da un’amica" }).waitFor();
  await back.getByRole("link", { name: "Correggi" }).click();
  const phone = field(page, "Telefono");
  await phone.waitFor();
  assert.equal(await phone.inputValue(), "02 0000 111");
  await answer(phone, "02 0111");
  await badge(page, "delivered");
  await toDeliveries(page);
  assert.equal(await rows(page, "refused").count(), 0);
  await rows(page, "delivered").filter({ hasText: "02 0111" }).waitFor();
});

test("what a person gives up is named first", async () => {
  const { page } = anna;
  await page.route(/\/api\/changes$/, async (route) => {
    const { changes } = route.request().postDataJSON();
    const answers = changes.map(({ id }) => ({
      change: id,
      answer: { quarantined: { reason: "this version does not know what stands at line 1 column 9" } },
    }));
    return route.fulfill({ status: 200, contentType: "application/json", body: JSON.stringify({ answers }) });
  });
  await toFamily(page);
  await openTopic(page, "Invio e contatti");
  await answer(field(page, "Telefono"), "02 0222");
  await badge(page, "review");
  await page.unroute(/\/api\/changes$/);
  await toDeliveries(page);
  const back = rows(page, "quarantined");
  assert.match(await back.innerText(), /versioni diverse di Soglia/);
  await back.getByRole("button", { name: "Rinuncia", exact: true }).click();
  assert.match(await back.innerText(), /Si perde: Telefono: 02 0222/);
  await back.getByRole("button", { name: "Tieni", exact: true }).click();
  await back.getByRole("button", { name: "Invia di nuovo" }).click();
  await badge(page, "delivered");
  await rows(page, "delivered").filter({ hasText: "02 0222" }).waitFor();
});

test("unsent work leaves the tablet as a file that only its phrase opens", async () => {
  const { page } = anna;
  await toFamily(page);
  await openTopic(page, "Invio e contatti");
  await goOffline(anna);
  await answer(field(page, "Telefono"), "02 0333");
  await openTopic(page, "Casa di oggi");
  await answer(field(page, "Dove vive ora"), "In via Padova");
  await badge(page, "offline", "pending");
  await toDeliveries(page);
  const out = page.locator('[data-test="carry-out"]');
  await out.locator("summary").click();
  const write = out.getByRole("button", { name: "Scarica il file" });
  await page.locator("#carry-phrase").fill("corta");
  await write.click();
  await out.getByText("almeno 10 caratteri").waitFor();
  await page.locator("#carry-phrase").fill(PHRASE);
  await page.locator("#carry-phrase-again").fill(`${PHRASE}!`);
  await write.click();
  await out.getByText("Le due frasi sono diverse").waitFor();
  await page.locator("#carry-phrase-again").fill(PHRASE);
  const [download] = await Promise.all([page.waitForEvent("download"), write.click()]);
  assert.match(download.suggestedFilename(), /^soglia-da-inviare-\d{4}-\d{2}-\d{2}\.soglia$/);
  file = join(server.folder, "lavoro.soglia");
  await download.saveAs(file);
  await anna.close();
  anna = undefined;
});

test("with the tablet gone, the work is brought in on another one and delivered", async () => {
  await server.start();
  bruno = await Tablet.open(server);
  bruno.expect(...AWAY);
  await signIn(bruno, BRUNO);
  await bring(bruno.page, file, PHRASE);
  await bruno.page.getByText("il lavoro di un’altra persona").waitFor();
  second = await Tablet.open(server);
  second.expect(...AWAY);
  await signIn(second, ANNA);
  const { page } = second;
  const broken = join(server.folder, "rotto.soglia");
  await writeFile(broken, "non è un file di lavoro");
  await bring(page, broken, PHRASE);
  await page.getByText(/non è un file di lavoro di Soglia|La frase non apre/).waitFor();
  await bring(page, file, "un’altra frase ancora");
  await page.getByText("La frase non apre questo file").waitFor();
  await bring(page, file, PHRASE);
  assert.match(await page.locator('[data-test="carry-found"]').innerText(), /2 modifiche e 0 foto; la più vecchia è del /);
  await page.getByRole("button", { name: "Aggiungi a questo dispositivo" }).click();
  await page.getByText("Aggiunte 2 modifiche su 2").waitFor();
  await badge(page, "delivered");
  await openHousehold(bruno, FAMILY);
  await openTopic(bruno.page, "Invio e contatti");
  await bruno.page.waitForFunction(() => document.getElementById("f-phone")?.value === "02 0333", undefined, {
    timeout: 60_000,
  });
  // Brought in a second time it changes nothing.
  await bring(page, file, PHRASE);
  await page.getByRole("button", { name: "Aggiungi a questo dispositivo" }).click();
  await page.getByText("Aggiunte 0 modifiche su 2").waitFor();
  for (const tablet of [bruno, second]) tablet.check();
});

/** Chooses a file of unsent work and gives its phrase. */
async function bring(page, path, phrase) {
  await toDeliveries(page);
  const place = page.locator('[data-test="carry-in"]');
  if ((await place.getAttribute("open")) === null) await place.locator("summary").click();
  await page.locator("#carry-file").setInputFiles(path);
  await page.locator("#carry-in-phrase").fill(phrase);
  await place.getByRole("button", { name: "Leggi il file" }).click();
}
