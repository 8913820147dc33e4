// SPDX-License-Identifier: AGPL-3.0-or-later
// The support plan of a household: written, signed with a finger, looked at again, changed, read in the language of the
// family, and ended, all without a network. A partner reads it, reviews, and says what became of a goal.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AWAY, SIZES, Tablet } from "./browser.mjs";
import { ANNA, ELENA } from "./people.mjs";
import { answer, badge, field, goOffline, openHousehold, signIn, takeIn } from "./pages.mjs";
import { Server } from "./server.mjs";

const FAMILY = "Famiglia Prova Piano";
const SARA = { signIn: "sara.galli", password: "demo-sara", phrase: "quattro chiavi nuove" };
const WORK = "Trovare un lavoro stabile";
/** What somebody may paste: it is shown as it is, and does nothing. */
const ODD = "<script>document.title='x'</script><b>casa</b> 🏠 مريم";
const LONG = "Lorem ipsum. ".repeat(80_000).trim();

let server;
let anna;
let sara;
let elena;

before(async () => {
  server = await Server.open();
  for (const person of [ANNA, ELENA]) await server.addPerson(person);
  anna = await Tablet.open(server);
  anna.expect(...AWAY);
  await signIn(anna, ANNA);
});

after(async () => {
  for (const tablet of [anna, sara, elena]) await tablet?.context.close().catch(() => {});
  await server?.close();
});

const part = (page, name) => page.locator(`[data-test="${name}"]`);
const plan = (page, state) => page.locator(`[data-test="plan"][data-state="${state}"]`);
const goal = (page, text) => part(page, "goal").filter({ hasText: text });

async function openPlan(tablet) {
  await openHousehold(tablet, FAMILY);
  await tablet.page.getByRole("link", { name: "Piano", exact: true }).click();
  await part(tablet.page, "plan-page").waitFor();
}

/** Types a day into the three fields of a date, by the id of the first. */
async function typeDay(page, id, [day, month, year]) {
  const parts = [`[id="${id}"]`, `[id="${id}-1"]`, `[id="${id}-2"]`];
  for (const [n, text] of [day, month, year].entries()) await page.locator(parts[n]).fill(String(text));
  await page.locator(parts[2]).press("Tab");
}

/** A day so many days from today in Milan, in parts. */
function dayFromNow(days) {
  const at = new Date(Date.now() + days * 86_400_000);
  const day = at.toLocaleDateString("sv-SE", { timeZone: "Europe/Rome" });
  return day.split("-").map(Number).reverse();
}

/** The id of the first field of a date in a form, by what the form calls it. */
async function dateId(form, what) {
  return await form.locator(`input[id*="-${what}"]`).first().getAttribute("id");
}

async function addGoal(page, domain, text) {
  await part(page, "goal-new").click();
  const form = part(page, "goal-new-form");
  await form.getByRole("radio", { name: domain, exact: true }).check();
  await form.getByLabel("Obiettivo", { exact: true }).fill(text);
  await form.getByRole("button", { name: "Aggiungi un obiettivo" }).click();
  const fields = part(page, "goal-fields");
  await fields.waitFor();
  return fields;
}

/** Signs in the field with the pointer that the browser has. */
async function draw(page) {
  const pad = part(page, "signature-pad");
  await pad.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await pad.boundingBox();
  await page.mouse.move(x + width * 0.2, y + height * 0.7);
  await page.mouse.down();
  for (const [across, down] of [[0.3, 0.2], [0.4, 0.8], [0.5, 0.3], [0.7, 0.6]]) {
    await page.mouse.move(x + width * across, y + height * down, { steps: 6 });
  }
  await page.mouse.up();
}

test("a plan is begun without a network, and says by when it is to be signed", async () => {
  await takeIn(anna, FAMILY);
  await badge(anna.page, "delivered");
  await goOffline(anna);
  const { page } = anna;
  await openPlan(anna);
  await part(page, "plan-begin").click();
  await plan(page, "draft").waitFor();
  assert.match(await part(page, "plan-due").innerText(), /20 giorni lavorativi dall’inizio: ne restano (19|20)/);
  await answer(field(page, "Obiettivo generale"), "Vivere in una casa propria.");
  await answer(field(page, "Durata in mesi"), "18");
  await page.getByText("Prima della firma serve almeno un obiettivo.").waitFor();
});

test("two goals are written; what is far too long is told so and stays", async () => {
  const { page } = anna;
  const first = await addGoal(page, "Lavoro", WORK);
  await answer(first.getByLabel("Come si vede che è raggiunto", { exact: true }), "Un contratto di un anno");
  const actions = first.getByLabel("Che cosa si fa", { exact: true });
  await answer(actions, LONG);
  await first.getByText(/al massimo 2\.?000 caratteri/).waitFor();
  assert.equal((await actions.inputValue()).length, LONG.length, "nothing of it is lost");
  await answer(actions, "Corso di cucina ogni martedì");
  await first.getByText(/al massimo 2\.?000 caratteri/).waitFor({ state: "detached" });
  await answer(first.getByLabel("Chi lo fa", { exact: true }), "Maria e l’educatrice");
  const due = await first.locator('input[id$="-due"]').getAttribute("id");
  await typeDay(page, due, dayFromNow(180));
  await first.getByRole("radio", { name: "Sì" }).check();
  await part(page, "goal-done").click();
  await goal(page, WORK).getByText("La persona è d’accordo").waitFor();

  await addGoal(page, "Casa", ODD);
  await part(page, "goal-done").click();
  assert.equal(await part(page, "goal-text").nth(1).innerText(), ODD);
  await page.getByText("di un obiettivo non è scritto").waitFor();
  assert.equal(await part(page, "plan-sign").count(), 0, "nobody signs before the person was asked");
});

test("a goal that was taken out is put back with all that was said", async () => {
  const { page } = anna;
  await goal(page, WORK).locator('[data-test="goal-write"]').click();
  await part(page, "goal-drop").click();
  await part(page, "goal-put-back").click();
  await goal(page, WORK).getByText("Corso di cucina ogni martedì").waitFor();
  await goal(page, WORK).getByText("La persona è d’accordo").waitFor();
  await goal(page, "casa").locator('[data-test="goal-write"]').click();
  await part(page, "goal-fields").getByRole("radio", { name: "No", exact: true }).check();
  await part(page, "goal-done").click();
  await goal(page, "casa").getByText("La persona non è d’accordo").waitFor();
});

test("the plan is signed with a drawn signature, not before it was begun, and keeps the hash of its words", async () => {
  const { page } = anna;
  await part(page, "plan-sign").click();
  const form = part(page, "plan-sign-form");
  assert.match(await part(page, "plan-words").innerText(), /Corso di cucina ogni martedì/);
  await form.getByRole("button", { name: "Salva la firma" }).click();
  await form.getByText("Manca il nome di chi firma.").first().waitFor();
  await form.getByLabel("Nome e cognome di chi firma").fill("Maria Prova");
  await form.getByRole("button", { name: "Salva la firma" }).click();
  await form.getByText("Manca la firma").waitFor();
  await draw(page);
  const day = await dateId(form, "day");
  await typeDay(page, day, [1, 2, 2020]);
  await form.getByRole("button", { name: "Salva la firma" }).click();
  await form.getByText("Il giorno viene troppo presto").waitFor();
  await typeDay(page, day, dayFromNow(0));
  await form.getByRole("button", { name: "Salva la firma" }).click();
  await plan(page, "signed").waitFor();
  await part(page, "signature-image").waitFor();
  const hash = (await part(page, "signature-hash").innerText()).replaceAll(" ", "");
  assert.match(hash, /^[0-9a-f]{64}$/);
  await page.getByText("Il testo di oggi è quello firmato.").waitFor();
});

test("the signature is still there after a restart without a network", async () => {
  await anna.shut();
  await anna.launch();
  await anna.goto("/");
  await anna.unlock();
  await openPlan(anna);
  const image = part(anna.page, "signature-image");
  await image.waitFor();
  const inked = await image.evaluate((img) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [img.naturalWidth, img.naturalHeight];
    const context = canvas.getContext("2d");
    context.drawImage(img, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) dark += data[at] < 128 ? 1 : 0;
    return { size: [canvas.width, canvas.height], dark };
  });
  assert.deepEqual(inked.size, [600, 240]);
  assert.ok(inked.dark > 300, `${inked.dark} dark pixels`);
});

async function review(page, words, next) {
  await part(page, "plan-review-new").click();
  const form = part(page, "plan-review-new-form");
  await form.getByLabel("Che cosa è emerso").fill(words);
  if (next) await typeDay(page, await dateId(form, "next"), next);
  await form.getByRole("button", { name: "Salva la verifica" }).click();
  return form;
}

test("two reviews are written, and the next one lies after them", async () => {
  const { page } = anna;
  const form = await review(page, LONG);
  await form.getByText(/al massimo 2\.?000 caratteri/).first().waitFor();
  assert.equal((await form.getByLabel("Che cosa è emerso").inputValue()).length, LONG.length);
  await form.getByLabel("Che cosa è emerso").fill("Il corso è cominciato.");
  const next = await dateId(form, "next");
  await typeDay(page, next, dayFromNow(-3));
  await form.getByRole("button", { name: "Salva la verifica" }).click();
  await form.getByText("La prossima verifica va fissata in un giorno dopo questa.").waitFor();
  await typeDay(page, next, dayFromNow(30));
  await form.getByRole("button", { name: "Salva la verifica" }).click();
  await form.waitFor({ state: "detached" });
  await review(page, "Le presenze sono buone.", dayFromNow(60));
  await part(page, "plan-review").nth(1).waitFor();
  await part(page, "plan-next-review").waitFor();
});

test("a partner that sees the household reads the plan, reviews, and says what became of a goal", async () => {
  const { page } = anna;
  await server.start();
  await badge(page, "delivered");
  await page.getByRole("link", { name: "Percorso", exact: true }).click();
  await part(page, "referral-send").click();
  const sent = part(page, "referral-send-form");
  await sent.getByRole("radio", { name: /24 alloggi/ }).check();
  const name = sent.getByLabel("Nome del partner");
  if (await name.count()) await name.fill("Cooperativa La Soglia Aperta");
  await sent.getByLabel("Che cosa si chiede al partner").fill("Accompagnare il nucleo.");
  await sent.getByRole("button", { name: "Invia", exact: true }).click();
  await badge(page, "delivered");

  sara = await Tablet.open(server, { size: SIZES.phone });
  sara.expect(...AWAY);
  await signIn(sara, SARA);
  await sara.goto("/");
  const asked = part(sara.page, "awaits").filter({ hasText: FAMILY });
  await asked.getByRole("button", { name: "Rispondi" }).click();
  await asked.locator('[data-test="referral-accept"]').click();
  await asked.waitFor({ state: "detached" });
  await badge(sara.page, "delivered");
  await openPlan(sara);
  await plan(sara.page, "signed").waitFor();
  for (const hidden of ["plan-signature", "plan-end-fold", "plan-revise-fold", "goal-new", "goal-write", "plan-begin"]) {
    assert.equal(await part(sara.page, hidden).count(), 0, `${hidden} is not for a partner`);
  }
  await goal(sara.page, WORK).locator('[data-test="goal-outcome"] > summary').click();
  await goal(sara.page, WORK).getByRole("radio", { name: "Raggiunto in parte" }).check();
  await goal(sara.page, WORK).locator(".badge", { hasText: "Raggiunto in parte" }).waitFor();
  await review(sara.page, "Il corso piace.");
  await badge(sara.page, "delivered");
  await openPlan(anna);
  await part(page, "plan-review").filter({ hasText: "Il corso piace." }).waitFor({ timeout: 60_000 });
  assert.match(await page.locator('[data-test="outcome-work"]').innerText(), /Raggiunti 0 di 1 obiettivo/);
});

test("the plan is changed without a network and signed on paper; both signatures are kept", async () => {
  const { page } = anna;
  await badge(page, "delivered");
  await goOffline(anna);
  await openPlan(anna);
  await part(page, "plan-revise-fold").locator("summary").click();
  await part(page, "plan-revise").click();
  await plan(page, "draft").waitFor();
  await goal(page, WORK).locator('[data-test="goal-write"]').click();
  await answer(part(page, "goal-fields").getByLabel("Chi lo fa", { exact: true }), "Maria");
  await part(page, "goal-done").click();
  await page.getByText("Il testo è cambiato dopo questa firma.").waitFor();
  await part(page, "plan-sign").click();
  const form = part(page, "plan-sign-form");
  await form.getByRole("checkbox", { name: "Ha firmato su carta" }).check();
  await form.getByLabel("Nome e cognome di chi firma").fill("Maria Prova");
  await form.getByRole("button", { name: "Salva la firma" }).click();
  await plan(page, "signed").waitFor();
  assert.equal(await part(page, "signature").count(), 2);
});

test("the family reads the plan in eight languages without a network, Arabic from right to left", async () => {
  const { page } = anna;
  await part(page, "plan-family").click();
  const sheet = part(page, "family-sheet");
  await sheet.getByRole("heading", { level: 1, name: "Il nostro piano" }).waitFor();
  for (const [code, dir, title] of [
    ["en", "ltr", "Our plan"],
    ["fr", "ltr", "Notre plan"],
    ["es", "ltr", "Nuestro plan"],
    ["uk", "ltr", "Наш план"],
    ["bn", "ltr", "আমাদের পরিকল্পনা"],
    ["zh", "ltr", "我们的计划"],
    ["ar", "rtl", "خطتنا"],
  ]) {
    await part(page, `tongue-${code}`).click();
    await sheet.getByRole("heading", { level: 1, name: title }).waitFor();
    assert.equal(await sheet.getAttribute("lang"), code);
    assert.equal(await sheet.getAttribute("dir"), dir);
  }
  assert.equal(await sheet.evaluate((part) => getComputedStyle(part).direction), "rtl");
  assert.match(await sheet.innerText(), /Trovare un lavoro stabile/, "what people wrote stays as it is");
  assert.match(await sheet.innerText(), /قلتم لا/, "the answer of the person stands at the goal");
  assert.equal(await page.locator('[data-test="household-row"]').count(), 0, "no other household stands beside it");
  await page.emulateMedia({ media: "print" });
  assert.ok(await sheet.isVisible());
  assert.ok(!(await part(page, "tongue-ar").isVisible()), "the buttons are not printed");
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("link", { name: "Torna al piano" }).click();
  await plan(page, "signed").waitFor();
});

test("the plan ends with a reason and a destination, and half a year later is asked for", async () => {
  const { page } = anna;
  await part(page, "plan-end-fold").locator("summary").click();
  await part(page, "plan-end").click();
  const form = part(page, "plan-end-form");
  await form.getByRole("button", { name: "Registra la fine" }).click();
  await form.getByText("Manca il motivo").first().waitFor();
  await form.getByRole("radio", { name: "Autonomia raggiunta" }).check();
  await form.getByLabel("Dove va il nucleo").fill("In affitto, con la sorella");
  await form.getByRole("button", { name: "Registra la fine" }).click();
  await plan(page, "ended").waitFor();
  await part(page, "plan-over").getByText("In affitto, con la sorella").waitFor();
  await part(page, "plan-follow-six").click();
  const follow = part(page, "plan-follow-six-form");
  await follow.getByLabel("Che cosa si è saputo").fill("Tutto bene, lavora ancora.");
  await follow.getByRole("button", { name: "Salva il contatto" }).click();
  await part(page, "plan-follow-up").filter({ hasText: "lavora ancora" }).waitFor();
  await part(page, "plan-begin").waitFor();
});

test("what was written away from the network is taken, and who only reads sees no button", async () => {
  await server.start();
  await badge(anna.page, "delivered");
  elena = await Tablet.open(server, { size: SIZES.desk });
  elena.expect(...AWAY);
  await signIn(elena, ELENA);
  await openPlan(elena);
  await plan(elena.page, "ended").waitFor();
  assert.equal(await part(elena.page, "signature").count(), 2);
  for (const hidden of ["plan-begin", "plan-follow-twelve", "goal-outcome", "plan-review-new"]) {
    assert.equal(await part(elena.page, hidden).count(), 0, `${hidden} is not for the coordinator`);
  }
});

test("nothing was complained about", () => {
  // Where the image of the signature is on its way still, the server says that it has none.
  elena.expect(/status of 404/);
  for (const tablet of [anna, sara, elena]) tablet.check();
});
