/**
 * Every response header Footprint is served with, decided here only: the local server and the files
 * for councils' own hosts are both made from it.
 */

const contentSecurityPolicy = (others) => [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'", // Argon2id is WebAssembly
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  ["connect-src 'self'", ...others].join(' '),
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types footprint-scripts', // the one policy, in src/vault/script-url.ts
];

const REFUSED_FEATURES =
  'accelerometer autoplay camera display-capture geolocation gyroscope magnetometer microphone midi payment serial usb bluetooth hid idle-detection clipboard-read'.split(
    ' ',
  );
const OWN_FEATURES = [
  'publickey-credentials-get',
  'publickey-credentials-create',
  'clipboard-write',
];

const PERMISSIONS_POLICY = [
  ...REFUSED_FEATURES.map((feature) => `${feature}=()`),
  ...OWN_FEATURES.map((feature) => `${feature}=(self)`),
].join(', ');

export const REVALIDATE = 'no-cache';
export const IMMUTABLE = 'public, max-age=31536000, immutable';

/**
 * Where this copy of Footprint syncs to (ENDPOINT): set by whoever builds and serves it, and by nobody who
 * uses it. '' for none. Throws where it is not an address of http or https alone.
 */
export function endpointOrigin(given = process.env.ENDPOINT ?? '') {
  if (given === '') return '';
  const { origin, protocol } = new URL(given);
  const isOrigin = given === origin || given === `${origin}/`;
  if (!isOrigin || !['http:', 'https:'].includes(protocol)) {
    throw new Error(`ENDPOINT is not an address such as https://sync.council.example: ${given}`);
  }
  return origin;
}

/**
 * The council's own sign-in (OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_SCOPE), set as ENDPOINT is. Undefined for
 * none. Throws where it is half set, or where its pages could be read on the way.
 */
export function councilSignIn(given = process.env) {
  const { OIDC_ISSUER: issuer = '', OIDC_CLIENT_ID: clientId = '', OIDC_SCOPE: scope } = given;
  if (issuer === '' && clientId === '') return undefined;
  if (issuer === '' || clientId === '') {
    throw new Error('OIDC_ISSUER and OIDC_CLIENT_ID belong together: set both or neither.');
  }
  const { protocol, hostname } = new URL(issuer);
  const isHere = ['127.0.0.1', 'localhost'].includes(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && isHere)) {
    throw new Error(`OIDC_ISSUER is not an https address: ${issuer}`);
  }
  return { issuer, clientId, scope: scope ?? 'openid' };
}

/** The only other addresses that the app may ask: the endpoint's, and where its people sign in. */
export function otherOrigins(endpoint = endpointOrigin(), signIn = councilSignIn()) {
  return [endpoint, signIn ? new URL(signIn.issuer).origin : ''].filter(Boolean);
}

/**
 * The headers of every response, whatever its path or status; workers and 404s do not inherit them.
 * `https` is false on loopback only, where upgrading a request would send it to a port nobody serves.
 * Clear-Site-Data is never among them: it would delete the records.
 *
 * @param {{ https: boolean, others?: readonly string[] }} where
 * @returns {Record<string, string>}
 */
export function securityHeaders({ https, others = otherOrigins() }) {
  const own = contentSecurityPolicy(others);
  const policy = https ? [...own, 'upgrade-insecure-requests'] : own;
  return {
    'Content-Security-Policy': policy.join('; '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(https ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': PERMISSIONS_POLICY,
  };
}

/**
 * The headers the local server sends for a path.
 *
 * @param {string} path
 * @param {number} [status]
 * @param {readonly string[]} [others]
 * @returns {Record<string, string>}
 */
export function headersFor(path, status = 200, others = otherOrigins()) {
  // Only names with a hash of their content may be kept for ever, and an error never.
  const keep = status === 200 && path.startsWith('/assets/');
  return {
    ...securityHeaders({ https: false, others }),
    'Cache-Control': keep ? IMMUTABLE : REVALIDATE,
  };
}

/** What a change of any header changes; stamped into the page by `./build-plugins.mjs`. */
export function headerConfig() {
  return JSON.stringify([securityHeaders({ https: false }), securityHeaders({ https: true })]);
}
