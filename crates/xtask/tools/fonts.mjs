// SPDX-License-Identifier: AGPL-3.0-or-later
// Cuts Titillium Web down to the letters that names and texts in Soglia can hold. Usage: node fonts.mjs TARGET_FOLDER
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import subsetFont from "subset-font";

const SOURCE = "node_modules/bootstrap-italia/dist/fonts/Titillium_Web";
const WEIGHTS = { 400: "titillium-web-v10-latin-ext_latin-regular.ttf", 600: "titillium-web-v10-latin-ext_latin-600.ttf" };

const between = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join("");

// What Italian and English need, and the signs of sentences, money and surfaces.
const LETTERS =
  between(0x20, 0x7e) + "\u00a0©«»°²·ÀÈÉÌÒÙàèéìòù" + "€–—‘’‚“”„†•…‹›−≤≥→←";

// The rest of Latin-1, which covers French, Spanish and most of Albanian; then the letters of Romanian, Turkish, Polish,
// Croatian and Maltese. A file of its own, which a browser fetches when a name on the page needs it: style/main.css says by
// `unicode-range` which these are.
const LETTERS_OF_NAMES = [
  ...between(0xa1, 0xff) + "ĂăȘșȚțŞşŢţ" + "ĞğİıŞş" + "ĄąĆćĘęŁłŃńŚśŹźŻż" + "ČčĐđŠšŽž" + "ĊċĠġĦħ",
].filter((letter) => !LETTERS.includes(letter));

const target = process.argv[2];
await mkdir(target, { recursive: true });
for (const [weight, file] of Object.entries(WEIGHTS)) {
  const whole = await readFile(path.join(SOURCE, file));
  for (const [ending, letters] of [["", LETTERS], ["-names", LETTERS_OF_NAMES.join("")]]) {
    const subset = await subsetFont(whole, letters, { targetFormat: "woff2" });
    await writeFile(path.join(target, `titillium-web-${weight}${ending}.woff2`), subset);
  }
}
// The Open Font License asks that its text travels with the fonts.
await copyFile(path.join(SOURCE, "OFL.txt"), path.join(target, "OFL.txt"));
