// SPDX-License-Identifier: AGPL-3.0-or-later
// A press on a row opens its record, also when the row changes between finger down and finger up: what is delivered in
// that moment takes a mark away, and a browser makes no click of a press that began on something that is gone. A button that
// moved away under the finger does what it says all the same.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AWAY, Tablet } from "./browser.mjs";
import { ANNA } from "./people.mjs";
import { badge, signIn, takeIn } from "./pages.mjs";
import { Server } from "./server.mjs";

const FAMILY = "Famiglia Prova Riga";

let server;
let tablet;

before(async () => {
  server = await Server.open();
  await server.addPerson(ANNA);
  tablet = await Tablet.open(server, { touch: false });
  tablet.expect(...AWAY);
  await signIn(tablet, ANNA);
  await tablet.page.evaluate(() => navigator.serviceWorker.ready);
});

after(async () => {
  await tablet?.close();
  await server?.close();
});

test("a press on a row opens its record while a mark of the row goes away", async () => {
  const { page } = tablet;
  await server.stop();
  await takeIn(tablet, FAMILY);
  await page.getByRole("link", { name: "Nuclei", exact: true }).click();
  const row = page.locator('[data-test="household-row"]').filter({ hasText: FAMILY });
  const mark = row.getByText("salvato qui", { exact: true });
  const place = await mark.boundingBox();
  assert.ok(place, "the row is marked as not delivered");
  await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
  await page.mouse.down();
  await server.start();
  await badge(page, "delivered");
  await mark.waitFor({ state: "detached" });
  await page.mouse.up();
  await page.getByRole("heading", { level: 1, name: FAMILY }).waitFor();
});

/** Pushes everything down between press and release, as an error does that appears or goes. */
const push = (page) =>
  page.evaluate(() => {
    const more = document.createElement("div");
    more.style.height = "90px";
    document.querySelector("main").prepend(more);
  });

for (const pointer of ["mouse", "finger"]) {
  test(`what was touched happens although the page moved under the ${pointer}; what came under it does not`, async () => {
    const { page, server: at } = tablet;
    await tablet.goto("/nuclei/nuovo");
    const cdp = await page.context().newCDPSession(page);
    const down = async (x, y) => {
      if (pointer === "mouse") {
        await page.mouse.move(x, y);
        return page.mouse.down();
      }
      await cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
    };
    const up = async (x, y) => {
      if (pointer === "mouse") {
        await page.mouse.move(x, y);
        return page.mouse.up();
      }
      await cdp.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x, y }] });
      await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    };
    const opens = page.locator('[data-test="open-brief"]');
    const place = await opens.boundingBox();
    assert.ok(place, "the button is there");
    const [x, y] = [place.x + place.width / 2, place.y + place.height / 2];
    // A finger that goes elsewhere itself takes the press back.
    await down(x, y);
    await up(x, y + 40);
    assert.equal(new URL(page.url()).pathname, "/nuclei/nuovo", at.url);
    await page.locator("#new-label").fill(`${FAMILY} ${pointer}`);
    await down(x, y);
    await push(page);
    assert.ok((await opens.boundingBox()).y > place.y + 80, "it moved away");
    await up(x, y);
    await page.waitForURL(/\/nuclei\/[0-9a-f-]{36}/);
  });
}

test("whoever writes already keeps the focus, however late the page is drawn", async () => {
  const { page } = tablet;
  await page.getByRole("link", { name: "Percorso", exact: true }).click();
  await page.locator('[data-test="path"]').waitFor();
  await page.evaluate(() => {
    const next = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (draw) => next(() => setTimeout(() => (draw(0), (window.isDrawnLate = true)), 400));
  });
  await page.locator('[data-test="task-new"]').click();
  const words = page.locator('[data-test="task-new-form"]').getByLabel("Che cosa va fatto");
  await words.fill("Sentire la scuola.");
  await page.waitForFunction(() => window.isDrawnLate);
  await page.keyboard.type(" E la nonna.");
  assert.equal(await words.inputValue(), "Sentire la scuola. E la nonna.");
});
