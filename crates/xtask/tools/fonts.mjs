// SPDX-License-Identifier: AGPL-3.0-or-later
// Cuts Titillium Web down to the letters that names and texts in Soglia can hold. Usage: node fonts.mjs TARGET_FOLDER
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import subsetFont from "subset-font";

const SOURCE = "node_modules/bootstrap-italia/dist/fonts/Titillium_Web";
const WEIGHTS = { 400: "titillium-web-v10-latin-ext_latin-regular.ttf", 600: "titillium-web-v10-latin-ext_latin-600.ttf" };

const between = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join("");

// Latin-1 covers Italian, French, Spanish and most of Albanian; the rest are the letters of Romanian, Turkish, Polish,
// Croatian and Maltese names, then the signs that sentences, money and surfaces need.
const LETTERS =
  between(0x20, 0x7e) + between(0xa0, 0xff) + "ĂăȘșȚțŞşŢţ" + "ĞğİıŞş" + "ĄąĆćĘęŁłŃńŚśŹźŻż" + "ČčĐđŠšŽž" + "ĊċĠġĦħ" +
  "€–—‘’‚“”„†•…‹›−≤≥→←";

const target = process.argv[2];
await mkdir(target, { recursive: true });
for (const [weight, file] of Object.entries(WEIGHTS)) {
  const whole = await readFile(path.join(SOURCE, file));
  const subset = await subsetFont(whole, LETTERS, { targetFormat: "woff2" });
  await writeFile(path.join(target, `titillium-web-${weight}.woff2`), subset);
}
// The Open Font License asks that its text travels with the fonts.
await copyFile(path.join(SOURCE, "OFL.txt"), path.join(target, "OFL.txt"));
