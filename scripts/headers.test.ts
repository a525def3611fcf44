import { describe, expect, it } from 'vitest';
import { councilSignIn, headersFor, otherOrigins, securityHeaders } from './headers.mjs';
import { hostFiles } from './host-files.mjs';

const CSP =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; font-src 'self'; manifest-src 'self'; worker-src 'self'; connect-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types footprint-scripts";

const EVERY_RESPONSE = {
  'Content-Security-Policy': CSP,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy':
    'accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), bluetooth=(), hid=(), idle-detection=(), clipboard-read=(), publickey-credentials-get=(self), publickey-credentials-create=(self), clipboard-write=(self)',
};

describe('headers of the local server', () => {
  it.each([
    ['/', 200],
    ['/index.html', 200],
    ['/sw.js', 200],
    ['/manifest.webmanifest', 200],
    ['/icon.svg', 200],
    ['/home', 200],
    ['/missing.js', 404],
    ['/assets/missing.js', 404],
    ['/', 405],
  ])('%s answered with %i has them all and is asked for again', (path, status) => {
    expect(headersFor(path, status)).toEqual({ ...EVERY_RESPONSE, 'Cache-Control': 'no-cache' });
  });

  it('only a file named by its content is kept', () => {
    expect(headersFor('/assets/main-abc123.js')).toEqual({
      ...EVERY_RESPONSE,
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
  });
});

describe("header files for councils' hosts", () => {
  const files = Object.entries(hostFiles());

  it('are the four', () => {
    expect(files.map(([name]) => name)).toEqual([
      '_headers',
      'nginx.conf',
      'web.config',
      'staticwebapp.config.json',
    ]);
  });

  it('are served over https only, and say so', () => {
    expect(securityHeaders({ https: true })).toEqual({
      ...EVERY_RESPONSE,
      'Content-Security-Policy': `${CSP}; upgrade-insecure-requests`,
      'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
    });
  });

  it.each(files)('%s holds every header, and never the one that deletes records', (_, text) => {
    for (const [name, value] of Object.entries(securityHeaders({ https: true }))) {
      expect(text).toContain(name);
      expect(text).toContain(value);
    }
    expect(text).toContain('immutable');
    expect(text).not.toMatch(/clear-site-data/i);
  });

  it('nginx.conf repeats them in every location, because a location does not inherit', () => {
    const text = hostFiles()['nginx.conf'] ?? '';
    const locations = text.match(/^ {2}location /gm) ?? [];
    expect(text.split('add_header Content-Security-Policy')).toHaveLength(locations.length + 1);
  });
});

describe('with an endpoint and a council’s sign-in', () => {
  const signIn = {
    OIDC_ISSUER: 'https://login.council.example/tenant/v2.0',
    OIDC_CLIENT_ID: 'footprint',
  };

  it('the page may ask those two addresses too, and no other', () => {
    const others = otherOrigins('https://sync.council.example', councilSignIn(signIn));
    const { 'Content-Security-Policy': policy } = securityHeaders({ https: true, others });
    expect(policy).toContain(
      "connect-src 'self' https://sync.council.example https://login.council.example;",
    );
  });

  it('the sign-in is whole or none, and cannot be read on the way', () => {
    expect(councilSignIn({})).toBeUndefined();
    expect(councilSignIn(signIn)).toEqual({
      issuer: signIn.OIDC_ISSUER,
      clientId: 'footprint',
      scope: 'openid',
    });
    expect(() => councilSignIn({ OIDC_ISSUER: signIn.OIDC_ISSUER })).toThrow('OIDC_CLIENT_ID');
    const plain = { ...signIn, OIDC_ISSUER: 'http://login.council.example' };
    expect(() => councilSignIn(plain)).toThrow('https');
  });
});
