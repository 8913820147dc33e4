// SPDX-License-Identifier: AGPL-3.0-or-later
// Measures shared links: how many views a second the server answers on either database, and how long a first visit takes on a
// slow network and a slow processor. Prints tables in Markdown. Run by `cargo xtask bench --only shared`.
import { execFile } from "node:child_process";
import { cpus, loadavg, release, type } from "node:os";
import { promisify } from "node:util";
import { SIZES, Tablet } from "../e2e/browser.mjs";
import { ANNA } from "../e2e/people.mjs";
import { planOf, signIn } from "../e2e/pages.mjs";
import { Server } from "../e2e/server.mjs";

const N_READERS = 32;
const SECONDS = 10;
const N_VISITS = 7;
const LEAST = 1_000;
const TARGET_MS = 2_000;
/** 1.6 Mbit/s with 150 ms there and back, as a telephone has it on a bad day. */
const NETWORK = { offline: false, downloadThroughput: 200_000, uploadThroughput: 96_000, latency: 150 };
const SLOWED = 4;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const part = (page, name) => page.locator(`[data-test="${name}"]`);

/** Shares the plan of a family of the demonstration; gives the link. */
async function share(server) {
  const anna = await Tablet.open(server, { size: SIZES.landscape });
  await signIn(anna, ANNA);
  const { page } = anna;
  await anna.goto(await planOf(page, "signed"));
  await part(page, "share").click();
  const form = part(page, "share-form");
  await form.getByLabel("Per chi è").fill("Famiglia");
  await form.getByRole("button", { name: "Crea il link" }).click();
  await form.waitFor({ state: "detached" });
  const line = part(page, "shared-link").first();
  await line.getByText("Mostra il link").click();
  const link = await line.getByLabel("Link da mandare").inputValue();
  await page.locator('[data-test="sync-badge"][data-state="delivered"]').waitFor();
  await anna.close();
  return link;
}

async function views(server, link) {
  const env = { ...process.env, SOGLIA_LOAD_TOKEN: link.split("#")[1] };
  const words = ["view", new URL(server.url).host, String(N_READERS), String(SECONDS)];
  return JSON.parse((await promisify(execFile)(process.env.SOGLIA_LOAD, words, { env })).stdout);
}

/** From the touch on the link to the plan on the screen, with nothing fetched before. */
async function visit(server, link) {
  const reader = await Tablet.open(server, { size: SIZES.phone, serviceWorkers: "block" });
  const { page } = reader;
  const session = await reader.context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", NETWORK);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  const began = performance.now();
  await page.goto(link, { waitUntil: "commit" });
  await part(page, "shared-page").waitFor();
  const took = performance.now() - began;
  await reader.close();
  return { took, bytes };
}

process.stdout.write(`${type()} ${release()}, ${cpus().length} cores of ${cpus()[0].model}, load ${loadavg()[0].toFixed(1)}\n\n`);
for (const engine of ["SQLite", "PostgreSQL"]) {
  const isPostgres = engine === "PostgreSQL";
  // The server and the command that adds somebody both read it.
  if (isPostgres) process.env.SOGLIA_DATABASE_URL = process.env.SOGLIA_BENCH_DATABASE_URL;
  const server = await Server.open();
  try {
    await server.addPerson(ANNA);
    const link = await share(server);
    const read = await views(server, link);
    const perSecond = read.views / read.seconds;
    process.stdout.write(
      [
        `### ${engine}: ${N_READERS} readers of one link for ${SECONDS} s`,
        "",
        "| what | target | measured | |",
        "|---|---|---|---|",
        `| views a second | ${LEAST} | ${Math.round(perSecond)} | ${perSecond >= LEAST ? "within" : "**beyond**"} |`,
        `| from request to answer, median | | ${read.median_ms.toFixed(1)} ms | |`,
        `| the same, p99 | | ${read.p99_ms.toFixed(1)} ms | |`,
        "",
        "",
      ].join("\n"),
    );
    if (isPostgres) continue;
    const visits = [];
    for (let at = 0; at < N_VISITS; at += 1) visits.push(await visit(server, link));
    const took = median(visits.map((one) => one.took));
    process.stdout.write(
      [
        `### A first visit at 1.6 Mbit/s and 150 ms, processor slowed ${SLOWED} times, median of ${N_VISITS}`,
        "",
        "| what | target | measured | |",
        "|---|---|---|---|",
        `| from the touch to the plan on the screen | ${TARGET_MS} ms | ${Math.round(took)} ms | ${took <= TARGET_MS ? "within" : "**beyond**"} |`,
        `| over the wire, with the answer | | ${(median(visits.map((one) => one.bytes)) / 1000).toFixed(1)} kB | |`,
        "",
        "",
      ].join("\n"),
    );
  } finally {
    await server.close();
  }
}
