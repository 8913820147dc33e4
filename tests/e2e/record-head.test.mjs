// SPDX-License-Identifier: AGPL-3.0-or-later
// The head of a record leaves the height of the screen to the work, and the list beside it can be hidden.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { SIZES, Tablet } from "./browser.mjs";
import { REFUSED, THREE_OPEN, dwellingRows, openHousehold, signIn, takeIn } from "./pages.mjs";
import { ANNA } from "./people.mjs";
import { Server } from "./server.mjs";

/** The most a head may take, in pixels. */
const MOST = { landscape: 160, portrait: 160, phone: 200, desk: 160 };

/** A name that fits in no line. */
const LONG = "Famiglia Wickramasinghe-Rattanavongsa di via Giambellino, terzo piano";

let server;
let tablet;
let page;
let refused;
let long;
let dwelling;

before(async () => {
  server = await Server.open();
  await server.addPerson(ANNA);
  tablet = await Tablet.open(server, { size: SIZES.landscape });
  ({ page } = tablet);
  await signIn(tablet, ANNA);
  refused = await openHousehold(tablet, REFUSED);
  long = await takeIn(tablet, LONG);
  await tablet.goto("/alloggi");
  await dwellingRows(page).first().click();
  await page.locator('[data-test="record-head"]').waitFor();
  dwelling = new URL(page.url()).pathname;
});

after(async () => {
  await tablet?.close();
  await server?.close();
});

async function open(path) {
  await tablet.goto(path);
  await page.locator('[data-test="record-head"]').waitFor();
  await page.locator('[data-test="next-step"]').waitFor();
}

/** Where things stand, in pixels from the top of the screen. */
function measure() {
  return page.evaluate(() => {
    const box = (selector) => document.querySelector(selector).getBoundingClientRect();
    return {
      pane: box(".split-detail").top,
      head: box(".record-head").bottom,
      bar: { top: box(".record-bar").top, bottom: box(".record-bar").bottom },
      part: box(".record-part").top,
      middle: window.innerHeight / 2,
    };
  });
}

/** How often the page says that something is of the demonstration. */
function marks() {
  return page.evaluate(() => document.body.innerText.match(/dimostrazione/gi)?.length ?? 0);
}

async function scroll(to) {
  await page.evaluate((top) => document.querySelector(".split-detail").scrollTo({ top }), to);
}

for (const [name, most] of Object.entries(MOST)) {
  test(`a head takes at most ${most} px, and the work begins above the middle: ${name}`, async (t) => {
    await page.setViewportSize(SIZES[name]);
    for (const [what, path] of [
      ["household", refused],
      ["its requirements", `${refused}/requisiti`],
      ["a long name", long],
      ["dwelling", dwelling],
      ["its rent", `${dwelling}/canone`],
    ]) {
      await open(path);
      const at = await measure();
      const height = at.bar.bottom - at.pane;
      t.diagnostic(`${what}: ${Math.round(height)} px, the work begins at ${Math.round(at.part)} of ${2 * at.middle}`);
      assert.ok(height <= most, `${what}: ${height} px`);
      assert.ok(at.part < at.middle, `${what}: begins at ${at.part}`);
    }
  });

  test(`of a head that is scrolled away one line stays, with name, state and parts: ${name}`, async () => {
    await page.setViewportSize(SIZES[name]);
    await open(`${refused}/requisiti`);
    await page.locator('[data-test="response"]').waitFor();
    await scroll(900);
    const bar = page.locator('[data-test="record-bar"]');
    await bar.getByText(REFUSED).waitFor();
    await bar.getByText("Seguito").waitFor();
    const at = await measure();
    assert.equal(at.bar.top, at.pane);
    assert.ok(at.bar.bottom - at.bar.top <= 48, `${at.bar.bottom - at.bar.top} px`);
    assert.ok(at.head <= at.pane);
    // The open part is in view, and another part begins at its beginning.
    const isInView = await bar.evaluate((line) => {
      const [part, nav] = [line.querySelector("[aria-current]"), line.querySelector(".sub-nav")];
      const [inner, outer] = [part.getBoundingClientRect(), nav.getBoundingClientRect()];
      return inner.left >= outer.left - 1 && inner.right <= outer.right + 1;
    });
    assert.ok(isInView);
    await bar.getByRole("link", { name: "Alloggi adatti" }).click();
    await page.locator("#fit-list").waitFor();
    await page.waitForFunction(() => {
      const [part, bar] = [".record-part", ".record-bar"].map((name) => document.querySelector(name).getBoundingClientRect());
      return part.top >= bar.bottom;
    });
  });
}

test("what can be pressed in a head is large enough for a finger", async () => {
  for (const name of ["landscape", "phone"]) {
    await page.setViewportSize(SIZES[name]);
    await open(refused);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll(".record-head :is(a, button), .record-bar a, .list-hide")]
        .filter((button) => button.getClientRects().length > 0)
        .map((button) => ({ word: button.innerText, box: button.getBoundingClientRect() }))
        .filter(({ box }) => box.height < 44 || box.width < 44)
        .map(({ word }) => word),
    );
    assert.deepEqual(small, [], name);
  }
});

test("the facts fold, and this device remembers it", async () => {
  await page.setViewportSize(SIZES.landscape);
  await open(refused);
  const fold = page.locator('[data-test="record-fold"]');
  assert.equal(await fold.getAttribute("aria-expanded"), "false");
  await fold.press("Enter");
  assert.equal(await fold.getAttribute("aria-expanded"), "true");
  await page.getByText("Reddito netto al mese").waitFor();
  await page.reload();
  await tablet.unlock();
  await page.getByText("Reddito netto al mese").waitFor();
  // Also unfolded the work begins above the middle.
  for (const path of [dwelling, refused]) {
    await open(path);
    for (const name of Object.keys(SIZES)) {
      await page.setViewportSize(SIZES[name]);
      const at = await measure();
      assert.ok(at.part < at.middle, `${path}, ${name}: begins at ${at.part}`);
    }
  }
  await page.setViewportSize(SIZES.landscape);
  await page.getByRole("button", { name: "Rinomina" }).click();
  await page.waitForFunction(() => document.activeElement?.id === "f-label");
  await fold.press("Enter");
  await page.getByRole("button", { name: "Rinomina" }).waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => localStorage.getItem("soglia-facts")), null);
});

test("the list beside a record is hidden and shown by keyboard, and this device remembers it", async () => {
  await page.setViewportSize(SIZES.landscape);
  await open(refused);
  const list = page.locator(".split-list");
  const wide = () => page.locator(".split-detail").evaluate((pane) => pane.clientWidth);
  const before = await wide();
  await page.locator('[data-test="list-hide"]').press("Enter");
  await list.waitFor({ state: "hidden" });
  await page.waitForFunction(() => document.activeElement?.dataset.test === "list-show");
  assert.ok((await wide()) > before + 250);
  await page.reload();
  await tablet.unlock();
  await page.locator('[data-test="record-head"]').waitFor();
  await list.waitFor({ state: "hidden" });
  // The list is the page where no record is open, and where a screen is narrow it does not stand beside one.
  await tablet.goto("/nuclei");
  await list.waitFor();
  assert.ok(!(await page.locator('[data-test="list-hide"]').isVisible()));
  await open(dwelling);
  await list.waitFor({ state: "hidden" });
  await page.setViewportSize(SIZES.portrait);
  assert.ok(!(await page.locator('[data-test="list-show"]').isVisible()));
  await page.getByRole("link", { name: "Torna all’elenco" }).click();
  await dwellingRows(page).first().waitFor();
  await page.setViewportSize(SIZES.landscape);
  await open(dwelling);
  await page.locator('[data-test="list-show"]').press("Enter");
  await list.waitFor();
  await page.waitForFunction(() => document.activeElement?.dataset.test === "list-hide");
});

test("a page says once that it is of the demonstration, and a case of one’s own not at all", async () => {
  for (const name of ["landscape", "portrait", "phone"]) {
    await page.setViewportSize(SIZES[name]);
    for (const path of ["/nuclei", "/alloggi"]) {
      await tablet.goto(path);
      await page.locator(".list-row").nth(2).waitFor();
      assert.equal(await marks(), 1, `${path}, ${name}`);
    }
    for (const path of [refused, `${refused}/storia`, dwelling, `${dwelling}/canone`]) {
      await open(path);
      assert.equal(await marks(), 1, `${path}, ${name}`);
    }
  }
  await open(long);
  assert.equal(await page.locator(".record-head").getByText("dimostrazione").count(), 0);
});

test("at twice the size everything is still there, and nothing scrolls sideways", async () => {
  await page.setViewportSize({ width: 512, height: 384 });
  for (const path of [refused, long, dwelling]) {
    await open(path);
    const [wide, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    assert.ok(wide <= screen, `${wide} of ${screen} px`);
    await page.locator('[data-test="record-fold"]').click({ trial: true });
    await page.locator('[data-test="record-bar"] a').last().click({ trial: true });
  }
  await page.setViewportSize(SIZES.landscape);
  const path = await openHousehold(tablet, THREE_OPEN);
  await open(path);
  tablet.check();
});
