// SPDX-License-Identifier: AGPL-3.0-or-later
// Why a household qualifies or not, what to ask next, and the response that a person chooses: all without a network.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AWAY, SIZES, Tablet } from "./browser.mjs";
import { ANNA } from "./people.mjs";
import { REFUSED, THREE_OPEN, answer, badge, field, finding, openHousehold, signIn } from "./pages.mjs";
import { Server } from "./server.mjs";

let server;
let anna;
let page;

before(async () => {
  server = await Server.open();
  await server.addPerson(ANNA);
  anna = await Tablet.open(server, { size: SIZES.landscape });
  ({ page } = anna);
  await signIn(anna, ANNA);
  anna.expect(...AWAY);
  await server.stop();
});

after(async () => {
  await anna?.close();
  await server?.close();
});

async function openRequirements(label) {
  await openHousehold(anna, label);
  await page.getByRole("link", { name: "Requisiti", exact: true }).click();
  await page.locator('[data-test="response"]').waitFor();
}

function verdict(kind) {
  return page.locator(`[data-test="verdict-${kind}"]`);
}

/** Waits until a part of the page has an attribute of that value. */
async function becomes(part, name, value) {
  const handle = await part.elementHandle();
  await page.waitForFunction(([node, name, value]) => node.getAttribute(name) === value, [handle, name, value]);
}

test("a refused household shows value against threshold, and the source after one touch", async () => {
  await openRequirements(REFUSED);
  assert.equal(await verdict("public_housing").getAttribute("data-outcome"), "not_met");
  const isee = finding(page, "isee_limit");
  assert.equal(await isee.getAttribute("data-outcome"), "not_met");
  const words = await isee.innerText();
  assert.match(words, /L’ISEE è 19\.240,50\s€: supera 16\.000,00\s€\./);
  assert.match(words, /Non soddisfatto/);
  const source = isee.locator(".source");
  assert.equal(await source.isVisible(), false, "the source waits for a touch");
  await isee.locator("summary").click();
  await source.waitFor();
  assert.match(await source.innerText(), /(R\.R\.|L\.R\.).+In vigore dal/s);
  assert.match(await isee.innerText(), /più basso di 3\.240,50/);
  const patrimony = finding(page, "patrimony_limit");
  assert.match(await patrimony.innerText(), /41\.300,00\s€: supera/);
  assert.equal(await finding(page, "no_revoked_assignment").getAttribute("data-outcome"), "not_met");
});

test("the limit of indigence stands apart from the verdicts", async () => {
  const card = page.locator('[data-test="indigence"]');
  assert.match(await card.innerText(), /Nessun esito dipende da questo/);
  assert.equal(await finding(page, "indigence").getAttribute("data-outcome"), "not_met");
  await finding(page, "indigence").locator("summary").click();
  assert.match(await finding(page, "indigence").locator(".source").innerText(), /R\.R\. Lombardia 4\/2017, art\. 13/);
});

test("the question that settles most comes first, and its answer decides at once", async () => {
  await openRequirements(THREE_OPEN);
  const asked = page.locator(".to-ask");
  assert.match(await page.locator('[data-test="ask-first"]').innerText(), /^Per prima: ISEE\. .* 2 esiti\.$/);
  assert.equal(await asked.locator(":scope > .ask-group, :scope > .ask").count(), 3, "three answers are open");
  assert.equal(await verdict("public_housing").getAttribute("data-outcome"), "unknown");
  const isee = asked.getByRole("group", { name: "ISEE", exact: true });
  await answer(field(page, "Valore ISEE"), "21.000");
  await becomes(finding(page, "isee_limit"), "data-outcome", "unknown");
  assert.match(await finding(page, "isee_limit").innerText(), /Non si sa di quale ISEE si tratta/);
  await isee.getByLabel("ISEE ordinario").check();
  const day = isee.getByRole("group", { name: "Data della DSU" });
  await day.getByLabel("Giorno").fill("1");
  await day.getByLabel("Mese").fill("1");
  await answer(day.getByLabel("Anno"), String(new Date().getFullYear()));
  await becomes(verdict("public_housing"), "data-outcome", "not_met");
  await becomes(verdict("affordable_rent"), "data-outcome", "met");
  assert.ok(await isee.isVisible(), "the field stays while the person is there");
  assert.match(await page.locator('[data-test="ask-first"]').innerText(), /^Per prima: Bisogno di accompagnamento\./);
});

test("a response other than the suggested one needs its reason, and is kept with it", async () => {
  await openRequirements(REFUSED);
  const card = page.locator('[data-test="response"]');
  assert.equal(await card.locator('[data-test="suggestion"]').getAttribute("data-model"), "capped");
  assert.match(await card.innerText(), /un alloggio adeguato costa al massimo .+ Il nucleo può sostenere/);
  await card.getByLabel("Alloggio con accompagnamento").check();
  const save = card.getByRole("button", { name: "Conferma la risposta" });
  // What is pasted is never cut in silence: what is too much is told, and stays.
  const pasted = card.getByLabel("Perché questa risposta");
  await pasted.fill("troppo ".repeat(400));
  await save.click();
  await card.getByText(/troppo lungo.*2\.?000/).waitFor();
  assert.equal((await pasted.inputValue()).length, 2_800);
  await answer(pasted, "");
  await save.click();
  const error = card.locator("#f-response-error");
  await error.waitFor();
  assert.match(await error.innerText(), /motivo/i);
  assert.equal(await card.locator('[data-test="response-chosen"]').count(), 0);

  const reason = field(page, "Perché questa risposta");
  await answer(reason, "Il contratto finisce fra un mese e serve un percorso.");
  await save.click();
  const chosen = card.locator('[data-test="response-chosen"]');
  await chosen.waitFor();
  await page.reload();
  await chosen.waitFor();
  assert.equal(await chosen.getAttribute("data-model"), "supported");
  const words = await chosen.innerText();
  assert.match(words, /Il contratto finisce fra un mese/);
  assert.match(words, /Suggerita in quel momento\s+Canone calmierato/);
  assert.match(words, /Salvato su questo tablet/);
});

test("what was chosen is delivered when the server is back", async () => {
  await server.start();
  await badge(page, "delivered");
  const chosen = page.locator('[data-test="response-chosen"]');
  await chosen.getByText("Consegnato").waitFor();
});
