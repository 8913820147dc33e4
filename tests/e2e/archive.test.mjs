// SPDX-License-Identifier: AGPL-3.0-or-later
// A household that nobody follows any more: out of sight on every tablet, back with a reason, and erased for good by two people.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { passes } from "./axe.mjs";
import { AWAY, SIZES, Tablet } from "./browser.mjs";
import { ANNA, OLGA } from "./people.mjs";
import { badge, goOffline, signIn } from "./pages.mjs";
import { Server, command } from "./server.mjs";

/** The auditor of the demonstration. */
const GIORGIO = { signIn: "giorgio.villa", password: "demo-giorgio", phrase: "sei campane a festa" };
const ACT = "prot. 4711 del 3 novembre 2026";

let server;
let anna;
let olga;
let giorgio;
let name;
let address;

before(async () => {
  server = await Server.open();
  for (const person of [ANNA, OLGA]) await server.addPerson(person);
  anna = await Tablet.open(server);
  olga = await Tablet.open(server, { size: SIZES.portrait });
  giorgio = await Tablet.open(server, { size: SIZES.phone });
  for (const tablet of [anna, olga, giorgio]) tablet.expect(...AWAY, /status of 4(04|09|22)/);
  await signIn(anna, ANNA);
  await signIn(olga, OLGA);
  await signIn(giorgio, GIORGIO);
});

after(async () => {
  for (const tablet of [anna, olga, giorgio]) await tablet?.context.close().catch(() => {});
  await server?.close();
});

const part = (page, name) => page.locator(`[data-test="${name}"]`);
const shelf = (page) => part(page, "archived");
const waiting = (page, text) => part(page, "archive-waiting").locator("li").filter({ hasText: text });

/** The page of the archive, with what the server says. */
async function toArchive(tablet) {
  await tablet.goto("/archivio");
  await tablet.page.getByRole("heading", { name: "Cancellazioni chieste" }).waitFor();
}

/** Whether a tablet shows a household under an address. */
async function shows(tablet, wanted) {
  await tablet.goto(address);
  const heading = tablet.page.getByRole("heading", { level: 1, name });
  if (wanted) await heading.waitFor();
  else await tablet.page.getByText("Questo nucleo non è su questo tablet").first().waitFor();
}

async function archive(tablet) {
  await toArchive(tablet);
  await waiting(tablet.page, name).getByRole("button").click();
  await part(tablet.page, "archive-yes").click();
  await shelf(tablet.page).first().waitFor();
}

test("a household whose case is over goes into the archive from the settings, and from every tablet", async () => {
  const { page } = anna;
  await badge(page, "delivered");
  await anna.goto("/impostazioni");
  await page.getByRole("link", { name: "Archivio", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Archivio" }).waitFor();
  await page.getByText("L’archivio è vuoto.").waitFor();
  const first = part(page, "archive-waiting").locator("li").first();
  name = (await first.getByRole("link").innerText()).trim();
  address = await first.getByRole("link").getAttribute("href");
  await passes(page, "the archive before anything rests there");
  await shows(olga, true);
  await archive(anna);
  await waiting(page, name).waitFor({ state: "detached" });
  const said = await shelf(page).innerText();
  assert.match(said, /Nucleo 2026-001/);
  assert.ok(!said.includes(name), "a number takes the place of the name");
  await passes(page, "the archive");
  await badge(olga.page, "delivered");
  await shows(olga, false);
  await shows(anna, false);
});

test("without a network the page says that the archive is at the server", async () => {
  await toArchive(anna);
  await goOffline(anna);
  await anna.goto("/archivio");
  await anna.page.getByText("L’archivio sta sul server: si apre solo con la rete.").waitFor();
  await server.start();
  await anna.page.getByRole("button", { name: "Riprova" }).click();
  await shelf(anna.page).first().waitFor();
});

test("taken out with a reason it is back on every tablet, and can be written to", async () => {
  const { page } = anna;
  await toArchive(anna);
  await part(page, "archive-reopen").click();
  const form = part(page, "archive-reopen-form");
  await form.getByLabel("Perché si riapre").selectOption("access");
  await passes(page, "the form that takes out");
  await form.getByRole("button", { name: "Riapri" }).click();
  await page.getByText("L’archivio è vuoto.").waitFor();
  await badge(olga.page, "delivered");
  await shows(olga, true);
  await shows(anna, true);
  await archive(anna);
});

test("its erasure is asked for with an act, decided by an auditor, and final", async () => {
  const { page } = anna;
  await part(page, "archive-ask-erasure").click();
  const form = part(page, "archive-erasure-form");
  await form.getByRole("button", { name: "Manda la richiesta" }).click();
  await page.getByText("Scrivi numero e data dell’atto").first().waitFor();
  await page.locator("#archive-act").fill(ACT);
  await passes(page, "the form that asks for an erasure");
  await form.getByRole("button", { name: "Manda la richiesta" }).click();
  await part(page, "erasure").filter({ hasText: "In attesa" }).waitFor();

  const desk = giorgio.page;
  await desk.getByRole("link", { name: "Cancellazioni", exact: true }).click();
  await desk.getByRole("heading", { level: 1, name: "Cancellazioni" }).waitFor();
  const request = part(desk, "erasure");
  await request.filter({ hasText: ACT }).waitFor();
  assert.ok(!(await desk.locator("main").innerText()).includes(name), "an auditor learns no name");
  await passes(desk, "what is asked to be erased");
  await part(desk, "erase").click();
  await desk.getByText("Non si può tornare indietro.").waitFor();
  await part(desk, "archive-yes").click();
  await request.filter({ hasText: "Cancellato" }).waitFor();

  await toArchive(anna);
  await page.getByText("L’archivio è vuoto.").waitFor();
  await part(page, "erasure").filter({ hasText: "Cancellato" }).waitFor();
  await badge(olga.page, "delivered");
  await shows(olga, false);
  const verified = JSON.parse(await command(["verify", "--json", "--data", server.folder]));
  assert.deepEqual(verified.flaws, []);
  await desk.getByRole("link", { name: "Registro" }).click();
  await part(desk, "audit-lines").waitFor();
  const deeds = await part(desk, "audit-lines").locator("tbody tr").evaluateAll((rows) => rows.map((row) => row.dataset.deed));
  for (const deed of ["archived", "reopened", "erasure_asked", "erasure_decided"]) {
    assert.ok(deeds.includes(deed), deed);
  }
});
