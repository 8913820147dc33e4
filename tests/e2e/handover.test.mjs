// SPDX-License-Identifier: AGPL-3.0-or-later
// A case goes from hand to hand: the housing department opens it, welfare assesses it and writes the plan, a partner refuses
// it, another takes it on. On that one's tablet stand the plan and the diary entries that are meant for it, and no other;
// once its part ends, nothing is left of them. Then both departments work on the case without a network at the same time:
// one field that both wrote is asked about, everything else is merged without a question.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AWAY, SIZES, Tablet } from "./browser.mjs";
import { ANNA, OLGA } from "./people.mjs";
import { answer, badge, field, goOffline, openHousehold, openTopic, signIn, takeIn } from "./pages.mjs";
import { Server } from "./server.mjs";

const FAMILY = "Famiglia Prova Passaggio";
const REASON = "In questo momento non abbiamo operatori.";
const OF_WELFARE = "Detto solo al servizio, per ora.";
const OF_HOUSING = "La pratica della casa resta in ufficio.";
const BOTH = "Sentiti i due assessorati.";
const SHARED = "Il nucleo preferisce la mattina.";
const GOAL = "Trovare un lavoro stabile";
const STRENGTHS = "La zia abita nella stessa via.";
/** What no partner is to read. */
const HIDDEN = [OF_WELFARE, OF_HOUSING, BOTH, STRENGTHS];
/** The same field as each of the two departments writes it. */
const PHONES = ["02 0000 0142", "02 0000 0177"];
const MISSING = "Questo nucleo non è su questo tablet";

/** The two partners of the demonstration. */
const SARA = { signIn: "sara.galli", password: "demo-sara", phrase: "quattro chiavi nuove" };
const DARIO = { signIn: "dario.neri", name: "Dario Neri", password: "demo-dario", phrase: "sei gradini di legno" };
/** What a device calls them until somebody writes a name down: by the dwellings entrusted to them. */
const COOPERATIVE = { name: "Cooperativa La Soglia Aperta", known: /24 alloggi/ };
const ASSOCIATION = { name: "Associazione Le Due Chiavi", known: /16 alloggi/ };

let server;
let [anna, olga, sara, dario] = [];
/** The page of the household. */
let path;
/** All records that name it, as both departments have them together. */
let all;

before(async () => {
  server = await Server.open();
  for (const person of [ANNA, OLGA]) await server.addPerson(person);
  const opened = [{}, { size: SIZES.desk, touch: false }, { size: SIZES.phone }, { size: SIZES.portrait }];
  [anna, olga, sara, dario] = await Promise.all(opened.map((options) => Tablet.open(server, options)));
  for (const tablet of [anna, olga, sara, dario]) tablet.expect(...AWAY);
  for (const [tablet, person] of [[anna, ANNA], [olga, OLGA], [sara, SARA], [dario, DARIO]]) await signIn(tablet, person);
});

after(async () => {
  for (const tablet of [anna, olga, sara, dario]) await tablet?.context.close().catch(() => {});
  await server?.close();
});

const part = (page, name) => page.locator(`[data-test="${name}"]`);
const awaits = (page) => part(page, "awaits").filter({ hasText: FAMILY });
const referral = (page, state) => page.locator(`[data-test="referral"][data-state="${state}"]`);
const entry = (page, words) => part(page, "diary-entry").filter({ hasText: words });

async function openTab(tablet, tab, shows) {
  await openHousehold(tablet, FAMILY);
  await tablet.page.getByRole("link", { name: tab, exact: true }).click();
  await part(tablet.page, shows).first().waitFor();
}

async function note(page, words, circle) {
  await page.getByRole("button", { name: "Scrivi nel diario" }).first().click();
  const form = part(page, "diary-form");
  await form.getByRole("radio", { name: "Telefonata" }).check();
  await form.getByRole("radio", { name: circle }).check();
  await form.getByLabel("Che cosa è successo").fill(words);
  await form.getByRole("button", { name: "Salva nel diario" }).click();
  await entry(page, words).waitFor();
}

/** Asks one of the partners, whose name is written down where nobody did so before. */
async function refer(page, partner) {
  await part(page, "referral-send").click();
  const form = part(page, "referral-send-form");
  await form.getByRole("radio", { name: partner.known }).check();
  await form.getByLabel("Nome del partner").fill(partner.name);
  await form.getByLabel("Che cosa si chiede al partner").fill("Accompagnare il nucleo.");
  await form.getByRole("button", { name: "Invia", exact: true }).click();
  await referral(page, "sent").waitFor();
  await badge(page, "delivered");
}

/** The line of Today on which a partner answers. */
async function asked(tablet) {
  await tablet.goto("/");
  await awaits(tablet.page).getByRole("button", { name: "Rispondi" }).click();
  return awaits(tablet.page);
}

/** What the server hands to whoever works on a tablet of all that names the household: the records, by their keys. */
async function handedOver({ page }) {
  const found = await page.evaluate(async (household) => {
    const found = [];
    for (let asked = "since=0"; asked; ) {
      const pulled = await (await fetch(`/api/records?${asked}&most=2000`)).json();
      found.push(...pulled.records.map((stored) => [stored.key, stored]));
      asked = pulled.more ? `since=${pulled.cursor}&scope=${pulled.scope}` : "";
    }
    return found.filter(([, stored]) => JSON.stringify(stored).includes(household));
  }, path.split("/").pop());
  return new Map(found);
}

/** Waits until of certain records exactly these rest on the tablet itself, in what came after its first exchange. */
async function rests({ page }, keys, expected) {
  const resting = async (keys) => {
    // Where something was taken away, a sealed nothing stays: a nonce and a tag.
    const nothing = 12 + 16;
    const asked = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const store = (await indexedDB.databases()).find(({ name }) => name.startsWith("soglia-store-"));
    const database = await asked(indexedDB.open(store.name));
    const records = database.transaction("records").objectStore("records");
    const values = await Promise.all(keys.map((key) => asked(records.get(key))));
    database.close();
    return keys.filter((_, at) => values[at]?.length > nothing);
  };
  const wanted = keys.filter((key) => expected.includes(key));
  const until = Date.now() + 30_000;
  let found = await page.evaluate(resting, keys);
  while (`${found}` !== `${wanted}` && Date.now() < until) found = await page.evaluate(resting, keys);
  assert.deepEqual(found, wanted);
}

/** A tablet finds the household nowhere: not in the list, not by the search, not on Today, not at its addresses. */
async function findsNothing(tablet) {
  const { page } = tablet;
  await tablet.goto("/");
  await page.locator("#search").fill("Passaggio");
  await page.locator(".search-none").waitFor();
  await awaits(page).waitFor({ state: "detached" });
  await tablet.goto("/nuclei");
  await page.getByRole("searchbox", { name: "Cerca un nucleo" }).fill(FAMILY);
  await part(page, "household-row").filter({ hasText: FAMILY }).waitFor({ state: "detached" });
  for (const tab of ["", "/percorso", "/piano", "/diario"]) {
    await tablet.goto(path + tab);
    await page.getByText(MISSING).waitFor();
    const words = await page.locator("#main").textContent();
    for (const gone of [FAMILY, GOAL, SHARED, ...HIDDEN]) assert.ok(!words.includes(gone), `${gone} at ${tab}`);
  }
}

test("the housing department opens the case, and welfare assesses it and writes the plan", async () => {
  path = await takeIn(olga, FAMILY);
  await openTab(olga, "Percorso", "path");
  await part(olga.page, "case-open").click();
  await olga.page.locator('[data-test="case"][data-stage="access"]').waitFor();
  await openTab(olga, "Diario", "diary");
  await note(olga.page, OF_HOUSING, "Solo il mio servizio");
  await badge(olga.page, "delivered");

  const { page } = anna;
  await openTab(anna, "Percorso", "path");
  await part(page, "assessment-begin").click();
  await part(page, "assessment-draft").locator("#f-housing-1").check();
  await part(page, "assessment-close").click();
  await page.locator('[data-test="assessment"][data-state="closed"]').waitFor();
  await page.getByRole("link", { name: "Piano", exact: true }).click();
  await part(page, "plan-begin").click();
  await answer(field(page, "Risorse e punti di forza"), STRENGTHS);
  await part(page, "goal-new").click();
  const goal = part(page, "goal-new-form");
  await goal.getByRole("radio", { name: "Lavoro", exact: true }).check();
  await goal.getByLabel("Obiettivo", { exact: true }).fill(GOAL);
  await goal.getByRole("button", { name: "Aggiungi un obiettivo" }).click();
  await part(page, "goal-fields").waitFor();
  await openTab(anna, "Diario", "diary");
  await note(page, OF_WELFARE, "Solo il mio servizio");
  await note(page, BOTH, "I due assessorati");
  await note(page, SHARED, "Anche il partner");
  await badge(page, "delivered");
});

test("a partner refuses with its reason, and has nothing of the household", async () => {
  await openTab(anna, "Percorso", "path");
  await refer(anna.page, COOPERATIVE);
  const line = await asked(sara);
  const keys = [...(await handedOver(anna)).keys()];
  await rests(sara, keys, keys.filter((key) => key.startsWith("referral:")));
  await line.locator('[data-test="referral-refuse"]').click();
  await line.getByLabel("Motivo").fill(REASON);
  await line.getByRole("button", { name: "Registra che non si accetta" }).click();
  await line.waitFor({ state: "detached" });
  await badge(sara.page, "delivered");
  await rests(sara, keys, []);
  assert.deepEqual([...(await handedOver(sara)).keys()], []);
  await findsNothing(sara);
  await referral(anna.page, "refused").getByText(REASON).waitFor({ timeout: 60_000 });
});

test("another takes it on, and receives the plan and exactly the entries that are meant for it", async () => {
  await refer(anna.page, ASSOCIATION);
  const line = await asked(dario);
  await line.locator('[data-test="referral-accept"]').click();
  await line.waitFor({ state: "detached" });
  await badge(dario.page, "delivered");
  await referral(anna.page, "accepted").waitFor({ timeout: 60_000 });
  all = new Map([...(await handedOver(anna)), ...(await handedOver(olga))]);
  const told = (stored) => [SHARED, ASSOCIATION.name].some((words) => JSON.stringify(stored).includes(words));
  const meant = [...all.keys()].filter((key) => /^(household|plan):/.test(key) || told(all.get(key)));
  // One household, plan, entry and referral; the case, the assessment, three entries and the other referral are not for it.
  assert.deepEqual([meant.length, all.size], [4, 10], [...all.keys()].join(" "));
  await rests(dario, [...all.keys()], meant);
  const handed = await handedOver(dario);
  assert.deepEqual([...handed.keys()].sort(), meant.sort());
  let words = JSON.stringify([...handed.values()]);
  for (const [tab, shows] of [["/percorso", "referral"], ["/piano", "goal-text"], ["/diario", "diary-entry"]]) {
    await dario.goto(path + tab);
    await part(dario.page, shows).first().waitFor();
    words += await dario.page.locator("#main").textContent();
  }
  for (const here of [FAMILY, GOAL, SHARED]) assert.ok(words.includes(here), `${here} is not there`);
  for (const hidden of HIDDEN) assert.ok(!words.includes(hidden), `${hidden} is there`);
  assert.equal(await part(dario.page, "diary-entry").count(), 1);
  await dario.page.locator("#search").fill("Passaggio");
  await dario.page.locator(".search-option").filter({ hasText: FAMILY }).waitFor();
  await findsNothing(sara);
});

test("the partner's part ends, and case, plan and diary leave its tablet", async () => {
  await dario.goto(`${path}/diario`);
  await entry(dario.page, SHARED).waitFor();
  const accepted = referral(anna.page, "accepted");
  await accepted.locator('[data-test="referral-others"] > summary').click();
  await accepted.locator('[data-test="referral-end"]').click();
  await accepted.getByLabel("Motivo").fill("Il nucleo ha trovato casa.");
  await accepted.getByRole("button", { name: "Conferma la chiusura" }).click();
  await badge(anna.page, "delivered");
  // The page that is open says so by itself.
  await dario.page.getByText(MISSING).waitFor({ timeout: 60_000 });
  await rests(dario, [...all.keys()], []);
  assert.deepEqual([...(await handedOver(dario)).keys()], []);
  await findsNothing(dario);
  await goOffline(dario);
  await dario.shut();
  await dario.launch();
  await findsNothing(dario);
  await server.start();
  for (const tablet of [sara, dario]) await tablet.close();
});

/** Waits until a field that saves itself shows a value. */
async function reads(box, text) {
  const shows = ([id, text]) => document.getElementById(id)?.value.replaceAll("\u00a0", " ") === text;
  await box.page().waitForFunction(shows, [await box.getAttribute("id"), text], { timeout: 60_000 });
}

test("both departments write without a network, and one field of all is asked about, once", async () => {
  for (const tablet of [anna, olga]) await openTab(tablet, "Piano", "plan");
  await goOffline(anna);
  const hers = { aim: ["Obiettivo generale", "Una casa propria."], of: ["Reddito", "Reddito netto mensile", "650"] };
  const theirs = { aim: ["Durata in mesi", "18"], of: ["Casa di oggi e urgenza", "Dove vive ora", "Dalla zia"] };
  for (const [{ page }, { aim, of }, phone] of [[anna, hers, PHONES[0]], [olga, theirs, PHONES[1]]]) {
    await answer(field(page, aim[0]), aim[1]);
    await page.getByRole("link", { name: "Situazione", exact: true }).click();
    await openTopic(page, of[0]);
    await answer(field(page, of[1]), of[2]);
    await openTopic(page, "Invio e contatti");
    await answer(field(page, "Telefono"), phone);
    await page.getByRole("link", { name: "Diario", exact: true }).click();
    await note(page, `Ha chiamato: ${phone}`, "I due assessorati");
    await badge(page, "offline", "pending");
  }
  await server.start();
  hers.of[2] = "650,00 €";
  for (const { page } of [anna, olga]) {
    for (const phone of PHONES) await entry(page, phone).waitFor({ timeout: 60_000 });
    const card = part(page, "review-card");
    await card.first().waitFor({ timeout: 60_000 });
    await page.getByRole("link", { name: "Piano", exact: true }).click();
    for (const { aim } of [hers, theirs]) await reads(field(page, aim[0]), aim[1]);
    assert.equal(await card.count(), 1, "nothing about the plan is asked");
    await page.getByRole("link", { name: "Situazione", exact: true }).click();
    for (const { of } of [hers, theirs]) {
      await openTopic(page, of[0]);
      await reads(field(page, of[1]), of[2]);
    }
    assert.deepEqual(await card.evaluateAll((cards) => cards.map(({ dataset }) => dataset.field)), ["phone"]);
    for (const phone of PHONES) assert.match(await card.innerText(), new RegExp(phone));
  }
  const questions = [...(await handedOver(anna)).values()].flatMap(({ reviews }) => reviews ?? []);
  assert.equal(questions.length, 1, "one question in all that is about the household");
});

test("one of the two chooses, and nothing is asked on either tablet", async () => {
  await part(olga.page, "review-card").getByRole("button", { name: /^Tieni quello di Anna Prova/ }).click();
  for (const tablet of [olga, anna]) {
    await part(tablet.page, "review-card").waitFor({ state: "detached", timeout: 60_000 });
    await badge(tablet.page, "delivered");
    await openTopic(tablet.page, "Invio e contatti");
    await reads(field(tablet.page, "Telefono"), PHONES[0]);
    tablet.check();
  }
});
