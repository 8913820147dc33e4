// SPDX-License-Identifier: AGPL-3.0-or-later
// The client travels in parts: each is fetched when its page is asked for, works without a network afterwards, and when it
// does not arrive the page says so and tries again. What a first visit fetches is what its budget counts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AWAY, SIGNED_OUT, Tablet, fetched } from "./browser.mjs";
import { OLGA } from "./people.mjs";
import { signIn } from "./pages.mjs";
import { Server } from "./server.mjs";

let server;

before(async () => {
  server = await Server.open();
  await server.addPerson(OLGA);
});

after(async () => {
  await server?.close();
});

/** What judges a household comes once it is on the screen, and completes its page. */
const COMPLETES = ["parts/next.wasm", "parts/asking.wasm"];

const RULES = /\/parts\/rules-[0-9a-f]{16}\.wasm$/;

/** What the budgets count, one list of files for each visit. */
function counted() {
  const [signIn, household] = (process.env.SOGLIA_VISITS ?? "").trim().split("\n");
  assert.ok(household, "SOGLIA_VISITS is not set: run these tests with `cargo xtask test --only e2e`");
  return { signIn: signIn.split(" "), household: household.split(" ") };
}

/** Files that were fetched and are not counted. A page has no name of its own; letters of names come where a name needs them. */
function uncounted(files, list) {
  return [...files].filter((file) => /\.\w+$/.test(file) && !file.endsWith("-names.woff2") && !list.includes(file));
}

test("a first visit fetches what its budget counts, and nothing else", async (t) => {
  const visits = counted();
  const tablet = await Tablet.open(server);
  t.after(() => tablet.close());
  const { page } = tablet;
  const files = fetched(page);
  await tablet.goto("/");
  await page.getByLabel("Password", { exact: false }).first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState("networkidle");
  assert.ok(files.has("soglia-client_bg.wasm"));
  assert.deepEqual(uncounted(files, visits.signIn), []);
  await signIn(tablet, OLGA);
  await page.getByRole("link", { name: "Nuclei", exact: true }).click();
  await page.locator('[data-test="household-row"]').first().click();
  await page.locator(".record-part").waitFor();
  assert.ok(files.has("parts/households.wasm"));
  const later = uncounted(files, visits.household).filter((file) => !COMPLETES.includes(file));
  assert.deepEqual(later, []);
});

test("a part is fetched when its page is first asked for, and is there without a network afterwards", async (t) => {
  const tablet = await Tablet.open(server);
  t.after(() => tablet.close());
  const { page } = tablet;
  const files = fetched(page);
  await signIn(tablet, OLGA);
  await page.evaluate(() => navigator.serviceWorker.ready);
  assert.ok(!files.has("parts/rules.wasm"), "nobody asked for it yet");
  await tablet.goto("/regole");
  await page.getByRole("heading", { level: 1, name: "Regole" }).waitFor();
  assert.ok(files.has("parts/rules.wasm"));
  assert.ok(!files.has("parts/settings.wasm"), "nobody asked for that one");
  tablet.expect(...AWAY);
  await server.stop();
  await tablet.goto("/impostazioni");
  await page.getByRole("heading", { level: 1, name: "Impostazioni" }).waitFor();
  await server.start();
});

test("a part that does not arrive is told in words, and trying again fetches it", async (t) => {
  const tablet = await Tablet.open(server, { serviceWorkers: "block" });
  t.after(() => tablet.close());
  const { page } = tablet;
  tablet.expect(...AWAY, ...SIGNED_OUT, /Failed to fetch/);
  await signIn(tablet, OLGA);
  await page.route(RULES, (route) => route.abort());
  await tablet.goto("/regole");
  const sentence = page.getByText("Questa pagina non si è caricata: forse manca la rete.");
  await sentence.waitFor();
  const title = page.getByRole("heading", { level: 1, name: "Regole" });
  await title.waitFor();
  // Still without: the person is told again, and nothing breaks.
  await page.getByRole("button", { name: "Riprova" }).click();
  await sentence.waitFor();
  await page.unroute(RULES);
  await page.getByRole("button", { name: "Riprova" }).click();
  await page.locator('[data-test="rule-market_rent"]').waitFor();
  assert.ok(await title.evaluate((heading) => heading === document.activeElement), "the heading has the focus");
});
