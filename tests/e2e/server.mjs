// SPDX-License-Identifier: AGPL-3.0-or-later
// A server of one's own: a free port, an empty folder for its data, stopped and started again at will.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { form, keepsLogs, logOf, noteAnnounced, notePerson, noteRecords } from "./logs.mjs";

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run these tests with \`cargo xtask test --only e2e\``);
  return value;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Runs a command of the server's program, with a text on its standard input; gives what it prints. */
export function command(words, input = "") {
  return new Promise((resolve, reject) => {
    const child = spawn(required("SOGLIA_BIN"), words, { stdio: ["pipe", "pipe", "pipe"] });
    let printed = "";
    const keep = (chunk) => (printed += chunk);
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve(printed) : reject(new Error(`${words[0]}: ${printed}`))));
    child.stdin.end(input);
  });
}

/** Reads what a server holds once a test is over. */
const READER = {
  signIn: "lettore.prova",
  name: "Lettore Prova",
  role: "social-worker",
  organisation: "Assessorato al Welfare",
  password: "undici-sedie-di-paglia",
};

/** A server on its own port, with its own data. Stopping it is how these tests take the network away. */
export class Server {
  #child;
  #port;
  #args;
  #log = "";
  #kept = logOf();

  constructor(folder, port, args) {
    this.folder = folder;
    this.#port = port;
    this.#args = args;
  }

  /** A server that serves, with arguments of its own; with `prepare`, given its folder first. */
  static async open({ demo = true, prepare, args = [] } = {}) {
    const folder = await mkdtemp(join(tmpdir(), "soglia-e2e-"));
    await prepare?.(folder);
    const server = new Server(folder, await freePort(), [...(demo ? ["--demo"] : []), ...args]);
    await server.start();
    return server;
  }

  get url() {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** What the server printed so far. */
  get log() {
    return this.#log;
  }

  async start() {
    const listen = `127.0.0.1:${this.#port}`;
    const dist = required("SOGLIA_DIST");
    const words = ["serve", "--data", this.folder, "--dist", dist, "--listen", listen, ...this.#args];
    if (keepsLogs && !words.includes("--log")) words.push("--log", form);
    const child = spawn(required("SOGLIA_BIN"), words, { stdio: ["ignore", "pipe", "pipe"] });
    this.#child = child;
    const keep = (chunk) => (this.#log += chunk);
    for (const [stream, write] of [[child.stdout, this.#kept.out], [child.stderr, this.#kept.err]]) {
      stream.on("data", keep);
      stream.on("data", write);
    }
    const ended = new Promise((_, reject) => {
      child.once("error", reject);
      child.once("exit", (code) => reject(new Error(`the server ended with ${code}:\n${this.#log}`)));
    });
    ended.catch(() => {});
    await Promise.race([this.#answers(), ended]);
    noteAnnounced(this.#log);
  }

  /** Asks until the server answers: it says nothing before the demonstration stock is in place. */
  async #answers() {
    const until = Date.now() + 60_000;
    for (;;) {
      try {
        const answer = await fetch(`${this.url}/api/status`);
        await answer.body?.cancel();
        if (answer.ok) return;
      } catch (error) {
        if (Date.now() > until) throw new Error(`the server does not answer:\n${this.#log}`, { cause: error });
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Adds someone who may sign in. */
  async addPerson(person) {
    notePerson(person);
    const words = ["user", "add", person.signIn, "--name", person.name, "--role", person.role];
    await command([...words, "--organisation", person.organisation, "--data", this.folder], person.password);
  }

  async stop() {
    const child = this.#child;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    const last = setTimeout(() => child.kill("SIGKILL"), 5_000);
    await gone;
    clearTimeout(last);
  }

  /** Ends it without a warning, as a power cut does. */
  async kill() {
    const gone = new Promise((resolve) => this.#child.once("exit", resolve));
    this.#child.kill("SIGKILL");
    await gone;
    this.#child = undefined;
  }

  /** The memory it holds, and the most it ever held, in bytes. */
  async memory() {
    const status = await readFile(`/proc/${this.#child.pid}/status`, "utf8");
    const bytes = (name) => Number(status.match(new RegExp(`${name}:\\s+(\\d+) kB`))[1]) * 1_024;
    return { now: bytes("VmRSS"), most: bytes("VmHWM") };
  }

  /** What its records say about people, so that nothing of it may be found in what it wrote. */
  async #gather() {
    // There nobody reads anything before a second factor is set up.
    if (!keepsLogs || this.#args.includes("--second-factor-for")) return;
    // Nobody else is at the database while somebody is added, however busy the machine is.
    await this.stop();
    await this.addPerson(READER);
    await this.start();
    await noteRecords(this.url, READER);
  }

  async close() {
    await this.#gather();
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
