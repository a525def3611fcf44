import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { headersFor } from './headers.mjs';
import { listen, serve } from './static-server.mjs';

// PORT is for tests. For a person there is one address: the browser keeps records by address.
const port = Number(process.env.PORT ?? 4391);
const origin = `http://127.0.0.1:${port}`;
const root = fileURLToPath(new URL('../dist', import.meta.url));

const toOrigin = (request) => `${origin}${request.url ?? '/'}`;

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** A machine without IPv6 has no [::1]; then nobody can come by it, and nothing is lost. */
async function listenOnIpv6() {
  const redirector = createServer((request, response) => {
    response.writeHead(307, { ...headersFor('/', 307), Location: toOrigin(request) });
    response.end();
  });
  return listen(redirector, port, '::1').catch(() => undefined);
}

if (!existsSync(`${root}/index.html`)) {
  fail(
    'Footprint has not been built yet, so it was not started. Your records are not affected. Run: npm start',
  );
}

const server = await serve({
  root,
  port,
  redirect: (request) =>
    request.headers.host === `localhost:${port}` ? toOrigin(request) : undefined,
}).catch((error) => {
  if (error.code === 'EADDRINUSE') {
    return fail(
      `Footprint was not started, because another program uses port ${port} (perhaps Footprint itself, in another window); it does not take another port, because for the browser that is another address, where your records, which are safe, would seem to be gone: close the other program and run npm start again.`,
    );
  }
  return fail(
    `Footprint was not started: this computer did not let it use ${origin} (${error.code ?? error.message}). Your records are safe. Ask your IT support to allow it.`,
  );
});
const redirector = await listenOnIpv6();

async function stop() {
  await Promise.all([server.stop(), redirector?.stop()]);
  process.exit(0);
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

console.log(`Footprint is at ${origin}. Leave this window open; press Ctrl+C to stop.`);
