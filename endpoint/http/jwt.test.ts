import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { routes } from '#sync/wire/routes.ts';
import { startCouncilSignIn } from '../../test/council-sign-in.ts';
import { tokenOf } from '../../test/directories.ts';
import { SLOW_START_MS, startTestEndpoint, type TestEndpoint } from '../../test/endpoint.ts';
import { asked } from '../../test/pushes.ts';

const directory = {
  staff: ['sue', 'ama'],
  subjects: { sue: ['subject-of-sue'], ama: ['object-of-ama'] },
  tokensExpireOn: '2099-12-31',
};
let signIn: Awaited<ReturnType<typeof startCouncilSignIn>>;
let endpoint: TestEndpoint;
/** The moment of this machine: the provider has no other clock. */
const now = new Date().toISOString();

const startedFor = (audience: string, issuer = signIn.issuer) =>
  startTestEndpoint({
    directory,
    today: now,
    db: endpoint?.db,
    options: { signIn: { issuer, audience } },
  });

beforeAll(async () => {
  signIn = await startCouncilSignIn();
  endpoint = await startTestEndpoint({
    directory,
    today: now,
    options: { signIn: { issuer: signIn.issuer, audience: signIn.audience } },
  });
}, SLOW_START_MS);
afterAll(async () => {
  await endpoint.close();
  await signIn.close();
});

const meWith = async (token: string, of = endpoint) => {
  const headers = { Authorization: `Bearer ${token}` };
  const { status, body } = await asked<{ person?: { id: string } }>(of, 'nobody', routes.me, {
    headers,
  });
  return [status, body.person?.id];
};

it('[ACL21] a token of the council’s own sign-in is the person whom the directory lists for it', async () => {
  expect(await meWith(await signIn.tokenFor('subject-of-sue'))).toEqual([200, 'sue']);
  expect(await meWith(await signIn.tokenFor('somebody-else'))).toEqual([401, undefined]);
});

it('[ACL21] for another audience, from another issuer, or after its time it is nobody’s', async () => {
  const token = await signIn.tokenFor('subject-of-sue');
  expect(await meWith(token, await startedFor('https://another.example/api'))).toEqual([
    401,
    undefined,
  ]);
  const later = await startedFor(signIn.audience);
  later.setToday(new Date(Date.parse(now) + 2 * 3_600_000).toISOString());
  expect(await meWith(token, later)).toEqual([401, undefined]);
  const [head, body, signature = ''] = token.split('.');
  const changed = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
  expect(await meWith(`${head}.${body}.${changed}`)).toEqual([401, undefined]);
});

it('[ACL21] what somebody else signed, or nobody, or with a shared secret', async () => {
  const claims = { sub: 'subject-of-sue' };
  const made = () =>
    new SignJWT(claims)
      .setIssuer(signIn.issuer)
      .setAudience(signIn.audience)
      .setExpirationTime('1h');
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const jwks = (await (await fetch(`${signIn.issuer}/jwks`)).json()) as { keys: { kid: string }[] };
  const kid = jwks.keys[0]?.kid ?? '';
  const tokens = [
    await made().setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey),
    await made()
      .setProtectedHeader({ alg: 'RS256', jwk: await exportJWK(publicKey) })
      .sign(privateKey),
    await made()
      .setProtectedHeader({ alg: 'HS256', kid })
      .sign(new TextEncoder().encode('x'.repeat(32))),
    new UnsecuredJWT(claims)
      .setIssuer(signIn.issuer)
      .setAudience(signIn.audience)
      .setExpirationTime('1h')
      .encode(),
  ];
  for (const token of tokens) expect(await meWith(token)).toEqual([401, undefined]);
});

it('[ACL21] `oid` names a person too; a token with no end counts for nothing', async () => {
  // The provider above gives `sub` alone: a directory of the other kind is stood in for by its keys.
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const { createServer } = await import('node:http');
  const server = createServer((request, response) => {
    const port = (server.address() as { port: number }).port;
    const issuer = `http://127.0.0.1:${port}`;
    const discovery = { issuer, jwks_uri: `${issuer}/keys` };
    void exportJWK(publicKey).then((jwk) =>
      response.end(
        JSON.stringify(
          request.url === '/keys' ? { keys: [{ ...jwk, alg: 'ES256', kid: 'k' }] } : discovery,
        ),
      ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const at = await startedFor('api', issuer);
  const made = new SignJWT({ sub: 'pairwise', oid: 'object-of-ama' })
    .setIssuer(issuer)
    .setAudience('api')
    .setProtectedHeader({ alg: 'ES256', kid: 'k' });
  expect(await meWith(await made.sign(privateKey), at)).toEqual([401, undefined]);
  expect(await meWith(await made.setExpirationTime('1h').sign(privateKey), at)).toEqual([
    200,
    'ama',
  ]);
  await new Promise((resolve) => server.close(resolve));
});

it('[ACL21] a sign-in that cannot be reached is "not at the moment", and pilot tokens still count', async () => {
  const unreachable = await startedFor(signIn.audience, 'http://127.0.0.1:9');
  const token = await signIn.tokenFor('subject-of-sue');
  expect(await meWith(token, unreachable)).toEqual([503, undefined]);
  expect(await meWith(tokenOf('sue'), unreachable)).toEqual([200, 'sue']);
});
