// SPDX-License-Identifier: AGPL-3.0-or-later
// Measures the server alone, on either database: changes accepted from many devices, with every acknowledged one found
// again after a kill; 500 devices that ask at once; memory with 100,000 records. Prints tables in Markdown, target beside
// measured. Run by `cargo xtask bench --only server`, against the release build.
import { execFile } from "node:child_process";
import { cpus, loadavg, release, type } from "node:os";
import { promisify } from "node:util";
import { ANNA } from "../e2e/people.mjs";
import { Server, command } from "../e2e/server.mjs";

const N_PUSHING = 64;
const N_CHANGES = 10;
const SECONDS = 20;
const N_PULLING = 500;
const N_RECORDS = 100_000;

const number = (value) => Math.round(value).toLocaleString("en-GB");
const ms = (value) => (value < 10 ? `${value.toFixed(1)} ms` : `${Math.round(value)} ms`);
const MB = (bytes) => `${Math.round(bytes / 1e6)} MB`;

function table(title, rows) {
  const lines = [`### ${title}`, "", "| what | target | measured | |", "|---|---|---|---|"];
  for (const [what, target, measured, holds] of rows) {
    lines.push(`| ${what} | ${target} | ${measured} | ${holds ? "within" : "**beyond**"} |`);
  }
  process.stdout.write(`${lines.join("\n")}\n\n`);
}

async function load(server, ...words) {
  const [what, ...rest] = words.map(String);
  const env = { ...process.env, SOGLIA_LOAD_NAME: ANNA.signIn, SOGLIA_LOAD_PASSWORD: ANNA.password };
  const address = new URL(server.url).host;
  const run = promisify(execFile);
  return JSON.parse((await run(process.env.SOGLIA_LOAD, [what, address, ...rest], { env })).stdout);
}

async function push(engine, least) {
  const server = await Server.open({ demo: false });
  try {
    await server.addPerson(ANNA);
    const pushed = await load(server, "push", N_PUSHING, N_CHANGES, SECONDS);
    await server.kill();
    // The exit code tells whether the log holds; the number whether it is all there.
    const found = JSON.parse(await command(["verify", "--json", "--data", server.folder]));
    const perSecond = pushed.accepted / pushed.seconds;
    table(`${engine}: ${N_PUSHING} devices deliver ${N_CHANGES} changes at a time, for ${SECONDS} s`, [
      ["changes accepted per second", least ? number(least) : "", number(perSecond), perSecond >= least],
      [
        "acknowledged, and found after a kill",
        number(pushed.accepted),
        number(found.n_changes),
        found.n_changes >= pushed.accepted,
      ],
      ["from request to answer, median", "", ms(pushed.median_ms), true],
      ["the same, p99", "", ms(pushed.p99_ms), true],
    ]);
  } finally {
    await server.close();
  }
}

async function pull(engine) {
  const server = await Server.open({
    demo: false,
    prepare: async (folder) => {
      const half = String(N_RECORDS / 2);
      await command(["demo-bulk", "--dwellings", half, "--households", half, "--data", folder]);
    },
  });
  try {
    await server.addPerson(ANNA);
    const before = await server.memory();
    const pulled = await load(server, "pull", N_PULLING);
    const after = await server.memory();
    table(`${engine}: ${N_PULLING} devices ask at once, ${number(N_RECORDS)} records`, [
      ["20 new records, p99", "500 ms", ms(pulled.new.p99_ms), pulled.new.p99_ms <= 500],
      ["the same, median", "", ms(pulled.new.median_ms), true],
      ["nothing new, p99", "500 ms", ms(pulled.nothing.p99_ms), pulled.nothing.p99_ms <= 500],
      ["the same, median", "", ms(pulled.nothing.median_ms), true],
      ["memory at the start", "200 MB", MB(before.now), before.now <= 200e6],
      ["the most, after one pulled everything and 500 asked", "200 MB", MB(after.most), after.most <= 200e6],
    ]);
  } finally {
    await server.close();
  }
}

const load1 = loadavg()[0].toFixed(1);
process.stdout.write(`${cpus().length} × ${cpus()[0].model}, ${type()} ${release()}, load at the start ${load1}\n\n`);
await push("SQLite", 5_000);
await pull("SQLite");
process.env.SOGLIA_DATABASE_URL = process.env.SOGLIA_BENCH_DATABASE_URL;
await push("PostgreSQL", 0);
