// SPDX-License-Identifier: AGPL-3.0-or-later
// Puts a brotli file beside each asset that gets smaller by it. Usage: node compress.mjs FOLDER
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

// Fonts and pictures are compressed already.
const TEXT = new Set([".bin", ".css", ".html", ".js", ".json", ".svg", ".txt", ".wasm", ".webmanifest"]);
const compress = promisify(brotliCompress);

const folder = process.argv[2];
const files = (await readdir(folder, { recursive: true })).filter((file) => TEXT.has(path.extname(file)));
await Promise.all(
  files.map(async (file) => {
    const plain = await readFile(path.join(folder, file));
    const packed = await compress(plain, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
      },
    });
    if (packed.length < plain.length) await writeFile(path.join(folder, `${file}.br`), packed);
  }),
);
