// SPDX-License-Identifier: AGPL-3.0-or-later
// Serves the application itself with no network. People's records never pass through here: /api is left alone.

// The build replaces the next two lines: a hash of all files, and [path, SHA-256] of each.
const VERSION = "dev";
const FILES = [];

const PREFIX = "soglia-app-";
const CACHE = PREFIX + VERSION;
const PAGE = "/index.html";

async function sha256(response) {
  const digest = await crypto.subtle.digest("SHA-256", await response.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// A file is taken only if its bytes are the ones this version was built with: a half-finished deployment or a stale
// proxy then fails the installation, and the version that works stays.
async function fetchFile(path, hash) {
  const held = await caches.match(path, { ignoreVary: true });
  if (held && (await sha256(held.clone())) === hash) return held;
  const fresh = await fetch(path, { cache: "no-cache", credentials: "same-origin" });
  if (!fresh.ok || (await sha256(fresh.clone())) !== hash) throw new Error(`${path} is not the file of this version`);
  return fresh;
}

async function install() {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(FILES.map(async ([path, hash]) => cache.put(path, await fetchFile(path, hash))));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
}

// Every address of the application is the same page; the network is not waited for.
async function answer(request, path) {
  const cache = await caches.open(CACHE);
  return (await cache.match(path, { ignoreVary: true })) ?? fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));

// Keys on their way from a page to the next one of the same tab, by the name of the tab. A key is a handle that cannot
// be exported; it is given once, and forgotten after half a minute. This worker lives at least as long as that.
const KEPT_MS = 30_000;
const kept = new Map();

function keep({ tab, vault, key }) {
  return new Promise((resolve) => {
    forget(tab);
    const timer = setTimeout(() => forget(tab), KEPT_MS);
    kept.set(tab, { vault, key, timer, resolve });
  });
}

function forget(tab) {
  const held = kept.get(tab);
  kept.delete(tab);
  if (!held) return null;
  clearTimeout(held.timer);
  held.resolve();
  return { vault: held.vault, key: held.key };
}

self.addEventListener("message", (event) => {
  const message = event.data ?? {};
  // A new version waits until the person agrees, so that it never takes a half-filled form away.
  if (message.type === "activate") self.skipWaiting();
  if (message.type === "keep") event.waitUntil(keep(message));
  if (message.type === "take") event.ports[0].postMessage(forget(message.tab));
  if (message.type === "forget") forget(message.tab);
});

// What others share is read with a network, by a page that has nothing to do with who works on this device.
const SHARED = "/condiviso";

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname === "/api" || url.pathname.startsWith("/api/")) return;
  if (url.pathname === SHARED) return;
  event.respondWith(answer(request, request.mode === "navigate" ? PAGE : url.pathname));
});
