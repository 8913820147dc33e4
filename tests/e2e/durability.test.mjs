// SPDX-License-Identifier: AGPL-3.0-or-later
// What showed as saved is there afterwards: when the browser is killed in the middle of writing, and when the disk is
// full nothing is shown as saved that is not. F1: the browser that throws everything away is noticed.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, test } from "node:test";
import { passes } from "./axe.mjs";
import { AWAY, SIGNED_OUT, Tablet } from "./browser.mjs";
import { ANNA } from "./people.mjs";
import { badge, signIn } from "./pages.mjs";
import { Server } from "./server.mjs";

const KILLS = 8;

let server;
let tablet;

before(async () => {
  server = await Server.open();
  await server.addPerson(ANNA);
  tablet = await Tablet.open(server);
  tablet.expect(...AWAY, ...SIGNED_OUT);
  await signIn(tablet, ANNA);
  await server.stop();
});

after(async () => {
  await tablet?.context.close().catch(() => {});
  await server?.close();
});

/** Types a name into the form for a new household and sends it; the caller waits for what follows. */
async function send(name) {
  const { page } = tablet;
  await page.locator("#new-label").fill(name);
  await page.getByRole("button", { name: "Prendi in carico" }).click();
}

/** Kills every process of this browser at once, as an empty battery does. */
async function kill() {
  const lines = execFileSync("ps", ["-eo", "pid,args"], { encoding: "utf8", maxBuffer: 1 << 24 }).split("\n");
  const own = lines.filter((line) => line.includes(tablet.folder) && line.includes("chrom"));
  const closed = new Promise((resolve) => tablet.context.once("close", resolve));
  for (const line of own) {
    try {
      process.kill(Number.parseInt(line, 10), "SIGKILL");
    } catch (error) {
      // A child may have gone with its parent.
      if (error.code !== "ESRCH") throw error;
    }
  }
  await closed;
}

test(`${KILLS} times the browser is killed while it writes: everything that showed as saved is there`, async () => {
  const saved = [];
  for (let round = 0; round < KILLS; round += 1) {
    for (let n = 0; n < 2; n += 1) {
      const name = `Famiglia Prova Batteria ${round}-${n}`;
      await tablet.goto("/nuclei/nuovo");
      await send(name);
      await tablet.page.getByRole("heading", { level: 1, name }).waitFor();
      saved.push(name);
    }
    await tablet.goto("/nuclei/nuovo");
    // Not waited for: this one may be there or not, and must harm nothing.
    await send(`Famiglia Prova Batteria ${round}-ultima`);
    await kill();
    await tablet.launch();
    await tablet.goto("/nuclei");
    await tablet.page.getByRole("searchbox", { name: "Cerca un nucleo" }).fill("Batteria");
    for (const name of saved.slice(-2)) {
      await tablet.page.locator('[data-test="household-row"]').filter({ hasText: name }).first().waitFor();
    }
  }
  await server.start();
  const { page } = tablet;
  // A session may have ended with the browser: signing in again delivers.
  const again = page.locator(".warnings").getByRole("link", { name: "Accedi" });
  await page.locator('[data-test="sync-badge"][data-state="delivered"]').or(again).first().waitFor({ timeout: 60_000 });
  if (await again.isVisible()) {
    await again.click();
    await page.getByLabel("Nome", { exact: false }).first().fill(ANNA.signIn);
    await page.getByLabel("Password", { exact: false }).first().fill(ANNA.password);
    await page.locator("form button[type=submit]").click();
    await badge(page, "delivered");
  }
  await server.stop();
});

/** Puts half a megabyte beside everything else: why the browser refuses it. */
function putMuch(page) {
  return page.evaluate(async () => {
    const database = await new Promise((resolve) => {
      const request = indexedDB.open("probe", 1);
      request.onupgradeneeded = () => request.result.createObjectStore("probe");
      request.onsuccess = () => resolve(request.result);
    });
    const transaction = database.transaction("probe", "readwrite");
    transaction.objectStore("probe").put(new Uint8Array(500_000), "probe");
    const end = await new Promise((resolve) => {
      transaction.oncomplete = () => resolve("complete");
      transaction.onabort = () => resolve(transaction.error?.name);
    });
    database.close();
    return end;
  });
}

test("a full disk is told in words, nothing shows as saved, and what was typed stays", async () => {
  // The browser asks for the space that is left once and counts from there, so it is told before it begins.
  await tablet.shut();
  await tablet.launch();
  const { page } = tablet;
  const session = await tablet.context.newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: server.url, quotaSize: 1_000 });
  await tablet.goto("/nuclei/nuovo");
  assert.equal(await putMuch(page), "QuotaExceededError", "the disk is full");
  await send("Famiglia Prova Spazio");
  await page.getByText("Lo spazio che il browser concede è finito").waitFor();
  assert.equal(await page.locator("#new-label").inputValue(), "Famiglia Prova Spazio");
  await page.getByRole("link", { name: "Nuclei", exact: true }).first().click();
  await page.getByRole("searchbox", { name: "Cerca un nucleo" }).fill("Spazio");
  assert.equal(await page.locator('[data-test="household-row"]').filter({ hasText: "Prova Spazio" }).count(), 0);

  await session.send("Storage.overrideQuotaForOrigin", { origin: server.url });
  await tablet.goto("/nuclei/nuovo");
  await send("Famiglia Prova Spazio");
  await page.getByRole("heading", { level: 1, name: "Famiglia Prova Spazio" }).waitFor();
});

/** Lets the first so many openings of the store of the device fail, as the browser says it when its files are held. */
function failToOpen(n) {
  const open = IDBFactory.prototype.open;
  let left = n;
  window.mendStore = () => {
    left = 0;
  };
  IDBFactory.prototype.open = function opened(name, version) {
    if (name !== "soglia" || left === 0) return open.call(this, name, version);
    left -= 1;
    // This one stands at a later layout.
    return open.call(this, "probe-later", 1);
  };
}

test("a store that does not open is waited for, then told in words; nobody is taken for a newcomer", async () => {
  await tablet.page.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.open("probe-later", 2);
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
      }),
  );
  const slow = await tablet.newPage();
  await slow.addInitScript(failToOpen, 2);
  await slow.goto(`${server.url}/nuclei`);
  await slow.locator(".frame:not([aria-busy]), #unlock-phrase").first().waitFor();
  await slow.close();

  const stuck = await tablet.newPage();
  await stuck.addInitScript(failToOpen, 1_000);
  await stuck.goto(`${server.url}/nuclei`);
  await stuck.getByRole("heading", { level: 1, name: "I dati di questo tablet non si aprono" }).waitFor();
  await passes(stuck, "a store that does not open");
  await stuck.getByRole("button", { name: "Riprova" }).click();
  await stuck.getByRole("heading", { level: 1, name: "I dati di questo tablet non si aprono" }).waitFor();
  await stuck.evaluate(() => window.mendStore());
  await stuck.getByRole("button", { name: "Riprova" }).click();
  await stuck.locator(".frame:not([aria-busy]), #unlock-phrase").first().waitFor();
  await stuck.close();
});

test("F1: a browser that threw the database away is noticed, and the page says what comes back", async () => {
  const { page } = tablet;
  await server.start();
  await page.goto("about:blank");
  const session = await tablet.context.newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", { origin: server.url, storageTypes: "indexeddb" });
  await page.goto(server.url);
  await page.getByText("Il browser ha cancellato i dati che erano su questo tablet").waitFor();
  tablet.person = undefined;
  await signIn(tablet, ANNA);
  tablet.check();
});
