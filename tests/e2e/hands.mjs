// SPDX-License-Identifier: AGPL-3.0-or-later
// What a person does on the pages, by the words that a person reads.
import { expectState, until } from "./waiting.mjs";

/** The people of the demonstration, as `soglia serve --demo` prints them. */
export function people(server) {
  const found = [];
  // One line for each: role, name to sign in with, password.
  for (const line of server.log.split("\n")) {
    const match = line.match(/^\s*(.+?)\s{2,}(\S+)\s+(\S+)\s*$/);
    if (match) found.push({ role: match[1], name: match[2], password: match[3] });
  }
  return found;
}

export async function signIn(tablet, person) {
  const { page } = tablet;
  await tablet.goto("/");
  await page.getByLabel("Nome", { exact: false }).first().fill(person.name);
  await page.getByLabel("Password", { exact: false }).first().fill(person.password);
  await page.getByRole("button", { name: /^Entra|^Accedi/ }).click();
  await badge(page, "delivered");
}

/** Waits until the sync badge shows a state. */
export function badge(page, state) {
  return expectState(page.locator('[data-test="sync-badge"]').first(), "data-state", state);
}

export function dwellingRows(page) {
  return page.locator('[data-test="dwelling-row"]');
}

export { until };
