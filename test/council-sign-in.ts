import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export const SIGN_IN_CLIENT = 'footprint-app';
export const SIGN_IN_AUDIENCE = 'https://footprint.example/api';

interface SignInOptions {
  /** Where the app takes the code back; the test's own by default. */
  readonly redirectUris?: readonly string[];
  readonly audience?: string;
  /** From which pages the token may be asked. */
  readonly appOrigin?: string;
  readonly tokenSeconds?: number;
  /** Any that is free, where it is not said. */
  readonly port?: number;
}

/** A council's sign-in on this machine: a real OpenID provider, where any name and password are let in. */
export async function startCouncilSignIn({
  redirectUris = ['http://127.0.0.1:4391/'],
  audience = SIGN_IN_AUDIENCE,
  appOrigin = 'http://127.0.0.1:4391',
  tokenSeconds = 3600,
  port = 0,
}: SignInOptions = {}) {
  let handle: ReturnType<Provider['callback']> | undefined;
  const server = createServer((request, response) => handle?.(request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
  const resourceServer = {
    scope: 'records',
    audience,
    accessTokenTTL: tokenSeconds,
    accessTokenFormat: 'jwt',
    jwt: { sign: { alg: 'RS256' } },
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: SIGN_IN_CLIENT,
        redirect_uris: [...redirectUris],
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        application_type: 'native', // http on this machine is allowed
      },
    ],
    scopes: ['openid', 'records'],
    clientBasedCORS: (_: unknown, origin: string) => origin === appOrigin,
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub }) }),
    features: {
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => resourceServer,
      },
    },
    cookies: { keys: [randomBytes(16).toString('hex')] },
  });
  handle = provider.callback();
  return {
    issuer,
    audience,
    /** A person signs in with this name and gives leave: the access token of the code flow with PKCE. */
    tokenFor: (subject: string) =>
      codeFlow({ issuer, redirectUri: redirectUris[0] ?? '', audience }, subject),
    /** The same, from an address of its sign-in page to where the person comes back. */
    wayBack: (address: string, subject: string) =>
      wayBack(new URL(address), redirectUris[0] ?? '', subject),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

interface Flow {
  readonly issuer: string;
  readonly redirectUri: string;
  readonly audience: string;
}

async function codeFlow({ issuer, redirectUri, audience }: Flow, subject: string): Promise<string> {
  const verifier = randomBytes(32).toString('base64url');
  const asked = new URLSearchParams({
    client_id: SIGN_IN_CLIENT,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid records',
    resource: audience,
    state: 'state',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const back = await wayBack(new URL(`/auth?${asked}`, issuer), redirectUri, subject);
  const answer = await fetch(new URL('/token', issuer), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: SIGN_IN_CLIENT,
      redirect_uri: redirectUri,
      resource: audience,
      code: back.searchParams.get('code') ?? '',
      code_verifier: verifier,
    }),
  });
  const { access_token: token, ...rest } = (await answer.json()) as { access_token?: string };
  if (token === undefined) throw new Error(`No token: ${JSON.stringify(rest)}`);
  return token;
}

const MAX_STEPS = 12;

/** As a browser does it: follow, keep the cookies, and send the forms of its pages. */
async function wayBack(start: URL, redirectUri: string, subject: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let next: { url: URL; form?: URLSearchParams } = { url: start };
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(next.url, {
      redirect: 'manual',
      headers: { Cookie: cookie },
      ...(next.form ? { method: 'POST', body: next.form } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const to = answer.headers.get('location');
    if (to?.startsWith(redirectUri)) return new URL(to);
    if (to !== null) {
      next = { url: new URL(to, next.url) };
      continue;
    }
    const page = await answer.text();
    const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1];
    if (action === undefined || prompt === undefined) throw new Error(`No form: ${answer.status}`);
    const form = new URLSearchParams({ prompt, login: subject, password: 'any' });
    next = { url: new URL(action, next.url), form };
  }
  throw new Error('The sign-in did not come to an end');
}
