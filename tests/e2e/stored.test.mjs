// SPDX-License-Identifier: AGPL-3.0-or-later
// Markup, scripts and formulas that somebody wrote into records stay texts: on every page, on paper, in the sheet for the family,
// in what a shared link shows, and in files. First through the API, then in every text of every record at once, as if a server that
// somebody else controls had sent it.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { AWAY, SIGNED_OUT, SIZES, Tablet } from "./browser.mjs";
import { FORMULA, HOSTILE, HOSTILE_NAME, Sender, guard, harmless, linkOf, poison } from "./hostile.mjs";
import { caseOf, planOf, signIn } from "./pages.mjs";
import { ANNA, OLGA } from "./people.mjs";
import { Server } from "./server.mjs";

const TOKEN = "AbCdEfGhIjKlMnOpQrSt-g";
const household = `household:${randomUUID()}`;
const dwelling = `dwelling:${randomUUID()}`;
const [id, home] = [household, dwelling].map((key) => key.split(":")[1]);

let server;
let tablet;
let page;
let dialogs;

before(async () => {
  server = await Server.open();
  for (const person of [ANNA, OLGA]) await server.addPerson(person);
  tablet = await Tablet.open(server, { size: SIZES.desk, touch: false });
  tablet.expect(...AWAY, ...SIGNED_OUT, /status of 404/);
  dialogs = await guard(tablet.context);
  ({ page } = tablet);
});

after(async () => {
  await tablet?.close();
  await server?.close();
});

/** Opens a page, and looks at it when it has settled. */
async function look(path) {
  await tablet.goto(path);
  await page.locator("h1").first().waitFor();
  await page.waitForFunction(() => !document.querySelector(".frame[aria-busy]"));
  return harmless(page, path);
}

/** On paper other parts are shown, and others hidden. */
async function onPaper(path) {
  await page.emulateMedia({ media: "print" });
  const shown = await harmless(page, `${path}, on paper`);
  await page.emulateMedia({ media: "screen" });
  return shown;
}

test("what a social worker sends is stored as it is, and every part of the household shows it as text", async () => {
  const anna = await Sender.enter(server.url, ANNA);
  await anna.act(household, { open: { label: HOSTILE_NAME } });
  for (const fact of ["phone", "present_home", "near", "wanted_areas"]) await anna.act(household, { say: { [fact]: HOSTILE } });
  await anna.act(household, { say: { language: HOSTILE_NAME } });
  await anna.act(household, { add_member: { member: 1 } });
  for (const fact of ["given_name", "family_name"]) {
    await anna.act(household, { say_of: { part: { member: 1 }, fact: { [fact]: HOSTILE_NAME } } });
  }
  const day = new Date().toISOString().slice(0, 10);
  await anna.act(`diary_entry:${randomUUID()}`, { write: { household: id, day, topic: "meeting", circle: "team", text: HOSTILE } });
  const olga = await Sender.enter(server.url, OLGA);
  for (const [key, code, text] of [[dwelling, "CX-0001", HOSTILE], [`dwelling:${randomUUID()}`, "CX-0002", FORMULA]]) {
    const address = { street: text, number: "1", municipality: text };
    const listed = [{ address }, { usable_area: "55.50" }, { note: text }];
    await olga.act(key, { import: { code, origin: "municipal", state: "ready", listed, demonstration: true } });
  }
  await signIn(tablet, ANNA);
  for (const part of ["", "/requisiti", "/alloggi", "/proposte", "/percorso", "/piano", "/diario", "/storia"]) {
    const path = `/nuclei/${id}${part}`;
    assert.ok((await look(path)) > 0, `${path} shows the texts`);
  }
  assert.ok((await look("/nuclei")) > 0);
  assert.deepEqual(dialogs, []);
});

test("a shared link shows a text as a text, to whoever has no account", async () => {
  const olga = await Sender.enter(server.url, OLGA);
  const { key, hash } = linkOf(TOKEN);
  const until = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  const view = { contractor: { dwelling: home } };
  await olga.act(key, { share: { view, to: HOSTILE_NAME, token_hash: hash, until, terms: {} } });
  const reader = await Tablet.open(server, { size: SIZES.phone });
  const opened = await guard(reader.context);
  // Whatever the server says is text too.
  let n = 0;
  await reader.context.route("**/api/shared", async (route) => {
    const response = await route.fetch();
    const json = await response.json();
    n += poison(json).n;
    await route.fulfill({ response, json });
  });
  await reader.page.goto(`${server.url}/condiviso#${TOKEN}`);
  await reader.page.locator('[data-test="shared-page"]').waitFor();
  assert.ok(n > 5, `${n} texts`);
  assert.ok((await harmless(reader.page, "the shared view")) > 5);
  await reader.page.emulateMedia({ media: "print" });
  await harmless(reader.page, "the shared view, on paper");
  assert.deepEqual(opened, []);
  await reader.close();
  assert.ok((await look(`/alloggi/${home}/condivisione`)) > 0, "whom it is for is a text");
});

test("a file for spreadsheets holds no formula", async () => {
  const officer = await Tablet.open(server, { size: SIZES.desk, touch: false });
  officer.expect(...AWAY, ...SIGNED_OUT);
  await signIn(officer, OLGA);
  await officer.goto("/alloggi");
  const button = officer.page.getByRole("button", { name: /CSV/ });
  const [download] = await Promise.all([officer.page.waitForEvent("download"), button.click()]);
  const text = await readFile(await download.path(), "utf8");
  const row = text.split("\r\n").find((line) => line.startsWith("CX-0002"));
  assert.match(row, /"'=HYPERLINK/, "the text is there, and is no formula");
  for (const cell of text.split(/[;\n]/)) assert.ok(!/^"?[=+@\t]/.test(cell), cell);
  await officer.close();
});

/** Every page, by the addresses of src/routes.rs. */
async function everyPage() {
  const [plan, open] = [await planOf(page, "signed"), await caseOf(page, "refused")];
  const offered = await page.evaluate(async () => {
    const { records } = await (await fetch("/api/records?since=0&most=2000")).json();
    const of = (kind) => records.filter(({ key }) => key.startsWith(`${kind}:`)).map(({ record }) => record[kind]);
    const source = of("funding_source")[0];
    const placement = of("placement").find((one) => one.certificate);
    const signed = of("plan").find((one) => JSON.stringify(one.state).includes("signed"));
    return {
      source: source && `/fondi/${source.id}`,
      certificate: placement && `/nuclei/${placement.household}/proposte/${placement.id}/certificato`,
      family: signed && `/nuclei/${signed.household}/piano/${signed.id}`,
    };
  });
  const of = (path) => path.replace(/\/[^/]*$/, "");
  const sheet = `/alloggi/${home}`;
  return [
    "/", "/nuclei", "/nuclei/nuovo", "/alloggi", "/alloggi/importa", "/mappa", "/mappa/giro", "/da-inviare", "/fondi", "/regole", "/ipotesi",
    "/impostazioni", "/informazioni", sheet, `${sheet}/canone`, `${sheet}/foto`, `${sheet}/condivisione`, `${sheet}/storia`,
    `${sheet}/certificato/calmierato`, `${sheet}/certificato/ridotto`, offered.source, offered.certificate, offered.family,
    ...[plan, open].flatMap((path) => ["", "/requisiti", "/alloggi", "/proposte", "/percorso", "/piano", "/diario", "/storia"].map((part) => of(path) + part)),
  ].filter(Boolean);
}

test("every text of every record is a text on every page and on paper", async () => {
  const pages = await everyPage();
  assert.ok(pages.length > 30, `${pages.length} pages`);
  const other = await Tablet.open(server, { size: SIZES.desk, touch: false, serviceWorkers: "block" });
  other.expect(...AWAY, ...SIGNED_OUT, /status of 404/);
  const opened = await guard(other.context);
  let n = 0;
  await other.context.route(/\/api\/records/, async (route) => {
    const response = await route.fetch();
    const json = await response.json().catch(() => null);
    if (!json) return route.fulfill({ response });
    n += poison(json).n;
    return route.fulfill({ response, json });
  });
  const before = { tablet, page };
  tablet = other;
  ({ page } = other);
  try {
    await signIn(other, ANNA);
    assert.ok(n > 1_000, `${n} texts`);
    let shown = 0;
    for (const path of pages) {
      const here = (await look(path)) + (await onPaper(path));
      shown += here > 0 ? 1 : 0;
    }
    assert.ok(shown > pages.length / 2, `${shown} of ${pages.length} pages show the texts`);
    assert.deepEqual(opened, []);
  } finally {
    ({ tablet, page } = before);
    await other.close();
  }
});

test("what is looked for would be found", async () => {
  const other = await Tablet.open(server, { size: SIZES.desk, touch: false });
  // Here the policy of the page is what is left to hold it.
  other.expect(...AWAY, ...SIGNED_OUT, /Content Security Policy/, /status of 404/);
  await guard(other.context);
  await other.page.goto(`${server.url}/condiviso`);
  await other.page.locator('[data-test="share-nothing"]').waitFor();
  assert.equal(await harmless(other.page, "before"), 0);
  await other.page.evaluate((text) => document.body.insertAdjacentHTML("beforeend", text), HOSTILE);
  await assert.rejects(harmless(other.page, "planted"), /nothing (runs|stands)/);
  await other.page.waitForFunction(() => window.ran.some((what) => String(what).startsWith("policy: script-src")));
  assert.ok(!(await other.page.evaluate(() => window.ran.some(Number.isInteger))), "the policy stops what was planted");
  await other.close();
});
