// SPDX-License-Identifier: AGPL-3.0-or-later
// What people without an account read of a household: the family its plan in its own language, with a PIN; a lawyer how the
// case went, with the consent of the person, one time only. Guessing a PIN costs time; what is not shown is not there.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { passes } from "./axe.mjs";
import { AWAY, SIZES, Tablet } from "./browser.mjs";
import { ANNA } from "./people.mjs";
import { badge, caseOf, goOffline, planOf, signIn } from "./pages.mjs";
import { Server } from "./server.mjs";

const FAMILY = "Consegnato alla famiglia Prova";
const LAWYER = "Avvocata Prova";
const WRONG = "000 000";
/** What the browser writes when a PIN is asked for, is wrong, or comes too often, and when a link opened before. */
const GUARDED = /status of (401|404|410|429) .*\/api\/shared/;

let server;
let anna;
let mother;
let lawyer;
let stranger;

before(async () => {
  server = await Server.open();
  await server.addPerson(ANNA);
  [anna, mother, lawyer, stranger] = await Promise.all([
    Tablet.open(server, { size: SIZES.portrait }),
    Tablet.open(server, { size: SIZES.phone }),
    Tablet.open(server, { touch: false, size: SIZES.desk }),
    Tablet.open(server, { size: SIZES.phone }),
  ]);
  anna.expect(...AWAY);
  for (const reader of [mother, lawyer, stranger]) reader.expect(GUARDED);
  await signIn(anna, ANNA);
});

after(async () => {
  for (const tablet of [anna, mother, lawyer, stranger]) await tablet?.close();
  await server?.close();
});

const part = (page, name) => page.locator(`[data-test="${name}"]`);

/** What a place says, without the spaces between. */
const words = async (place) => (await place.innerText()).replaceAll(/\s+/g, " ").trim();

/** Answers a question of yes or no. */
const say = (form, question, yes) =>
  form.getByRole("group", { name: question }).getByRole("radio", { name: yes ? "Sì" : "No" }).check();

/** The line of a link, its address and its PIN, as the tablet that made it shows them. */
async function made(page, to) {
  const line = part(page, "shared-link").filter({ hasText: to });
  await line.getByText("Mostra il link").click();
  const address = await line.getByLabel("Link da mandare").inputValue();
  const pin = part(line, "share-pin");
  await pin.waitFor();
  return { line, address, pin: await pin.innerText() };
}

/** Opens a link as it stands at the server now. */
const follow = (reader, address) => reader.page.goto(address.replace(/^http:\/\/[^/]+/, server.url));

async function givePin(reader, pin) {
  await reader.page.locator("#share-pin").fill(pin);
  await reader.page.locator('[data-test="share-pin"] button').click();
}

let plan;
let summary;

test("a plan is shared without a network, in the language of the family, with a PIN and a slip to print", async () => {
  const { page } = anna;
  const path = await planOf(page, "signed");
  await anna.goto(path);
  await part(page, "plan-page").waitFor();
  await part(page, "sharing").waitFor();
  await goOffline(anna);
  await part(page, "share").click();
  const form = part(page, "share-form");
  await form.getByLabel("Per chi è").fill(FAMILY);
  await form.getByLabel("Lingua della famiglia").selectOption({ label: "arabo" });
  await say(form, "Chiedere un PIN", true);
  await page.getByText("Che cosa leggerà chi apre il link").click();
  const preview = part(page, "shared-page");
  await preview.waitFor();
  assert.equal(await preview.getAttribute("dir"), "rtl");
  await form.getByLabel("Lingua della famiglia").selectOption({ label: "inglese" });
  await page.locator('[data-test="shared-page"][lang="en"]').getByText("Your rights").waitFor();
  await form.getByLabel("Lingua della famiglia").selectOption({ label: "arabo" });
  await page.locator('[data-test="shared-page"][lang="ar"]').waitFor();
  await passes(page, "the form of a link for a family");
  await form.getByRole("button", { name: "Crea il link" }).click();
  await form.waitFor({ state: "detached" });
  plan = await made(page, FAMILY);
  assert.match(plan.pin, /^\d{3} \d{3}$/);
  assert.match(await words(plan.line), /con PIN/);
  await part(plan.line, "share-slip-fold").locator("summary").click();
  const slip = part(page, "share-slip");
  await slip.waitFor();
  assert.equal(await slip.getAttribute("dir"), "rtl");
  assert.ok((await slip.innerText()).includes(plan.address));
  assert.ok(!(await words(slip)).includes(plan.pin), "the PIN is not on the slip");
  await passes(page, "a slip");
  await page.emulateMedia({ media: "print" });
  assert.ok(await slip.isVisible());
  assert.ok(!(await part(page, "share").isVisible()), "the page around it is not printed");
  await page.emulateMedia({ media: "screen" });
  await server.start();
  await badge(page, "delivered");
});

test("the family gives the PIN and reads its plan from right to left, then in another language", async () => {
  const { page } = mother;
  await follow(mother, plan.address);
  await page.getByRole("heading", { level: 1, name: "Serve il PIN" }).waitFor();
  await passes(page, "a link that asks for its PIN");
  await givePin(mother, WRONG);
  await page.getByText("Questo PIN non apre il link.").waitFor();
  await passes(page, "a wrong PIN");
  await givePin(mother, plan.pin);
  const shown = part(page, "shared-page");
  await shown.waitFor();
  await page.getByRole("heading", { level: 1, name: "خطتنا" }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.dir), "rtl");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(wide <= 0, `${wide} pixels beyond the screen`);
  await passes(page, "a plan for a family");
  await part(page, "share-language").selectOption("uk");
  await page.getByRole("heading", { level: 1, name: "Наш план" }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.dir), "ltr");
  const told = await words(page.locator("main"));
  assert.match(told, /разом із цим: 1\./, "the family sees how often its link was opened");
  for (const hidden of [FAMILY, "Famiglia"]) assert.ok(!told.includes(hidden), `${hidden} is there`);
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "خطتنا" }).waitFor();
});

test("whoever guesses waits, and whoever reads already reads on", async () => {
  const { page } = stranger;
  await follow(stranger, plan.address);
  await page.locator("#share-pin").waitFor();
  for (let n = 0; n < 5; n += 1) {
    await givePin(stranger, `11111${n}`);
    await page.getByText("Questo PIN non apre il link.").waitFor();
    await page.locator("#share-pin").fill("");
  }
  await givePin(stranger, plan.pin);
  await page.getByText(/Troppi PIN sbagliati di seguito\. Minuti da aspettare prima di riprovare: 1\./).waitFor();
  await mother.page.reload();
  await mother.page.getByRole("heading", { level: 1, name: "خطتنا" }).waitFor();
});

test("a case is shown with the consent of the person, and without it to nobody", async () => {
  const { page } = anna;
  await anna.goto(await caseOf(page, "refused"));
  await part(page, "sharing").waitFor();
  await part(page, "share").click();
  const form = part(page, "share-form");
  await form.getByLabel("Per chi è").fill(LAWYER);
  await say(form, "Si apre una volta sola", true);
  await form.getByRole("button", { name: "Crea il link" }).click();
  await form.getByText("Senza il consenso della persona").first().waitFor();
  await form.getByLabel("Chi ha dato il consenso").fill("Signora Prova");
  await page.getByText("Che cosa leggerà chi apre il link").click();
  await part(page, "shared-page").getByText("Come è andata").waitFor();
  await form.getByRole("button", { name: "Crea il link" }).click();
  await form.waitFor({ state: "detached" });
  summary = await made(page, LAWYER);
  assert.match(await words(summary.line), /con PIN una volta sola .*Consenso di Signora Prova/);
  await badge(page, "delivered");
});

test("a summary opens one time only, for whoever has the PIN", async () => {
  const { page } = lawyer;
  await follow(lawyer, summary.address);
  await givePin(lawyer, summary.pin);
  const shown = part(page, "shared-page");
  await shown.getByText("Come è andata").waitFor();
  await passes(page, "a summary of a case");
  const told = await words(shown);
  assert.match(told, /Domanda non accolta .*tribunale amministrativo/);
  for (const hidden of ["Signora Prova", LAWYER, "Codice fiscale", "Telefono"]) {
    assert.ok(!told.includes(hidden), `${hidden} is there`);
  }
  await page.reload();
  await shown.getByText("Come è andata").waitFor();
  await follow(stranger, summary.address);
  await givePin(stranger, summary.pin);
  await stranger.page.locator('[data-test="share-nothing"][data-state="opened-before"]').waitFor();
  await passes(stranger.page, "a link that was opened before");
  await part(summary.line, "share-revoke").click();
  await summary.line.getByText("Ritirato").waitFor();
  await badge(anna.page, "delivered");
  await page.reload();
  await page.locator('[data-test="share-nothing"][data-state="no-such-link"]').waitFor();
});
