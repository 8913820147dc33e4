// SPDX-License-Identifier: AGPL-3.0-or-later
// Measures the map without a network: from the touch to the drawn map, with the demonstration and with 10,000 dwellings, and
// how long a frame takes while a finger drags it. Prints tables in Markdown. Run by `cargo xtask bench`.
import { cpus, release, type } from "node:os";
import { AWAY, SIZES, Tablet } from "../e2e/browser.mjs";
import { ANNA } from "../e2e/people.mjs";
import { badge, goOffline, signIn } from "../e2e/pages.mjs";
import { Server, command } from "../e2e/server.mjs";

const N = 10_000;
const N_TIMES = 20;
const N_FRAMES = 90;
const TARGET_MS = 300;
const FRAME_MS = 34;

const sorted = (values) => [...values].sort((a, b) => a - b);
const median = (values) => sorted(values)[Math.floor(values.length / 2)];
const p95 = (values) => sorted(values)[Math.max(0, Math.ceil(values.length * 0.95) - 1)];

/** Touches the link to the map, and gives how long it took until boundaries and dwellings stood painted on the screen. */
function touch(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const began = performance.now();
        const look = () => {
          const drawn = document.querySelector('[data-test="map"]')?.dataset.drawn ?? "";
          if (!/^[1-9]\d* [1-9]/.test(drawn)) return requestAnimationFrame(look);
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve(performance.now() - began);
          requestAnimationFrame(() => channel.port2.postMessage(null));
        };
        document.querySelector('a[href="/mappa"]').click();
        look();
      }),
  );
}

async function openings(page) {
  const times = [];
  for (let at = 0; at < N_TIMES; at += 1) {
    times.push(await touch(page));
    await page.goBack();
    await page.locator('[data-test="dwelling-row"]').first().waitFor();
    // A person looks at a page before the next touch.
    await page.waitForTimeout(300);
  }
  return times;
}

/** Drags the map a little with every frame of the screen; gives how long after each the next one came. */
function drag(page) {
  return page.evaluate(
    (n) =>
      new Promise((resolve) => {
        const canvas = document.querySelector('[data-test="map"]');
        const { left, top, width, height } = canvas.getBoundingClientRect();
        let x = left + width / 2;
        const y = top + height / 2;
        const send = (kind) =>
          canvas.dispatchEvent(new PointerEvent(kind, { pointerId: 1, clientX: x, clientY: y, bubbles: true }));
        send("pointerdown");
        const times = [];
        let last = 0;
        const frame = (now) => {
          if (last) times.push(now - last);
          last = now;
          if (times.length === n) {
            send("pointerup");
            return resolve(times);
          }
          x += times.length % 2 ? 12 : -11;
          send("pointermove");
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }),
    N_FRAMES,
  );
}

async function slowed(tablet, rate) {
  const session = await tablet.context.newCDPSession(tablet.page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}

async function measured(title, options) {
  const server = await Server.open(options);
  let tablet;
  try {
    await server.addPerson(ANNA);
    tablet = await Tablet.open(server, { size: SIZES.landscape, touch: false });
    tablet.expect(...AWAY);
    const { page } = tablet;
    await signIn(tablet, ANNA);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await badge(page, "delivered");
    await goOffline(tablet);
    await page.locator('a[href="/alloggi"]').first().click();
    await page.locator('[data-test="dwelling-row"]').first().waitFor();
    const quick = await openings(page);
    await slowed(tablet, 6);
    const slow = await openings(page);
    await slowed(tablet, 1);
    await touch(page);
    const frames = await drag(page);
    await slowed(tablet, 6);
    const slowFrames = await drag(page);
    const line = (what, value, target) =>
      `| ${what} | ${target ? `${target} ms` : ""} | ${Math.round(value)} ms | ${!target || value <= target ? "within" : "**beyond**"} |`;
    const lines = [
      `### ${title}`,
      "",
      "| what | target | measured | |",
      "|---|---|---|---|",
      line("first touch, the part and the boundaries come from the service worker", quick[0]),
      line(`from the touch to the drawn map, median of ${N_TIMES}`, median(quick)),
      line("the same, p95", p95(quick), TARGET_MS),
      line("the same, processor slowed 6 times, p95", p95(slow)),
      line(`a frame while a finger drags, p95 of ${N_FRAMES}`, p95(frames), FRAME_MS),
      line("the same, processor slowed 6 times", p95(slowFrames)),
    ];
    process.stdout.write(`${lines.join("\n")}\n\n`);
  } finally {
    await tablet?.context.close();
    await server.close();
  }
}

const [cpu] = cpus();
process.stdout.write(`Machine: ${cpus().length} × ${cpu.model.trim()}, ${type()} ${release()}\n\n`);
await measured("The map with the demonstration, 488 dwellings", {});
const prepare = (data) => command(["demo-bulk", "--dwellings", `${N}`, "--households", "100", "--data", data]);
await measured(`The map with ${N} dwellings`, { demo: false, prepare });
