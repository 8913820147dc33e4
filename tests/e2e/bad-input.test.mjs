// SPDX-License-Identifier: AGPL-3.0-or-later
// What is wrong is refused in a sentence that says what and where; nothing is half stored, and the rest of a form stays.
import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { after, before, test } from "node:test";
import { SIZES, Tablet } from "./browser.mjs";
import { OLGA } from "./people.mjs";
import { answer, chooseFile, countOnShow, dwellingRows, field, openTopic, signIn, takeIn } from "./pages.mjs";
import { Server } from "./server.mjs";

let server;
let tablet;
let page;

before(async () => {
  server = await Server.open();
  await server.addPerson(OLGA);
  tablet = await Tablet.open(server, { size: SIZES.landscape });
  ({ page } = tablet);
  await signIn(tablet, OLGA);
});

after(async () => {
  // The console reports every answer that is not a success; these refusals are the point of the test.
  tablet?.expect(/status of (400|413|422) .*\/api\/dwelling-imports/);
  await tablet?.close();
  await server?.close();
});

const csv = (name, text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const HEAD = "Unità immobiliare;Tipologia;Consistenza;Indirizzo;Municipio\n";

const FILES = [
  ["an empty file", csv("vuoto.csv", ""), /vuoto/i],
  ["a heading without rows", csv("solo-titoli.csv", HEAD), /righe|riga/i],
  [
    "a file that is no text",
    { name: "foto.csv", mimeType: "text/csv", buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1]) },
    /immagine|testo|elenco/i,
  ],
  ["a quote left open", csv("virgolette.csv", `${HEAD}1;appart.;3 vani;"via Padova 80;2\n2;appart.;2 vani;via Cenisio 4;8\n`), /virgolett.*2|2.*virgolett/i],
  ["ten thousand columns", csv("colonne.csv", `${Array.from({ length: 10_000 }, (_, n) => `c${n}`).join(";")}\n1\n`), /colonne/i],
  ["no column with an address", csv("senza.csv", "Nome;Colore\nuno;rosso\n"), /indirizzo/i],
];

for (const [name, file, sentence] of FILES) {
  test(`${name} gets a sentence, and nothing is imported`, async () => {
    await tablet.goto("/alloggi");
    await dwellingRows(page).first().waitFor();
    const before = await countOnShow(page);
    await tablet.goto("/alloggi/importa");
    await chooseFile(page, file);
    const failed = page.locator('[data-test="import-failed"]');
    await failed.waitFor();
    assert.match(await failed.innerText(), sentence);
    assert.match(await failed.innerText(), /Niente è stato salvato/);
    assert.equal(await page.getByRole("button", { name: "Importa", exact: true }).count(), 0);
    await tablet.goto("/alloggi");
    await dwellingRows(page).first().waitFor();
    assert.equal(await countOnShow(page), before);
  });
}

test("a file of more than 20 MB is refused before anything is sent", async () => {
  await tablet.goto("/alloggi/importa");
  const sent = [];
  page.on("request", (request) => request.url().includes("dwelling-imports") && sent.push(request.url()));
  await page.getByLabel("File dell’elenco").waitFor();
  await page.evaluate(() => {
    const file = new File([new Uint8Array(200 * 1024 * 1024)], "enorme.csv", { type: "text/csv" });
    const transfer = new DataTransfer();
    transfer.items.add(file);
    const input = document.getElementById("import-file");
    input.files = transfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  const failed = page.locator('[data-test="import-failed"]');
  await failed.waitFor();
  assert.match(await failed.innerText(), /20 MB/);
  assert.deepEqual(sent, []);
});

test("a wrong date, a negative income and an impossible tax code are refused at the field, and the rest stays", async () => {
  await takeIn(tablet, "Famiglia Campi Sbagliati");
  await openTopic(page, "Componenti");
  await page.getByRole("button", { name: "Aggiungi un componente" }).click();
  await answer(field(page, "Nome"), "Ada");
  await answer(field(page, "Cognome"), "Campi");

  const born = page.getByRole("group", { name: "Data di nascita" });
  await born.getByLabel("Giorno").fill("31");
  await born.getByLabel("Mese").fill("2");
  await answer(born.getByLabel("Anno"), "1990");
  await born.locator(".form-feedback").waitFor();
  assert.match(await born.locator(".form-feedback").innerText(), /non esiste/);
  await born.getByLabel("Giorno").fill("14");
  await born.getByLabel("Mese").fill("3");
  await answer(born.getByLabel("Anno"), "2190");
  await born.locator(".form-feedback").waitFor();
  assert.match(await born.locator(".form-feedback").innerText(), /futuro|passat/);

  const code = field(page, "Codice fiscale");
  await answer(code, "RSSMRA85T10A562X");
  const codeGroup = page.locator(".form-group", { has: code });
  await codeGroup.locator(".form-feedback").waitFor();
  assert.equal(await code.inputValue(), "RSSMRA85T10A562X", "what was typed stays");
  assert.equal(await code.getAttribute("aria-invalid"), "true");
  assert.equal(await field(page, "Cognome").inputValue(), "Campi");

  await openTopic(page, "Reddito");
  const income = field(page, "Reddito netto mensile");
  await answer(income, "-300");
  const incomeGroup = page.locator(".form-group", { has: income });
  await incomeGroup.locator(".form-feedback").waitFor();
  assert.equal(await income.inputValue(), "-300");
  await answer(income, "mille");
  await incomeGroup.getByText(/in cifre/).waitFor();
  await answer(income, "1.150");
  await incomeGroup.locator(".form-feedback").waitFor({ state: "detached" });
  assert.equal(await income.inputValue(), "1.150,00\u00a0€", "an amount keeps its sign on the line");
});

test("a measured surface that cannot be is refused at the field", async () => {
  await tablet.goto("/alloggi");
  await dwellingRows(page).first().click();
  await page.getByRole("button", { name: "Modifica: Superficie utile" }).click();
  const surface = field(page, "Superficie utile");
  for (const [typed, sentence] of [
    ["tre", /in cifre/],
    ["12000", /10\.000/],
    ["63,7555", /due decimali/],
  ]) {
    await answer(surface, typed);
    await page.getByText(sentence).waitFor();
    assert.equal(await surface.inputValue(), typed);
  }
});
