import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headersFor } from './headers.mjs';
import { serve } from './static-server.mjs';

let folder: string;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footprint-'));
  await mkdir(join(folder, 'dist', 'assets'), { recursive: true });
  await mkdir(join(folder, 'dist', '.hidden'));
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'dist', '.hidden', 'a.js'), 'secret');
  await writeFile(join(folder, 'dist', 'index.html'), '<title>Footprint</title>');
  await writeFile(join(folder, 'dist', 'assets', 'main-1.js'), 'let a;'.repeat(1000));
  server = await serve({ root: join(folder, 'dist') });
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** fetch() tidies `..` away before it asks; this sends the path as it is. */
function ask(path: string, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      request({ host: '127.0.0.1', port: server.port, path, method }, (response) => {
        let body = '';
        response.on('data', (chunk) => {
          body += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      })
        .on('error', reject)
        .end();
    },
  );
}

const lowerCased = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

describe('the local server', () => {
  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '//secret.txt',
    '/.hidden/a.js',
    '/%',
  ])('%s does not lead out of the folder', async (path) => {
    const answer = await ask(path);
    expect(answer.body).not.toContain('secret');
  });

  it('answers a screen with the page, and a missing file with 404', async () => {
    expect(await ask('/')).toMatchObject({ status: 200, body: '<title>Footprint</title>' });
    expect(await ask('/home?x=1')).toMatchObject({ status: 200, body: '<title>Footprint</title>' });
    expect((await ask('/missing.js')).status).toBe(404);
    expect((await ask('/assets/missing')).status).toBe(404);
  });

  it.each([
    ['/', 'GET', 200],
    ['/assets/main-1.js', 'GET', 200],
    ['/assets/missing.js', 'GET', 404],
    ['/', 'POST', 405],
    ['/home', 'DELETE', 405],
  ])('%s %s is answered with %i and every header', async (path, method, status) => {
    const answer = await ask(path, method);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject(lowerCased(headersFor(path, status)));
  });

  it('answers HEAD with the headers alone', async () => {
    const answer = await ask('/assets/main-1.js', 'HEAD');
    expect(answer).toMatchObject({ status: 200, body: '' });
    expect(answer.headers['content-length']).toBe('6000');
  });

  it('zips text for those who can read it', async () => {
    const response = await fetch(`${server.url}/assets/main-1.js`);
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(Number(response.headers.get('content-length'))).toBeLessThan(200);
    expect(await response.text()).toHaveLength(6000);
  });

  it('stops at once with a connection open, and its port can be taken again', async () => {
    const first = await serve({ root: join(folder, 'dist') });
    await fetch(first.url); // fetch keeps the connection
    await first.stop();
    await expect(fetch(first.url)).rejects.toThrow();
    const second = await serve({ root: join(folder, 'dist'), port: first.port });
    expect(second.url).toBe(first.url);
    await second.stop();
  });
});
