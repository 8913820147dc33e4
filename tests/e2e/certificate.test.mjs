// SPDX-License-Identifier: AGPL-3.0-or-later
// The certificate of a highest rent: made without a network, printed without the frame, verified by the server's program.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { AWAY, SIZES, Tablet } from "./browser.mjs";
import { ANNA } from "./people.mjs";
import { CERTIFICATE, ceiling, cents, openCertificate, openMeasured, signIn } from "./pages.mjs";
import { Server, command } from "./server.mjs";

let server;
let anna;
let page;
let downloaded;

before(async () => {
  server = await Server.open();
  await server.addPerson(ANNA);
  anna = await Tablet.open(server, { size: SIZES.landscape });
  ({ page } = anna);
  await signIn(anna, ANNA);
  anna.expect(...AWAY);
  await server.stop();
});

after(async () => {
  await anna?.close();
  await server?.close();
});

function sheet() {
  return page.locator('[data-test="certificate"]');
}

async function amount(name) {
  return cents(await page.locator(`[data-test="certificate-${name}"]`).innerText());
}

test("62 m² at 55 € make 3.410,00 € a year and 284,16 € a month, with every step and its source", async () => {
  await openMeasured(anna, "62");
  await openCertificate(page, "reduced_capped");
  const expected = ceiling(6_200, 55);
  assert.deepEqual(expected, { yearly: 341_000, monthly: 28_416 });
  assert.equal(await amount("yearly"), expected.yearly);
  assert.equal(await amount("monthly"), expected.monthly);
  const words = await sheet().innerText();
  assert.match(words, /62,00 m² × 55,00\s€ al m² l’anno = 3\.410,00\s€/);
  assert.match(words, /dodici rate da 284,17\s€ farebbero 3\.410,04\s€/, "why the instalment is rounded down");
  assert.match(words, /cap_reduced_capped@\d{4}-\d{2}-\d{2}/);
  assert.match(words, /comunicato del 10 marzo 2026/);
  assert.match(words, /Le spese per i servizi sono a parte/);
  assert.doesNotMatch(words, /non è valido/);
});

test("the file holds what the page shows", async () => {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Scarica il file (JSON)" }).click(),
  ]);
  assert.match(download.suggestedFilename(), /^certificato-.+-reduced_capped\.json$/);
  downloaded = await readFile(await download.path(), "utf8");
  const certificate = JSON.parse(downloaded);
  assert.equal(certificate.monthly, "284.16");
  assert.equal(certificate.yearly, "3410.00");
  const shown = await page.locator('[data-test="certificate-checksum"]').innerText();
  assert.match(shown, /^([0-9a-f]{8} ){7}[0-9a-f]{8}$/, "eight characters together");
  assert.equal(shown.replaceAll(" ", ""), certificate.checksum);
});

test("the server’s program verifies the file, and refuses it when a figure was changed", async () => {
  const [verified] = (await command(["rent", "--verify"], downloaded)).trim().split("\n").map((line) => JSON.parse(line));
  assert.equal(verified.valid, true);
  const changed = downloaded.replace('"284.16"', '"284.17"');
  assert.notEqual(changed, downloaded);
  await assert.rejects(command(["rent", "--verify"], changed), /checksum/);
});

test("on paper the sheet stands alone, black on white", async () => {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  for (const part of [".header", ".rail", ".certificate-actions", ".certificate-back"]) {
    assert.equal(await page.locator(part).first().isVisible(), false, `${part} is not printed`);
  }
  assert.ok(await sheet().isVisible());
  const [ink, paper] = await sheet().evaluate((node) => {
    const { color, backgroundColor } = getComputedStyle(node);
    return [color, backgroundColor];
  });
  assert.equal(ink, "rgb(0, 0, 0)");
  assert.equal(paper, "rgb(255, 255, 255)");
  const printed = await page.pdf({ preferCSSPageSize: true });
  assert.match(printed.toString("latin1"), /\/Count 1\b/, "one sheet");
  await page.emulateMedia({ media: "screen", colorScheme: "light" });
});

test("a proposal shows the certificate of the day on which it was made", async () => {
  await anna.goto("/nuclei");
  await page.getByLabel("Mostra", { exact: true }).selectOption({ label: "Con una proposta aperta" });
  await page.locator('[data-test="household-row"]').first().click();
  await page.getByRole("link", { name: "Proposte", exact: true }).click();
  const offer = page.locator('[data-test="offer"]').first();
  const rent = cents((await offer.innerText()).match(/Canone al mese\s+[^\n]+/)[0]);
  await offer.getByRole("link", { name: CERTIFICATE }).click();
  await sheet().waitFor();
  assert.match(new URL(page.url()).pathname, /^\/nuclei\/[^/]+\/proposte\/[^/]+\/certificato$/);
  assert.ok(rent <= (await amount("monthly")), "the rent proposed is within its ceiling");
  assert.doesNotMatch(await sheet().innerText(), /non è valido/);
  await page.getByRole("link", { name: "Torna alle proposte" }).click();
  await offer.waitFor();
});
