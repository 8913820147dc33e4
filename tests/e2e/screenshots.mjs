// SPDX-License-Identifier: AGPL-3.0-or-later
// Pictures of every page at the four sizes and in both themes, into the folder named by SOGLIA_SCREENSHOTS.
// Not a test: for a person to look at.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { SIZES, Tablet } from "./browser.mjs";
import { cameraPhoto, isDrawn } from "./camera.mjs";
import { OLGA } from "./people.mjs";
import {
  CONFISCATED,
  REFUSED,
  THREE_OPEN,
  answer,
  badge,
  chooseFile,
  dwellingRows,
  field,
  openCertificate,
  openHousehold,
  openMeasured,
  openTopic,
  planOf,
  signIn,
  takeIn,
} from "./pages.mjs";
import { Server } from "./server.mjs";

const folder = process.env.SOGLIA_SCREENSHOTS;
if (!folder) throw new Error("SOGLIA_SCREENSHOTS names the folder for the pictures");
await mkdir(folder, { recursive: true });
const sizes = process.env.SOGLIA_SIZES?.split(",") ?? Object.keys(SIZES);
const themes = process.env.SOGLIA_THEMES?.split(",") ?? ["light", "dark"];

const server = await Server.open();
try {
  await server.addPerson(OLGA);
  for (const name of sizes) await picture(name);
} finally {
  await server.close();
}

async function picture(name) {
  const tablet = await Tablet.open(server, { size: SIZES[name] });
  const { page } = tablet;
  const shoot = async (what) => {
    for (const colorScheme of themes) {
      // Without motion no colour is still on its way.
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.screenshot({ path: join(folder, `${what}-${name}-${colorScheme}.png`) });
    }
    await page.emulateMedia({ colorScheme: "light" });
  };
  /** The page with everything below its fold. */
  const shootWhole = async (what) => {
    const height = await page.evaluate(() => {
      const scrolled = [...document.querySelectorAll("#main, .split-detail")];
      return window.innerHeight + Math.max(...scrolled.map((part) => part.scrollHeight - part.clientHeight));
    });
    await page.setViewportSize({ width: SIZES[name].width, height });
    await page.screenshot({ path: join(folder, `${what}-${name}-whole.png`) });
    await page.setViewportSize(SIZES[name]);
  };
  const only = process.env.SOGLIA_PAGES?.split(",");
  const step = async (what, go) => {
    if (only && !only.includes(what)) return;
    try {
      await go();
      await shoot(what);
    } catch (error) {
      process.stderr.write(`${what} at ${name}: ${error.message}\n`);
      await shoot(`${what}-failed`).catch(() => {});
    }
  };
  const heading = () => page.getByRole("heading", { level: 1 }).first().waitFor();
  await step("sign-in", async () => {
    await tablet.goto("/");
    await heading();
  });
  await signIn(tablet, OLGA);
  for (const [what, path] of [
    ["today", "/"],
    ["dwellings", "/alloggi"],
    ["households", "/nuclei"],
    ["new-household", "/nuclei/nuovo"],
    ["deliveries", "/da-inviare"],
    ["rules", "/regole"],
    ["settings", "/impostazioni"],
    ["about", "/informazioni"],
    ["map", "/mappa"],
    ["round", "/mappa/giro"],
  ]) {
    await step(what, async () => {
      await tablet.goto(path);
      await heading();
      await badge(page, "delivered");
    });
  }
  await step("what-if", async () => {
    await tablet.goto("/ipotesi");
    await page.locator("#suppose-parameter").selectOption("cap_capped");
    await page.locator("#suppose-value").fill("70");
    await page.getByRole("button", { name: "Supponi questo valore" }).click();
    await page.locator('[data-test="n-ceilings"]').waitFor();
    await page.locator(".consequence", { has: page.locator('[data-test="n-ceilings"]') }).getByRole("button").click();
  });
  await step("dwelling", async () => {
    await tablet.goto("/alloggi");
    await dwellingRows(page).first().click();
    await page.getByRole("heading", { name: "Rilevato sul posto" }).waitFor();
  });
  await step("dwelling-edit", async () => {
    await page.getByRole("button", { name: "Modifica: Superficie utile" }).click();
    await answer(field(page, "Superficie utile"), "62");
  });
  await step("dwelling-rent", async () => {
    await page.getByRole("link", { name: "Canone" }).click();
    await page.locator('[data-test="rent-capped"]').waitFor();
    await answer(field(page, /Reddito netto mensile/), "1.150");
    await page.locator('[data-test="burden"]').first().waitFor();
  });
  await step("dwelling-history", async () => {
    await page.getByRole("link", { name: "Storia" }).click();
    await page.locator('[data-test="history-server"] li').first().waitFor();
  });
  await step("diary", async () => {
    const path = await openHousehold(tablet, REFUSED);
    await tablet.goto(`${path}/diario`);
    await page.locator('[data-test="diary"]').waitFor();
  });
  await step("diary-write", async () => {
    await page.getByRole("button", { name: "Scrivi nel diario" }).first().click();
    await page.getByLabel("Che cosa è successo").fill("La scuola conferma il posto per il figlio più piccolo.");
  });
  await step("path", async () => {
    const path = await openHousehold(tablet, REFUSED);
    await tablet.goto(`${path}/percorso`);
    await page.locator('[data-test="path-assessments"]').waitFor();
    await shootWhole("path");
  });
  await step("path-visit", async () => {
    await page.locator('[data-test="visit-new"]').click();
    await page.locator('[data-test="visit-new-form"]').scrollIntoViewIfNeeded();
  });
  const visit = page.locator('[data-test="visit"][data-state="planned"]').first();
  await step("path-visit-photos", async () => {
    await page.locator('[data-test="visit-new"], [data-test="visit-new-form"]').first().waitFor();
    const planned = page.locator('[data-test="visit-new-form"]');
    if (await planned.count()) {
      await planned.getByRole("radio", { name: "Visita a casa" }).check();
      await planned.getByLabel("Nota di sicurezza").fill("Scala buia: serve una torcia.");
      await planned.getByRole("button", { name: "Metti in programma" }).click();
    }
    await visit.locator('[data-test="visit-more"] > summary').click();
    await visit.locator('[data-test="visit-photos"] > summary').click();
    const buffer = await cameraPhoto(page, 1_200, 900);
    await visit.getByLabel("Didascalia").fill("Parete con umidità");
    const photo = { name: "IMG_1.jpg", mimeType: "image/jpeg", buffer };
    await visit.locator('input[id^="photo-take"]').setInputFiles(photo);
    await isDrawn(page);
    await visit.locator('[data-test="visit-photos"]').scrollIntoViewIfNeeded();
    await shootWhole("path-visit-photos");
  });
  await step("path-visit-move", async () => {
    await visit.locator('[data-test="visit-move"]').click();
    await visit.locator('[data-test="visit-move-form"]').scrollIntoViewIfNeeded();
  });
  await step("path-task-hand-on", async () => {
    await page.locator('[data-test="task-new"]').click();
    const asked = page.locator('[data-test="task-new-form"]');
    await asked.getByLabel("Che cosa va fatto").fill("Sentire l’amministratore del condominio.");
    await asked.getByRole("button", { name: "Aggiungi l’attività" }).click();
    const task = page.locator('[data-test="task"][data-state="open"]').filter({ hasText: "amministratore" }).first();
    await task.locator('[data-test="task-more"] > summary').click();
    await task.locator('[data-test="task-hand-on"]').click();
    await task.locator('[data-test="task-hand-on-form"]').scrollIntoViewIfNeeded();
  });
  await step("plan", async () => {
    await tablet.goto(await planOf(page, "signed"));
    await page.locator('[data-test="plan-charts"]').waitFor();
    await shootWhole("plan");
  });
  for (const code of ["it", "ar", "uk", "bn", "zh"]) {
    await step(`plan-family-${code}`, async () => {
      await tablet.goto(await planOf(page, "signed"));
      await page.locator('[data-test="plan-family"]').click();
      await page.locator(`[data-test="tongue-${code}"]`).click();
      await page.locator(`[data-test="family-sheet"][lang="${code}"]`).waitFor();
      await shootWhole(`plan-family-${code}`);
    });
  }
  await step("plan-draft", async () => {
    await tablet.goto(await planOf(page, "draft"));
    await page.locator('[data-test="goal-write"]').first().click();
    await page.locator('[data-test="goal-fields"]').waitFor();
    await shootWhole("plan-draft");
  });
  await step("plan-sign", async () => {
    await page.locator('[data-test="goal-done"]').click();
    await page.locator('[data-test="goal-write"]').last().click();
    await page.locator('[data-test="goal-fields"]').getByRole("radio", { name: "Sì" }).check();
    await page.locator('[data-test="goal-done"]').click();
    await page.locator('[data-test="plan-sign"]').click();
    await page.locator('[data-test="signature-pad"]').scrollIntoViewIfNeeded();
    await shootWhole("plan-sign");
  });
  await step("today-agenda", async () => {
    await tablet.goto("/");
    await page.locator('[data-test="agenda"]').click();
    await page.locator('[data-test="agenda-told"]').scrollIntoViewIfNeeded();
  });
  await step("settings-calendar", async () => {
    await tablet.goto("/impostazioni");
    await page.locator('[data-test="calendar-open"]').click();
    await page.locator("#calendar-address").scrollIntoViewIfNeeded();
  });
  await step("funding", async () => {
    await tablet.goto("/fondi");
    await page.locator('[data-test="funding-source"]').first().waitFor();
  });
  await step("funding-source", async () => {
    await page.locator('[data-test="funding-source"] a').first().click();
    await page.locator('[data-test="funding-left"]').waitFor();
  });
  await step("import", () => tablet.goto("/alloggi/importa"));
  await step("import-preview", async () => {
    await chooseFile(page, CONFISCATED);
    await page.locator('[data-test="import-preview"]').waitFor();
  });
  await step("import-report", async () => {
    await page.getByRole("button", { name: "Importa", exact: true }).click();
    await page.locator('[data-test="import-report"]').waitFor();
  });
  let path = "";
  await step("household-members", async () => {
    path = await takeIn(tablet, `Famiglia Ritratto ${name}`);
    await openTopic(page, "Componenti");
    await page.getByRole("button", { name: "Aggiungi un componente" }).click();
    await answer(field(page, "Nome"), "Mirela");
    await answer(field(page, "Cognome"), "Ionescu");
  });
  await step("household-income", async () => {
    await openTopic(page, "Reddito");
    await answer(field(page, "Reddito netto mensile"), "1400");
  });
  await step("household-sections", async () => {
    await page.locator('[data-test="all-sections"]').click();
    await page.locator(".task-list").waitFor();
  });
  await step("household-find-out", async () => {
    await openTopic(page, "ISEE e patrimonio");
    await page.getByRole("button", { name: "Valore ISEE: Non lo so ancora" }).click();
    await page.locator('[data-test="find-out"]').waitFor();
    await shootWhole("household-find-out");
  });
  await step("household-home", async () => {
    await openTopic(page, "Casa di oggi");
    await page.locator('[data-test="outcomes"]').waitFor();
  });
  await step("household-check", async () => {
    await page.locator('[data-test="all-sections"]').click();
    await page.getByRole("button", { name: "Controlla le risposte" }).click();
    await page.locator('[data-test="check-unknown"]').waitFor();
    await shootWhole("household-check");
  });
  for (const part of ["requisiti", "alloggi", "proposte", "storia"]) {
    await step(`household-${part}`, async () => {
      await tablet.goto(`${path}/${part}`);
      await heading();
    });
  }
  await step("household-propose", async () => {
    await tablet.goto(`${path}/alloggi`);
    await page.getByRole("button", { name: "Proponi" }).first().click();
    await page.getByRole("button", { name: "Conferma la proposta" }).waitFor();
  });
  for (const [what, label] of [
    ["refused", REFUSED],
    ["three-open", THREE_OPEN],
  ]) {
    await step(what, async () => {
      const path = await openHousehold(tablet, label);
      await tablet.goto(`${path}/requisiti`);
      await page.locator('[data-test="response"]').waitFor();
      await shootWhole(what);
    });
  }
  await step("certificate", async () => {
    await openMeasured(tablet, "62");
    await openCertificate(page, "reduced_capped");
    await shootWhole("certificate");
  });
  await tablet.context.close();
}
