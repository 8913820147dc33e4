// SPDX-License-Identifier: AGPL-3.0-or-later
// The copy of all that is held about a household: downloaded in both forms, read on two sizes of screen, refused without a network.
import assert from "node:assert/strict";
import { mkdtemp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { passes } from "./axe.mjs";
import { AWAY, Tablet } from "./browser.mjs";
import { badge, openHousehold, signIn, takeIn } from "./pages.mjs";
import { ANNA, OLGA } from "./people.mjs";
import { Server } from "./server.mjs";

const FAMILY = "Famiglia <b>Prova</b> Copia";

let server;
let anna;
let olga;
let folder;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "soglia-everything-"));
  server = await Server.open({ demo: false });
  for (const person of [ANNA, OLGA]) await server.addPerson(person);
  [anna, olga] = [await Tablet.open(server), await Tablet.open(server)];
  for (const tablet of [anna, olga]) tablet.expect(...AWAY);
});

after(async () => {
  for (const tablet of [anna, olga]) await tablet?.context.close().catch(() => {});
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

const offered = (page) => page.locator('[data-test="everything"]');

async function story(tablet) {
  await openHousehold(tablet, FAMILY);
  await tablet.page.getByRole("link", { name: "Storia" }).click();
  await tablet.page.getByRole("heading", { name: "Chi l’ha guardata" }).waitFor();
}

async function download(page, form) {
  const [saved] = await Promise.all([page.waitForEvent("download"), offered(page).locator(`[data-test="${form}"]`).click()]);
  assert.equal(saved.suggestedFilename(), `soglia-copia.${form}`);
  return readFile(await saved.path(), "utf8");
}

test("the copy is downloaded as a page and as data, and says the same", async () => {
  await signIn(anna, ANNA);
  await takeIn(anna, FAMILY);
  await badge(anna.page, "delivered");
  await story(anna);
  await offered(anna.page).waitFor();
  await passes(anna.page, "the offer of a copy");
  const html = await download(anna.page, "html");
  await anna.page.getByText("Copia scaricata.").waitFor();
  const data = JSON.parse(await download(anna.page, "json"));
  const household = data.sections.find((section) => section.key === "household");
  assert.ok(household.entries[0].said.some((said) => said.raw === FAMILY));
  assert.ok(html.includes("Famiglia &lt;b&gt;Prova&lt;/b&gt; Copia"));
  assert.ok(!html.includes("<b>"), "what somebody wrote is no element");
  await writeFile(join(folder, "copia.html"), html);
});

test("the page reads from a disk, on a tablet and on a telephone", async () => {
  const pictures = process.env.SOGLIA_SCREENSHOTS;
  if (pictures) await mkdir(pictures, { recursive: true });
  const page = await anna.context.newPage();
  const fetched = [];
  page.on("request", (request) => fetched.push(request.url()));
  try {
    for (const [width, height] of [[1024, 768], [390, 844]]) {
      await page.setViewportSize({ width, height });
      await page.goto(pathToFileURL(join(folder, "copia.html")).href);
      await page.getByRole("heading", { level: 1, name: "Tutto ciò che è conservato sul nucleo" }).waitFor();
      await page.getByRole("heading", { name: "Prima di consegnarla: per chi prepara la copia" }).waitFor();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wide, 0, `${width}: nothing goes beyond the edge`);
      const line = await page.evaluate(() => getComputedStyle(document.querySelector("main")).maxWidth);
      assert.notEqual(line, "none", "the policy lets its own style through");
      await passes(page, `the copy at ${width}`);
      if (pictures) await page.screenshot({ path: join(pictures, `everything-${width}.png`), fullPage: true });
    }
    assert.ok(fetched.every((url) => url.startsWith("file:")), fetched.join(" "));
  } finally {
    await page.close();
  }
});

test("who may make no copy is offered none, and without a network there is none", async () => {
  await signIn(olga, OLGA);
  await story(olga);
  await olga.page.locator('[data-test="readers"]').waitFor();
  assert.equal(await offered(olga.page).count(), 0);
  await server.stop();
  await offered(anna.page).locator('[data-test="html"]').click();
  await anna.page.getByText("Senza rete la copia non si può fare").waitFor();
  await server.start();
  await badge(anna.page, "delivered");
});
