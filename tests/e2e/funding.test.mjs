// SPDX-License-Identifier: AGPL-3.0-or-later
// Money is asked for on a device and decided by the server: what is only asked shows as asked, a source is never passed,
// and what is refused comes back to who asked with what is left.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AWAY, SIZES, Tablet } from "./browser.mjs";
import { ANNA, ELENA } from "./people.mjs";
import { badge, cents, goOffline, signIn } from "./pages.mjs";
import { Server } from "./server.mjs";

const SOURCE = "Contributo di prova";

const IVO = { ...ELENA, signIn: "ivo.prova", name: "Ivo Prova", password: "dodici-scale-antiche", phrase: "una scala di legno" };

let server;
let elena;
let ivo;
let anna;

before(async () => {
  server = await Server.open();
  for (const person of [ANNA, ELENA, IVO]) await server.addPerson(person);
  elena = await Tablet.open(server);
  ivo = await Tablet.open(server, { size: SIZES.phone });
  for (const tablet of [elena, ivo]) tablet.expect(...AWAY);
  await signIn(elena, ELENA);
  await signIn(ivo, IVO);
});

after(async () => {
  for (const tablet of [elena, ivo, anna]) await tablet?.context.close().catch(() => {});
  await server?.close();
});

function asked(page, state) {
  return page.locator(`[data-test="funding-asked"][data-state="${state}"]`);
}

async function openSource(tablet) {
  await tablet.goto("/fondi");
  await tablet.page.getByRole("link", { name: SOURCE }).click();
  await tablet.page.locator('[data-test="funding-left"]').waitFor();
}

async function commit(page, amount, purpose) {
  await page.getByRole("button", { name: "Nuovo impegno" }).click();
  const form = page.locator('[data-test="commit-form"]');
  await form.locator("#commit-amount").fill(amount);
  await form.locator("#commit-purpose").fill(purpose);
  await form.getByRole("button", { name: "Chiedi l’impegno" }).click();
  await form.waitFor({ state: "detached" });
}

async function left(page) {
  return cents(await page.locator('[data-test="funding-left"]').innerText());
}

test("a source that is asked for shows as asked until the server has decided", async () => {
  const { page } = elena;
  await goOffline(elena);
  await elena.goto("/fondi");
  await page.getByRole("button", { name: "Apri una fonte" }).click();
  const form = page.locator('[data-test="source-form"]');
  await form.locator("#source-name").fill(SOURCE);
  await form.locator("#source-amount").fill("50.000");
  await form.getByRole("button", { name: "Chiedi di aprire la fonte" }).click();
  await asked(page, "asked").first().waitFor();
  assert.equal(await page.locator('[data-test="funding-source"]').filter({ hasText: SOURCE }).count(), 0);
  await server.start();
  await page.locator('[data-test="funding-source"]').filter({ hasText: SOURCE }).waitFor({ timeout: 60_000 });
  await asked(page, "asked").first().waitFor({ state: "detached" });
});

test("of two who ask for the last of it without a network, one gets it and the other learns what is left", async () => {
  for (const tablet of [elena, ivo]) await openSource(tablet);
  await goOffline(elena);
  await commit(elena.page, "40.000", "Lavori in via delle Prove 1");
  await commit(ivo.page, "30.000", "Lavori in via delle Prove 2");
  assert.equal(await left(elena.page), 5_000_000, "what is asked counts in no sum");
  await server.start();
  await badge(elena.page, "delivered", "review");
  await badge(ivo.page, "delivered", "review");
  const refusals = async () =>
    (await Promise.all([elena, ivo].map(({ page }) => asked(page, "refused").count()))).reduce((a, b) => a + b);
  for (const { page } of [elena, ivo]) await asked(page, "asked").first().waitFor({ state: "detached" });
  assert.equal(await refusals(), 1);
  const loser = (await asked(elena.page, "refused").count()) ? elena : ivo;
  const winner = loser === elena ? ivo : elena;
  const rest = winner === elena ? 1_000_000 : 2_000_000;
  assert.equal(await left(winner.page), rest);
  assert.equal(await winner.page.locator('[data-test="commitment"][data-counts="true"]').count(), 1);
  const card = asked(loser.page, "refused");
  assert.match((await card.innerText()).replaceAll("\u00a0", " "), winner === elena ? /10\.000/ : /20\.000/);
  await card.getByRole("button", { name: "Togli la richiesta" }).click();
  await card.waitFor({ state: "detached" });
  await badge(loser.page, "delivered");
});

test("a social worker sees the sources and may commit nothing", async () => {
  anna = await Tablet.open(server);
  await signIn(anna, ANNA);
  await openSource(anna);
  assert.equal(await anna.page.getByRole("button", { name: "Nuovo impegno" }).count(), 0);
});

test("nothing was complained about", () => {
  for (const tablet of [elena, ivo, anna]) tablet.check();
});
