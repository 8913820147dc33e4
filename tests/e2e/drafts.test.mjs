// SPDX-License-Identifier: AGPL-3.0-or-later
// What is typed and not saved yet survives a reload, a lock, a closed browser and a new version; and it is sealed.
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { AWAY, SIGNED_OUT, Tablet } from "./browser.mjs";
import { ANNA, ELENA } from "./people.mjs";
import { answer, dwellingRows, field, signIn } from "./pages.mjs";
import { Server } from "./server.mjs";

const FAMILY = "Famiglia Prova Bozzetti";

let folder;
let server;
let tablet;
let desk;

before(async () => {
  // The pages of this test get a second version while somebody works with the first one.
  folder = await mkdtemp(join(tmpdir(), "soglia-dist-"));
  await cp(process.env.SOGLIA_DIST, folder, { recursive: true });
  process.env.SOGLIA_DIST = folder;
  server = await Server.open();
  for (const person of [ANNA, ELENA]) await server.addPerson(person);
  tablet = await Tablet.open(server);
  tablet.expect(...AWAY, ...SIGNED_OUT);
  await signIn(tablet, ANNA);
});

after(async () => {
  for (const open of [tablet, desk]) await open?.context.close().catch(() => {});
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

const label = () => tablet.page.locator("#new-label");

/** Asks the page until the answer is yes: an answer that takes time itself. */
async function until(page, question) {
  for (let n = 0; n < 400; n += 1) {
    if (await page.evaluate(question)) return;
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  throw new Error(`never: ${question}`);
}

/** Waits until what is kept on the disk is as long as the page wants it. */
async function onDisk(page) {
  await until(page, async () => {
    let n_bytes = 0;
    const names = (await indexedDB.databases()).map(({ name }) => name);
    for (const name of names.filter((name) => name.startsWith("soglia-store-"))) {
      const database = await new Promise((resolve) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
      });
      const value = await new Promise((resolve) => {
        const request = database.transaction("meta").objectStore("meta").get("drafts");
        request.onsuccess = () => resolve(request.result);
      });
      database.close();
      n_bytes = Math.max(n_bytes, value?.length ?? 0);
    }
    window.draftBytes = n_bytes;
    return n_bytes > window.wants.more && n_bytes <= window.wants.most;
  });
  return page.evaluate(() => window.draftBytes);
}

/** A nonce, a tag and "{}": more than that is a text. */
const NO_TEXT = 30;

/** Waits until a text is kept on the disk, beside others of that many bytes; gives the bytes of all. */
async function keptOnDisk(page, others = NO_TEXT) {
  await page.evaluate((more) => (window.wants = { more, most: Infinity }), others);
  return onDisk(page);
}

/** Waits until nothing is kept on the disk but others of that many bytes. */
async function goneFromDisk(page, others = NO_TEXT) {
  await page.evaluate((most) => (window.wants = { more: -1, most }), others);
  return onDisk(page);
}

async function takenUp() {
  await tablet.page.getByText("Ripreso da dove era rimasto").waitFor();
  assert.equal(await label().inputValue(), FAMILY);
}

test("a name half written survives a reload", async () => {
  const { page } = tablet;
  await tablet.goto("/nuclei/nuovo");
  await label().fill(FAMILY);
  await keptOnDisk(page);
  await page.reload();
  await takenUp();
});

test("it survives a lock at once, and a browser that was closed", async () => {
  const { page } = tablet;
  await label().fill("altro");
  await label().fill(FAMILY);
  await page.getByRole("button", { name: /^Persona e impostazioni/ }).click();
  await page.getByRole("button", { name: "Blocca adesso" }).click();
  await tablet.unlock();
  await takenUp();
  await tablet.shut();
  await tablet.launch();
  await tablet.goto("/nuclei/nuovo");
  await takenUp();
});

test("a new version waits, keeps what is half written, and is taken when the person says so", async () => {
  const { page } = tablet;
  await page.evaluate(() => navigator.serviceWorker.ready);
  for (const name of (await readdir(folder)).filter((name) => name.startsWith("sw.js."))) await rm(join(folder, name));
  const worker = await readFile(join(folder, "sw.js"), "utf8");
  const version = /VERSION ?= ?"([^"]+)"/.exec(worker)[1];
  await writeFile(join(folder, "sw.js"), worker.replace(`"${version}"`, `"${version}-seconda"`));
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await until(page, async () => (await navigator.serviceWorker.getRegistration()).waiting !== null);
  await takenUp();
  await page.getByRole("button", { name: /^Persona e impostazioni/ }).click();
  await page.getByRole("link", { name: "Impostazioni" }).click();
  const again = page.waitForEvent("load");
  await page.getByRole("button", { name: "Aggiorna adesso" }).click();
  await again;
  await page.locator(".frame:not([aria-busy])").waitFor();
  const names = await page.evaluate(() => caches.keys());
  assert.deepEqual(names, [`soglia-app-${version}-seconda`]);
  await tablet.goto("/nuclei/nuovo");
  await takenUp();
});

test("what was taken up can be given up, and what was sent leaves nothing behind", async () => {
  const { page } = tablet;
  await page.locator('[data-test="discard-draft"]').click();
  assert.equal(await label().inputValue(), "");
  await goneFromDisk(page);
  await page.reload();
  await label().waitFor();
  assert.equal(await page.getByText("Ripreso da dove era rimasto").count(), 0);
  await label().fill(FAMILY);
  await page.getByRole("button", { name: "Prendi in carico" }).click();
  await page.getByRole("heading", { level: 1, name: FAMILY }).waitFor();
  await tablet.goto("/nuclei/nuovo");
  await label().waitFor();
  assert.equal(await label().inputValue(), "");
});

test("a surface that cannot be read waits at its field after a reload", async () => {
  const { page } = tablet;
  // Which topic of the household is open is kept too.
  const others = await keptOnDisk(page);
  await tablet.goto("/alloggi");
  await dwellingRows(page).first().click();
  await page.getByRole("button", { name: "Modifica: Superficie utile" }).click();
  const surface = field(page, "Superficie utile");
  await answer(surface, "tre stanze");
  await page.getByText(/in cifre/).waitFor();
  await keptOnDisk(page, others);
  await page.reload();
  await page.getByText(/in cifre/).waitFor();
  assert.equal(await surface.inputValue(), "tre stanze");
  await answer(surface, "63,75");
  await page.getByText(/in cifre/).waitFor({ state: "detached" });
  await goneFromDisk(page, others);
});

test("a proposed figure comes back with its reason when the form is opened again", async () => {
  desk = await Tablet.open(server);
  const { page } = desk;
  await signIn(desk, ELENA);
  const open = async () => {
    await desk.goto("/regole");
    await page.locator('[data-test="rule-sustainable_share"]').getByRole("button", { name: /^Modifica/ }).click();
    await page.locator("#amend-value").waitFor();
  };
  await open();
  await page.locator("#amend-value").fill("35");
  await page.locator("#amend-reason").fill("Delibera in arrivo");
  await keptOnDisk(page);
  await open();
  await page.getByText("Ripreso da dove era rimasto").waitFor();
  assert.equal(await page.locator("#amend-reason").inputValue(), "Delibera in arrivo");
  assert.match(await page.locator("#amend-value").inputValue(), /^35/);
  await page.getByRole("button", { name: "Annulla" }).click();
  await goneFromDisk(page);
  await open();
  assert.equal(await page.getByText("Ripreso da dove era rimasto").count(), 0);
  desk.check();
  tablet.check();
});
