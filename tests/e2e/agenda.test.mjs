// SPDX-License-Identifier: AGPL-3.0-or-later
// Visits and what is due in the calendar of a person: as a file, made without a network and read by a parser that is not
// ours, and from an address that names nobody and can be taken away.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import ICAL from "ical.js";
import { AWAY, Tablet } from "./browser.mjs";
import { ANNA } from "./people.mjs";
import { badge, goOffline, openHousehold, signIn, takeIn } from "./pages.mjs";
import { Server } from "./server.mjs";

const FAMILY = "Famiglia Zwìngli, D’Amico; e figli";
const PLACE = "via Quarenghi 80, scala B; citofono «Però»";
const CALL = "Insegnante: sentire la mediatrice, poi richiamare; è urgente.";

let server;
let anna;

before(async () => {
  server = await Server.open();
  await server.addPerson(ANNA);
  anna = await Tablet.open(server);
  anna.expect(...AWAY);
  await signIn(anna, ANNA);
});

after(async () => {
  await anna?.context.close().catch(() => {});
  await server?.close();
});

const part = (page, name) => page.locator(`[data-test="${name}"]`);

/** The events of a calendar, by their title. Every line keeps to its length and its end. */
function events(text) {
  assert.ok(text.endsWith("\r\n"));
  for (const line of text.slice(0, -2).split("\r\n")) {
    assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.doesNotMatch(line, /[\r\n]/);
  }
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zone = calendar.getFirstSubcomponent("vtimezone");
  ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const found = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  return new Map(found.map((event) => [event.summary, event]));
}

async function download(page) {
  const [saved] = await Promise.all([page.waitForEvent("download"), part(page, "agenda").click()]);
  assert.match(saved.suggestedFilename(), /^agenda-\d{4}-\d\d-\d\d\.ics$/);
  return readFile(await saved.path(), "utf8");
}

test("the agenda is a file, made without a network, that another program reads", async () => {
  await takeIn(anna, FAMILY);
  const { page } = anna;
  await openHousehold(anna, FAMILY);
  await page.getByRole("link", { name: "Percorso", exact: true }).click();
  await part(page, "visit-new").click();
  const planned = part(page, "visit-new-form");
  await planned.getByRole("radio", { name: "Visita a casa" }).check();
  await planned.getByLabel("Mese", { exact: true }).fill("7");
  await planned.getByLabel("Giorno", { exact: true }).last().fill("15");
  const now = new Date();
  const year = now.getFullYear() + (now < new Date(now.getFullYear(), 6, 15) ? 0 : 1);
  await planned.getByLabel("Anno", { exact: true }).fill(String(year));
  await planned.getByLabel("Dalle", { exact: true }).fill("9:30");
  await planned.getByLabel("Alle", { exact: true }).fill("10:30");
  await planned.getByLabel("Luogo", { exact: true }).fill(PLACE);
  await planned.getByLabel("Nota di sicurezza").fill("Il cane è legato in cortile.");
  await planned.getByRole("button", { name: "Metti in programma" }).click();
  await part(page, "visit").first().waitFor();
  await part(page, "task-new").click();
  const asked = part(page, "task-new-form");
  await asked.getByLabel("Che cosa va fatto").fill(CALL);
  await asked.getByRole("button", { name: "Aggiungi l’attività" }).click();
  await part(page, "task").first().waitFor();
  await badge(page, "delivered");
  await goOffline(anna);
  await anna.goto("/");
  const text = await download(page);
  await part(page, "agenda-told").getByText("con 2 impegni").waitFor();
  const found = events(text);
  assert.deepEqual([...found.keys()].sort(), [`Scadenza: ${FAMILY}`, `Visita a casa: ${FAMILY}`]);
  const visit = found.get(`Visita a casa: ${FAMILY}`);
  // By the clock of Milan, two hours ahead of the world's in July.
  assert.equal(visit.startDate.zone.tzid, "Europe/Rome");
  assert.equal(visit.startDate.toJSDate().toISOString(), `${year}-07-15T07:30:00.000Z`);
  assert.equal(visit.endDate.toJSDate().toISOString(), `${year}-07-15T08:30:00.000Z`);
  assert.equal(visit.location, PLACE);
  assert.match(visit.component.getFirstPropertyValue("url"), /^http:\/\/127\.0\.0\.1:\d+\/nuclei\/[^/]+\/percorso$/);
  assert.ok(!text.includes("cane"), "a safety note stays in Soglia");
  const task = found.get(`Scadenza: ${FAMILY}`);
  assert.ok(task.startDate.isDate);
  assert.equal(task.description, CALL);
  // The same entry again, and no other one, when the file is made anew.
  const again = events(await download(page));
  assert.deepEqual([...again.values()].map((event) => event.uid).sort(), [...found.values()].map((event) => event.uid).sort());
});

async function openSettings() {
  await anna.goto("/impostazioni");
  await part(anna.page, "calendar").waitFor();
}

async function makeAddress() {
  await part(anna.page, "calendar-open").click();
  const address = anna.page.getByLabel("Indirizzo per il calendario");
  await address.waitFor();
  return address.inputValue();
}

let address;

test("without a network no address can be made, and with it a calendar reads days and hours and no name", async () => {
  await openSettings();
  await part(anna.page, "calendar").getByText("solo con la rete").waitFor();
  await server.start();
  // Who does not wait for the next exchange asks again.
  const again = part(anna.page, "calendar-ask");
  if (await again.count()) await again.click();
  address = await makeAddress();
  assert.match(address, /\/api\/calendar\/[0-9a-f]{32}\.ics$/);
  const fetched = await fetch(address);
  assert.equal(fetched.status, 200);
  assert.match(fetched.headers.get("content-type"), /^text\/calendar/);
  assert.equal(fetched.headers.get("cache-control"), "no-store");
  const text = await fetched.text();
  const found = events(text);
  assert.deepEqual([...found.keys()].sort(), ["Scadenza", "Visita"]);
  for (const word of ["Zw", "Amico", "Quarenghi", "Insegnante", "cane", "Anna", "nuclei"]) {
    assert.ok(!text.includes(word), word);
  }
  const visit = found.get("Visita");
  assert.match(visit.startDate.toJSDate().toISOString(), /-07-15T07:30:00\.000Z$/);
  assert.equal(visit.component.getFirstPropertyValue("url"), `${new URL(address).origin}/`);
});

test("the address is shown once, a new one ends it, and it can be taken away", async () => {
  await openSettings();
  await part(anna.page, "calendar").getByText("C’è un indirizzo dal").waitFor();
  assert.equal(await anna.page.getByLabel("Indirizzo per il calendario").count(), 0);
  const second = await makeAddress();
  assert.notEqual(second, address);
  assert.equal((await fetch(address)).status, 404);
  assert.equal((await fetch(second)).status, 200);
  await part(anna.page, "calendar-close").click();
  await part(anna.page, "calendar-open").waitFor();
  assert.equal((await fetch(second)).status, 404);
  anna.check();
});
