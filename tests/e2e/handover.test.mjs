// SPDX-License-Identifier: AGPL-3.0-or-later
// A case goes from hand to hand: the housing department opens it, welfare assesses it and writes the plan, a partner refuses
// it, another takes it on. On that one's tablet stand the plan and the diary entries that are meant for it, and no other;
// once its part ends, nothing is left of them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AWAY, SIZES, Tablet } from "./browser.mjs";
import { ANNA, OLGA } from "./people.mjs";
import { badge, openHousehold, signIn, takeIn } from "./pages.mjs";
import { Server } from "./server.mjs";

const FAMILY = "Famiglia Prova Passaggio";
const REASON = "In questo momento non abbiamo operatori.";
const KEPT = "Detto solo al servizio, per ora.";
const BOTH = "Sentiti i due assessorati.";
const SHARED = "Il nucleo preferisce la mattina.";

/** The two partners of the demonstration. */
const SARA = { signIn: "sara.galli", password: "demo-sara", phrase: "quattro chiavi nuove" };
const DARIO = { signIn: "dario.neri", password: "demo-dario", phrase: "sei gradini di legno" };
/** What a device calls them until somebody writes a name down: by the dwellings entrusted to them. */
const COOPERATIVE = { name: "Cooperativa La Soglia Aperta", known: /24 alloggi/ };
const ASSOCIATION = { name: "Associazione Le Due Chiavi", known: /16 alloggi/ };

let server;
let anna;
let olga;
let sara;
let dario;

before(async () => {
  server = await Server.open();
  for (const person of [ANNA, OLGA]) await server.addPerson(person);
  [anna, olga, sara, dario] = await Promise.all([
    Tablet.open(server),
    Tablet.open(server, { size: SIZES.desk, touch: false }),
    Tablet.open(server, { size: SIZES.phone }),
    Tablet.open(server, { size: SIZES.portrait }),
  ]);
  for (const tablet of [anna, olga, sara, dario]) tablet.expect(...AWAY);
  await signIn(anna, ANNA);
  await signIn(olga, OLGA);
  await signIn(sara, SARA);
  await signIn(dario, DARIO);
});

after(async () => {
  for (const tablet of [anna, olga, sara, dario]) await tablet?.context.close().catch(() => {});
  await server?.close();
});

const part = (page, name) => page.locator(`[data-test="${name}"]`);

async function openTab(tablet, tab, shows) {
  await openHousehold(tablet, FAMILY);
  await tablet.page.getByRole("link", { name: tab, exact: true }).click();
  await part(tablet.page, shows).first().waitFor();
}

/** Whether a tablet finds the household, once it has heard what there is to hear. */
async function rowOf(tablet) {
  await tablet.goto("/nuclei");
  await tablet.page.getByRole("searchbox", { name: "Cerca un nucleo" }).fill(FAMILY);
  return part(tablet.page, "household-row").filter({ hasText: FAMILY });
}

async function note(page, words, circle) {
  await page.getByRole("button", { name: "Scrivi nel diario" }).first().click();
  const form = part(page, "diary-form");
  await form.getByRole("radio", { name: "Telefonata" }).check();
  await form.getByRole("radio", { name: circle }).check();
  await form.getByLabel("Che cosa è successo").fill(words);
  await form.getByRole("button", { name: "Salva nel diario" }).click();
  await part(page, "diary-entry").filter({ hasText: words }).waitFor();
}

/** Asks one of the partners, whose name is written down where nobody did so before. */
async function refer(page, partner) {
  await part(page, "referral-send").click();
  const form = part(page, "referral-send-form");
  await form.getByRole("radio", { name: partner.known }).check();
  await form.getByLabel("Nome del partner").fill(partner.name);
  await form.getByLabel("Che cosa si chiede al partner").fill("Accompagnare il nucleo.");
  await form.getByRole("button", { name: "Invia", exact: true }).click();
  await page.locator('[data-test="referral"][data-state="sent"]').waitFor();
  await badge(page, "delivered");
}

/** The line of Today on which a partner answers. */
async function asked(tablet) {
  await tablet.goto("/");
  const line = part(tablet.page, "awaits").filter({ hasText: FAMILY });
  await line.getByRole("button", { name: "Rispondi" }).click();
  return line;
}

test("the housing department opens the case, and welfare assesses it and writes the plan", async () => {
  await takeIn(olga, FAMILY);
  await openTab(olga, "Percorso", "path");
  await part(olga.page, "case-open").click();
  await olga.page.locator('[data-test="case"][data-stage="access"]').waitFor();
  await badge(olga.page, "delivered");

  const { page } = anna;
  await openTab(anna, "Percorso", "path");
  await part(page, "assessment-begin").click();
  await part(page, "assessment-draft").locator("#f-housing-1").check();
  await part(page, "assessment-close").click();
  await page.locator('[data-test="assessment"][data-state="closed"]').waitFor();
  await page.getByRole("link", { name: "Piano", exact: true }).click();
  await part(page, "plan-begin").click();
  await page.locator('[data-test="plan"]').first().waitFor();
  await openTab(anna, "Diario", "diary");
  await note(page, KEPT, "Solo il mio servizio");
  await note(page, BOTH, "I due assessorati");
  await note(page, SHARED, "Anche il partner");
  await badge(page, "delivered");
});

test("a partner refuses with its reason, and has nothing of the household", async () => {
  await openTab(anna, "Percorso", "path");
  await refer(anna.page, COOPERATIVE);
  const line = await asked(sara);
  await line.locator('[data-test="referral-refuse"]').click();
  await line.getByLabel("Motivo").fill(REASON);
  await line.locator("form button[type=submit]").click();
  await line.waitFor({ state: "detached" });
  await badge(sara.page, "delivered");
  assert.equal(await (await rowOf(sara)).count(), 0);
  const refused = anna.page.locator('[data-test="referral"][data-state="refused"]');
  await refused.waitFor({ timeout: 60_000 });
  assert.match(await refused.innerText(), new RegExp(REASON));
});

test("another takes it on, and receives the plan and exactly the entries that are meant for it", async () => {
  await refer(anna.page, ASSOCIATION);
  const line = await asked(dario);
  await line.locator('[data-test="referral-accept"]').click();
  await line.waitFor({ state: "detached" });
  await badge(dario.page, "delivered");
  await openTab(dario, "Piano", "plan");
  await openTab(dario, "Diario", "diary");
  await part(dario.page, "diary-entry").filter({ hasText: SHARED }).waitFor({ timeout: 60_000 });
  const told = await part(dario.page, "diary").innerText();
  for (const words of [KEPT, BOTH]) assert.ok(!told.includes(words), words);
  assert.equal(await part(dario.page, "diary-entry").count(), 1);
  assert.equal(await (await rowOf(sara)).count(), 0, "who refused sees nothing");
});

test("the partner's part ends, and the case leaves its tablet", async () => {
  const { page } = anna;
  const accepted = page.locator('[data-test="referral"][data-state="accepted"]');
  await accepted.waitFor({ timeout: 60_000 });
  await accepted.locator('[data-test="referral-others"] > summary').click();
  await accepted.locator('[data-test="referral-end"]').click();
  const end = accepted.locator('[data-test="referral-end-form"]');
  await end.getByLabel("Motivo").fill("Il piano è concluso.");
  await end.getByRole("button", { name: "Conferma la chiusura" }).click();
  await badge(page, "delivered");
  await (await rowOf(dario)).first().waitFor({ state: "detached", timeout: 60_000 });
});

test("nothing was complained about", () => {
  for (const tablet of [anna, olga, sara, dario]) tablet.check();
});
