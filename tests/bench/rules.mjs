// SPDX-License-Identifier: AGPL-3.0-or-later
// Measures the rules in Chromium, from a module compiled as the client is. Each figure is the best of several rounds, since
// a busy machine only ever slows them down. Run by `cargo xtask bench`.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { cpus, release, type } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const N = 1_000_000;
const FEWER = 100_000;
const ROUNDS = 7;
const TYPES = { js: "text/javascript", wasm: "application/wasm", html: "text/html" };

/** The module and an empty page to load it, on a port of its own. */
async function serve(folder) {
  const server = createServer(async (request, response) => {
    const name = request.url.slice(1) || "index.html";
    const known = name === "index.html" ? Buffer.from("<!doctype html><title>rules</title>") : null;
    const content = known ?? (await readFile(join(folder, name)).catch(() => null));
    response.writeHead(content ? 200 : 404, { "content-type": TYPES[name.split(".").pop()] ?? "text/plain" });
    response.end(content ?? "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

/** Runs inside the page. */
async function measure({ n, fewer, rounds }) {
  const { default: load, Samples, agreement } = await import("/rules_bench.js");
  await load();
  const samples = new Samples(n);
  samples.read_members(fewer);
  samples.tell(fewer);
  const best = (work) => {
    let shortest = Infinity;
    for (let round = 0; round < rounds; round += 1) {
      const from = performance.now();
      work();
      shortest = Math.min(shortest, performance.now() - from);
    }
    return shortest;
  };
  return {
    outcomes: best(() => samples.outcomes()),
    members: best(() => samples.outcomes_from_members()),
    findings: best(() => samples.findings()),
    asked: best(() => samples.ask_next()),
    ceilings: best(() => samples.rent_ceilings()),
    supposed: best(() => samples.what_if(10_000)),
    nChanged: samples.what_if(10_000),
    agreement: agreement(10_000),
  };
}

const perSecond = (n, ms) => Math.round((n / ms) * 1_000);
const grouped = (number) => number.toLocaleString("en-GB");

const server = await serve(process.env.SOGLIA_RULES);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const found = await page.evaluate(measure, { n: N, fewer: FEWER, rounds: ROUNDS });
  assert.equal(found.agreement, await readFile("tests/fixtures/agreement.txt", "utf8"), "native and wasm agree");
  assert.ok(found.nChanged > 0, "what is supposed changes something");
  const rows = [
    ["verdicts only", "5,000,000/s", `${grouped(perSecond(N, found.outcomes))}/s`, perSecond(N, found.outcomes) >= 5e6],
    ["verdicts, composition read from the members", "", `${grouped(perSecond(FEWER, found.members))}/s`, true],
    ["all findings", "", `${grouped(perSecond(N, found.findings))}/s`, true],
    ["what to ask next", "", `${grouped(perSecond(FEWER, found.asked))}/s`, true],
    [`rent ceilings of ${grouped(N)} dwellings`, "", `${found.ceilings.toFixed(1)} ms`, true],
    ["what-if over 10,000 dwellings and 10,000 cases", "50 ms", `${found.supposed.toFixed(1)} ms`, found.supposed <= 50],
    ["agreement with native on 10,000 samples", "equal", "equal", true],
  ];
  const [cpu] = cpus();
  const lines = [
    `Machine: ${cpus().length} × ${cpu.model.trim()}, ${type()} ${release()}, Chromium ${browser.version()}`,
    "",
    `### Rules in the browser, one thread, best of ${ROUNDS}`,
    "",
    "| what | target | measured | |",
    "|---|---|---|---|",
    ...rows.map(([what, target, measured, holds]) => {
      const verdict = target ? (holds ? "within" : "**beyond**") : "";
      return `| ${what} | ${target} | ${measured} | ${verdict} |`;
    }),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
} finally {
  await browser.close();
  server.close();
}
