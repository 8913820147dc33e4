// SPDX-License-Identifier: AGPL-3.0-or-later
// A dwelling is shared with a contractor: the link is prepared on a tablet without a network and works once it is delivered;
// what was previewed is what is read, and nothing else; who opened it is told; taken back, it shows nothing at once.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { passes } from "./axe.mjs";
import { AWAY, SIZES, Tablet } from "./browser.mjs";
import { cameraPhoto, isDrawn } from "./camera.mjs";
import { ANNA, OLGA } from "./people.mjs";
import { answer, badge, dwellingRows, field, goOffline, openDwelling, signIn } from "./pages.mjs";
import { Server } from "./server.mjs";

const TO = "Impresa Edile Prova";
const NOTE = "Citofono rotto, chiedere di Prova al primo piano.";
/** The partner of the demonstration, to which dwellings are entrusted. */
const SARA = { signIn: "sara.galli", password: "demo-sara", phrase: "quattro chiavi nuove" };

let server;
let olga;
let anna;
let reader;
/** The dwelling, its page, and the link. */
let code;
let path;
let link;

before(async () => {
  server = await Server.open();
  for (const person of [ANNA, OLGA]) await server.addPerson(person);
  [olga, anna, reader] = await Promise.all([
    Tablet.open(server, { touch: false }),
    Tablet.open(server, { size: SIZES.portrait }),
    Tablet.open(server, { size: SIZES.phone }),
  ]);
  for (const tablet of [olga, anna]) tablet.expect(...AWAY);
  reader.expect(/status of 404 .*\/api\/shared/);
  await signIn(olga, OLGA);
  await signIn(anna, ANNA);
});

after(async () => {
  for (const tablet of [olga, anna, reader]) await tablet?.close();
  await server?.close();
});

const part = (page, name) => page.locator(`[data-test="${name}"]`);

/** What a page of a link says, without the spaces between. */
const words = async (place) => (await place.innerText()).replaceAll(/\s+/g, " ").trim();

async function openSharing(tablet) {
  await tablet.goto(`${path}/condivisione`);
  await part(tablet.page, "sharing").waitFor();
}

test("a link is prepared without a network, and its preview names what is left out", async () => {
  const { page } = olga;
  await olga.goto("/alloggi");
  code = (await dwellingRows(page).first().locator("strong").innerText()).trim();
  await openDwelling(page, code);
  path = new URL(page.url()).pathname;
  await page.getByRole("button", { name: /^Modifica: Note/ }).click();
  await answer(field(page, /^Note/), NOTE);
  await page.getByRole("link", { name: "Foto", exact: true }).click();
  const buffer = await cameraPhoto(page, 800, 600);
  await page.locator("#photo-choose").setInputFiles([{ name: "IMG_3.jpg", mimeType: "image/jpeg", buffer }]);
  await isDrawn(page);
  await badge(page, "delivered");
  await goOffline(olga);
  await page.getByRole("link", { name: "Condivisione", exact: true }).click();
  await part(page, "share").click();
  const form = part(page, "share-form");
  await form.getByRole("button", { name: "Crea il link" }).click();
  await form.getByText("Manca per chi è il link.").first().waitFor();
  await form.getByLabel("Per chi è").fill(TO);
  await form.getByText("Che cosa leggerà chi apre il link").click();
  const preview = part(page, "shared-page");
  await preview.waitFor();
  assert.match(await words(preview), /Dov’è Indirizzo/);
  assert.ok(!(await words(preview)).includes(NOTE));
  assert.match(await words(part(page, "share-left-out")), /Chi ci abita/);
  await passes(page, "the form of a link with its preview");
  await form.getByRole("button", { name: "Crea il link" }).click();
  await form.waitFor({ state: "detached" });
  const line = part(page, "shared-link").filter({ hasText: TO });
  await line.getByText("Mostra il link").click();
  await part(page, "share-qr").waitFor();
  link = await line.getByLabel("Link da mandare").inputValue();
  assert.match(link, /\/condiviso#[A-Za-z0-9_-]{22}$/);
  await passes(page, "a link with its code");
  await badge(page, "offline", "pending");
});

test("before it is delivered the link shows nothing; then the reader finds what was previewed, and nothing else", async () => {
  await server.start();
  await badge(olga.page, "delivered");
  const { page } = reader;
  await page.goto(link.replace(/^http:\/\/[^/]+/, server.url));
  const shown = part(page, "shared-page");
  await shown.waitFor();
  await page.getByRole("heading", { level: 1, name: `Alloggio ${code}` }).waitFor();
  await part(page, "shared-photo").locator("img").waitFor();
  const told = await words(page.locator("main"));
  assert.match(told, /Come risulta il .*, ore \d{2}:\d{2}\. Il link vale fino al/);
  for (const hidden of [NOTE, TO, "Olga", "Canone"]) assert.ok(!told.includes(hidden), `${hidden} is there`);
  await passes(page, "a shared view");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { level: 1, name: `Dwelling ${code}` }).waitFor();
  await passes(page, "a shared view in English");
  await page.getByRole("button", { name: "Italiano" }).click();
  await page.getByRole("heading", { level: 1, name: `Alloggio ${code}` }).waitFor();
});

test("who opened it is told once, without a name; elsewhere the link itself is not seen", async () => {
  await openSharing(olga);
  const line = part(olga.page, "shared-link").filter({ hasText: TO });
  await part(line, "share-views").locator("summary").click();
  await part(line, "share-view").first().waitFor();
  assert.equal(await part(line, "share-view").count(), 1, "whoever reads on is counted once");
  assert.match(await words(part(line, "share-view")), /ore \d{2}:\d{2}, (telefono|computer)$/);
  await openSharing(anna);
  const there = part(anna.page, "shared-link").filter({ hasText: TO });
  await there.getByText("si rivede solo lì").waitFor();
  assert.equal(await part(there, "share-show").count(), 0);
});

test("a colleague takes it back, and at the next request it shows nothing", async () => {
  await part(anna.page, "share-revoke").click();
  const line = part(anna.page, "shared-link").filter({ hasText: TO });
  await line.getByText("Ritirato").waitFor();
  await badge(anna.page, "delivered");
  await reader.page.reload();
  await reader.page.locator('[data-test="share-nothing"][data-state="no-such-link"]').waitFor();
  await passes(reader.page, "a link that shows nothing");
  await openSharing(olga);
  await part(olga.page, "shared-link").filter({ hasText: "Ritirato" }).waitFor();
});

test("a partner shares nothing, and sees nothing of what is shared", async (t) => {
  const sara = await Tablet.open(server);
  t.after(() => sara.close());
  await signIn(sara, SARA);
  await sara.goto("/alloggi");
  await dwellingRows(sara.page).first().click();
  await sara.page.getByRole("link", { name: "Foto", exact: true }).waitFor();
  assert.equal(await sara.page.getByRole("link", { name: "Condivisione", exact: true }).count(), 0);
});
