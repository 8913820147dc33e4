// SPDX-License-Identifier: AGPL-3.0-or-later
// F4, F5: two people write into the same field without seeing each other. Both values stand in the case itself, with who
// wrote them, when and on which device, until one of them chooses.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { passes } from "./axe.mjs";
import { AWAY, SIZES, Tablet } from "./browser.mjs";
import { ANNA, BRUNO } from "./people.mjs";
import {
  answer,
  badge,
  dwellingRows,
  field,
  goOffline,
  openDwelling,
  openFilters,
  openHousehold,
  openTopic,
  signIn,
  takeIn,
} from "./pages.mjs";
import { Server } from "./server.mjs";

const FAMILY = "Famiglia Prova Conflitto";

let server;
let anna;
let bruno;

before(async () => {
  server = await Server.open();
  for (const person of [ANNA, BRUNO]) await server.addPerson(person);
  [anna, bruno] = await Promise.all([Tablet.open(server), Tablet.open(server, { size: SIZES.portrait })]);
  for (const tablet of [anna, bruno]) tablet.expect(...AWAY);
  await signIn(anna, ANNA);
  await signIn(bruno, BRUNO);
});

after(async () => {
  for (const tablet of [anna, bruno]) await tablet?.context.close().catch(() => {});
  await server?.close();
});

function card(page, key) {
  return page.locator(`[data-test="review-card"][data-field="${key}"]`);
}

/** Amounts carry spaces that do not break. */
function plain(text) {
  return text.replaceAll("\u00a0", " ");
}

async function income(page, text) {
  await openTopic(page, "Reddito");
  await answer(field(page, /Reddito netto/), text);
}

test("two incomes written without a network stand side by side in the case, on both tablets", async () => {
  await takeIn(anna, FAMILY);
  await badge(anna.page, "delivered");
  await openHousehold(bruno, FAMILY);
  for (const tablet of [anna, bruno]) await openTopic(tablet.page, "Reddito");
  await goOffline(anna);
  await income(anna.page, "650");
  await income(bruno.page, "620");
  for (const tablet of [anna, bruno]) await badge(tablet.page, "offline", "pending");
  await server.start();
  for (const tablet of [anna, bruno]) {
    const open = card(tablet.page, "net_monthly_income");
    await open.waitFor({ timeout: 60_000 });
    const words = plain(await open.innerText());
    for (const part of ["650,00 €", "620,00 €", "Anna Prova", "Bruno Prova", "Assistente sociale"]) {
      assert.ok(words.includes(part), `${part} is missing in: ${words}`);
    }
    assert.match(words, /\d{1,2} \p{L}+ \d{4}, ore \d{2}:\d{2}, su questo tablet/u);
    assert.match(words, /sul tablet «[0-9a-f]{6}»/);
    assert.equal(await open.getByRole("button", { name: /^Tieni il mio: / }).count(), 1);
    assert.equal(await open.getByRole("button", { name: /^Tieni tutti e due/ }).count(), 0, "an amount is one value");
  }
});

test("two values side by side pass in both themes", () => passes(anna.page, "two values side by side"));

test("what is to be sent lists the question with the way into the case", async () => {
  const { page } = bruno;
  await page.locator('[data-test="sync-badge"]').first().click();
  const row = page.locator('[data-test="outbox-row"][data-state="review"]').filter({ hasText: FAMILY });
  assert.match(await row.innerText(), /Reddito netto mensile/);
  await row.getByRole("link", { name: "Vai alla scelta" }).click();
  await card(page, "net_monthly_income").waitFor();
});

test("the choice is an action of its own, reaches the other tablet, and can be taken back", async () => {
  const { page } = anna;
  await card(page, "net_monthly_income").getByRole("button", { name: "Tieni quello di Bruno Prova: 620,00 €" }).click();
  const chosen = page.locator('[data-test="review-chosen"]');
  assert.match(plain(await chosen.innerText()), /scelto 620,00 €/);
  await card(page, "net_monthly_income").waitFor({ state: "detached" });
  await badge(page, "delivered");
  await card(bruno.page, "net_monthly_income").waitFor({ state: "detached", timeout: 60_000 });
  await openTopic(bruno.page, "Reddito");
  await assertValue(bruno.page, "620,00 €");
  await page.getByRole("button", { name: "Metti invece: 650,00 €" }).click();
  await assertValue(bruno.page, "650,00 €");
  await page.getByRole("link", { name: "Storia", exact: true }).click();
  const story = page.locator('[data-test="history-server"]');
  await story.getByText(/fra due valori/).waitFor();
  const lines = plain(await story.innerText());
  assert.match(lines, /650,00 €/);
  assert.match(lines, /620,00 €/);
});

/** Waits until the field of the income shows a value. */
async function assertValue(page, text) {
  await page.waitForFunction(
    (text) => document.getElementById("f-net_monthly_income")?.value.replaceAll("\u00a0", " ") === text,
    text,
    { timeout: 60_000 },
  );
}

test("two notes about a dwelling can both be kept", async () => {
  await anna.goto("/alloggi");
  await openFilters(anna.page);
  await anna.page.getByLabel("Stato", { exact: true }).selectOption({ label: "Pronto" });
  const row = dwellingRows(anna.page).first();
  const code = (await row.innerText()).match(/[A-Z]+-\d{3,}/)[0];
  await row.click();
  await bruno.goto("/alloggi");
  await openDwelling(bruno.page, code);
  for (const tablet of [anna, bruno]) {
    await tablet.page.getByRole("heading", { level: 1, name: code }).waitFor();
    await tablet.page.getByRole("button", { name: /^Modifica: Note/ }).click();
  }
  await goOffline(anna);
  await answer(field(anna.page, /^Note/), "Le chiavi sono dal custode.");
  await answer(field(bruno.page, /^Note/), "Citofono 12.");
  for (const tablet of [anna, bruno]) await badge(tablet.page, "offline", "pending");
  await server.start();
  const open = card(bruno.page, "note");
  await open.waitFor({ timeout: 60_000 });
  await open.getByRole("button", { name: "Tieni tutti e due" }).click();
  await badge(bruno.page, "delivered");
  const kept = anna.page.locator('[data-test="fact-note"]');
  await card(anna.page, "note").waitFor({ state: "detached", timeout: 60_000 });
  const words = await kept.locator("textarea, input, .fact-value").first().evaluate((box) => box.value ?? box.innerText);
  assert.match(words, /chiavi/);
  assert.match(words, /Citofono/);
  for (const tablet of [anna, bruno]) tablet.check();
});
