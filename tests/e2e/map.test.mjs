// SPDX-License-Identifier: AGPL-3.0-or-later
// The map: boundaries, dwellings and the round of the day without a network, chosen by keyboard from the list and by touch on
// the map; and the rules of WCAG 2.2 AA on it, in both themes.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { passes as check } from "./axe.mjs";
import { AWAY, SIZES, Tablet } from "./browser.mjs";
import { ANNA } from "./people.mjs";
import { badge, dwellingRows, goOffline, openDwelling, openHousehold, signIn, takeIn } from "./pages.mjs";
import { Server } from "./server.mjs";

const FAMILY = "Famiglia Prova Giro";

let server;
let tablet;
let page;

before(async () => {
  server = await Server.open();
  await server.addPerson(ANNA);
  tablet = await Tablet.open(server, { size: SIZES.landscape });
  ({ page } = tablet);
  tablet.expect(...AWAY);
  await signIn(tablet, ANNA);
});

after(async () => {
  await tablet?.close();
  await server?.close();
});

const part = (name) => page.locator(`[data-test="${name}"]`);
const map = () => part("map");

/** Waits until so many marks are drawn, over boundaries or without. */
async function drawn(n, { boundaries = true } = {}) {
  const wanted = boundaries ? new RegExp(`^[1-9]\\d\\d ${n}$`) : new RegExp(`^0 ${n}$`);
  await page.waitForFunction(
    ([selector, source]) => new RegExp(source).test(document.querySelector(selector)?.dataset.drawn ?? ""),
    ['[data-test="map"]', wanted.source],
  );
}

/** How many pixels of the drawing have exactly a colour of the style sheet. */
function pixels(name) {
  return map().evaluate((canvas, name) => {
    const probe = document.createElement("canvas").getContext("2d");
    probe.fillStyle = getComputedStyle(canvas).getPropertyValue(name);
    probe.fillRect(0, 0, 1, 1);
    const [r, g, b] = probe.getImageData(0, 0, 1, 1).data;
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let n = 0;
    for (let at = 0; at < data.length; at += 4) {
      if (data[at] === r && data[at + 1] === g && data[at + 2] === b) n += 1;
    }
    return n;
  }, name);
}

async function press(key, times = 1) {
  for (let time = 0; time < times; time += 1) await map().press(key);
}

/** Touches the middle of the map. */
async function touchMiddle() {
  const { width, height } = await map().boundingBox();
  await map().click({ position: { x: width / 2, y: height / 2 } });
}

const passes = (name) => check(page, name);

/** Plans a visit of today on the open path of a household. */
async function plan(from, place) {
  await part("visit-new").click();
  const form = part("visit-new-form");
  await form.getByRole("radio", { name: "Altro" }).check();
  const today = new Date().toLocaleDateString("it-IT", { timeZone: "Europe/Rome" });
  await form.locator(".date-field input").first().fill(today);
  await form.getByLabel("Dalle", { exact: true }).fill(from);
  await form.getByLabel("Luogo", { exact: true }).fill(place);
  await form.getByRole("button", { name: "Metti in programma" }).click();
  await form.waitFor({ state: "detached" });
  await part("visit").filter({ hasText: place }).waitFor();
}

/** The address of a dwelling of the demonstration in Milan. */
async function addressOf(code) {
  await tablet.goto("/alloggi");
  await openDwelling(page, code);
  await tablet.goto("/alloggi");
  await page.getByRole("searchbox", { name: "Cerca un alloggio" }).fill(code);
  return dwellingRows(page).filter({ hasText: code }).first().locator(".list-row-title").innerText();
}

test("the map opens without a network although it was never opened with one", async () => {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await goOffline(tablet);
  await tablet.goto("/alloggi");
  await page.getByRole("link", { name: "Mappa", exact: true }).click();
  await drawn(488);
  assert.equal(await part("map-count").innerText(), "488 alloggi sulla mappa");
  assert.ok((await pixels("--selected")) > 2_000, "Milan is filled");
  assert.ok((await pixels("--surface")) > 20_000, "and so is the land around it");
  assert.ok((await pixels("--primary")) > 500, "dwellings stand on it");
  await page.reload();
  await tablet.unlock();
  await drawn(488);
});

test("a dwelling is chosen from the list by keyboard, and from the map by touch", async () => {
  const rows = part("map-row");
  await rows.first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const code = await page.evaluate(() => document.activeElement.querySelector("strong").textContent);
  // From so near that the dwelling is out of sight.
  await press("+", 12);
  await press("ArrowUp", 12);
  await rows.filter({ hasText: code }).focus();
  await page.keyboard.press("Enter");
  await page.locator(`[data-test="map-row"][aria-pressed="true"]`).filter({ hasText: code }).waitFor();
  assert.match(await part("map-chosen").innerText(), new RegExp(code));
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), `Apri ${code}`);
  // It came into the middle: there a finger finds it again.
  await press("Escape");
  await page.locator('[aria-pressed="true"]').waitFor({ state: "detached" });
  await touchMiddle();
  await page.locator(`[data-test="map-row"][aria-pressed="true"]`).filter({ hasText: code }).waitFor();
  await page.getByRole("link", { name: `Apri ${code}` }).click();
  await page.getByRole("heading", { level: 1, name: code }).waitFor();
});

test("search and state narrow list and map, and the map comes back whole", async () => {
  await tablet.goto("/mappa");
  await drawn(488);
  await page.getByLabel("Stato", { exact: true }).selectOption({ label: "Pronto" });
  await page.getByLabel("Cerca un alloggio").fill("DC-000");
  const n = Number((await part("map-count").innerText()).match(/^\d+/)[0]);
  assert.ok(n > 0 && n < 10);
  await drawn(n);
  assert.equal(await part("map-row").count(), n);
  await page.getByLabel("Cerca un alloggio").fill("niente di simile");
  await page.getByText("Nessun alloggio corrisponde").waitFor();
  await drawn(0);
});

test("a dwelling leads to its place on the map", async () => {
  await tablet.goto("/alloggi");
  const code = (await dwellingRows(page).nth(4).locator("strong").innerText()).trim();
  await openDwelling(page, code);
  await part("record-fold").click();
  await part("on-map").click();
  await drawn(1);
  assert.equal(await page.getByRole("searchbox").last().inputValue(), code);
  assert.equal(await part("map-row").getAttribute("aria-pressed"), "true");
  await page.getByRole("searchbox").last().fill("");
  await drawn(488);
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: code }).waitFor();
  await part("record-fold").click();
  await tablet.goto("/mappa");
});

test("the map moves under finger and wheel, and shows everything again when asked", async () => {
  await tablet.goto("/mappa");
  await drawn(488);
  const picture = () => map().evaluate((canvas) => canvas.toDataURL());
  const painted = (before) =>
    page.waitForFunction(([before]) => document.querySelector("canvas").toDataURL() !== before, [before]);
  const { x, y, width, height } = await map().boundingBox();
  const whole = await picture();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 90, y + height / 2 + 40, { steps: 4 });
  await page.mouse.up();
  await painted(whole);
  const moved = await picture();
  await page.mouse.wheel(0, -240);
  await painted(moved);
  await page.getByRole("button", { name: "Vedi tutto" }).click();
  await page.waitForFunction(([whole]) => document.querySelector("canvas").toDataURL() === whole, [whole]);
});

test("the round of today stands on the map in its order, and what has no position says why", async () => {
  const [first, second] = [await addressOf("DC-0001"), await addressOf("DC-0002")];
  await takeIn(tablet, FAMILY);
  const path = await openHousehold(tablet, FAMILY);
  await tablet.goto(`${path}/percorso`);
  await part("path").waitFor();
  await plan("11:30", `${second}, scala B`);
  await plan("9:00", first.toUpperCase());
  await plan("15:00", "in un luogo che nessuno conosce");
  await tablet.goto("/");
  await page.getByRole("link", { name: "Giro di oggi" }).first().click();
  await drawn(2);
  const stops = part("stop");
  assert.equal(await stops.count(), 3);
  const words = await stops.allInnerTexts();
  assert.match(words[0], /^1\s[\s\S]*09:00[\s\S]*Posizione dell’indirizzo/);
  assert.match(words[1], /^2\s[\s\S]*11:30[\s\S]*(km|m) in linea d’aria dalla visita 1/);
  assert.match(words[2], /^3\s[\s\S]*15:00[\s\S]*Senza posizione\. Il luogo scritto non è fra gli indirizzi/);
  assert.match(await part("round-in-all").innerText(), /^3 visite, 2 sulla mappa, .* in linea d’aria$/);
  assert.equal(await stops.nth(2).getByRole("button").count(), 0, "what is nowhere cannot be shown");
  await stops.nth(1).getByRole("button").focus();
  await page.keyboard.press("Enter");
  assert.match(await part("map-chosen").innerText(), /2, dalle 11:30/);
  await stops.first().getByRole("link", { name: FAMILY }).waitFor();
});

test("where the device is shows only when somebody asks, and nothing of it is kept", async () => {
  await page.getByRole("button", { name: "Dove sono" }).waitFor();
  assert.equal(await part("map-here-said").innerText(), "");
  await page.getByRole("button", { name: "Dove sono" }).click();
  await page.getByText("il permesso si cambia nelle sue impostazioni").waitFor();
  await tablet.context.grantPermissions(["geolocation"], { origin: server.url });
  await tablet.context.setGeolocation({ latitude: 45.4642, longitude: 9.19 });
  await page.getByRole("button", { name: "Dove sono" }).click();
  await page.getByText("Il punto blu è questo dispositivo").waitFor();
  await page.reload();
  await tablet.unlock();
  await drawn(2);
  assert.equal(await part("map-here-said").innerText(), "");
});

test("the map passes in both themes, with dwellings, one of them chosen, and with the round", async () => {
  await passes("round");
  await tablet.goto("/mappa");
  await drawn(488);
  await part("map-row").first().click();
  await passes("dwellings");
  // The drawing follows the theme a frame later.
  while ((await pixels("--surface")) === 0) await page.waitForTimeout(50);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.waitForFunction(() => {
    const canvas = document.querySelector("canvas");
    const [r] = canvas.getContext("2d").getImageData(2, canvas.height - 2, 1, 1).data;
    return r < 128;
  });
  await page.emulateMedia({ colorScheme: "light" });
});

test("boundaries that do not come are told, dwellings stand there all the same, and trying again brings them", async (t) => {
  await server.start();
  await badge(page, "delivered");
  const other = await Tablet.open(server, { serviceWorkers: "block", size: SIZES.phone });
  const own = { tablet, page };
  t.after(async () => {
    ({ tablet, page } = own);
    await other.close();
  });
  other.expect(...AWAY, /Failed to fetch/);
  await signIn(other, ANNA);
  tablet = other;
  page = other.page;
  await page.route("**/map.bin", (route) => route.abort());
  await tablet.goto("/mappa");
  await page.getByText("I confini non si sono caricati").waitFor();
  await drawn(488, { boundaries: false });
  await page.unroute("**/map.bin");
  await part("ground-again").click();
  await drawn(488);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 390, "nothing is wider than the phone");
});
