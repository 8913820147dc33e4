// SPDX-License-Identifier: AGPL-3.0-or-later
// Measures how long a case takes that was followed for years, with 2,000 entries in its diary: from the touch to the diary on
// the screen, without a network. Prints a table in Markdown. Run by `cargo xtask bench`, against the release build.
import { cpus, release, type } from "node:os";
import { AWAY, SIZES, Tablet } from "../e2e/browser.mjs";
import { ANNA } from "../e2e/people.mjs";
import { p95, touch } from "../e2e/painted.mjs";
import { badge, goOffline, openHousehold, signIn } from "../e2e/pages.mjs";
import { Server, command } from "../e2e/server.mjs";

const N_ENTRIES = 2_000;
const N_RECORDS = 2_000;
const N_TIMES = 20;
const LABEL = "Famiglia Diario Lungo";
const TARGET_MS = 200;

async function openings(tablet, rate) {
  const { page } = tablet;
  const session = await tablet.context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
  const path = new URL(page.url()).pathname.replace(/\/(diario|requisiti)$/, "");
  const times = [];
  for (let at = 0; at < N_TIMES; at += 1) {
    times.push(await touch(page, `a[href="${path}/diario"]`, '[data-test="diary-entry"]'));
    await page.locator(`a[href="${path}/requisiti"]`).click();
    await page.locator('[data-test="diary-entry"]').first().waitFor({ state: "detached" });
    // A person looks at a page before the next touch.
    await page.waitForTimeout(300);
  }
  return times;
}

const sizes = ["--dwellings", `${N_RECORDS}`, "--households", `${N_RECORDS}`, "--diary-entries", `${N_ENTRIES}`];
const server = await Server.open({ demo: false, prepare: (data) => command(["demo-bulk", ...sizes, "--data", data]) });
let tablet;
try {
  await server.addPerson(ANNA);
  const [cpu] = cpus();
  process.stdout.write(`Machine: ${cpus().length} × ${cpu.model.trim()}, ${type()} ${release()}\n\n`);
  tablet = await Tablet.open(server, { size: SIZES.landscape, touch: false });
  tablet.expect(...AWAY);
  await signIn(tablet, ANNA);
  await badge(tablet.page, "delivered");
  await openHousehold(tablet, LABEL);
  await goOffline(tablet);
  const quick = await openings(tablet, 1);
  const slow = await openings(tablet, 6);
  const line = (what, values, target) => {
    const took = p95(values);
    const holds = !target || took <= target ? "within" : "**beyond**";
    return `| ${what} | ${target ? `${target} ms` : ""} | ${Math.round(took)} ms (first ${Math.round(values[0])} ms) | ${holds} |`;
  };
  const lines = [
    `### A diary with ${N_ENTRIES} entries opens, ${N_TIMES} times, without a network`,
    "",
    "| what | target | measured | |",
    "|---|---|---|---|",
    line("from the touch to the entries on the screen, p95", quick, TARGET_MS),
    line("the same, processor slowed 6 times", slow),
  ];
  process.stdout.write(`${lines.join("\n")}\n\n`);
} finally {
  await tablet?.context.close();
  await server.close();
}
