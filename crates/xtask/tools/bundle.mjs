// SPDX-License-Identifier: AGPL-3.0-or-later
// Makes one script of a script and all that it imports. Usage: node bundle.mjs FROM TO
import { build } from "esbuild";

const [from, to] = process.argv.slice(2);
await build({
  entryPoints: [from],
  outfile: to,
  bundle: true,
  format: "esm",
  charset: "utf8",
  legalComments: "none",
  logLevel: "error",
  target: "es2022",
});
