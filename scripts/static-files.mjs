import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
const ZIPPED = new Set(['.html', '.js', '.css', '.json', '.svg', '.webmanifest', '.wasm']);

/**
 * Every file of a built folder by its URL path, zipped once. Names that begin with a dot are left out.
 *
 * @param {string} root
 * @returns {Promise<Map<string, { type: string, body: Buffer, zipped: Buffer | undefined }>>}
 */
export async function loadFolder(root) {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !path.split(sep).some((part) => part.startsWith('.')));
  const files = await Promise.all(
    paths.map(async (path) => {
      const body = await readFile(join(root, path));
      const extension = extname(path);
      const type = TYPES[extension] ?? 'application/octet-stream';
      const zipped = ZIPPED.has(extension) ? await promisify(gzip)(body) : undefined;
      return /** @type {const} */ ([`/${path.split(sep).join('/')}`, { type, body, zipped }]);
    }),
  );
  return new Map(files);
}
