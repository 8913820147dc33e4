// SPDX-License-Identifier: AGPL-3.0-or-later
// The rulebook: what the coordinator amends without a network reaches the others, and what is supposed changes nothing.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AWAY, SIZES, Tablet } from "./browser.mjs";
import { ANNA, ELENA } from "./people.mjs";
import { answer, badge, field, goOffline, openTopic, signIn, takeIn } from "./pages.mjs";
import { Server } from "./server.mjs";

const SHARE = '[data-test="rule-sustainable_share"]';
const CAP = '[data-test="rule-cap_capped"]';
const WHY = "Nota della direzione, prova";

let server;
let elena;
let anna;
let family;

before(async () => {
  server = await Server.open();
  for (const person of [ANNA, ELENA]) await server.addPerson(person);
});

after(async () => {
  for (const tablet of [elena, anna]) await tablet?.context.close().catch(() => {});
  await server?.close();
});

/** The number before "su" in one of the counts, once the page has it. */
async function changed(page, what) {
  const text = await page.locator(`[data-test="n-${what}"]`).innerText();
  const [n, all] = text.match(/([\d.]+) su ([\d.]+)/).slice(1).map((part) => Number(part.replaceAll(".", "")));
  return { n, all };
}

/** Supposes another value for a figure on the page of suppositions. */
async function suppose(page, key, value) {
  await page.locator("#suppose-parameter").selectOption(key);
  await page.locator("#suppose-value").fill(value);
  await page.getByRole("button", { name: "Supponi questo valore" }).click();
  await page.locator('[data-test="supposed"]').first().waitFor();
}

/** What the page of conditions says a household can bear in a month. */
async function bearable(page) {
  await page.locator('[data-test="finding-market_not_affordable"]').first().waitFor();
  return page.locator('[data-test="finding-market_not_affordable"]').first().innerText();
}

test("before anything is amended, 30 % of an income can be borne", async () => {
  anna = await Tablet.open(server, { size: SIZES.landscape });
  const { page } = anna;
  await signIn(anna, ANNA);
  family = await takeIn(anna, "Famiglia Prova Regole");
  await openTopic(page, "Reddito");
  await answer(field(page, /Reddito netto/), "1.000");
  // The head of the page shows what is saved.
  await page.locator('[data-test="record-head"]').getByText("1.000,00").waitFor();
  await badge(page, "delivered");
  await anna.goto(`${family}/requisiti`);
  assert.match(await bearable(page), /300,00/);
});

test("who does not coordinate reads the rulebook and amends nothing", async () => {
  const { page } = anna;
  await anna.goto("/regole");
  await page.locator(SHARE).waitFor();
  assert.match(await page.locator(SHARE).innerText(), /30%/);
  assert.match(await page.locator(CAP).innerText(), /75,00/);
  assert.equal(await page.getByRole("button", { name: /^Modifica/ }).count(), 0);
});

test("the coordinator amends an assumed share without a network, with a reason", async (t) => {
  elena = await Tablet.open(server, { size: SIZES.landscape });
  const { page } = elena;
  await signIn(elena, ELENA);
  await elena.goto("/regole");
  await page.locator(SHARE).waitFor();
  elena.expect(...AWAY);
  anna.expect(...AWAY);
  await goOffline(elena);

  await t.test("a published figure has no way to be amended", async () => {
    assert.equal(await page.locator(CAP).getByRole("button", { name: /^Modifica/ }).count(), 0);
  });
  await page.locator(SHARE).getByRole("button", { name: /^Modifica/ }).click();
  await t.test("a wrong value and a missing reason say why", async () => {
    await page.locator("#amend-value").fill("130");
    await page.getByRole("button", { name: "Salva la modifica" }).click();
    assert.match(await page.locator("#amend-value-error").innerText(), /da 0 a 100/);
    await page.locator("#amend-value").fill("35");
    await page.getByRole("button", { name: "Salva la modifica" }).click();
    assert.notEqual((await page.locator("#amend-reason-error").innerText()).trim(), "");
    assert.equal(await page.locator("#amend-value-error").count(), 0);
  });
  await answer(page.locator("#amend-reason"), WHY);
  await page.getByRole("button", { name: "Salva la modifica" }).click();
  await page.locator('[data-test="amend-form"]').waitFor({ state: "detached" });
  await t.test("the page shows value, author, reason, and that it is on this tablet only", async () => {
    const shown = await page.locator(SHARE).innerText();
    assert.match(shown, /35%/);
    assert.match(shown, new RegExp(ELENA.name));
    assert.match(shown, new RegExp(WHY));
    assert.match(shown, /Salvato su questo tablet/);
  });
  await t.test("another day shows what held then", async () => {
    await page.locator("#rules-day").fill("1/4/2026");
    await page.locator("#rules-day").press("Tab");
    await page.locator('[data-test="rules-other-day"]').waitFor();
    assert.match(await page.locator(`${SHARE} [data-test="rule-value"]`).innerText(), /30%/);
    await page.getByRole("button", { name: "Torna a oggi" }).click();
    await page.locator(SHARE).getByText("35%").first().waitFor();
  });
  await server.start();
  await badge(page, "delivered");
  await page.locator(SHARE).getByText("Consegnato").first().waitFor();
});

test("a colleague's tablet follows: the rulebook, and what a household can bear", async () => {
  const { page } = anna;
  await anna.goto("/regole");
  await page.locator(`${SHARE} [data-test="rule-value"]`, { hasText: "35%" }).waitFor();
  await page.locator(`${SHARE} summary`).click();
  assert.match(await page.locator(`${SHARE} [data-test="amendment"]`).innerText(), new RegExp(`${WHY}[^]*${ELENA.name}`));
  await anna.goto(`${family}/requisiti`);
  assert.match(await bearable(page), /350,00/);
});

test("a lower cap shows how many ceilings change, and nothing is stored", async () => {
  const { page } = anna;
  await anna.goto("/ipotesi");
  await suppose(page, "cap_capped", "70");
  await page.locator('[data-test="consequences"]').waitFor();
  const { n, all } = await changed(page, "ceilings");
  assert.ok(n > 0 && n <= all, `${n} of ${all}`);
  await page.locator(".consequence", { has: page.locator('[data-test="n-ceilings"]') }).getByRole("button").click();
  const lines = page.locator(".consequence-list li");
  assert.equal(await lines.count(), Math.min(n, 200));
  assert.match(await lines.first().innerText(), /€ al mese → /);

  await anna.goto("/ipotesi");
  await page.getByRole("heading", { name: "Ipotesi salvate" }).waitFor();
  assert.equal(await page.locator('[data-test="supposed"]').count(), 0);
  assert.equal(await page.locator('[data-test="scenario"]').count(), 0);
  await anna.goto("/regole");
  assert.match(await page.locator(CAP).innerText(), /75,00/);
});

test("a scenario is saved, opened by a colleague, and taken out", async () => {
  const { page } = anna;
  await anna.goto("/ipotesi");
  await suppose(page, "cap_capped", "70");
  await suppose(page, "public_housing_isee_limit", "12.000");
  await answer(page.locator("#scenario-name"), "Settanta euro");
  await page.getByRole("button", { name: "Salva", exact: true }).click();
  await page.locator('[data-test="scenario"]').waitFor();
  await badge(page, "delivered");

  const { page: other } = elena;
  await elena.goto("/ipotesi");
  const scenario = other.locator('[data-test="scenario"]', { hasText: "Settanta euro" });
  await scenario.waitFor();
  assert.match(await scenario.innerText(), new RegExp(ANNA.name));
  await scenario.getByRole("button", { name: /^Apri/ }).click();
  assert.equal(await other.locator('[data-test="supposed"]').count(), 2);
  await other.locator('[data-test="consequences"]').waitFor();
  await scenario.getByRole("button", { name: /^Togli/ }).click();
  await scenario.waitFor({ state: "detached" });
  await badge(other, "delivered");
  for (const tablet of [elena, anna]) tablet.check();
});
