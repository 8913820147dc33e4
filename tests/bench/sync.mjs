// SPDX-License-Identifier: AGPL-3.0-or-later
// Measures the exchange between a device that seals what it holds and a server on the same machine: first sync of 10,000
// records, on loopback and on a slow line; saves; 1,000 changes delivered; an exchange with nothing new; memory.
// Prints tables in Markdown, target beside measured. Run by `cargo xtask bench`, against the release build.
import { readFile } from "node:fs/promises";
import { cpus, release, type } from "node:os";
import { SIZES, Tablet } from "../e2e/browser.mjs";
import { ANNA, BRUNO, ELENA, OLGA } from "../e2e/people.mjs";
import { badge, field, openTopic } from "../e2e/pages.mjs";
import { Server, command } from "../e2e/server.mjs";

const N = 5_000;
const N_SAVES = 1_000;
const N_HOUSEHOLDS = 10;
const N_QUIET = 20;

const sorted = (values) => [...values].sort((a, b) => a - b);
const median = (values) => sorted(values)[Math.floor(values.length / 2)];
const p95 = (values) => sorted(values)[Math.max(0, Math.ceil(values.length * 0.95) - 1)];
const ms = (value) => (value < 10 ? `${value.toFixed(1)} ms` : `${Math.round(value)} ms`);
const kB = (bytes) => (bytes < 10_000 ? `${(bytes / 1_000).toFixed(2)} kB` : `${Math.round(bytes / 1_000)} kB`);

function table(title, rows) {
  const lines = [`### ${title}`, "", "| what | target | measured | |", "|---|---|---|---|"];
  for (const [what, target, measured, holds] of rows) {
    lines.push(`| ${what} | ${target} | ${measured} | ${holds ? "within" : "**beyond**"} |`);
  }
  process.stdout.write(`${lines.join("\n")}\n\n`);
}

/** Watches the requests of a page: when each began and ended, and how many bytes came. */
async function watch(tablet, pattern) {
  const session = await tablet.context.newCDPSession(tablet.page);
  await session.send("Network.enable");
  const requests = new Map();
  session.on("Network.requestWillBeSent", ({ requestId, request, timestamp }) => {
    if (!pattern.test(request.url)) return;
    const sent = (request.postData ?? "").length;
    requests.set(requestId, { method: request.method, began: timestamp * 1_000, sent, bytes: 0 });
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength, timestamp }) => {
    const known = requests.get(requestId);
    if (known) Object.assign(known, { ended: timestamp * 1_000, bytes: encodedDataLength });
  });
  return { session, all: () => [...requests.values()], forget: () => requests.clear() };
}

async function firstSync(server, person, line) {
  const tablet = await Tablet.open(server, { size: SIZES.landscape, touch: false });
  const { page } = tablet;
  await tablet.goto("/");
  await page.getByLabel("Nome", { exact: true }).fill(person.signIn);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.locator("form button[type=submit]").click();
  await page.locator("#phrase-new").waitFor();
  const seen = await watch(tablet, /\/api\/records\?/);
  if (line) await seen.session.send("Network.emulateNetworkConditions", { offline: false, ...line });
  await tablet.choosePhrase(person);
  // The store says itself when the last record rests in it: the badge is painted a little later.
  await badge(page, "delivered");
  const stored = await page.evaluate(() => performance.getEntriesByName("first-sync", "measure").at(-1)?.duration);
  const records = seen.all().filter((request) => request.ended);
  const bytes = records.reduce((sum, request) => sum + request.bytes, 0);
  return { tablet, took: stored, bytes, n: records.length };
}

/** Types amounts into one question of several households, one after the other, until as many changes wait as asked. */
async function save(tablet) {
  const { page } = tablet;
  await tablet.goto("/nuclei");
  const rows = page.locator('[data-test="household-row"]');
  await rows.nth(N_HOUSEHOLDS - 1).waitFor();
  const paths = await rows.evaluateAll((rows) => rows.map((row) => row.getAttribute("href")));
  const durations = [];
  for (const path of paths.slice(0, N_HOUSEHOLDS)) {
    await page.locator(`[data-test="household-row"][href="${path}"]`).click();
    await page.waitForURL(`**${path}`);
    await openTopic(page, "Reddito");
    const id = await field(page, "Reddito netto mensile").getAttribute("id");
    durations.push(...(await typeAmounts(page, id)));
  }
  return durations;
}

/** Types one amount after the other; gives how long the client itself says that each save took. */
function typeAmounts(page, id) {
  return page.evaluate(
    async ({ id, n }) => {
      // Told of each save as it ends: asking for the list again and again would hand out every save so far, each time.
      const saves = [];
      let told = () => {};
      const observer = new PerformanceObserver((list) => {
        saves.push(...list.getEntriesByName("save", "measure"));
        told();
      });
      observer.observe({ type: "measure" });
      for (let at = 0; at < n; at += 1) {
        // A person types the next answer when the page has come to rest.
        await new Promise((resolve) => requestIdleCallback(resolve));
        const input = document.getElementById(id);
        input.focus();
        input.value = String(11_000 + at);
        input.dispatchEvent(new Event("input", { bubbles: true }));
        input.dispatchEvent(new Event("change", { bubbles: true }));
        while (saves.length <= at) await new Promise((resolve) => (told = resolve));
      }
      observer.disconnect();
      return saves.map((entry) => entry.duration);
    },
    { id, n: N_SAVES / N_HOUSEHOLDS },
  );
}

async function memory(tablet) {
  const used = await tablet.page.evaluate(async () => (await performance.measureUserAgentSpecificMemory()).bytes);
  const browser = await tablet.context.browser()?.newBrowserCDPSession().catch(() => undefined);
  let whole = 0;
  const info = await browser?.send("SystemInfo.getProcessInfo").catch(() => undefined);
  for (const { type: kind, id } of info?.processInfo ?? []) {
    if (kind !== "renderer") continue;
    const status = await readFile(`/proc/${id}/status`, "utf8").catch(() => "");
    whole = Math.max(whole, Number(/RssAnon:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1_024);
  }
  return { used, whole };
}

const server = await Server.open({
  demo: false,
  prepare: (data) => command(["demo-bulk", "--dwellings", `${N}`, "--households", `${N}`, "--data", data]),
});
const open = [];
try {
  for (const person of [ANNA, BRUNO, OLGA, ELENA]) await server.addPerson(person);
  const [cpu] = cpus();
  process.stdout.write(`Machine: ${cpus().length} × ${cpu.model.trim()}, ${type()} ${release()}\n\n`);

  const quick = [];
  for (const person of [ANNA, BRUNO, OLGA]) {
    const sync = await firstSync(server, person);
    open.push(sync.tablet);
    quick.push(sync);
    if (person !== ANNA) await sync.tablet.context.close();
  }
  const line = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 1_600_000 / 8 };
  const slow = await firstSync(server, ELENA, line);
  await slow.tablet.context.close();
  const took = median(quick.map((sync) => sync.took));
  const { bytes } = quick[0];
  table(`First sync of ${2 * N} records to an empty device, sealed at rest, from the first request to the last record stored`, [
    ["loopback, median of 3", "1,000 ms", ms(took), took <= 1_000],
    ["over the wire", "1,500 kB", kB(bytes), bytes > 0 && bytes <= 1_500_000],
    ["1.6 Mbit/s with 150 ms", "10,000 ms", ms(slow.took), slow.took <= 10_000],
  ]);

  const [{ tablet }] = quick;
  const { page } = tablet;
  const held = await memory(tablet);
  table(`Memory of the page with ${2 * N} records`, [
    ["as the browser counts it (measureUserAgentSpecificMemory)", "150 MB", `${Math.round(held.used / 1e6)} MB`, held.used > 0 && held.used <= 150e6],
    ["whole process of the page, private", "", `${Math.round(held.whole / 1e6)} MB`, true],
  ]);

  const quiet = await watch(tablet, /\/api\/(records|changes)/);
  for (let at = 0; at < N_QUIET; at += 1) {
    const before = quiet.all().filter((request) => request.ended).length;
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    while (quiet.all().filter((request) => request.ended).length <= before) await page.waitForTimeout(10);
  }
  const asked = quiet.all().filter((request) => request.ended);
  const times = asked.map((request) => request.ended - request.began);
  const most = Math.max(...asked.map((request) => request.bytes));
  table(`An exchange with nothing new, ${asked.length} times`, [
    ["time, median", "50 ms", ms(median(times)), median(times) <= 50],
    ["time, p95", "", ms(p95(times)), true],
    ["over the wire, head of the answer included", "1 kB", kB(most), most <= 1_000],
  ]);

  await server.stop();
  const saves = await save(tablet);
  table(`${saves.length} saves without a network, sealed, strict`, [
    ["from the action to the completed transaction, p95", "8 ms", ms(p95(saves)), p95(saves) <= 8],
    ["the same, median", "3 ms", ms(median(saves)), median(saves) <= 3],
    ["the first 100 of them, p95", "", ms(p95(saves.slice(0, 100))), true],
    ["the last 100 of them, p95", "", ms(p95(saves.slice(-100))), true],
  ]);

  quiet.forget();
  await server.start();
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await badge(page, "delivered");
  const sent = quiet.all().filter((request) => request.ended);
  const posts = sent.filter((request) => request.method === "POST");
  const first = Math.min(...posts.map((request) => request.began));
  // The records come back in the first answer after the last delivery; what is asked later finds nothing new.
  const sentBy = Math.max(...posts.map((request) => request.ended));
  const last = Math.min(...sent.filter((request) => request.began >= sentBy).map((request) => request.ended));
  table(`${saves.length} changes delivered, ${posts.length} requests`, [
    ["from the first request to the answer that confirms the last one", "500 ms", ms(last - first), last - first <= 500],
  ]);
} finally {
  for (const tablet of open) await tablet.context.close().catch(() => {});
  await server.close();
}
