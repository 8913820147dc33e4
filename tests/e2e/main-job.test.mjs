// SPDX-License-Identifier: AGPL-3.0-or-later
// The main job, from a published list of dwellings to a household's answer, offline, and onto a second tablet.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AWAY, SIZES, Tablet } from "./browser.mjs";
import { ANNA, BRUNO, OLGA } from "./people.mjs";
import {
  CONFISCATED,
  HINTERLAND,
  INVENTED,
  answer,
  badge,
  ceiling,
  countOnShow,
  dwellingRows,
  field,
  importFile,
  openDwelling,
  openFilters,
  openTopic,
  rentCard,
  searchDwellings,
  signIn,
  takeIn,
} from "./pages.mjs";
import { Server } from "./server.mjs";

const FAMILY = "Famiglia Prova Ionescu";

let server;
let officer;
let anna;
let bruno;

before(async () => {
  server = await Server.open();
  for (const person of [ANNA, BRUNO, OLGA]) await server.addPerson(person);
});

after(async () => {
  for (const tablet of [officer, anna, bruno]) await tablet?.context.close().catch(() => {});
  await server?.close();
});

/** Every row of the file ends as exactly one thing, on the page and in the downloaded report alike. */
function addsUp({ counts, downloaded }, rows) {
  const { created, updated, unchanged, not_dwellings, unreadable } = counts;
  assert.equal(counts.rows, rows);
  assert.equal(created + updated + unchanged + not_dwellings + unreadable, rows);
  for (const [key, count] of Object.entries(counts)) assert.equal(downloaded[key], count, key);
  assert.equal(downloaded.entries.length, rows - created, "one entry for each row that was not created");
  for (const entry of downloaded.entries) assert.ok(entry.line > 1 && entry.reason, "a line and a reason");
}

test("a housing officer imports both published lists, and importing them again adds nothing", async (t) => {
  officer = await Tablet.open(server, { size: SIZES.landscape });
  await signIn(officer, OLGA);
  const lists = [
    { file: CONFISCATED, origin: "Confiscato", rows: 200 },
    { file: HINTERLAND, origin: "Comunale fuori Milano", rows: 276 },
  ];
  for (const { file, origin, rows } of lists) {
    await t.test(`${rows} rows as ${origin}`, async () => {
      const first = await importFile(officer, file, origin);
      addsUp(first, rows);
      assert.ok(first.counts.created > rows / 4, `only ${first.counts.created} dwellings were created`);
      await officer.page.getByRole("button", { name: "Importa un altro elenco" }).click();
      const second = await importFile(officer, file, origin);
      addsUp(second, rows);
      assert.equal(second.counts.created, 0);
      assert.equal(second.counts.updated, 0);
      assert.equal(second.counts.unchanged, first.counts.created + first.counts.unchanged);
      await officer.page.getByRole("button", { name: "Importa un altro elenco" }).click();
    });
  }
  await t.test("the municipality hidden in an address is found", async () => {
    const { page } = officer;
    await page.getByRole("link", { name: "Alloggi", exact: true }).first().click();
    await searchDwellings(page, "togliatti rho");
    const row = dwellingRows(page).filter({ hasText: /togliatti/i }).first();
    await row.waitFor();
    assert.match(await row.innerText(), /\bRho\b/);
  });
  await badge(officer.page, "delivered");
  officer.check();
  await officer.close();
  officer = undefined;
});

test("a worker signs in once, and everything works with the server stopped", async (t) => {
  anna = await Tablet.open(server, { size: SIZES.landscape });
  const { page } = anna;
  await signIn(anna, ANNA);
  await anna.goto("/alloggi");
  await dwellingRows(page).first().waitFor();
  const all = await countOnShow(page);
  assert.ok(all > 488, "the demonstration stock and both lists");

  anna.expect(...AWAY);
  await server.stop();
  await page.reload();
  await dwellingRows(page).first().waitFor();
  await anna.shut();
  await anna.launch();

  await t.test("the stock is listed, searched and filtered after the browser was closed", async () => {
    await anna.goto("/alloggi");
    await dwellingRows(anna.page).first().waitFor();
    assert.equal(await countOnShow(anna.page), all);
    await searchDwellings(anna.page, "arialdo sant");
    await anna.page.getByText("Trovato per indirizzo").first().waitFor();
    const found = await countOnShow(anna.page);
    assert.ok(found > 0 && found < all);
    await searchDwellings(anna.page, "");
    await openFilters(anna.page);
    await anna.page.getByLabel("Provenienza").selectOption({ label: "Confiscato" });
    await anna.page.getByRole("button", { name: /Togli il filtro Confiscato/ }).waitFor();
    const confiscated = await countOnShow(anna.page);
    assert.ok(confiscated > 0 && confiscated < all);
    await anna.page.getByRole("button", { name: /Togli il filtro Confiscato/ }).click();
    await anna.page.getByRole("button", { name: /Togli il filtro Confiscato/ }).waitFor({ state: "detached" });
    assert.equal(await countOnShow(anna.page), all);
  });

  await t.test("a dwelling whose size is in rooms says what to measure, and then both ceilings", async () => {
    const { page } = anna;
    await searchDwellings(page, "arialdo sant");
    await dwellingRows(page).filter({ hasText: /arialdo/i, hasNotText: INVENTED }).first().click();
    await page.getByRole("link", { name: "Canone" }).click();
    await page.getByText("Che cosa misurare prima").waitFor();
    await page.getByText("Un vano non è una superficie").waitFor();
    await answer(field(page, "Superficie utile"), "62");
    await page.locator('[data-test="rent-capped"]').waitFor();
    assert.deepEqual(await rentCard(page, "capped"), ceiling(6_200, 75));
    assert.deepEqual(await rentCard(page, "reduced_capped"), ceiling(6_200, 55));
    assert.deepEqual(ceiling(6_200, 55), { yearly: 341_000, monthly: 28_416 });
    await answer(field(page, "Superficie utile"), "63,75");
    await page.getByText("63,75 m²").first().waitFor();
    await page.locator('[data-test="rent-capped"]').getByText("Come si calcola").click();
    assert.deepEqual(await rentCard(page, "capped"), ceiling(6_375, 75));
    await answer(field(page, /Reddito netto mensile/), "1.150");
    const burden = page.locator('[data-test="rent-capped"] [data-test="burden"]');
    await burden.waitFor();
    assert.equal(await burden.getAttribute("data-within"), "false", "398,43 € of 1.150 € is above 30 %");
  });

  await t.test("a household is taken in, with answers that are not known yet", async () => {
    const { page } = anna;
    await takeIn(anna, FAMILY);
    await openTopic(page, "Componenti");
    await page.getByRole("button", { name: "Aggiungi un componente" }).click();
    await answer(field(page, "Nome"), "Mirela");
    await answer(field(page, "Cognome"), "Ionescu");
    const born = page.getByRole("group", { name: "Data di nascita" });
    await born.getByLabel("Giorno").fill("14");
    await born.getByLabel("Mese").fill("3");
    await answer(born.getByLabel("Anno"), "1991");
    await page.getByRole("button", { name: "Codice fiscale: Non lo so ancora" }).click();
    await openTopic(page, "Reddito");
    await answer(field(page, "Reddito netto mensile"), "1400");
    await openTopic(page, "ISEE e patrimonio");
    await answer(field(page, "Valore ISEE"), "9.450,00");
    await openTopic(page, "Servizi sociali");
    await page.getByRole("group", { name: "In carico ai Servizi sociali" }).getByLabel("Sì").check();
    await page.getByRole("group", { name: "Autonomia nei bisogni primari" }).getByLabel("Non lo so ancora").check();
    await page.getByText("Salvato su questo tablet").first().waitFor();
  });

  await t.test("each condition says met, not met or unknown, with its source", async () => {
    const { page } = anna;
    await page.getByRole("link", { name: "Requisiti" }).first().click();
    const finding = (name) => page.locator(`[data-test="finding-${name}"]`).first();
    await finding("followed_by_social_services").waitFor();
    assert.equal(await finding("followed_by_social_services").getAttribute("data-outcome"), "met");
    assert.equal(await finding("manages_primary_needs").getAttribute("data-outcome"), "unknown");
    const isee = finding("isee_limit");
    assert.ok(await isee.getAttribute("data-outcome"));
    assert.match(await isee.innerText(), /9\.450,00/);
  });

  await t.test("the dwellings that fit are listed with their reasons, and one is proposed", async () => {
    const { page } = anna;
    await page.getByRole("link", { name: "Alloggi adatti" }).first().click();
    const row = page.locator('[data-test="fit-row"]').filter({ has: page.getByRole("button", { name: "Proponi" }) });
    await row.first().waitFor();
    await row.first().getByRole("button", { name: "Proponi" }).click();
    await page.locator(".reasons .reason").first().waitFor();
    await field(page, "Perché questo alloggio").fill("Vicino alla scuola dei figli.");
    await page.getByRole("button", { name: "Conferma la proposta" }).click();
    await page.getByText("Proposta salvata su questo tablet").waitFor();
    await badge(page, "pending", "offline");
  });
});

test("when the server comes back everything is delivered, and a second worker sees it", async () => {
  await server.start();
  await badge(anna.page, "delivered");
  bruno = await Tablet.open(server, { size: SIZES.portrait });
  await signIn(bruno, BRUNO);
  await bruno.goto("/nuclei");
  const row = bruno.page.locator('[data-test="household-row"]').filter({ hasText: FAMILY });
  await row.first().click();
  await bruno.page.getByRole("heading", { level: 1, name: FAMILY }).waitFor();
  await bruno.page.getByRole("link", { name: "Proposte" }).first().click();
  const offer = bruno.page.locator('[data-test="offer"]');
  await offer.first().waitFor();
  assert.equal(await offer.first().getAttribute("data-state"), "proposed");
  assert.match(await offer.first().innerText(), /Vicino alla scuola dei figli\./);
  bruno.check();
});

test("of two offline proposals of one dwelling the second comes back with its reason, and its draft is intact", async () => {
  for (const tablet of [anna, bruno]) tablet.expect(...AWAY);
  await anna.goto("/alloggi");
  await openFilters(anna.page);
  await anna.page.getByLabel("Stato", { exact: true }).selectOption({ label: "Pronto" });
  await anna.page.getByLabel("Solo con superficie misurata").check();
  const contested = (await dwellingRows(anna.page).first().locator("strong").innerText()).trim();
  await badge(bruno.page, "delivered");
  await server.stop();

  const propose = async (tablet, family, note) => {
    const { page } = tablet;
    const path = await takeIn(tablet, family);
    await openTopic(page, "Componenti");
    await page.getByRole("button", { name: "Aggiungi un componente" }).click();
    await answer(field(page, "Nome"), "Prova");
    await tablet.goto(`${path}/alloggi`);
    const row = page.locator('[data-test="fit-row"]').filter({ hasText: contested });
    const list = page.locator("#fit-list");
    await list.waitFor();
    // The list draws only what is in view: walk down until the dwelling comes by.
    await page.waitForFunction(
      ([id, code]) => {
        const list = document.getElementById(id);
        if ([...list.querySelectorAll(".fit-row")].some((row) => row.textContent.includes(code))) return true;
        list.scrollTop += list.clientHeight / 2;
        return false;
      },
      ["fit-list", contested],
    );
    await row.first().getByRole("button", { name: "Proponi" }).click();
    await field(page, "Perché questo alloggio").fill(note);
    await page.getByRole("button", { name: "Conferma la proposta" }).click();
    await page.getByText("Proposta salvata su questo tablet").waitFor();
    return path;
  };
  await propose(anna, "Famiglia Prova Prima", "Chiesto per prima.");
  const second = await propose(bruno, "Famiglia Prova Seconda", "Chiesto per seconda.");

  await bruno.shut();
  await server.start();
  await badge(anna.page, "delivered");
  await bruno.launch();
  await bruno.goto(`${second}/proposte`);
  await badge(bruno.page, "review");
  const returned = bruno.page.locator('[data-test="offer"][data-state="refused"]');
  await returned.waitFor();
  const words = await returned.innerText();
  assert.match(words, new RegExp(contested));
  assert.match(words, /Chiesto per seconda\./);
  assert.match(words, /altro nucleo/i);
  for (const tablet of [anna, bruno]) tablet.check();
});
