// SPDX-License-Identifier: AGPL-3.0-or-later
// A browser profile that lasts: it can be closed and opened again, as a tablet is. Everything that the console
// complains about, and every request to somebody else, is written down; `check` fails the test for it.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { noteCookies, notePerson, watchSecrets } from "./logs.mjs";

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Memory is measured when it is asked for, not some seconds later.
  "--enable-blink-features=ForceEagerMeasureMemory",
];

/** Sizes at which the pages are looked at. */
export const SIZES = {
  landscape: { width: 1024, height: 768 },
  portrait: { width: 768, height: 1024 },
  phone: { width: 390, height: 844 },
  desk: { width: 1440, height: 900 },
};

/** One browser profile: one person on one device. */
export class Tablet {
  #trouble = [];
  #expected = [];

  constructor(folder, server, options) {
    this.folder = folder;
    this.server = server;
    this.options = options;
  }

  static async open(server, options = {}) {
    const folder = await mkdtemp(join(tmpdir(), "soglia-profile-"));
    const tablet = new Tablet(folder, server, options);
    await tablet.launch();
    return tablet;
  }

  async launch() {
    this.context = await chromium.launchPersistentContext(this.folder, {
      executablePath: process.env.CHROMIUM,
      args: ARGS,
      viewport: this.options.size ?? SIZES.landscape,
      hasTouch: this.options.touch ?? true,
      colorScheme: this.options.colorScheme ?? "light",
      locale: "it-IT",
      timezoneId: "Europe/Rome",
      acceptDownloads: true,
      // Without it every file comes over the network, where a test can take it away.
      serviceWorkers: this.options.serviceWorkers ?? "allow",
    });
    this.context.setDefaultTimeout(20_000);
    watchSecrets(this.context);
    this.page = this.context.pages()[0] ?? (await this.context.newPage());
    this.#watch(this.page);
  }

  #watch(page) {
    page.on("console", (message) => {
      if (message.type() !== "error") return;
      this.#note(`console: ${message.text()} (${message.location().url})`);
    });
    page.on("pageerror", (error) => this.#note(`page: ${error.stack ?? error.message}`));
    page.on("request", (request) => {
      const address = new URL(request.url());
      const own = address.origin === this.server.url || ["blob:", "data:"].includes(address.protocol);
      if (!own) this.#note(`third party: ${request.url()}`);
    });
  }

  #note(trouble) {
    if (!this.#expected.some((pattern) => pattern.test(trouble))) this.#trouble.push(trouble);
  }

  /** Names a complaint of the console that belongs to the story, such as a server that is away. */
  expect(...patterns) {
    this.#expected.push(...patterns);
    this.#trouble = this.#trouble.filter((trouble) => !patterns.some((pattern) => pattern.test(trouble)));
  }

  /** Closes the browser as a person does, and keeps the profile. */
  async shut() {
    await noteCookies(this.context);
    await this.context.close();
  }

  /** Fails when the console complained or somebody else was asked for something. */
  check() {
    assert.deepEqual(this.#trouble, []);
  }

  async close() {
    await noteCookies(this.context);
    await this.context.close();
    await rm(this.folder, { recursive: true, force: true });
    this.check();
  }

  /** Another tab of the same browser, watched like the first. */
  async newPage() {
    const page = await this.context.newPage();
    this.#watch(page);
    return page;
  }

  /** Opens a page. Where the tablet is locked and its person is known, their phrase opens it. */
  async goto(path) {
    const answer = await this.page.goto(this.server.url + path);
    if (this.person) await this.unlock();
    return answer;
  }

  /** Gives the phrase where the page asks for it; a page that is open already is left alone. */
  async unlock(person = this.person) {
    const { page } = this;
    const phrase = page.locator("#unlock-phrase");
    await page.locator("#unlock-phrase, .frame:not([aria-busy]), #sign-in-name").first().waitFor();
    if (!(await phrase.isVisible())) return;
    const name = page.getByLabel(person.name, { exact: true });
    if (await name.isVisible()) await name.check();
    await phrase.fill(person.phrase);
    await page.locator("form button[type=submit]").click();
    await page.locator(".frame:not([aria-busy])").waitFor();
  }

  /** Chooses the phrase of a new store. The tablet knows from now on whose it is. */
  async choosePhrase(person) {
    const { page } = this;
    notePerson(person);
    await page.locator("#phrase-new").fill(person.phrase);
    await page.locator("#phrase-again").fill(person.phrase);
    await page.locator("form button[type=submit]").click();
    this.person = person;
  }
}

/** Follows what a page fetches for itself, by the names that files have before the build writes their hash into them. */
export function fetched(page) {
  const files = new Set();
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (request.serviceWorker() || !/^https?:/.test(request.url()) || pathname.startsWith("/api/")) return;
    files.add(pathname.slice(1).replace(/-[0-9a-f]{16}(?=\.\w+$)/, ""));
  });
  return files;
}

/** What the browser says of a server that is away, and of a session that is not there yet. */
export const AWAY = [/net::ERR_/, /status of 50[234]/];
export const SIGNED_OUT = [/status of 401 .*\/api\//];
