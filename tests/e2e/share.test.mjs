// SPDX-License-Identifier: AGPL-3.0-or-later
// The page of shared links: a program of its own that says in words why a link shows nothing, and tells nobody the token.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AWAY, Tablet, fetched } from "./browser.mjs";
import { OLGA } from "./people.mjs";
import { signIn } from "./pages.mjs";
import { Server } from "./server.mjs";

const TOKEN = "AbCdEfGhIjKlMnOpQrSt-g";

let server;
let visitor;
let page;
let files;
const addresses = [];

before(async () => {
  server = await Server.open({ demo: false });
  await server.addPerson(OLGA);
  visitor = await Tablet.open(server);
  ({ page } = visitor);
  files = fetched(page);
  page.on("request", (request) => addresses.push(request.url()));
  // What the browser writes when the server knows no such link.
  visitor.expect(/status of 404 .*\/api\/shared/);
});

after(async () => {
  await visitor?.close();
  await server?.close();
});

/** Waits until the page says why it shows nothing; gives its sentence. */
async function reason(state) {
  const place = page.locator(`[data-test="share-nothing"][data-state="${state}"]`);
  await place.waitFor();
  return place.locator("p").innerText();
}

test("an address without a link, or with half of one, says what is missing", async () => {
  await page.goto(`${server.url}/condiviso`);
  assert.match(await reason("wrong"), /manca quello che segue il segno #/);
  await page.evaluate(() => (location.hash = "AbCdE"));
  await page.getByText("servono 22 caratteri e ce ne sono 5").waitFor();
  await page.evaluate((token) => (location.hash = `${token}).`), TOKEN);
  await page.getByText("servono 22 caratteri e ce ne sono 24").waitFor();
  await page.evaluate((token) => (location.hash = `${token.slice(0, -1)}h`), TOKEN);
  await page.getByText("un carattere è cambiato").waitFor();
  await page.getByRole("button", { name: "English" }).click();
  await page.getByText("a character has changed").waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  await page.getByRole("button", { name: "Italiano" }).click();
});

test("a link that the server does not know shows nothing, and its token stands in no address", async () => {
  await page.goto(`${server.url}/condiviso#${TOKEN}`);
  assert.match(await reason("no-such-link"), /è scaduto, è stato ritirato oppure non è mai esistito/);
  const asked = addresses.filter((address) => new URL(address).pathname === "/api/shared");
  assert.ok(asked.length > 0);
  for (const address of asked) assert.ok(!address.includes(TOKEN), "the token travels in the body");
});

test("without a network the page says so, and trying again asks again", async () => {
  visitor.expect(...AWAY);
  await server.stop();
  await page.evaluate((token) => (location.hash = `${token.slice(0, -1)}A`), TOKEN);
  assert.match(await reason("no-network"), /Il server non si raggiunge/);
  await server.start();
  await page.getByRole("button", { name: "Riprova" }).click();
  await reason("no-such-link");
});

test("the page fetches nothing of the application, and is kept and listed by nobody", async () => {
  const list = (process.env.SOGLIA_VISITS ?? "").trim().split("\n").at(-1).split(" ");
  const others = [...files].filter((file) => /\.\w+$/.test(file) && !list.includes(file));
  assert.deepEqual(others, []);
  assert.ok(files.has("soglia-share_bg.wasm"));
  const answer = await fetch(`${server.url}/condiviso`);
  assert.equal(answer.headers.get("cache-control"), "no-store");
  assert.match(answer.headers.get("x-robots-tag"), /noindex/);
  assert.match(answer.headers.get("content-security-policy"), /^default-src 'none';.*form-action 'none'/);
  await answer.body?.cancel();
});

test("where somebody works with Soglia, a link still opens the page of links", async (t) => {
  const tablet = await Tablet.open(server);
  t.after(() => tablet.close());
  tablet.expect(/status of 404 .*\/api\/shared/);
  await signIn(tablet, OLGA);
  await tablet.page.evaluate(() => navigator.serviceWorker.ready);
  await tablet.page.goto(`${server.url}/condiviso#${TOKEN}`);
  await tablet.page.locator('[data-test="share-nothing"][data-state="no-such-link"]').waitFor();
  assert.equal(await tablet.page.locator(".rail").count(), 0, "nothing of the application stands around it");
});
