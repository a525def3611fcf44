import { afterAll, beforeAll, expect, it } from 'vitest';
import { SIGN_IN_CLIENT, startCouncilSignIn } from '../../test/council-sign-in.ts';
import { startTestEndpoint } from '../../test/endpoint.ts';
import { asked } from '../../test/pushes.ts';
import { beginSignIn, finishSignIn } from './sign-in.ts';
import { routes } from './wire/routes.ts';

const REDIRECT = 'http://127.0.0.1:4391/';
let council: Awaited<ReturnType<typeof startCouncilSignIn>>;

beforeAll(async () => {
  council = await startCouncilSignIn();
});
afterAll(() => council.close());

const settings = () => ({
  issuer: council.issuer,
  clientId: SIGN_IN_CLIENT,
  scope: 'openid records',
});
const now = () => Date.now();

async function begun() {
  const next = await beginSignIn(settings(), REDIRECT);
  if (!next) throw new Error('not begun');
  return next;
}

it('[SIGN1] asks for a code that nobody else can use, and says nothing of the person', async () => {
  const { address, begun: kept } = await begun();
  const question = new URL(address);
  expect(question.origin).toBe(council.issuer);
  expect(Object.fromEntries(question.searchParams)).toEqual({
    client_id: SIGN_IN_CLIENT,
    redirect_uri: REDIRECT,
    response_type: 'code',
    scope: 'openid records',
    state: kept.state,
    nonce: kept.nonce,
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge_method: 'S256',
  });
  expect(address).not.toContain(kept.verifier);
  expect((await begun()).begun).not.toMatchObject({ state: kept.state });
});

it('[SIGN1] what comes back is a token that the endpoint takes for that person', async () => {
  const { address, begun: kept } = await begun();
  const end = await finishSignIn(
    settings(),
    kept,
    await council.wayBack(address, 'subject-of-sue'),
    now,
  );
  if (end.outcome !== 'signedIn') throw new Error(end.outcome);
  const { token, untilMs } = end.signedIn;
  expect(Math.abs(untilMs - now() - 3_600_000)).toBeLessThan(30_000);

  const endpoint = await startTestEndpoint({
    directory: { staff: ['sue'], subjects: { sue: ['subject-of-sue'] } },
    today: new Date().toISOString(),
    options: { signIn: { issuer: council.issuer, audience: council.audience } },
  });
  const { body } = await asked(endpoint, 'nobody', routes.me, {
    headers: { Authorization: `Bearer ${token}` },
  });
  expect(body).toMatchObject({ person: { id: 'sue' } });
  await endpoint.close();
});

it('[SIGN2] a way back that was not begun here is nobody’s', async () => {
  const mine = await begun();
  const another = await begun();
  const back = await council.wayBack(another.address, 'somebody-else');
  expect(await finishSignIn(settings(), mine.begun, back, now)).toEqual({ outcome: 'failed' });

  const forged = new URL(back);
  forged.searchParams.set('state', mine.begun.state);
  expect(await finishSignIn(settings(), mine.begun, forged, now)).toEqual({ outcome: 'failed' });

  const elsewhere = new URL(back);
  elsewhere.searchParams.set('iss', 'https://another.example');
  expect(await finishSignIn(settings(), another.begun, elsewhere, now)).toEqual({
    outcome: 'failed',
  });
});

it('[SIGN2] an identity that was made for another sign-in is refused', async () => {
  const { address, begun: kept } = await begun();
  const back = await council.wayBack(address, 'subject-of-sue');
  const other = { ...kept, nonce: 'another' };
  expect(await finishSignIn(settings(), other, back, now)).toEqual({ outcome: 'failed' });
});

it('[SIGN3] a person who goes back, and a council that does not answer, are told apart', async () => {
  const { begun: kept } = await begun();
  const refused = new URL(REDIRECT);
  refused.search = `${new URLSearchParams({ error: 'access_denied', state: kept.state, iss: council.issuer })}`;
  expect(await finishSignIn(settings(), kept, refused, now)).toEqual({ outcome: 'refused' });

  const gone = { ...settings(), issuer: 'http://127.0.0.1:9' };
  expect(await beginSignIn(gone, REDIRECT)).toBeUndefined();
  expect(await finishSignIn(gone, kept, refused, now)).toEqual({ outcome: 'failed' });
});
