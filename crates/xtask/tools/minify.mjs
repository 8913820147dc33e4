// SPDX-License-Identifier: AGPL-3.0-or-later
// Takes comments and blanks out of scripts and styles, in place. Usage: node minify.mjs FILE...
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { transform } from "esbuild";

for (const file of process.argv.slice(2)) {
  const loader = path.extname(file) === ".css" ? "css" : "js";
  const { code } = await transform(await readFile(file, "utf8"), {
    loader,
    charset: "utf8",
    legalComments: "none",
    minify: true,
    target: "es2022",
  });
  await writeFile(file, code);
}
