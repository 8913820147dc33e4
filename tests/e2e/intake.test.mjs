// SPDX-License-Identifier: AGPL-3.0-or-later
// The intake of a family of five: without a network, in two sittings, in at most sixty interactions; three answers that
// nobody knew are found out later by somebody else on another tablet. What is strange is told and kept, what is impossible
// is refused at its field, and nothing that was typed is lost.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AWAY, SIZES, Tablet } from "./browser.mjs";
import { ANNA, OLGA } from "./people.mjs";
import { answer, badge, field, goOffline, openHousehold, openTopic, signIn, takeIn } from "./pages.mjs";
import { Server } from "./server.mjs";

const FAMILY = "Famiglia Prova Colloquio";

/** Ten minutes, at one interaction every eight seconds, are 75; the path keeps below that. */
const MOST_INTERACTIONS = 60;

/** Given name, family name, day of birth typed in one go, relation to the first. */
const FIVE = [
  ["Amal", "Benali", "14031986"],
  ["Karim", "Benali", "02111983", "Coniuge o convivente"],
  ["Lina", "Benali", "29022016", "Figlia o figlio"],
  ["Sami", "Benali", "07072018", "Figlia o figlio"],
  ["Nadia", "Ferri", "21051952", "Genitore o suocero"],
];

let server;
let anna;
let olga;

before(async () => {
  server = await Server.open();
  for (const person of [ANNA, OLGA]) await server.addPerson(person);
  anna = await Tablet.open(server, { size: SIZES.portrait });
  olga = await Tablet.open(server, { touch: false });
  for (const tablet of [anna, olga]) tablet.expect(...AWAY);
  await signIn(anna, ANNA);
  await signIn(olga, OLGA);
});

after(async () => {
  for (const tablet of [anna, olga]) await tablet?.close();
  await server?.close();
});

const part = (page, name) => page.locator(`[data-test="${name}"]`);

/** A hand that counts what it does: a touch, a field filled in and left, a choice. */
class Hand {
  n = 0;

  async tap(target) {
    this.n += 1;
    await target.click();
  }

  async write(box, text) {
    this.n += 1;
    await answer(box, text);
  }

  /** A list that opens: one touch for it, one for the line. */
  async pick(list, label) {
    this.n += 2;
    await list.selectOption({ label });
  }
}

const choice = (page, question, option) =>
  page.getByRole("group", { name: question, exact: true }).getByText(option, { exact: true });

/** The section that is open, by its title. */
async function section(page, title) {
  await page.getByRole("heading", { level: 2, name: title, exact: true }).waitFor();
}

const next = (page) => part(page, "section-next");

/** The place around a question that says who finds it out. */
const findOut = (page) => part(page, "find-out").last();

const hand = new Hand();

/** The page of the family. */
let path;

test("the first sitting takes in five people, without a network", async () => {
  const { page } = anna;
  await page.evaluate(() => navigator.serviceWorker.ready);
  await goOffline(anna);
  await anna.goto("/nuclei/nuovo");
  await hand.write(page.locator("#new-label"), FAMILY);
  await hand.tap(part(page, "open-brief"));
  await section(page, "Componenti");
  for (const [given, family, born, relation] of FIVE) {
    await hand.tap(page.getByRole("button", { name: "Aggiungi un componente" }));
    await page.waitForFunction(() => document.activeElement?.id.endsWith("given_name"));
    await hand.write(field(page, "Nome"), given);
    await hand.write(field(page, "Cognome"), family);
    await hand.write(page.getByRole("group", { name: "Data di nascita" }).getByLabel("Giorno"), born);
    if (relation) await hand.tap(choice(page, "Rapporto con il referente", relation));
    await hand.tap(choice(page, "Disabilità riconosciuta", "No"));
  }
  assert.equal(await part(page, "doubt").count(), 0, "nothing about them is strange");
  await hand.tap(next(page));
  await section(page, "Invio e contatti");
  await hand.tap(choice(page, "Chi manda il nucleo", "Welfare"));
  await hand.write(field(page, "Telefono"), "02 0000 0142, Amal");
  await hand.tap(next(page));
  await section(page, "Casa di oggi e urgenza");
  await hand.pick(page.getByLabel("Situazione abitativa", { exact: true }), "Casa inadeguata: sovraffollata");
  await hand.tap(choice(page, "Urgenza", "Entro 90 giorni"));
  await hand.write(field(page, "Motivo dell’urgenza"), "In cinque in una stanza, la nonna non sale le scale.");
  await hand.tap(next(page));
  await section(page, "ISEE e patrimonio");
  path = new URL(page.url()).pathname;
  // Whoever goes away locks the tablet; what is half done goes with it.
  await page.getByRole("button", { name: /^Persona e impostazioni/ }).click();
  await page.locator("#person-menu").getByRole("button", { name: "Blocca adesso", exact: true }).click();
  await page.locator("#unlock-phrase").waitFor();
});

test("the second sitting goes on where the first one ended, and three answers are not known yet", async () => {
  await anna.shut();
  await anna.launch();
  await anna.goto(path);
  const { page } = anna;
  await section(page, "ISEE e patrimonio");
  await hand.tap(page.getByRole("button", { name: "Valore ISEE: Non lo so ancora" }));
  await hand.tap(findOut(page).getByRole("button", { name: "Funzionari della casa" }));
  await part(page, "find-out-by").first().waitFor();
  await hand.tap(page.getByRole("button", { name: "Patrimonio per la casa popolare: Non lo so ancora" }));
  await hand.tap(findOut(page).getByRole("button", { name: "Funzionari della casa" }));
  await part(page, "find-out-by").nth(1).waitFor();
  await hand.tap(next(page));
  await section(page, "Reddito");
  await hand.write(field(page, "Reddito netto mensile"), "1480");
  await hand.tap(next(page));
  await section(page, "Condizioni per la casa popolare");
  await hand.tap(choice(page, "Cittadinanza o titolo di soggiorno", "Italiana"));
  await hand.tap(choice(page, "Residenza in Lombardia", "Sì"));
  await hand.tap(choice(page, "Casa adeguata di proprietà", "No"));
  await hand.tap(choice(page, "Decadenza da una casa popolare negli ultimi 5 anni", "Non lo so ancora"));
  await hand.tap(findOut(page).getByRole("button", { name: "Funzionari della casa" }));
  await part(page, "find-out-by").first().waitFor();
  await hand.tap(choice(page, "Occupazione senza titolo negli ultimi 5 anni", "No"));
  await hand.tap(next(page));
  await section(page, "Servizi sociali");
  await hand.tap(choice(page, "In carico ai Servizi sociali", "Sì"));
  await hand.tap(choice(page, "Autonomia nei bisogni primari", "Sì"));
  await hand.tap(choice(page, "Difficoltà economica e sociale temporanea", "Sì"));
  // What the answers say so far stands beside the questions, and follows them.
  const supported = part(page, "outcomes").getByText(/^Accompagnamento: /);
  await supported.and(page.getByText("Accompagnamento: da verificare")).waitFor();
  await hand.tap(choice(page, "Bisogno di accompagnamento", "Sì"));
  await supported.and(page.getByText("Accompagnamento: sì")).waitFor();
  await hand.tap(next(page));
  await section(page, "Controlla le risposte");
  const open = part(page, "check-unknown");
  await open.getByRole("heading", { name: "Da scoprire (3)" }).waitFor();
  assert.equal(await open.getByText("Ufficio casa").count(), 3);
  assert.ok(hand.n <= MOST_INTERACTIONS, `${hand.n} interactions`);
});

test("somebody else finds the three answers out on another tablet, and each task is closed by one touch", async () => {
  await server.start();
  await badge(anna.page, "delivered");
  const { page } = olga;
  await olga.goto("/");
  for (const what of ["Scoprire: ISEE", "Scoprire: Patrimonio", "Scoprire: Decadenza"]) {
    await part(page, "awaits").filter({ hasText: what }).waitFor({ timeout: 60_000 });
  }
  await openHousehold(olga, FAMILY);
  await openTopic(page, "ISEE e patrimonio");
  await answer(field(page, "Valore ISEE"), "11.200,00");
  const done = part(page, "find-out-done");
  await done.waitFor();
  await olga.goto("/");
  await part(page, "awaits").filter({ hasText: "Scoprire: ISEE" }).waitFor();
  await openHousehold(olga, FAMILY);
  await openTopic(page, "ISEE e patrimonio");
  await done.click();
  await done.waitFor({ state: "detached" });
  await answer(field(page, "Patrimonio per la casa popolare"), "3.400,00");
  await done.click();
  await done.waitFor({ state: "detached" });
  await openTopic(page, "Condizioni per la casa popolare");
  await choice(page, "Decadenza da una casa popolare negli ultimi 5 anni", "No").click();
  await done.click();
  await done.waitFor({ state: "detached" });
  await badge(page, "delivered");
  await olga.goto("/");
  await page.getByRole("heading", { level: 1 }).waitFor();
  assert.equal(await part(page, "awaits").filter({ hasText: "Scoprire:" }).count(), 0);
  await openHousehold(anna, FAMILY);
  await openTopic(anna.page, "ISEE e patrimonio");
  await anna.page.waitForFunction(
    () => document.getElementById("f-isee")?.value.startsWith("11.200,00"),
    undefined,
    { timeout: 60_000 },
  );
  assert.equal(await part(anna.page, "find-out-answered").count(), 0);
});

test("what is impossible is refused at its field, what is strange is told and kept, and no word is lost", async () => {
  const { page } = olga;
  const path = await takeIn(olga, "عائلة تجريبية");
  await section(page, "Componenti");
  const add = async (given, family, born) => {
    await page.getByRole("button", { name: "Aggiungi un componente" }).click();
    await page.waitForFunction(() => document.activeElement?.id.endsWith("given_name"));
    await answer(field(page, "Nome"), given);
    if (family) await answer(field(page, "Cognome"), family);
    if (!born) return;
    const date = page.getByRole("group", { name: "Data di nascita" });
    await answer(date.getByLabel("Giorno"), born);
    // Where it is saved is told below the field, and moves what stands under it.
    await page.locator(".ask", { has: date }).locator(".saved-hint").waitFor();
  };
  const long = "Ruspoli".repeat(15).slice(0, 100);
  await add("נועה", "בן־דוד", "01012012");
  await part(page, "doubt").filter({ hasText: "Il referente è minorenne" }).waitFor();
  await add("\u200b\u202e", "");
  await page.locator(".member-line").last().getByText("Componente senza nome").waitFor();
  await add("Gioia 🏠", long);
  await add("<script>alert(1)</script>", "", "29/02/2016");
  await add("Lia", "Gemelli", "2016-02-29");
  await add("Ivo", "Gemelli", "29.02.2016");
  assert.equal(await part(page, "doubt").count(), 0, "twins have two names");
  await add("Ivo", "Gemelli", "29022016");
  await part(page, "doubt").filter({ hasText: "è la stessa persona?" }).waitFor();
  for (const [written, sentence] of [["29022015", /non esiste/], ["01012199", /futuro|passat/]]) {
    const born = page.getByRole("group", { name: "Data di nascita" });
    await answer(born.getByLabel("Giorno"), written);
    await born.locator(".form-feedback").filter({ hasText: sentence }).waitFor();
  }
  await openTopic(page, "Casa di oggi");
  const home = field(page, "Dove vive ora");
  const huge = "casa ".repeat(200_000);
  await home.fill(huge);
  await home.press("Tab");
  await page.locator(".form-group", { has: home }).getByText(/troppo lungo.*2\.?000/).waitFor();
  await openTopic(page, "Reddito");
  await answer(field(page, "Reddito netto mensile"), "0");
  await part(page, "doubt").filter({ hasText: "Nessun reddito" }).waitFor();
  await openTopic(page, "ISEE e patrimonio");
  await page.getByRole("button", { name: "Valore ISEE: Non lo so ancora" }).click();
  await findOut(page).getByRole("button", { name: "Altro giorno" }).click();
  await answer(findOut(page).getByLabel("Giorno"), "01011926");
  await findOut(page).getByRole("button", { name: /^Io/ }).click();
  await findOut(page).getByRole("alert").waitFor();
  await answer(findOut(page).getByLabel("Giorno"), "01012999");
  await findOut(page).getByRole("button", { name: /^Io/ }).click();
  await findOut(page).getByRole("alert").waitFor();
  await olga.goto(path);
  await openTopic(page, "Casa di oggi");
  assert.equal((await field(page, "Dove vive ora").inputValue()).trim().length, huge.trim().length);
  await part(page, "all-sections").click();
  await page.getByRole("button", { name: "Controlla le risposte" }).click();
  for (const text of ["<script>alert(1)</script>", long, "Gioia 🏠", "נועה בן־דוד"]) {
    await page.getByText(text).first().waitFor();
  }
  // Nothing is wider than its place, on a telephone either.
  const wide = () =>
    page.evaluate(() => {
      const places = [...document.querySelectorAll("#main, .split-detail, .split-list, main")];
      return places.filter((place) => place.scrollWidth > place.clientWidth + 1).map((place) => place.className);
    });
  for (const size of [SIZES.phone, SIZES.landscape]) {
    await page.setViewportSize(size);
    assert.deepEqual(await wide(), []);
  }
  await part(page, "check-strange").getByText("Nessun reddito").waitFor();
  await part(page, "check-unknown").getByText("Nessuno lo sta scoprendo.").first().waitFor();
});

test("a section takes no pointer: its title has the focus, every control is reached, and Enter goes on", async () => {
  const { page } = olga;
  await openHousehold(olga, FAMILY);
  await openTopic(page, "Invio e contatti");
  const focused = () => page.evaluate(() => document.activeElement.textContent.trim());
  await page.waitForFunction(() => document.activeElement?.id === "section-title");
  const keys = async (most, is) => {
    for (let n = 0; n < most; n += 1) {
      if (await page.evaluate(is)) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`not reached; the focus is at "${await focused()}"`);
  };
  await keys(20, () => document.activeElement.id === "f-phone");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("02 0000 0143");
  await keys(20, () => document.activeElement.id === "f-language");
  await page.keyboard.type("arabo");
  await keys(20, () => document.activeElement.dataset.test === "section-next");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "section-title");
  assert.equal(await focused(), "Casa di oggi e urgenza");
  await part(page, "section-back").press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "section-title");
  // A slow disk may take longer than the way there and back.
  const reads = ([id, text]) => document.getElementById(id)?.value === text;
  for (const shown of [["f-phone", "02 0000 0143"], ["f-language", "arabo"]]) await page.waitForFunction(reads, shown);
});

test("back and forward of the browser lead from section to section, and only then away from the household", async () => {
  const { page } = olga;
  await olga.goto("/nuclei");
  const path = await openHousehold(olga, FAMILY);
  await openTopic(page, "Servizi sociali");
  await part(page, "all-sections").click();
  await openTopic(page, "Reddito");
  await part(page, "section-next").click();
  await section(page, "Condizioni per la casa popolare");
  await page.goBack();
  await section(page, "Reddito");
  await page.goBack();
  await page.locator(".task-list").waitFor();
  await page.goForward();
  await section(page, "Reddito");
  await answer(field(page, "Reddito netto mensile"), "910");
  // What a section keeps in the history searches for nothing in the list beside it.
  assert.equal(await page.getByRole("searchbox", { name: "Cerca un nucleo" }).inputValue(), FAMILY);
  await page.reload();
  await olga.unlock();
  await section(page, "Reddito");
  for (const way of ["requisiti", ""]) await page.locator(`.record-bar a[href="${path}${way && `/${way}`}"]`).click();
  await section(page, "Reddito");
  await page.goBack();
  await part(page, "response").waitFor();
});
