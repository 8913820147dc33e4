// SPDX-License-Identifier: AGPL-3.0-or-later
// Texts that would act if a page took them for markup: put into records, and looked for where they are shown.
import assert from "node:assert/strict";
import { createHash, randomUUID } from "node:crypto";

/** Each part would run by itself, in an element, in an attribute or as an address. */
export const HOSTILE = `"'><img src=x onerror=hit(1)><script>hit(2)</script><svg onload=hit(3)>javascript:hit(4)`;

/** Short, for names. */
export const HOSTILE_NAME = `<img src=x onerror=hit(5)>`;

/** A cell that a spreadsheet would compute. */
export const FORMULA = `=HYPERLINK("http://evil.invalid";"Prova")`;

const NAMES = new Set(["given_name", "family_name", "label", "by_name", "last_by", "street", "number", "municipality", "language_name", "organisation_name", "place", "to"]);

/** Words of the wire that a page reads and does not show as they are. */
const READ = new Set(["key", "id", "kind", "language", "languages", "role", "state", "sha256", "hash", "token_hash", "pin_hash", "cursor", "scope"]);

/** Puts the text in the place of every text that somebody wrote; gives how many. */
export function poison(value, count = { n: 0 }, name = "") {
  for (const inner of Object.keys(value ?? {})) {
    const part = value[inner];
    const called = Array.isArray(value) ? name : inner;
    if (typeof part === "string") {
      const isText = !READ.has(called) && (NAMES.has(called) || part.includes(" "));
      if (isText) {
        value[inner] = HOSTILE;
        count.n += 1;
      }
    } else if (part && typeof part === "object") {
      poison(part, count, called);
    }
  }
  return count;
}

/** Notes on every page of a browser what ran, what opened, and what the policy had to stop. */
export async function guard(context) {
  const opened = [];
  await context.addInitScript(() => {
    window.ran = [];
    window.hit = (n) => window.ran.push(n);
    document.addEventListener("securitypolicyviolation", (event) => window.ran.push(`policy: ${event.violatedDirective}`));
  });
  context.on("page", (page) => page.on("dialog", (dialog) => (opened.push(dialog.message()), dialog.dismiss())));
  for (const page of context.pages()) page.on("dialog", (dialog) => (opened.push(dialog.message()), dialog.dismiss()));
  return opened;
}

/** Nothing ran on this page, and nothing stands in it that could; gives how often the texts are shown. */
export async function harmless(page, name) {
  const found = await page.evaluate(() => {
    const acting = [...document.querySelectorAll("*")].filter((element) =>
      [...element.attributes].some(
        ({ name, value }) => name.startsWith("on") || (["href", "src", "action", "formaction"].includes(name) && /^\s*javascript:/i.test(value)),
      ),
    );
    const planted = [...document.querySelectorAll("img[src='x'], script")].filter(
      (element) => element.localName === "img" || element.textContent.includes("hit("),
    );
    const shown = (document.body.innerText.match(/onerror=hit/g) ?? []).length;
    const typed = [...document.querySelectorAll("input, textarea")].filter((field) => field.value.includes("onerror=hit")).length;
    return { ran: window.ran, elements: [...acting, ...planted].map((element) => element.outerHTML.slice(0, 200)), shown: shown + typed };
  });
  assert.deepEqual(found.ran, [], `${name}: nothing runs`);
  assert.deepEqual(found.elements, [], `${name}: nothing stands there that could`);
  return found.shown;
}

/** Somebody who talks to the server as a device does, without a page. */
export class Sender {
  #counter = 0;

  static async enter(url, person) {
    const sender = new Sender();
    sender.url = url;
    sender.device = randomUUID();
    const body = JSON.stringify({ name: person.signIn, password: person.password, device: sender.device });
    const answer = await fetch(`${url}/api/session`, { method: "POST", headers: { "content-type": "application/json" }, body });
    assert.equal(answer.status, 200);
    sender.headers = { "content-type": "application/json", cookie: answer.headers.get("set-cookie").split(";")[0] };
    sender.person = (await answer.json()).author.person;
    return sender;
  }

  /** Does one thing, which has to be taken. */
  async act(on, verb) {
    const [kind] = on.split(":");
    const change = {
      id: randomUUID(),
      device: this.device,
      counter: (this.#counter += 1),
      author: this.person,
      at: { ms: Date.now(), counter: 0 },
      action: { on, version: 1, verb: { [kind]: verb } },
      seen: [],
    };
    const answer = await fetch(`${this.url}/api/changes`, { method: "POST", headers: this.headers, body: JSON.stringify({ changes: [change] }) });
    const told = await answer.json();
    assert.ok(told.answers?.[0]?.answer?.accepted, JSON.stringify([verb, told]));
  }

  /** Every record that it is told. */
  async records() {
    const found = [];
    for (let query = "since=0"; query; ) {
      const pulled = await (await fetch(`${this.url}/api/records?${query}&most=2000`, { headers: this.headers })).json();
      found.push(...pulled.records);
      query = pulled.more ? `since=${pulled.cursor}&scope=${pulled.scope}` : "";
    }
    return found;
  }
}

const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/** The record of the link of a token, and what it keeps of it. */
export function linkOf(token) {
  const digits = sha256(`soglia-link ${token}`).slice(0, 32);
  const id = digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  return { key: `shared_link:${id}`, hash: `sha256:${sha256(token)}` };
}
