// SPDX-License-Identifier: AGPL-3.0-or-later
// Every page by the rules of WCAG 2.2 AA as a program can check them, in both themes; and the way without a pointer.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { passes as check } from "./axe.mjs";
import { SIZES, Tablet } from "./browser.mjs";
import { ELENA, OLGA } from "./people.mjs";
import {
  CONFISCATED,
  REFUSED,
  badge,
  chooseFile,
  dwellingRows,
  finding,
  openCertificate,
  openDwelling,
  openHousehold,
  openMeasured,
  openTopic,
  planOf,
  signIn,
  takeIn,
} from "./pages.mjs";
import { Server } from "./server.mjs";

let server;
let tablet;
let page;
let household;

before(async () => {
  server = await Server.open();
  await server.addPerson(OLGA);
  tablet = await Tablet.open(server, { size: SIZES.landscape, touch: false });
  ({ page } = tablet);
});

after(async () => {
  await tablet?.close();
  await server?.close();
});

/** The page that is open passes. */
const passes = (name) => check(page, name);

test("the sign-in page passes, and signing in takes no pointer", async () => {
  await tablet.goto("/");
  await page.getByLabel("Password", { exact: false }).first().waitFor();
  await passes("sign in");
  await page.getByLabel("Nome", { exact: false }).first().focus();
  await page.keyboard.type(OLGA.signIn);
  await page.keyboard.press("Tab");
  await page.keyboard.type(OLGA.password);
  await page.keyboard.press("Enter");
  await page.locator("#phrase-new").waitFor();
  await passes("choosing a phrase");
  await page.locator("#phrase-new").focus();
  await page.keyboard.type(OLGA.phrase);
  await page.keyboard.press("Tab");
  await page.keyboard.type(OLGA.phrase);
  await page.keyboard.press("Enter");
  await badge(page, "delivered");
  tablet.person = OLGA;
});

test("the page of a locked tablet passes, and unlocking takes no pointer", async () => {
  await page.getByRole("button", { name: /^Persona e impostazioni/ }).click();
  await page.getByRole("button", { name: "Blocca adesso" }).click();
  await page.locator("#unlock-phrase").waitFor();
  await passes("unlock");
  await page.locator("#unlock-phrase").focus();
  await page.keyboard.type("una frase sbagliata");
  await page.keyboard.press("Enter");
  await page.getByText("Questa frase non apre l’archivio").waitFor();
  await passes("a wrong phrase");
  await page.keyboard.type(OLGA.phrase);
  await page.keyboard.press("Enter");
  await badge(page, "delivered");
});

test("search takes no pointer: a slash, some letters, an arrow, Enter", async () => {
  await tablet.goto("/alloggi");
  await dwellingRows(page).first().waitFor();
  const code = (await dwellingRows(page).first().locator("strong").innerText()).trim();
  await page.keyboard.press("/");
  await page.keyboard.type(code);
  await page.getByRole("option").filter({ hasText: code }).first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: code }).waitFor();
});

const PAGES = [
  ["today", () => tablet.goto("/")],
  ["dwellings", () => tablet.goto("/alloggi")],
  ["deliveries", () => tablet.goto("/da-inviare")],
  ["settings", () => tablet.goto("/impostazioni")],
  ["what if", () => tablet.goto("/ipotesi")],
  ["about", () => tablet.goto("/informazioni")],
  ["households", () => tablet.goto("/nuclei")],
  ["new household", () => tablet.goto("/nuclei/nuovo")],
  ["no such page", () => tablet.goto("/altrove")],
];

test("the photos of a dwelling and the file of unsent work pass in both themes", async () => {
  await tablet.goto("/alloggi");
  await dwellingRows(page).first().click();
  await page.getByRole("link", { name: "Foto", exact: true }).click();
  const photo = await page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    canvas.getContext("2d").fillRect(0, 0, 100, 50);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg"));
    return Array.from(new Uint8Array(await blob.arrayBuffer()));
  });
  await page.locator("#photo-choose").setInputFiles([
    { name: "foto.jpg", mimeType: "image/jpeg", buffer: Buffer.from(photo) },
    { name: "lettera.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF") },
  ]);
  await page.locator('[data-test="photo"] img').waitFor();
  await page.getByText(/non è una foto/).waitFor();
  await passes("photos");
  await page.locator(".photo-open").click();
  await passes("a photo in full");
  await page.keyboard.press("Escape");
  await tablet.goto("/da-inviare");
  for (const way of ["carry-out", "carry-in"]) await page.locator(`[data-test="${way}"] summary`).click();
  await page.getByRole("button", { name: "Leggi il file" }).click();
  await page.getByText("Manca il file").waitFor();
  await passes("unsent work in a file");
});

for (const [name, go] of PAGES) {
  test(`the page "${name}" passes in both themes`, async () => {
    await go();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await passes(name);
  });
}

test("the parts of a dwelling pass in both themes, also with a field open", async () => {
  await tablet.goto("/alloggi");
  await dwellingRows(page).first().click();
  await page.getByRole("heading", { name: "Rilevato sul posto" }).waitFor();
  await page.getByRole("button", { name: "Modifica: Piano" }).click();
  await page.getByRole("button", { name: "Modifica: Ascensore" }).click();
  // Where a page stands when it is opened: what is half under the head while it scrolls is on its way.
  await page.evaluate(() => document.querySelector(".split-detail").scrollTo({ top: 0 }));
  // The head unfolds again; a pointer reaches the button once nothing lies over it.
  await page.locator("#change-habitable_rooms").hover();
  await passes("dwelling facts");
  await page.getByRole("link", { name: "Canone" }).click();
  await passes("dwelling rent");
  await page.getByRole("link", { name: "Storia" }).click();
  await page.locator('[data-test="history-server"]').waitFor();
  await passes("dwelling history");
});

test("the parts of a household pass in both themes, also with a topic open", async () => {
  household = await takeIn(tablet, "Famiglia Accessibile");
  await openTopic(page, "Componenti");
  await page.getByRole("button", { name: "Aggiungi un componente" }).click();
  await page.getByLabel("Cognome", { exact: true }).waitFor();
  await passes("household members");
  for (const topic of ["Casa di oggi", "ISEE e patrimonio", "Condizioni per la casa popolare"]) {
    await openTopic(page, topic);
    await page.locator('[data-test="outcomes"]').waitFor();
    await passes(`household, ${topic}`);
  }
  await page.getByRole("group", { name: "Residenza in Lombardia" }).getByText("Non lo so ancora").click();
  await page.locator('[data-test="find-out"]').getByRole("button", { name: "Altro giorno" }).click();
  await passes("household, who finds it out");
  await page.locator('[data-test="all-sections"]').click();
  await passes("household, all sections");
  await page.getByRole("button", { name: "Controlla le risposte" }).click();
  await page.locator('[data-test="check-unknown"]').waitFor();
  await passes("household, all answers");
  for (const [part, name] of [
    ["requisiti", "Requisiti"],
    ["alloggi", "Alloggi adatti"],
    ["proposte", "Proposte"],
    ["storia", "Storia"],
  ]) {
    await tablet.goto(`${household}/${part}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await passes(`household, ${name}`);
  }
});

test("a record passes in both themes with its facts unfolded, its list hidden, and its head scrolled away", async () => {
  const path = await openHousehold(tablet, REFUSED);
  await tablet.goto(`${path}/requisiti`);
  await page.locator('[data-test="response"]').waitFor();
  await page.locator('[data-test="record-fold"]').press("Enter");
  await page.locator('[data-test="list-hide"]').press("Enter");
  await page.locator('[data-test="list-show"]').waitFor();
  await passes("a record with its facts unfolded and its list hidden");
  await page.evaluate(() => document.querySelector(".split-detail").scrollTo({ top: 900 }));
  await page.locator('[data-test="record-bar"]').getByText(REFUSED).waitFor();
  await passes("a record whose head is scrolled away");
  await page.locator('[data-test="list-show"]').press("Enter");
  await page.locator('[data-test="record-fold"]').press("Enter");
});

test("the diary passes in both themes, empty, while somebody writes, and with entries", async () => {
  const path = await openHousehold(tablet, REFUSED);
  await tablet.goto(`${path}/diario`);
  await page.locator('[data-test="diary"]').waitFor();
  await passes("diary");
  await page.getByRole("button", { name: "Scrivi nel diario" }).first().click();
  const form = page.locator('[data-test="diary-form"]');
  await form.getByRole("button", { name: "Salva nel diario" }).click();
  await form.locator('[aria-invalid="true"], .invalid-feedback, .form-error').first().waitFor();
  await passes("an empty entry of the diary");
  await form.getByLabel("Che cosa è successo").fill("La scuola conferma il posto.");
  await form.getByRole("button", { name: "Salva nel diario" }).click();
  await page.locator('[data-test="diary-entry"]').first().waitFor();
  await passes("diary with an entry");
});

test("the way of a household passes in both themes, also with its forms open and an assessment begun", async () => {
  const path = await openHousehold(tablet, REFUSED);
  await tablet.goto(`${path}/percorso`);
  await page.locator('[data-test="path-assessments"]').waitFor();
  await passes("path");
  const open = page.locator('[data-test="case-open"]');
  if (await open.count()) await open.click();
  await page.locator('[data-test="case-advance"]').click();
  await page.locator('[data-test="case-others"] > summary').click();
  await page.locator('[data-test="task-new"]').click();
  await page.locator('[data-test="task-new-form"]').getByRole("button", { name: "Aggiungi l’attività" }).click();
  await page.locator('[data-test="task-new-form"] [aria-invalid="true"]').first().waitFor();
  await page.locator('[data-test="visit-new"]').click();
  await page.locator('[data-test="referral-send"]').click();
  await page.locator('[data-test="assessment-begin"]').click();
  await page.locator('[data-test="assessment-draft"]').waitFor();
  await passes("path with its forms");
  const visit = page.locator('[data-test="visit-new-form"]');
  await visit.getByRole("radio", { name: "Visita a casa" }).check();
  await visit.getByRole("button", { name: "Metti in programma" }).click();
  await page.locator('[data-test="visit-more"] > summary').first().click();
  await page.locator('[data-test="visit-photos"] > summary').first().click();
  await page.locator('input[id^="photo-choose"]').setInputFiles([
    { name: "lettera.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF") },
  ]);
  await page.getByText(/non è una foto/).waitFor();
  await page.locator('[data-test="visit-move"]').first().click();
  await page.locator('[data-test="visit-move-form"]').waitFor();
  await passes("a visit with photos, moved");
});

test("a support plan passes in both themes: a draft with its forms, a signed one with its charts, and for the family", async () => {
  await tablet.goto(await planOf(page, "draft"));
  await page.locator('[data-test="plan"]').first().waitFor();
  await passes("a plan that is a draft");
  await page.locator('[data-test="goal-write"]').last().click();
  const fields = page.locator('[data-test="goal-fields"]');
  await fields.getByRole("radio", { name: "Sì" }).check();
  await passes("a goal with its fields");
  await page.locator('[data-test="goal-done"]').click();
  await page.locator('[data-test="plan-sign"]').click();
  const form = page.locator('[data-test="plan-sign-form"]');
  await form.getByRole("button", { name: "Salva la firma" }).click();
  await form.locator('[aria-invalid="true"]').first().waitFor();
  await passes("a plan that is being signed");
  await tablet.goto(await planOf(page, "signed"));
  await page.locator('[data-test="plan-charts"]').waitFor();
  await page.locator('[data-test="plan-numbers"] > summary').click();
  await page.locator('[data-test="plan-end-fold"] > summary').click();
  await page.locator('[data-test="plan-end"]').click();
  await passes("a signed plan with its charts");
  await page.locator('[data-test="plan-family"]').click();
  await page.locator('[data-test="family-sheet"]').waitFor();
  await passes("the version for the family");
  for (const code of ["ar", "uk", "bn", "zh"]) {
    await page.locator(`[data-test="tongue-${code}"]`).click();
    await page.locator(`[data-test="family-sheet"][lang="${code}"]`).waitFor();
    await passes(`the version for the family, ${code}`);
  }
});

test("the agenda and the address of a calendar pass in both themes", async () => {
  await tablet.goto("/");
  await page.locator('[data-test="agenda"]').click();
  await page.locator('[data-test="agenda-told"]').waitFor();
  await passes("today with its agenda");
  await tablet.goto("/impostazioni");
  await page.locator('[data-test="calendar-open"]').click();
  await page.locator("#calendar-address").waitFor();
  await page.locator('[data-test="copy"]').click();
  await page.locator('[data-test="copied"]').filter({ hasText: /\S/ }).waitFor();
  await passes("settings with the address of a calendar");
});

test("findings pass in both themes with a source open, and so does the choice of a response", async () => {
  const path = await openHousehold(tablet, REFUSED);
  await tablet.goto(`${path}/requisiti`);
  await finding(page, "isee_limit").locator("summary").click();
  await page.getByRole("button", { name: "Conferma la risposta" }).click();
  await page.getByText("Scegliere prima una delle tre risposte.").waitFor();
  await passes("findings of a refused household");
});

test("a certificate passes in both themes", async () => {
  await openMeasured(tablet, "62");
  await openCertificate(page, "reduced_capped");
  await passes("certificate");
});

test("the import of a list passes in both themes, before and after a file is chosen", async () => {
  await tablet.goto("/alloggi/importa");
  await page.getByLabel("File dell’elenco").waitFor();
  await passes("import");
  await chooseFile(page, CONFISCATED);
  await page.locator('[data-test="import-preview"]').waitFor();
  await passes("import preview");
  await page.getByRole("button", { name: "Importa", exact: true }).click();
  await page.locator('[data-test="import-report"]').waitFor();
  await passes("the report of an import");
});

test("the rulebook, what if and funding pass in both themes, also with a form open", async () => {
  await tablet.goto("/");
  await server.addPerson(ELENA);
  const coordinator = await Tablet.open(server, { size: SIZES.landscape, touch: false });
  const of = { officer: page };
  ({ page } = coordinator);
  try {
    await signIn(coordinator, ELENA);
    await coordinator.goto("/regole");
    const market = page.locator('[data-test="rule-market_rent"]');
    await market.locator("summary").click();
    await market.getByRole("button", { name: /^Modifica/ }).click();
    await page.locator("#amend-value").waitFor();
    await passes("rulebook");
    await coordinator.goto("/ipotesi");
    await page.locator("#suppose-parameter").selectOption("adequacy_least");
    await page.locator("#suppose-value").fill("40");
    await page.getByRole("button", { name: "Supponi questo valore" }).click();
    await page.locator('[data-test="consequences"]').waitFor();
    await passes("what if, with consequences");
    await coordinator.goto("/fondi");
    await page.locator('[data-test="funding-source"]').first().waitFor();
    await passes("funding sources");
    await page.locator('[data-test="funding-source"] a').first().click();
    await page.locator('[data-test="funding-left"]').waitFor();
    await page.getByRole("button", { name: "Nuovo impegno" }).click();
    await page.locator("#commit-amount").waitFor();
    await passes("a funding source with its form");
  } finally {
    page = of.officer;
    await coordinator.close();
  }
});
