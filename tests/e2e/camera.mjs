// SPDX-License-Identifier: AGPL-3.0-or-later
// Photos as a camera makes them, and as a page shows them.

/** A photo as a camera makes it: large, and with the place in its EXIF part. */
export async function cameraPhoto(page, width, height) {
  const drawn = await page.evaluate(
    async ([width, height]) => {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [width, height];
      const context = canvas.getContext("2d");
      for (let x = 0; x < width; x += 8) {
        for (let y = 0; y < height; y += 8) {
          context.fillStyle = `rgb(${(x * 7) % 256} ${(y * 5) % 256} ${(x * y) % 256})`;
          context.fillRect(x, y, 8, 8);
        }
      }
      const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.95));
      return Array.from(new Uint8Array(await blob.arrayBuffer()));
    },
    [width, height],
  );
  const jpeg = Buffer.from(drawn);
  return Buffer.concat([jpeg.subarray(0, 2), exif(), jpeg.subarray(2)]);
}

/** An APP1 part with one GPS entry: 45° north. */
function exif() {
  const tiff = Buffer.alloc(0x60);
  tiff.write("MM\0*", 0, "latin1");
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x8825, 10);
  tiff.writeUInt16BE(4, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt32BE(26, 18);
  tiff.writeUInt16BE(1, 26);
  tiff.writeUInt16BE(1, 28);
  tiff.writeUInt16BE(2, 30);
  tiff.writeUInt32BE(2, 32);
  tiff.write("N\0", 36, "latin1");
  const body = Buffer.concat([Buffer.from("Exif\0\0GPS-SEGRETO", "latin1"), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

export function photos(page) {
  return page.locator('[data-test="photo"]');
}

/** Waits until a photo is drawn, not only named. */
export async function isDrawn(page, n = 1) {
  await page.waitForFunction(
    (n) => [...document.querySelectorAll('[data-test="photo"] img')].filter((img) => img.naturalWidth > 0).length >= n,
    n,
    { timeout: 60_000 },
  );
}
