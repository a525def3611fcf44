import { createServer } from 'node:http';
import { headersFor } from './headers.mjs';
import { loadFolder } from './static-files.mjs';

/**
 * Serves a built folder on loopback with production headers. The files are read once, at the start:
 * a request is looked up among them and never becomes a path on the disk.
 *
 * `redirect` may answer with the address to send a request to; `headers` is for tests that change them.
 *
 * @param {{ root: string, port?: number, host?: string,
 *   headers?: (path: string, status: number) => Record<string, string>,
 *   redirect?: (request: import('node:http').IncomingMessage) => string | undefined }} options
 */
export async function serve({
  root,
  port = 0,
  host = '127.0.0.1',
  headers = headersFor,
  redirect,
}) {
  const files = await loadFolder(root);
  /** @type {string[]} */
  const hits = [];

  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const answer = (status, extra, body) => {
      response.writeHead(status, { ...headers(path, status), ...extra });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    hits.push(path);
    const elsewhere = redirect?.(request);
    if (elsewhere) return answer(307, { Location: elsewhere });
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return answer(
        405,
        { Allow: 'GET, HEAD', ...PLAIN },
        'Only GET and HEAD are answered here.\n',
      );
    }
    const file = files.get(path) ?? (isScreen(path) ? files.get('/index.html') : undefined);
    if (!file) return answer(404, PLAIN, 'There is no such file in Footprint.\n');

    const zipped = file.zipped && acceptsGzip(request) ? file.zipped : undefined;
    const body = zipped ?? file.body;
    answer(
      200,
      {
        'Content-Type': file.type,
        'Content-Length': body.length,
        ...(file.zipped ? { Vary: 'Accept-Encoding' } : {}),
        ...(zipped ? { 'Content-Encoding': 'gzip' } : {}),
      },
      body,
    );
  });

  const listening = await listen(server, port, host);
  return {
    url: `http://${host}:${listening.port}`,
    port: listening.port,
    hits,
    stop: listening.stop,
  };
}

/**
 * Starts to listen; `stop` ends open connections too, or a browser's idle one would hold it up.
 *
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} host
 */
export async function listen(server, port, host) {
  const sockets = new Set();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(undefined));
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  const stop = () =>
    /** @type {Promise<void>} */ (
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      })
    );
  return { port: address.port, stop };
}

const PLAIN = { 'Content-Type': 'text/plain; charset=utf-8' };

const acceptsGzip = (request) => /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');

/** A path of a screen has no dot in it; a missing script must be a 404 and not a page. */
const isScreen = (path) => !path.includes('.') && !path.startsWith('/assets/');
