// SPDX-License-Identifier: AGPL-3.0-or-later
// The rules of WCAG 2.2 AA, as far as a program can check them, on the page as it stands now.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Checks the page in both themes. */
export async function passes(page, name) {
  // The policy of the page lets no script in from outside; the debugger may bring one along.
  await page.evaluate(AXE);
  for (const colorScheme of ["light", "dark"]) {
    // Without motion no colour is still on its way when it is read.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const violations = await page.evaluate(async (tags) => {
      const result = await window.axe.run(document, { runOnly: { type: "tag", values: tags } });
      return result.violations.map((violation) => ({
        rule: violation.id,
        help: violation.help,
        nodes: violation.nodes.slice(0, 5).map((node) => `${node.html} ${node.any[0]?.message ?? ""}`),
      }));
    }, RULES);
    assert.deepEqual(violations, [], `${name}, ${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: "light" });
}
