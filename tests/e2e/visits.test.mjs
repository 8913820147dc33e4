// SPDX-License-Identifier: AGPL-3.0-or-later
// What changes about a visit and a task after they were written: photos of a visit, taken and shown without a network;
// another day and another note; a task handed on to the other department.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AWAY, SIZES, Tablet } from "./browser.mjs";
import { cameraPhoto, isDrawn, photos } from "./camera.mjs";
import { ANNA, OLGA } from "./people.mjs";
import { badge, goOffline, openHousehold, signIn, takeIn } from "./pages.mjs";
import { Server } from "./server.mjs";

const FAMILY = "Famiglia Prova Sopralluogo";
const CALL = "Sentire l’amministratore del condominio.";

let server;
let anna;
let olga;

before(async () => {
  server = await Server.open();
  for (const person of [ANNA, OLGA]) await server.addPerson(person);
  anna = await Tablet.open(server);
  olga = await Tablet.open(server, { size: SIZES.phone });
  for (const tablet of [anna, olga]) tablet.expect(...AWAY);
  await signIn(anna, ANNA);
  await signIn(olga, OLGA);
});

after(async () => {
  for (const tablet of [anna, olga]) await tablet?.context.close().catch(() => {});
  await server?.close();
});

const part = (page, name) => page.locator(`[data-test="${name}"]`);
const visitOf = (page) => part(page, "visit").first();
const taskOf = (page) => part(page, "task").filter({ hasText: CALL });

async function openPath(tablet) {
  await openHousehold(tablet, FAMILY);
  await tablet.page.getByRole("link", { name: "Percorso", exact: true }).click();
  await part(tablet.page, "path").waitFor();
}

/** Unfolds what is folded in a line. */
async function unfold(line, name) {
  await line.locator(`[data-test="${name}"] > summary`).click();
}

/** Opens the form behind a button of a line, and gives it. */
async function form(line, name) {
  await line.locator(`[data-test="${name}"]`).click();
  const opened = line.locator(`[data-test="${name}-form"]`);
  await opened.waitFor();
  return opened;
}

async function take(page, name, width) {
  const buffer = await cameraPhoto(page, width, 300);
  await visitOf(page)
    .locator('input[id^="photo-take"]')
    .setInputFiles({ name, mimeType: "image/jpeg", buffer });
}

test("photos are taken at a visit without a network, and are there after a restart", async () => {
  await takeIn(anna, FAMILY);
  const { page } = anna;
  await openPath(anna);
  await part(page, "visit-new").click();
  const planned = part(page, "visit-new-form");
  await planned.getByRole("radio", { name: "Visita a casa" }).check();
  await planned.getByLabel("Luogo", { exact: true }).fill("via Padova 80");
  await planned.getByLabel("Nota di sicurezza").fill("Il cane è legato in cortile.");
  await planned.getByRole("button", { name: "Metti in programma" }).click();
  await visitOf(page).waitFor();
  await badge(page, "delivered");
  await goOffline(anna);
  await unfold(visitOf(page), "visit-more");
  await unfold(visitOf(page), "visit-photos");
  await visitOf(page).getByLabel("Didascalia").fill("Parete con umidità");
  await take(page, "IMG_1.jpg", 3_000);
  await isDrawn(page);
  const [shown] = await photos(page).all();
  assert.match(await shown.innerText(), /Parete con umidità/);
  assert.doesNotMatch(await shown.innerText(), /lavori/, "a visit knows of no works");
  const size = await shown.locator("img").evaluate((img) => [img.naturalWidth, img.naturalHeight]);
  assert.deepEqual(size, [2_048, 204]);
  await take(page, "IMG_2.jpg", 400);
  await isDrawn(page, 2);
  await visitOf(page).getByText("Foto (2)").waitFor();
  await anna.shut();
  await anna.launch();
  await anna.goto("/");
  await anna.unlock();
  await openPath(anna);
  await unfold(visitOf(anna.page), "visit-more");
  await unfold(visitOf(anna.page), "visit-photos");
  await isDrawn(anna.page, 2);
});

test("a photo is taken out and put back", async () => {
  const { page } = anna;
  const remove = photos(page).first().getByRole("button", { name: "Togli" });
  await remove.click();
  await visitOf(page).getByText("Foto (1)").waitFor();
  await page.getByRole("button", { name: "Rimetti la foto" }).click();
  await visitOf(page).getByText("Foto (2)").waitFor();
  await photos(page).filter({ hasText: "Parete" }).getByRole("button", { name: "Togli" }).click();
  await visitOf(page).getByText("Foto (1)").waitFor();
});

test("a visit is moved, and its note rewritten, without a network", async () => {
  const { page } = anna;
  const move = await form(visitOf(page), "visit-move");
  assert.equal(await move.getByLabel("Luogo", { exact: true }).inputValue(), "via Padova 80");
  const [year, month, day] = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10).split("-");
  await move.getByLabel("Giorno", { exact: true }).last().fill(day);
  await move.getByLabel("Mese", { exact: true }).fill(month);
  await move.getByLabel("Anno", { exact: true }).fill(year);
  await move.getByLabel("Dalle", { exact: true }).fill("9.30");
  await move.getByLabel("Alle", { exact: true }).fill("9");
  await move.getByRole("button", { name: "Sposta la visita" }).click();
  await move.locator('[role="alert"]').first().waitFor();
  await move.getByLabel("Alle", { exact: true }).fill("10:15");
  await move.getByLabel("Luogo", { exact: true }).fill("via Padova 82");
  await move.getByRole("button", { name: "Sposta la visita" }).click();
  await move.waitFor({ state: "detached" });
  await visitOf(page).getByText(`${day}/${month}/${year}, dalle 09:30 alle 10:15`).waitFor();
  await visitOf(page).getByText("via Padova 82").waitFor();
  const safety = await form(visitOf(page), "visit-safety");
  const note = safety.getByLabel("Nota di sicurezza");
  assert.equal(await note.inputValue(), "Il cane è legato in cortile.");
  await note.fill("Scala buia: serve una torcia.");
  await safety.getByRole("button", { name: "Salva la nota" }).click();
  await safety.waitFor({ state: "detached" });
  await visitOf(page).locator('[data-test="visit-told"]').getByText("Scala buia").waitFor();
  const emptied = await form(visitOf(page), "visit-safety");
  await emptied.getByLabel("Nota di sicurezza").fill("");
  await emptied.getByRole("button", { name: "Salva la nota" }).click();
  await emptied.waitFor({ state: "detached" });
  await visitOf(page).getByText("Da sapere prima").waitFor({ state: "detached" });
});

test("with the network the colleague sees the day and the photo, and nothing of what was taken out", async () => {
  await server.start();
  await badge(anna.page, "delivered");
  await part(anna.page, "photo-queue").waitFor({ state: "detached", timeout: 60_000 });
  await openPath(olga);
  const { page } = olga;
  await visitOf(page).getByText("via Padova 82").waitFor({ timeout: 60_000 });
  await unfold(visitOf(page), "visit-more");
  await unfold(visitOf(page), "visit-photos");
  await isDrawn(page);
  assert.equal(await photos(page).count(), 1);
});

test("what was called off keeps its photos until they are taken out, and takes no more", async () => {
  const { page } = anna;
  const cancel = await form(visitOf(page), "visit-cancel");
  await cancel.getByLabel("Motivo").fill("La famiglia è in viaggio.");
  await cancel.getByRole("button", { name: "Annulla la visita" }).click();
  const over = part(page, "visits-over");
  await over.locator("summary").first().click();
  await unfold(over, "visit-photos");
  await isDrawn(page);
  assert.equal(await over.locator('input[type="file"]').count(), 0);
  // One that shows too much goes all the same.
  await over.getByRole("button", { name: "Togli" }).click();
  await photos(page).waitFor({ state: "detached" });
  assert.equal(await page.getByRole("button", { name: "Rimetti la foto" }).count(), 0);
});

test("a task is handed on to the other department, and moved to another day", async () => {
  const { page } = anna;
  await part(page, "task-new").click();
  const asked = part(page, "task-new-form");
  await asked.getByLabel("Che cosa va fatto").fill(CALL);
  await asked.getByRole("button", { name: "Aggiungi l’attività" }).click();
  await taskOf(page).waitFor();
  await badge(page, "delivered");
  await goOffline(anna);
  await unfold(taskOf(page), "task-more");
  const handed = await form(taskOf(page), "task-hand-on");
  assert.equal(await handed.getByRole("radio", { name: "Partner" }).count(), 0, "what is the City’s stays inside");
  await handed.getByRole("button", { name: "Passa l’attività" }).click();
  await handed.getByText("Manca a chi passarla").first().waitFor();
  await handed.getByRole("radio", { name: "Funzionari della casa" }).check();
  await handed.getByRole("button", { name: "Passa l’attività" }).click();
  await handed.waitFor({ state: "detached" });
  const moved = await form(taskOf(page), "task-postpone");
  const year = String(new Date().getFullYear() + 1);
  await moved.getByLabel("Giorno", { exact: true }).last().fill("1");
  await moved.getByLabel("Mese", { exact: true }).fill("2");
  await moved.getByLabel("Anno", { exact: true }).fill(year);
  await moved.getByRole("button", { name: "Salva il nuovo giorno" }).click();
  await moved.waitFor({ state: "detached" });
  assert.match(await taskOf(page).locator('[data-test="task-due"]').innerText(), new RegExp(`01/02/${year}`));
  await server.start();
  await badge(page, "delivered");
  await openPath(olga);
  await taskOf(olga.page).getByText(/01\/02\//).waitFor({ timeout: 60_000 });
  await unfold(taskOf(olga.page), "task-more");
  const back = await form(taskOf(olga.page), "task-hand-on");
  await back.getByRole("radio", { name: "Io (Olga" }).check();
  await back.getByRole("button", { name: "Passa l’attività" }).click();
  await back.waitFor({ state: "detached" });
  await taskOf(olga.page).getByText(/Olga/).first().waitFor();
});

test("nothing was complained about", () => {
  for (const tablet of [anna, olga]) tablet.check();
});
