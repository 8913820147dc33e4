// SPDX-License-Identifier: AGPL-3.0-or-later
// F8: photos are taken without a network, travel apart from the texts and in parts, and carry nothing but the picture.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AWAY, SIZES, Tablet } from "./browser.mjs";
import { cameraPhoto, isDrawn, photos } from "./camera.mjs";
import { ANNA, BRUNO } from "./people.mjs";
import { badge, dwellingRows, goOffline, searchDwellings, signIn } from "./pages.mjs";
import { Server } from "./server.mjs";

let server;
let anna;
let bruno;
let code;

before(async () => {
  server = await Server.open();
  for (const person of [ANNA, BRUNO]) await server.addPerson(person);
  anna = await Tablet.open(server);
  anna.expect(...AWAY);
  await signIn(anna, ANNA);
});

after(async () => {
  for (const tablet of [anna, bruno]) await tablet?.context.close().catch(() => {});
  await server?.close();
});

test("a photo taken without a network shows at once", async () => {
  const { page } = anna;
  await anna.goto("/alloggi");
  const row = dwellingRows(page).first();
  code = (await row.innerText()).match(/[A-Z]+-\d{3,}/)[0];
  await row.click();
  await page.getByRole("link", { name: "Foto", exact: true }).click();
  await page.getByText("Nessuna foto").waitFor();
  const photo = await cameraPhoto(page, 3_000, 2_000);
  assert.ok(photo.includes("GPS-SEGRETO"), "the photo carries a place");
  await goOffline(anna);
  await page.getByLabel("Prima dei lavori").check();
  await page.getByLabel("Didascalia").fill("Cucina");
  await page.locator("#photo-take").setInputFiles({ name: "IMG_1.jpg", mimeType: "image/jpeg", buffer: photo });
  await isDrawn(page);
  const words = await photos(page).innerText();
  assert.match(words, /Cucina/);
  assert.match(words, /Prima dei lavori/);
  assert.match(await page.locator('[data-test="photo-queue"]').innerText(), /0 di 1 foto/);
  const size = await photos(page).locator("img").evaluate((img) => [img.naturalWidth, img.naturalHeight]);
  assert.deepEqual(size, [2_048, 1_365]);
  assert.match(await photos(page).locator("img").getAttribute("alt"), /Cucina.*Prima dei lavori/);
});

test("what is no photo is refused in words, and nothing of it is kept", async () => {
  const { page } = anna;
  const wrong = [
    [{ name: "vuota.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(0) }, /vuota\.jpg: il file è vuoto/],
    [{ name: "lettera.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") }, /non è una foto/],
    [{ name: "IMG_2.HEIC", mimeType: "image/heic", buffer: Buffer.from("\0\0\0\x18ftypheic") }, /HEIC/],
    [{ name: "rotta.jpg", mimeType: "image/jpeg", buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]) }, /rovinato/],
  ];
  for (const [file, sentence] of wrong) {
    await page.locator("#photo-choose").setInputFiles(file);
    await page.getByText(sentence).waitFor();
  }
  assert.equal(await photos(page).count(), 1);
});

test("with the network the photo follows the text, and arrives without place and camera", async () => {
  const { page } = anna;
  const sent = [];
  page.on("request", (request) => {
    const path = new URL(request.url()).pathname;
    if (request.method() !== "GET" && /changes|blobs/.test(path)) sent.push(path);
  });
  await server.start();
  await page.locator('[data-test="photo-queue"]').waitFor({ state: "detached", timeout: 60_000 });
  await badge(page, "delivered");
  assert.ok(sent.indexOf("/api/changes") < sent.indexOf("/api/blobs"), `text goes first: ${sent}`);
  assert.ok(sent.some((path) => /\/parts\/0$/.test(path)));
  bruno = await Tablet.open(server, { size: SIZES.phone });
  bruno.expect(...AWAY);
  await signIn(bruno, BRUNO);
  const answer = bruno.page.waitForResponse((response) => /\/api\/blobs\/[0-9a-f]{64}\?record=/.test(response.url()));
  await bruno.goto("/alloggi");
  await searchDwellings(bruno.page, code);
  await dwellingRows(bruno.page).filter({ hasText: code }).first().click();
  await bruno.page.getByRole("link", { name: "Foto", exact: true }).click();
  const bytes = await (await answer).body();
  await isDrawn(bruno.page);
  assert.deepEqual([...bytes.subarray(0, 3)], [0xff, 0xd8, 0xff]);
  assert.ok(!bytes.includes("Exif") && !bytes.includes("GPS-SEGRETO"), "nothing but the picture travelled");
});

test("a photo that was fetched once shows without a network, opens in full, and can be taken out and put back", async () => {
  await goOffline(anna);
  const { page } = bruno;
  await page.getByRole("link", { name: "Scheda", exact: true }).click();
  await page.getByRole("link", { name: "Foto", exact: true }).click();
  await isDrawn(page);
  await page.getByRole("button", { name: /^Apri in grande: Cucina/ }).click();
  await page.locator("dialog.photo-full[open] img").waitFor();
  await page.getByRole("button", { name: "Chiudi" }).click();
  await page.locator("dialog.photo-full[open]").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Togli" }).click();
  await photos(page).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Rimetti la foto" }).click();
  await isDrawn(page);
  await server.start();
  await badge(page, "delivered");
  assert.equal(await photos(page).count(), 1);
  for (const tablet of [anna, bruno]) tablet.check();
});

test("one photo that fails holds up neither the others nor the text", async () => {
  const { page } = anna;
  anna.expect(/status of 422/);
  await badge(page, "delivered");
  const all = [await cameraPhoto(page, 400, 300), await cameraPhoto(page, 500, 300)];
  let refused;
  await page.route(/\/api\/blobs$/, async (route) => {
    const { sha256 } = route.request().postDataJSON();
    refused ??= sha256;
    if (sha256 !== refused) return route.continue();
    const problem = { type: "about:blank", title: "no", status: 422, code: "blob_mismatch" };
    return route.fulfill({ status: 422, contentType: "application/problem+json", body: JSON.stringify(problem) });
  });
  await page.locator("#photo-choose").setInputFiles(
    all.map((buffer, n) => ({ name: `${n}.jpg`, mimeType: "image/jpeg", buffer })),
  );
  const queue = page.locator('[data-test="photo-queue"]');
  await queue.getByText(/1 di 2 foto consegnate/).waitFor({ timeout: 60_000 });
  await queue.getByText(/1 non è ancora riuscita/).waitFor();
  await badge(page, "delivered");
  await page.unroute(/\/api\/blobs$/);
  await queue.waitFor({ state: "detached", timeout: 60_000 });
  anna.check();
});
