// SPDX-License-Identifier: AGPL-3.0-or-later
// The page of an attestation is photographed on the sofa, without a network, beside the value that it proves; the other
// department reads it there and may take it out; who coordinates reads.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { passes } from "./axe.mjs";
import { AWAY, SIZES, Tablet } from "./browser.mjs";
import { cameraPhoto, isDrawn, photos } from "./camera.mjs";
import { ANNA, ELENA, OLGA } from "./people.mjs";
import { answer, badge, field, goOffline, openHousehold, openTopic, signIn, takeIn } from "./pages.mjs";
import { Server } from "./server.mjs";

const FAMILY = "Famiglia Prova Attestazione";
const ISEE = "ISEE e patrimonio";

let server;
let anna;
let olga;
let elena;

before(async () => {
  server = await Server.open();
  for (const person of [ANNA, OLGA, ELENA]) await server.addPerson(person);
  anna = await Tablet.open(server, { size: SIZES.phone });
  olga = await Tablet.open(server, { size: SIZES.desk, touch: false });
  elena = await Tablet.open(server, { touch: false });
  for (const tablet of [anna, olga, elena]) tablet.expect(...AWAY);
  await signIn(anna, ANNA);
  await signIn(olga, OLGA);
  await signIn(elena, ELENA);
});

after(async () => {
  for (const tablet of [anna, olga, elena]) await tablet?.close();
  await server?.close();
});

const fold = (page) => page.locator('[data-test="attestation"]');

test("a page is photographed without a network, and is there after a restart", async () => {
  await takeIn(anna, FAMILY);
  await badge(anna.page, "delivered");
  await goOffline(anna);
  const { page } = anna;
  await openTopic(page, ISEE);
  await answer(field(page, "Valore ISEE"), "8450");
  await fold(page).getByText("Foto dell’attestazione (0)").click();
  await fold(page).getByLabel("Didascalia").fill("Prima pagina");
  const buffer = await cameraPhoto(page, 1_600, 2_200);
  const file = { name: "IMG_7.jpg", mimeType: "image/jpeg", buffer };
  await fold(page).locator('input[id^="photo-take"]').setInputFiles(file);
  await isDrawn(page);
  await fold(page).getByText("Foto dell’attestazione (1)").waitFor();
  await passes(page, "the pages of an attestation");
  await anna.shut();
  await anna.launch();
  await anna.goto("/");
  await openHousehold(anna, FAMILY);
  await openTopic(anna.page, ISEE);
  await fold(anna.page).getByText("Foto dell’attestazione (1)").click();
  await isDrawn(anna.page);
  assert.match(await photos(anna.page).first().innerText(), /Prima pagina/);
});

test("with the network the other department reads it, and takes it out; who coordinates reads and changes nothing", async () => {
  await server.start();
  await badge(anna.page, "delivered");
  await anna.page.locator('[data-test="photo-queue"]').waitFor({ state: "detached" });
  for (const tablet of [elena, olga]) {
    const { page } = tablet;
    await badge(page, "delivered");
    await openHousehold(tablet, FAMILY);
    if (tablet === olga) await openTopic(page, ISEE);
    await fold(page).getByText("Foto dell’attestazione (1)").click();
    await isDrawn(page);
  }
  assert.equal(await fold(elena.page).locator("input, button").filter({ hasText: "Togli" }).count(), 0);
  assert.equal(await fold(elena.page).locator('input[type="file"]').count(), 0);
  await photos(olga.page).first().getByRole("button", { name: /Togli/ }).click();
  await fold(olga.page).getByText("Foto dell’attestazione (0)").waitFor();
});
