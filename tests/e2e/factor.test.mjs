// SPDX-License-Identifier: AGPL-3.0-or-later
// The second factor: set up in the settings with a telephone, asked for at the next sign-in, replaced by a spare code on the day
// on which the telephone is gone, and taken away.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, test } from "node:test";
import { passes } from "./axe.mjs";
import { Tablet } from "./browser.mjs";
import { ANNA } from "./people.mjs";
import { badge, signIn } from "./pages.mjs";
import { Server } from "./server.mjs";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

let server;
let anna;
let other;
let key;
let spare;

before(async () => {
  server = await Server.open({ demo: false });
  await server.addPerson(ANNA);
  anna = await Tablet.open(server);
  other = await Tablet.open(server);
  for (const tablet of [anna, other]) tablet.expect(/status of 401/);
  await signIn(anna, ANNA);
});

after(async () => {
  for (const tablet of [anna, other]) await tablet?.close();
  await server?.close();
});

const part = (page, name) => page.locator(`[data-test="${name}"]`);

/**
 * The code of a key so many steps from now (RFC 6238), as a telephone shows it. Close to the end of a step it waits for the next
 * one: the server would see the code a step later.
 */
async function code(key, steps = 0) {
  const left = 30_000 - (Date.now() % 30_000);
  if (left < 5_000) await new Promise((resolve) => setTimeout(resolve, left));
  let bits = "";
  for (const letter of key.replaceAll(" ", "")) bits += LETTERS.indexOf(letter).toString(2).padStart(5, "0");
  const bytes = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const hash = createHmac("sha1", bytes).update(counter).digest();
  const at = hash.at(-1) & 0x0f;
  return String((hash.readUInt32BE(at) & 0x7fff_ffff) % 1_000_000).padStart(6, "0");
}

async function giveCode(page, typed) {
  await page.locator("#factor-code").fill(typed);
  await part(page, "factor-form").locator("button[type=submit]").click();
}

test("it is set up with the password, a key for the telephone and its first code", async () => {
  const { page } = anna;
  await anna.goto("/impostazioni");
  await part(page, "factor-begin").click();
  await page.locator("#factor-password").fill("non è questa");
  await page.getByRole("button", { name: "Continua" }).click();
  await page.getByText("Questa non è la tua password.").waitFor();
  await page.locator("#factor-password").fill(ANNA.password);
  await page.getByRole("button", { name: "Continua" }).click();
  key = await page.getByLabel("Oppure scrivere questa chiave").inputValue();
  assert.match(key, /^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
  const address = await page.getByRole("link", { name: "Apri nell’applicazione di questo dispositivo" }).getAttribute("href");
  assert.ok(address.startsWith("otpauth://totp/Soglia:"), address);
  await passes(page, "the key of a second factor");
  await giveCode(page, "000000");
  await page.getByText("Questo codice non va bene").waitFor();
  // The step before now counts too, and leaves that of now for the sign-in.
  await giveCode(page, await code(key, -1));
  await part(page, "factor-codes").waitFor();
  spare = await part(page, "factor-codes").locator("code").allInnerTexts();
  assert.equal(spare.length, 10);
  await passes(page, "spare codes");
  await part(page, "factor-kept").click();
  await page.getByText("Attivo: a ogni accesso serve il codice del telefono. Restano 10 codici di riserva.").waitFor();
});

/** Gives name and password, and whatever is asked for besides. */
async function enter(page, typed) {
  if (!(await page.locator("#sign-in-code").isVisible())) {
    await page.locator("#sign-in-name").fill(ANNA.signIn);
    await page.locator("#sign-in-password").fill(ANNA.password);
    await page.locator("form button[type=submit]").click();
    await page.getByText("Serve anche il codice del secondo fattore.").waitFor();
  }
  await page.locator("#sign-in-code").fill(typed);
  await page.locator("form button[type=submit]").click();
}

test("another tablet is asked for the code, and a wrong one does not open", async () => {
  const { page } = other;
  await page.goto(server.url);
  await enter(page, "000000");
  await page.getByText("Questo codice non va bene").waitFor();
  await passes(page, "a sign-in with a code");
  await enter(page, await code(key));
  await other.choosePhrase(ANNA);
  await page.locator(".frame:not([aria-busy])").waitFor();
});

test("with a spare code it is taken away, and the password alone opens again", async () => {
  const { page } = other;
  await other.goto("/impostazioni");
  await part(page, "factor-end").click();
  await giveCode(page, spare[4]);
  await part(page, "factor-begin").waitFor();
});

test("whose role needs one is told above every page, and delivers once it is set up", async (t) => {
  const strict = await Server.open({ demo: false, args: ["--second-factor-for", "social-worker"] });
  await strict.addPerson(ANNA);
  const tablet = await Tablet.open(strict);
  t.after(async () => {
    await tablet.close();
    await strict.close();
  });
  tablet.expect(/status of 403/);
  const { page } = tablet;
  await page.goto(strict.url);
  await page.locator("#sign-in-name").fill(ANNA.signIn);
  await page.locator("#sign-in-password").fill(ANNA.password);
  await page.locator("form button[type=submit]").click();
  await tablet.choosePhrase(ANNA);
  const warning = page.locator(".warnings").getByText("Il tuo compito chiede un secondo fattore");
  await warning.waitFor();
  // Work goes on, and waits.
  await tablet.goto("/nuclei/nuovo");
  await page.locator("#new-label").fill("Famiglia Prova Fattore");
  await page.getByRole("button", { name: "Prendi in carico" }).click();
  await page.getByRole("heading", { level: 1, name: "Famiglia Prova Fattore" }).waitFor();
  await page.locator(".warnings").getByRole("link", { name: "Imposta il secondo fattore" }).click();
  await page.getByText("Il tuo compito lo chiede").waitFor();
  await passes(page, "a second factor that is needed");
  await part(page, "factor-begin").click();
  await page.locator("#factor-password").fill(ANNA.password);
  await page.getByRole("button", { name: "Continua" }).click();
  await giveCode(page, await code(await page.getByLabel("Oppure scrivere questa chiave").inputValue()));
  await part(page, "factor-codes").waitFor();
  await warning.waitFor({ state: "detached" });
  await badge(page, "delivered");
});
