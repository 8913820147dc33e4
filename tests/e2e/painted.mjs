// SPDX-License-Identifier: AGPL-3.0-or-later
// How long a person waits for what they touched: measured inside the page, up to the paint.

/** What 95 of 100 stay below. */
export const p95 = (values) => [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * 0.95) - 1)];

/** Touches a link and gives how long it took until something of this name stood painted on the screen. */
export function touch(page, link, shown) {
  return page.evaluate(
    ({ link, shown }) =>
      new Promise((resolve) => {
        const began = performance.now();
        // What stands there when a frame begins is painted in it; a message that is posted then comes after the paint.
        const look = () => {
          if (!document.querySelector(shown)) return requestAnimationFrame(look);
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve(performance.now() - began);
          channel.port2.postMessage(null);
        };
        document.querySelector(link).click();
        requestAnimationFrame(look);
      }),
    { link, shown },
  );
}
