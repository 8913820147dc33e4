// SPDX-License-Identifier: AGPL-3.0-or-later
// Measures what knowing who asks adds to a request: the same push with nothing in it by somebody who is signed in, beside a question
// that anybody may ask. One at a time over one connection. Prints a table in Markdown. Run by `cargo xtask bench --only access`.
import { Agent, request } from "node:http";
import { randomUUID } from "node:crypto";
import { cpus, loadavg, release, type } from "node:os";
import { ANNA } from "../e2e/people.mjs";
import { Server } from "../e2e/server.mjs";

const N = 2_000;
const TARGET_MS = 1;

const at = (values, share) => [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)];
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** One request; gives its status, its headers and how long it took, in milliseconds. */
function ask(server, method, path, body, headers = {}) {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(
      server.url + path,
      { method, agent, headers: { ...headers, ...(text && { "content-type": "application/json", "content-length": Buffer.byteLength(text) }) } },
      (answer) => {
        answer.resume();
        answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, ms: performance.now() - began }));
      },
    );
    sent.on("error", reject);
    sent.end(text);
  });
}

async function times(n, once) {
  const taken = [];
  for (let k = 0; k < n; k++) {
    const { status, ms } = await once();
    if (status >= 300) throw new Error(`status ${status}`);
    taken.push(ms);
  }
  return taken;
}

const server = await Server.open({ demo: false });
try {
  await server.addPerson(ANNA);
  const device = randomUUID();
  const signIns = await times(10, () => ask(server, "POST", "/api/session", { name: ANNA.signIn, password: ANNA.password, device }));
  const signedIn = await ask(server, "POST", "/api/session", { name: ANNA.signIn, password: ANNA.password, device });
  const cookie = signedIn.headers["set-cookie"][0].split(";")[0];
  const anybody = () => ask(server, "GET", "/api/status");
  const somebody = () => ask(server, "GET", "/api/calendar", undefined, { cookie });
  const push = () => ask(server, "POST", "/api/changes", { changes: [] }, { cookie });
  for (const once of [anybody, somebody, push]) await times(200, once);
  // In turns, so that what else the machine does falls on all alike.
  const taken = { anybody: [], somebody: [], push: [] };
  for (let round = 0; round < 10; round++) {
    taken.anybody.push(...(await times(N / 10, anybody)));
    taken.somebody.push(...(await times(N / 10, somebody)));
    taken.push.push(...(await times(N / 10, push)));
  }
  const added = at(taken.somebody, 0.95) - at(taken.anybody, 0.95);
  const ms = (value) => `${value.toFixed(2)} ms`;
  console.log(`${cpus().length} × ${cpus()[0].model}, ${type()} ${release()}, load ${loadavg()[0].toFixed(1)}; ${N} requests of each\n`);
  console.log("| what | median | p95 | target |\n|---|---|---|---|");
  console.log(`| a question that anybody may ask | ${ms(at(taken.anybody, 0.5))} | ${ms(at(taken.anybody, 0.95))} | |`);
  console.log(`| one by somebody who is signed in | ${ms(at(taken.somebody, 0.5))} | ${ms(at(taken.somebody, 0.95))} | |`);
  console.log(`| a push with nothing in it | ${ms(at(taken.push, 0.5))} | ${ms(at(taken.push, 0.95))} | |`);
  console.log(`| added by knowing who asks, p95 | | ${ms(added)} | ${TARGET_MS} ms |`);
  console.log(`| signing in (argon2id) | ${ms(at(signIns, 0.5))} | ${ms(at(signIns, 0.95))} | |`);
} finally {
  agent.destroy();
  await server.close();
}
