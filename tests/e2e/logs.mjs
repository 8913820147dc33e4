// SPDX-License-Identifier: AGPL-3.0-or-later
// What servers write down in a whole run, and everything that must not stand there: what was typed, sent, shown and stored. With
// SOGLIA_LOGS, a folder, both are kept, and `cargo xtask test --only e2e` looks for the one in the other when the run is over.
import { appendFileSync } from "node:fs";
import { basename, join } from "node:path";

const folder = process.env.SOGLIA_LOGS;
const script = basename(process.argv[1] ?? "node");

export const keepsLogs = Boolean(folder);

let nServers = 0;

/** Where a server's lines go: two files of its own, one for each of its streams. */
export function logOf() {
  const name = `${script}-${process.pid}-${(nServers += 1)}`;
  const write = (stream) => (chunk) => folder && appendFileSync(join(folder, `${name}.${stream}.log`), chunk);
  return { out: write("out"), err: write("err") };
}

/** Both forms of the line for a request are looked through: every other script has the one for programs. */
export const form = script.length % 2 ? "json" : "requests";

const known = new Set();

/** Writes down what no log may hold. */
export function note(kind, ...texts) {
  if (!folder) return;
  for (const text of texts) {
    if (typeof text !== "string" || !text || known.has(kind + text)) continue;
    known.add(kind + text);
    appendFileSync(join(folder, `words-${process.pid}.jsonl`), `${JSON.stringify({ kind, text })}\n`);
  }
}

/** A person as the tests know them. */
export function notePerson({ name, signIn, password, phrase }) {
  note("name", name);
  note("sign_in", signIn);
  note("password", password);
  note("phrase", phrase);
}

/** The people whom a server with a demonstration announces at its start. */
export function noteAnnounced(printed) {
  for (const [, signIn, password, name] of printed.matchAll(/^ {2}(\S+) +(\S+) +([^,\n]+),/gm)) {
    notePerson({ name, signIn, password });
  }
}

/** What is secret by the name of its field: in what is sent, and in what is answered, where `code` names a trouble. */
const SENT = { token: "token", password: "password", old: "password", new: "password", pin: "pin", code: "code" };
const ANSWERED = { token: "token", key: "token", path: "token", codes: "code" };

function noteSecrets(secret, value) {
  if (!value || typeof value !== "object") return;
  for (const [name, inner] of Object.entries(value)) {
    // Of the address of a calendar its last part.
    if (secret[name]) note(secret[name], ...[inner].flat().map((text) => String(text).split("/").at(-1).replace(/\.ics$/, "")));
    noteSecrets(secret, inner);
  }
}

const TALKS = /\/api\/(session|password|invitation|accounts|calendar|second-factor|shared)\b/;

/** Follows what a browser sends to and hears from the addresses that deal with secrets. */
export function watchSecrets(context) {
  if (!folder) return;
  context.on("request", (request) => {
    if (!TALKS.test(request.url())) return;
    try {
      noteSecrets(SENT, JSON.parse(request.postData() ?? "null"));
    } catch {
      // A body that is no JSON is a test of its own.
    }
  });
  context.on("response", async (response) => {
    if (response.request().method() !== "POST" || !TALKS.test(response.url())) return;
    noteSecrets(ANSWERED, await response.json().catch(() => null));
  });
}

/** The token of the session, which the page itself never sees. */
export async function noteCookies(context) {
  if (!folder) return;
  for (const { name, value } of await context.cookies().catch(() => [])) {
    if (name.endsWith("soglia")) note("cookie", value);
  }
}

const NAMES = new Set(["given_name", "family_name", "label", "organisation_name"]);
const ABOUT_PEOPLE = /^(household|diary_entry|visit|task|case|plan|referral|assessment|placement|link):/;

function noteWords(value, name) {
  if (typeof value === "string") {
    if (NAMES.has(name)) note("name", value);
    else if (name === "tax_code") note("tax_code", value);
    else if (name === "phone") note("phone", value);
    // Prose: its beginning is enough to be found, and a line may be cut.
    else if (value.includes(" ")) note("text", value.slice(0, 40));
  } else if (value && typeof value === "object") {
    for (const [inner, part] of Object.entries(value)) noteWords(part, Array.isArray(value) ? name : inner);
  }
}

/** Every word about people that a server holds, as its API tells it to a social worker. */
export async function noteRecords(url, person) {
  const json = { "content-type": "application/json" };
  const asked = { name: person.signIn, password: person.password, device: crypto.randomUUID() };
  const entered = await fetch(`${url}/api/session`, { method: "POST", headers: json, body: JSON.stringify(asked) });
  if (!entered.ok) throw new Error(`the words of the records cannot be gathered: ${entered.status}`);
  const cookie = entered.headers.get("set-cookie").split(";")[0];
  note("cookie", cookie.split("=")[1]);
  for (let query = "since=0"; query; ) {
    const answer = await fetch(`${url}/api/records?${query}&most=2000`, { headers: { cookie } });
    if (!answer.ok) throw new Error(`the words of the records cannot be gathered: ${answer.status}`);
    const pulled = await answer.json();
    for (const { key, record } of pulled.records) if (ABOUT_PEOPLE.test(key)) noteWords(record);
    query = pulled.more ? `since=${pulled.cursor}&scope=${pulled.scope}` : "";
  }
}
