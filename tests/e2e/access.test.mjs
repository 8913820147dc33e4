// SPDX-License-Identifier: AGPL-3.0-or-later
// People let in by an invitation and out on the spot, one's own sessions and password, and who looked at what, also without a network.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { passes } from "./axe.mjs";
import { AWAY, SIGNED_OUT, Tablet } from "./browser.mjs";
import { badge, openHousehold, signIn, takeIn } from "./pages.mjs";
import { ANNA, OLGA } from "./people.mjs";
import { Server, command } from "./server.mjs";

const ADMIN = {
  signIn: "ada.prova",
  name: "Ada Prova",
  role: "administrator",
  organisation: "Cabina di regia",
  password: "dodici-rondini-in-volo",
  phrase: "una scala di pietra",
};

const AUDITOR = {
  signIn: "gino.prova",
  name: "Gino Prova",
  role: "auditor",
  organisation: "Protezione dati",
  password: "quindici-barche-lente",
  phrase: "il pane e le rose",
};

const NORA = {
  signIn: "nora.blu",
  name: "Nora Blu",
  password: "lampione zucca traghetto",
  phrase: "sette noci nel sacco",
};

let server;
let admin;
let auditor;
let anna;
let olga;
let nora;
let invitation;

before(async () => {
  server = await Server.open({ demo: false });
  for (const person of [ADMIN, AUDITOR, ANNA, OLGA]) await server.addPerson(person);
  [admin, auditor, anna, olga, nora] = [
    await Tablet.open(server),
    await Tablet.open(server),
    await Tablet.open(server),
    await Tablet.open(server),
    await Tablet.open(server),
  ];
  for (const tablet of [admin, auditor, anna, olga, nora]) tablet.expect(...AWAY, ...SIGNED_OUT, /status of 4(03|10|22)/);
});

after(async () => {
  for (const tablet of [admin, auditor, anna, olga, nora]) await tablet?.context.close().catch(() => {});
  await server?.close();
});

const part = (page, name) => page.locator(`[data-test="${name}"]`);

test("an administrator begins with the people, and sees neither dwellings nor households", async () => {
  await signIn(admin, ADMIN);
  const { page } = admin;
  await page.getByRole("heading", { level: 1, name: "Persone" }).waitFor();
  const entries = await page.getByRole("navigation", { name: "Navigazione principale" }).getByRole("link").allInnerTexts();
  assert.deepEqual(entries.map((entry) => entry.trim()), ["Persone"]);
  assert.equal(await part(page, "account").count(), 4);
  await page.getByLabel("Cerca per nome, ruolo o ente").fill("protezione");
  assert.equal(await part(page, "account").count(), 1);
  await page.getByLabel("Cerca per nome, ruolo o ente").fill("");
  await passes(page, "the people");
  await admin.goto("/nuclei");
  await badge(page, "delivered");
  assert.equal(await part(page, "household-row").count(), 0);
});

test("somebody is let in by a link that opens once, with a password that is hard to guess", async () => {
  const { page } = admin;
  await admin.goto("/persone");
  await part(page, "account-add").click();
  await page.locator("#account-name").fill(NORA.name);
  await page.locator("#account-role").selectOption("social_worker");
  await page.locator("#account-organisation").fill(ANNA.organisation);
  await page.getByLabel("Nome per accedere").fill("anna.prova");
  await page.getByRole("button", { name: "Crea l’invito" }).click();
  await page.getByText("Con questo nome accede già un’altra persona.").waitFor();
  await page.getByLabel("Nome per accedere").fill(NORA.signIn);
  await passes(page, "a new person");
  await page.getByRole("button", { name: "Crea l’invito" }).click();
  invitation = await page.locator("#invitation-link").inputValue();
  assert.match(invitation, /\/invito#[0-9a-f]{32}$/);
  await part(page, "account").filter({ hasText: "Mai entrata" }).filter({ hasText: "Invito aperto fino al" }).waitFor();
  await passes(page, "an invitation");

  const guest = nora.page;
  await guest.goto(invitation);
  await guest.getByText("Nora Blu, per accedere userai il nome nora.blu").waitFor();
  const set = async (password, again = password) => {
    await guest.getByLabel("Password", { exact: true }).fill(password);
    await guest.getByLabel("La stessa password, di nuovo").fill(again);
    await guest.getByRole("button", { name: "Imposta la password" }).click();
  };
  await set(NORA.password, "un'altra cosa");
  await guest.getByText("Le due password non sono uguali.").waitFor();
  await set("norablu");
  await guest.getByText("La password è corta").waitFor();
  await set("passwordpassword");
  await guest.getByText("Questa password si indovina facilmente.").waitFor();
  await passes(guest, "an invitation that is opened");
  await set(NORA.password);
  await guest.getByText("Fatto: si può accedere.").waitFor();
  assert.ok(!guest.url().includes("#"), "the token stays in no history");
  await signIn(nora, NORA);

  await auditor.page.goto(invitation);
  await auditor.page.getByText("Questo invito non vale più").waitFor();
});

test("who looked at a household is told, also when it was without a network", async () => {
  await signIn(anna, ANNA);
  await signIn(olga, OLGA);
  await takeIn(anna, "Famiglia Prova Guardata");
  await badge(anna.page, "delivered");
  await olga.goto("/nuclei");
  await olga.page.getByText("Famiglia Prova Guardata").first().waitFor();
  await server.stop();
  await openHousehold(olga, "Famiglia Prova Guardata");
  // Nothing shows that it rests on the tablet: a reload must not lose it.
  await olga.page.reload();
  await badge(olga.page, "offline");
  await server.start();
  await badge(olga.page, "delivered");
  const { page } = anna;
  await badge(page, "delivered");
  await openHousehold(anna, "Famiglia Prova Guardata");
  await page.getByRole("link", { name: "Storia" }).click();
  await page.getByRole("heading", { name: "Chi l’ha guardata" }).waitFor();
  const reader = part(page, "readers").locator("li").filter({ hasText: OLGA.name });
  for (let tries = 0; (await reader.count()) === 0 && tries < 40; tries++) {
    await page.waitForTimeout(500);
    await page.reload();
    await part(page, "readers").waitFor();
  }
  await reader.first().waitFor();
  await part(page, "readers").locator("li").filter({ hasText: "Ufficio casa" }).first().waitFor();
  await passes(page, "who looked at a household");
});

test("an auditor finds it, filters it, and takes it along as a file without formulas", async () => {
  await signIn(auditor, AUDITOR);
  const { page } = auditor;
  await page.getByRole("heading", { level: 1, name: "Registro degli accessi" }).waitFor();
  const rows = page.locator('[data-test="audit-lines"] tbody tr');
  await rows.first().waitFor();
  await page.getByLabel("Persona (nome per accedere)").fill(OLGA.signIn);
  await page.getByLabel("Che cosa").selectOption("read");
  await page.getByRole("button", { name: "Cerca" }).last().click();
  await page.locator('[data-test="audit-lines"] tbody tr[data-deed="read"]').first().waitFor();
  await page.locator('[data-test="audit-lines"] tbody tr:not([data-deed="read"])').first().waitFor({ state: "detached" });
  assert.ok((await rows.allInnerTexts()).every((row) => row.includes(OLGA.name)), "only Olga's");
  await passes(page, "the register");
  const [download] = await Promise.all([page.waitForEvent("download"), part(page, "audit-file").click()]);
  const { readFile } = await import("node:fs/promises");
  const text = await readFile(await download.path(), "utf8");
  assert.match(text, /household:/);
  assert.ok(!text.includes("Famiglia"), "what a household is called stays inside");
  await page.getByLabel("Persona (nome per accedere)").fill("nessuno");
  await page.getByRole("button", { name: "Cerca" }).last().click();
  await page.getByText("Nessuna riga corrisponde.").waitFor();
  assert.equal(await page.getByRole("link", { name: "Nuclei" }).count(), 0);
});

test("one's own sessions are listed and ended, and a new password ends the others", async () => {
  const second = await Tablet.open(server);
  second.expect(...AWAY, ...SIGNED_OUT);
  try {
    await signIn(second, ANNA);
    const { page } = anna;
    await anna.goto("/impostazioni");
    await part(page, "session").nth(1).waitFor();
    await passes(page, "sessions");
    await part(page, "session-end").first().click();
    await part(page, "session").nth(1).waitFor({ state: "detached" });
    await second.page.reload();
    await second.page.getByText("Il server chiede un nuovo accesso").waitFor();

    await part(page, "password-change").click();
    const set = async (old, next) => {
      await page.getByLabel("La password di adesso").fill(old);
      await page.getByLabel("La password nuova").fill(next);
      await page.getByLabel("La stessa password, di nuovo").fill(next);
      await part(page, "password-form").locator("button[type=submit]").click();
    };
    await set("non è questa", "undici grilli sotto il ponte");
    await page.getByText("La password di adesso non è questa.").waitFor();
    await set(ANNA.password, "annaprova2026");
    await page.getByText("Questa password si indovina facilmente.").waitFor();
    await passes(page, "another password");
    await set(ANNA.password, "undici grilli sotto il ponte");
    await page.getByText("Password cambiata.").waitFor();
    await badge(page, "delivered");
  } finally {
    await second.context.close().catch(() => {});
  }
});

test("whose access ends hands the work over that waits, and the tablet is empty", async () => {
  await server.stop();
  await takeIn(nora, "Famiglia Prova Ultima");
  await nora.shut();
  await server.start();
  const { page } = admin;
  await admin.goto("/persone");
  const line = part(page, "account").filter({ hasText: NORA.name });
  await line.locator('[data-test="account-change"]').click();
  await part(page, "account-end").click();
  await page.getByText("Togliere l’accesso adesso?").waitFor();
  await passes(page, "whether access is to end");
  await part(page, "account-sure").click();
  await line.filter({ hasText: "Accesso finito" }).waitFor();

  await nora.launch();
  await nora.page.goto(server.url);
  await nora.page.getByText("Questo tablet è stato revocato").waitFor();
  await part(nora.page, "after-revocation").click();
  await nora.page.locator("#unlock-phrase").fill(NORA.phrase);
  await nora.page.locator("#unlock-phrase").press("Enter");
  await nora.page.getByText("è in custodia al server").waitFor();
  // It is nobody's word any more: colleagues do not see it as such.
  await badge(anna.page, "delivered");
  await anna.goto("/nuclei");
  await anna.page.getByText("Famiglia Prova Guardata").first().waitFor();
  assert.equal(await anna.page.getByText("Famiglia Prova Ultima").count(), 0);
});

test("a deputy is told as such, and the chain of what was noted holds", async () => {
  const { page } = admin;
  await admin.goto("/persone");
  const line = part(page, "account").filter({ hasText: OLGA.name });
  await line.locator('[data-test="account-change"]').click();
  await part(page, "account-delegation").locator("summary").click();
  await page.locator("#acting-role").selectOption("coordinator");
  await page.locator("#acting-organisation").fill("Cabina di regia");
  const until = new Date(Date.now() + 20 * 86_400_000);
  await page.locator("#acting-until").fill(String(until.getDate()));
  await page.locator("#acting-until-1").fill(String(until.getMonth() + 1));
  await page.locator("#acting-until-2").fill(String(until.getFullYear()));
  await page.locator("#acting-until-2").blur();
  await passes(page, "a delegation");
  await part(page, "account-form").locator("button[type=submit]").click();
  await line.filter({ hasText: "Delega: Coordinamento fino al" }).waitFor();
  await badge(olga.page, "delivered");
  await olga.page.reload();
  await badge(olga.page, "delivered");
  await olga.page.getByRole("link", { name: "Fondi" }).waitFor();
  const { ok, audit } = JSON.parse(await command(["verify", "--json", "--data", server.folder]));
  assert.ok(ok && audit.n > 20, `${ok} ${audit.n}`);
});
