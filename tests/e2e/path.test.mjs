// SPDX-License-Identifier: AGPL-3.0-or-later
// The way of a household: its case, what is to be done, visits and needs, written down without a network; the other
// department answers; a partner is asked, sees the household once it accepts, and no more when it is over. Today says to
// each what awaits them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { passes } from "./axe.mjs";
import { AWAY, SIZES, Tablet } from "./browser.mjs";
import { ANNA, OLGA } from "./people.mjs";
import { badge, goOffline, openHousehold, signIn, takeIn } from "./pages.mjs";
import { Server } from "./server.mjs";

const FAMILY = "Famiglia Prova Percorso";
const CHECK = "Verificare il titolo: manca la domanda.";
const CALL = "Richiamare la scuola.";

/** The partner of the demonstration, to which dwellings are entrusted. */
const SARA = { signIn: "sara.galli", password: "demo-sara", phrase: "quattro chiavi nuove" };

let server;
let anna;
let olga;
let sara;

before(async () => {
  server = await Server.open();
  for (const person of [ANNA, OLGA]) await server.addPerson(person);
  anna = await Tablet.open(server);
  olga = await Tablet.open(server, { size: SIZES.portrait });
  sara = await Tablet.open(server, { size: SIZES.phone });
  for (const tablet of [anna, olga, sara]) tablet.expect(...AWAY);
  await signIn(anna, ANNA);
  await signIn(olga, OLGA);
  await signIn(sara, SARA);
});

after(async () => {
  for (const tablet of [anna, olga, sara]) await tablet?.context.close().catch(() => {});
  await server?.close();
});

const part = (page, name) => page.locator(`[data-test="${name}"]`);
const awaits = (page, text) => part(page, "awaits").filter({ hasText: text });

async function openPath(tablet, label = FAMILY) {
  await openHousehold(tablet, label);
  await tablet.page.getByRole("link", { name: "Percorso", exact: true }).click();
  await part(tablet.page, "path").waitFor();
}

/** Opens the form behind a button, and gives it. */
async function form(page, name) {
  await part(page, name).first().click();
  const opened = part(page, `${name}-form`).first();
  await opened.waitFor();
  return opened;
}

async function ask(page, { kind, text, whom }) {
  const opened = await form(page, "task-new");
  if (kind) await opened.getByRole("radio", { name: kind }).check();
  await opened.getByLabel("Che cosa va fatto").fill(text);
  if (whom) await opened.getByRole("radio", { name: whom }).check();
  await opened.getByRole("button", { name: "Aggiungi l’attività" }).click();
  await part(page, "task").filter({ hasText: text }).waitFor();
}

test("a case is opened, a task asked and a visit planned without a network, and all of it is there after a restart", async () => {
  await takeIn(anna, FAMILY);
  await badge(anna.page, "delivered");
  await goOffline(anna);
  const { page } = anna;
  await openPath(anna);
  await part(page, "case-open").click();
  await page.locator('[data-test="case"][data-stage="access"]').waitFor();
  const onward = await form(page, "case-advance");
  await onward.getByRole("button", { name: "Passa alla fase" }).click();
  await page.locator('[data-test="case"][data-stage="assessment"]').waitFor();
  await ask(page, { kind: "Verifica del titolo", text: CHECK, whom: "Funzionari della casa" });
  await ask(page, { text: CALL });
  const planned = await form(page, "visit-new");
  await planned.getByRole("radio", { name: "Visita a casa" }).check();
  await planned.getByLabel("Dalle", { exact: true }).fill("15");
  await planned.getByLabel("Alle", { exact: true }).fill("16:30");
  await planned.getByLabel("Luogo", { exact: true }).fill("via Padova 80");
  await planned.getByLabel("Nota di sicurezza").fill("Il cane è legato in cortile.");
  await planned.getByRole("button", { name: "Metti in programma" }).click();
  await part(page, "visit").filter({ hasText: "via Padova 80" }).waitFor();
  await anna.shut();
  await anna.launch();
  await anna.goto("/");
  await anna.unlock();
  await awaits(anna.page, "via Padova 80").waitFor();
  await awaits(anna.page, CALL).waitFor();
  assert.equal(await awaits(anna.page, CHECK).count(), 0, "what the others have to do does not await her");
  await openPath(anna);
  await anna.page.locator('[data-test="case"][data-stage="assessment"]').waitFor();
  assert.equal(await part(anna.page, "task").count(), 2);
});

test("one touch finishes what is to be done, also on Today", async () => {
  await anna.goto("/");
  const line = awaits(anna.page, CALL);
  await line.getByRole("button", { name: "Fatto" }).click();
  await line.waitFor({ state: "detached" });
});

test("the other department finds the request on Today, and its answer comes back", async () => {
  await server.start();
  await badge(anna.page, "delivered");
  await olga.goto("/");
  await awaits(olga.page, CHECK).getByRole("link").click();
  const task = part(olga.page, "task").filter({ hasText: CHECK });
  await task.locator('[data-test="task-answer"]').click();
  const answer = task.locator('[data-test="task-answer-form"]');
  await answer.getByRole("button", { name: "Salva la risposta" }).click();
  await answer.locator('[aria-invalid="true"]').first().waitFor();
  await answer.getByLabel("Risposta").fill("Il titolo c’è: domanda del 2021.");
  await answer.getByRole("button", { name: "Salva la risposta" }).click();
  await answer.waitFor({ state: "detached" });
  await badge(olga.page, "delivered");
  await openPath(anna);
  const closed = part(anna.page, "tasks-closed");
  await closed.locator("summary").first().click();
  await closed.getByText("domanda del 2021").waitFor({ timeout: 60_000 });
});

test("two vain attempts are kept, and the visit that was held stands below", async () => {
  const { page } = anna;
  const visit = part(page, "visit").filter({ hasText: "via Padova 80" });
  await visit.locator('[data-test="visit-more"] > summary').click();
  for (const reason of ["Nessuno in casa", "Hanno chiesto un altro giorno"]) {
    await visit.locator('[data-test="visit-attempt"]').click();
    const attempt = visit.locator('[data-test="visit-attempt-form"]');
    await attempt.getByRole("radio", { name: reason }).check();
    await attempt.getByRole("button", { name: "Salva il tentativo" }).click();
    await attempt.waitFor({ state: "detached" });
  }
  await visit.getByText("2 tentativi").waitFor();
  await visit.locator('[data-test="visit-close"]').click();
  const close = visit.locator('[data-test="visit-close-form"]');
  await close.getByLabel("Dalle", { exact: true }).fill("16");
  await close.getByLabel("Alle", { exact: true }).fill("15");
  await close.getByLabel("Note").fill("Casa asciutta, una finestra da riparare.");
  await close.getByRole("button", { name: "Salva la visita" }).click();
  await close.locator('[role="alert"]').first().waitFor();
  await close.getByLabel("Alle", { exact: true }).fill("17");
  await close.getByRole("button", { name: "Salva la visita" }).click();
  const over = part(page, "visits-over");
  await over.locator("summary").first().click();
  await over.getByText("una finestra da riparare").waitFor();
});

test("the needs are assessed on six domains, and what is closed stays as it was", async () => {
  const { page } = anna;
  await part(page, "assessment-begin").click();
  const draft = part(page, "assessment-draft");
  await draft.waitFor();
  await part(page, "assessment-close").click();
  await part(page, "assessment-refused").waitFor();
  await draft.locator("#f-housing-1").check();
  await draft.locator("#f-work-2").check();
  await part(page, "assessment-close").click();
  const closed = page.locator('[data-test="assessment"][data-state="closed"]');
  await closed.waitFor();
  assert.match(await closed.innerText(), /Casa[\s\S]*2 –/);
});

test("a partner is asked, sees the household once it accepts, and no more when it is over", async () => {
  const { page } = anna;
  const sent = await form(page, "referral-send");
  await sent.getByRole("radio", { name: /24 alloggi/ }).check();
  const name = sent.getByLabel("Nome del partner");
  if (await name.count()) await name.fill("Cooperativa La Soglia Aperta");
  await sent.getByLabel("Che cosa si chiede al partner").fill("Accompagnare il nucleo nella ricerca.");
  await sent.getByRole("button", { name: "Invia", exact: true }).click();
  await page.locator('[data-test="referral"][data-state="sent"]').waitFor();
  await badge(page, "delivered");

  await sara.goto("/");
  const line = awaits(sara.page, FAMILY);
  await line.waitFor({ timeout: 60_000 });
  await sara.goto("/nuclei");
  await sara.page.getByRole("searchbox", { name: "Cerca un nucleo" }).fill(FAMILY);
  assert.equal(await part(sara.page, "household-row").filter({ hasText: FAMILY }).count(), 0);
  await sara.goto("/");
  await line.getByRole("button", { name: "Rispondi" }).click();
  await line.locator('[data-test="referral-accept"]').waitFor();
  await passes(sara.page, "a referral that a partner answers");
  await line.locator('[data-test="referral-accept"]').click();
  await line.waitFor({ state: "detached" });
  await badge(sara.page, "delivered");
  await openHousehold(sara, FAMILY);
  await passes(sara.page, "a household as a partner reads it");

  await page.locator('[data-test="referral"][data-state="accepted"]').waitFor({ timeout: 60_000 });
  const referral = part(page, "referral").first();
  await referral.locator('[data-test="referral-others"] > summary').click();
  await referral.locator('[data-test="referral-end"]').click();
  const end = referral.locator('[data-test="referral-end-form"]');
  await end.getByLabel("Motivo").fill("Il nucleo ha trovato casa.");
  await end.getByRole("button", { name: "Conferma la chiusura" }).click();
  await badge(page, "delivered");
  await sara.goto("/nuclei");
  await sara.page.getByRole("searchbox", { name: "Cerca un nucleo" }).fill(FAMILY);
  const row = part(sara.page, "household-row").filter({ hasText: FAMILY });
  await row.first().waitFor({ state: "detached", timeout: 60_000 });
});

test("a refusal names its reason, has a letter, and can be looked at again", async () => {
  const { page } = anna;
  await openPath(anna);
  await part(page, "case-others").locator("summary").first().click();
  const refuse = await form(page, "case-refuse");
  await refuse.getByRole("button", { name: "Registra il diniego" }).click();
  await refuse.getByText("Serve un motivo.").first().waitFor();
  await refuse.getByLabel("Motivo").fill("Il reddito basta per un affitto sul mercato.");
  await refuse.getByRole("button", { name: "Registra il diniego" }).click();
  await page.locator('[data-test="case"][data-stage="refused"]').waitFor();
  await part(page, "letter-fold").locator("summary").click();
  await part(page, "letter").getByText("Il reddito basta").waitFor();
  await passes(page, "a refused case with its letter");
  await badge(page, "delivered");
  const appeal = await form(page, "case-appeal");
  await appeal.getByLabel("Motivo").fill("Il lavoro finisce a fine mese.");
  await appeal.getByRole("button", { name: "Salva la richiesta di riesame" }).click();
  await page.locator('[data-test="case"][data-stage="appealed"]').waitFor();
  await badge(page, "delivered");
  const grant = await form(page, "case-grant");
  await grant.getByLabel("Motivo").fill("Il contratto non è rinnovato.");
  await grant.getByRole("button", { name: "Accogli", exact: true }).click();
  await page.locator('[data-test="case"][data-stage="assessment"]').waitFor();
});

test("nothing was complained about", () => {
  for (const tablet of [anna, olga, sara]) tablet.check();
});
