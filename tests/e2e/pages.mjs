// SPDX-License-Identifier: AGPL-3.0-or-later
// What a person does on the pages, by the words that a person reads. Nothing here waits for a time: only for a state.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** The path of one of the open lists that the City publishes. */
export function openData(name) {
  return fileURLToPath(new URL(`../fixtures/open-data/${name}`, import.meta.url));
}

export const CONFISCATED = openData("milano_beni_confiscati_2026-03.csv");
export const HINTERLAND = openData("milano_fabbricati_hinterland_2019.csv");

/** Signs in with a network for the first time, chooses a phrase, and waits until the whole stock is on the device. */
export async function signIn(tablet, person) {
  const { page } = tablet;
  await tablet.goto("/");
  await page.getByLabel("Nome", { exact: false }).first().fill(person.signIn);
  await page.getByLabel("Password", { exact: false }).first().fill(person.password);
  await page.locator("form button[type=submit]").click();
  await tablet.choosePhrase(person);
  await badge(page, "delivered");
}

/** Waits until the sync badge shows one of the states. */
export async function badge(page, ...states) {
  const shown = states.map((state) => `[data-test="sync-badge"][data-state="${state}"]`).join(", ");
  try {
    await page.locator(shown).first().waitFor({ timeout: 120_000 });
  } catch (error) {
    const badge = page.locator('[data-test="sync-badge"]').first();
    const now = await badge.getAttribute("data-state", { timeout: 1_000 }).catch(() => "none");
    throw new Error(`the badge shows "${now}" and not ${states.join(" or ")}`, { cause: error });
  }
}

/** Takes the network away, and waits until the tablet has noticed. */
export async function goOffline(tablet) {
  await tablet.server.stop();
}

/** The number in "12 di 488 alloggi": how many are on show. */
export async function countOnShow(page) {
  const text = await page.locator('[data-test="dwelling-count"]').innerText();
  return Number(text.match(/^[\d.]+/)[0].replaceAll(".", ""));
}

/** Types into the search of the list of dwellings. */
export async function searchDwellings(page, text) {
  await page.getByRole("searchbox", { name: "Cerca un alloggio" }).fill(text);
}

/** Opens the filters of the list, unless they are open. */
export async function openFilters(page) {
  const filters = page.locator("details.list-tools");
  if ((await filters.getAttribute("open")) === null) await filters.locator("summary").click();
}

export function dwellingRows(page) {
  return page.locator('[data-test="dwelling-row"]');
}

/** Opens the dwelling with that code from the list. */
export async function openDwelling(page, code) {
  await searchDwellings(page, code);
  await dwellingRows(page).filter({ hasText: code }).first().click();
  await page.getByRole("heading", { level: 1, name: code }).waitFor();
}

/** Euro in cents out of "1.150,00 €". */
export function cents(text) {
  const number = text.match(/-?[\d.]+,\d{2}/);
  assert.ok(number, `no amount in "${text}"`);
  return Math.round(Number(number[0].replaceAll(".", "").replace(",", ".")) * 100);
}

/** The yearly ceiling and its monthly instalment, in cents, as the notice computes them: rounded down. */
export function ceiling(areaHundredths, capEuro) {
  const yearly = areaHundredths * capEuro;
  return { yearly, monthly: Math.floor(yearly / 12) };
}

/** What a rent card shows, in cents. */
export async function rentCard(page, tier) {
  const card = page.locator(`[data-test="rent-${tier}"]`);
  return {
    yearly: cents(await card.locator('[data-test="rent-yearly"]').innerText()),
    monthly: cents(await card.locator('[data-test="rent-monthly"]').innerText()),
  };
}

/** The field with that label; the button beside it that says "not known yet" carries the label too. */
export function field(page, label) {
  return page.getByRole("textbox", { name: label, exact: typeof label === "string" });
}

/** Fills a field and leaves it, which saves it. */
export async function answer(box, text) {
  await box.fill(text);
  await box.press("Tab");
}

/** Chooses a file on the import page and waits for what was made of it. */
export async function chooseFile(page, file) {
  await page.getByLabel("File dell’elenco").setInputFiles(file);
}

/** Imports a file that the page understands; gives the counts of the report, and the report as downloaded. */
export async function importFile(tablet, file, origin) {
  const { page } = tablet;
  await tablet.goto("/alloggi/importa");
  await chooseFile(page, file);
  await page.locator('[data-test="import-preview"]').waitFor();
  if (origin) {
    await page.getByRole("radio", { name: origin, exact: true }).check();
    await page.locator('[data-test="import-preview"]').waitFor();
  }
  await page.getByRole("button", { name: "Importa", exact: true }).click();
  const report = page.locator('[data-test="import-report"]');
  await report.waitFor({ timeout: 60_000 });
  const counts = await readCounts(report);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Scarica il resoconto (JSON)" }).click(),
  ]);
  const downloaded = JSON.parse(await readFile(await download.path(), "utf8"));
  return { counts, downloaded };
}

/** The counts on the page, with their sum as the page states it. */
export async function readCounts(place) {
  const counts = {};
  for (const key of ["created", "updated", "unchanged", "not_dwellings", "unreadable"]) {
    const text = await place.locator(`[data-test="count-${key}"]`).innerText();
    counts[key] = Number(text.replaceAll(".", ""));
  }
  const sum = await place.locator('[data-test="count-sum"]').innerText();
  counts.rows = Number(sum.match(/= ([\d.]+)/)[1].replaceAll(".", ""));
  return counts;
}

/** Takes in a household of that name; gives the path of its page. */
export async function takeIn(tablet, label) {
  const { page } = tablet;
  await tablet.goto("/nuclei/nuovo");
  await answer(page.locator("#new-label"), label);
  await page.getByRole("button", { name: "Prendi in carico" }).click();
  await page.getByRole("heading", { level: 1, name: label }).waitFor();
  return new URL(page.url()).pathname;
}

/** Opens a household of the list, by its name; gives the path of its page. */
export async function openHousehold(tablet, label) {
  const { page } = tablet;
  await tablet.goto("/nuclei");
  await page.getByRole("searchbox", { name: "Cerca un nucleo" }).fill(label);
  await page.locator('[data-test="household-row"]').filter({ hasText: label }).first().click();
  await page.getByRole("heading", { level: 1, name: label }).waitFor();
  return new URL(page.url()).pathname;
}

/** Every record of a kind that the server tells whoever signed in on this page. */
async function recordsOf(page, kind) {
  return page.evaluate(async (kind) => {
    const found = [];
    for (let asked = "since=0"; asked; ) {
      const pulled = await (await fetch(`/api/records?${asked}&most=2000`)).json();
      const stored = pulled.records.filter(({ key }) => key.startsWith(`${kind}:`));
      found.push(...stored.map(({ record }) => record[kind] ?? record));
      asked = pulled.more ? `since=${pulled.cursor}&scope=${pulled.scope}` : "";
    }
    return found;
  }, kind);
}

/** The name of a state that may carry something. */
const named = (state) => (typeof state === "string" ? state : Object.keys(state)[0]);

/** The page of a support plan of the demonstration that is in that state: of those the one with the most reviews. */
export async function planOf(page, state) {
  const plans = (await recordsOf(page, "plan")).filter((plan) => named(plan.state) === state);
  const n = (plan) => plan.reviews?.length ?? 0;
  const household = plans.sort((a, b) => n(b) - n(a))[0]?.household;
  assert.ok(household, `the demonstration has a plan that is ${state}`);
  return `/nuclei/${household}/piano`;
}

/** The page of a case of the demonstration whose last step led there. */
export async function caseOf(page, stage) {
  const cases = await recordsOf(page, "case");
  const last = (one) => one.steps.reduce((a, b) => (b.number > a.number ? b : a));
  const household = cases.find((one) => named(last(one).stage) === stage)?.household;
  assert.ok(household, `the demonstration has a case that is ${stage}`);
  return `/nuclei/${household}/percorso`;
}

/** One condition on the page of the requirements. */
export function finding(page, name) {
  return page.locator(`[data-test="finding-${name}"]`).first();
}

/** Opens a dwelling that can be proposed, and writes its surface. */
export async function openMeasured(tablet, area) {
  const { page } = tablet;
  await tablet.goto("/alloggi");
  await openFilters(page);
  await page.getByLabel("Stato", { exact: true }).selectOption({ label: "Pronto" });
  await page.getByLabel("Solo con superficie misurata").check();
  await dwellingRows(page).first().click();
  await page.getByRole("button", { name: "Modifica: Superficie utile" }).click();
  await answer(field(page, "Superficie utile"), area);
  await page.getByRole("link", { name: "Canone", exact: true }).click();
  await page.locator('[data-test="rent-capped"]').waitFor();
}

/** Opens the certificate of the ceiling that is on show. */
export async function openCertificate(page, tier) {
  await page.locator(`[data-test="rent-${tier}"]`).getByRole("link", { name: CERTIFICATE }).click();
  await page.locator('[data-test="certificate"]').waitFor();
}

export const CERTIFICATE = "Certificato di canone massimo";

/** The codes of invented dwellings, which a list of the City does not have. */
export const INVENTED = /D[CXH]-\d{4}/;

/** The households that the demonstration always has: one refused for public housing, one with three open answers. */
export const REFUSED = "Famiglia Bellandi";
export const THREE_OPEN = "Famiglia Haile";

/** Opens a section of the household's situation, unless it is open. */
export async function openTopic(page, name) {
  const title = page.getByRole("heading", { level: 2, name: new RegExp(`^${name}`) });
  await page.locator('[data-test="section"], .task-list').first().waitFor();
  if (await title.isVisible()) return;
  const back = page.locator('[data-test="all-sections"]');
  if (await back.isVisible()) await back.click();
  await page.locator(".task-button").filter({ hasText: name }).first().click();
  await title.waitFor();
}
