import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SignInEnd } from '#sync/sign-in.ts';
import * as signIn from '#sync/sign-in.ts';
import { askToSignIn, forgetSignIn, signedInNow } from './council-sign-in.ts';
import { CouncilSignIn } from './council-sign-in-part.tsx';

vi.mock('#sync/sign-in.ts', () => ({ beginSignIn: vi.fn(), finishSignIn: vi.fn() }));
const begin = vi.mocked(signIn.beginSignIn);
const finish = vi.mocked(signIn.finishSignIn);
const BEGUN = { state: 's', nonce: 'n', verifier: 'v', redirectUri: 'http://x/' };

function built(content: string) {
  const meta = document.createElement('meta');
  meta.name = 'sign-in';
  meta.content = content;
  document.head.replaceChildren(meta);
}

beforeEach(() => {
  built('issuer=https%3A%2F%2Flogin.example&clientId=app&scope=openid');
  history.replaceState(null, '', '/');
});
afterEach(() => {
  sessionStorage.clear();
  forgetSignIn();
  vi.resetAllMocks();
});

const button = () => screen.findByRole('button', { name: 'Sign in to your council' });
const comingBack = (query: string, end: SignInEnd) => {
  history.replaceState(null, '', `/?${query}`);
  finish.mockResolvedValue(end);
};
const leaves = () => {
  const left: string[] = [];
  begin.mockResolvedValue({ address: 'https://login.example/authorize?x', begun: BEGUN });
  vi.stubGlobal('location', {
    ...location,
    search: '',
    href: 'http://x/',
    assign: (to: string) => left.push(to),
  });
  return left;
};

it('is not there where this copy was built without one', () => {
  built('');
  const { container } = render(<CouncilSignIn />);
  expect(container).toBeEmptyDOMElement();
});

it('[SIGN1] leaves on a press, and by itself only where that was asked a moment ago', async () => {
  const left = leaves();
  const { unmount } = render(<CouncilSignIn />);
  const press = await button();
  expect(left).toEqual([]);
  await userEvent.click(press);
  expect(left).toEqual(['https://login.example/authorize?x']);
  unmount();

  askToSignIn();
  render(<CouncilSignIn />).unmount();
  await vi.waitFor(() => expect(left).toHaveLength(2));
  render(<CouncilSignIn />);
  await button();
  expect(left).toHaveLength(2);
  vi.unstubAllGlobals();
});

it('[SIGN2] coming back, the code leaves the address and the numbers are used once', async () => {
  sessionStorage.setItem('footprint-sign-in', JSON.stringify(BEGUN));
  const signedIn = { token: 'secret', untilMs: Date.now() + 60_000 };
  comingBack('code=c&state=s', { outcome: 'signedIn', signedIn });
  render(<CouncilSignIn />);
  expect(location.search).toBe('');
  expect(sessionStorage).toHaveLength(0);
  expect(await screen.findByText(/^You are signed in until .* Unlock to send/)).toBeVisible();
  expect(finish.mock.calls[0]?.[1]).toEqual(BEGUN);
  expect(`${finish.mock.calls[0]?.[2]}`).toContain('code=c&state=s');
  expect(signedInNow()).toEqual(signedIn);
  expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.toContain('secret');
});

it('[SIGN2] an address that somebody else made signs nobody in', async () => {
  comingBack('code=c&state=s', { outcome: 'failed' });
  render(<CouncilSignIn />);
  expect(await screen.findByText(/did not come to an end/)).toBeVisible();
  expect(finish).not.toHaveBeenCalled();
  expect(location.search).toBe('');
});

it('[SIGN3] a person who goes back, and a page that does not answer, are told so', async () => {
  sessionStorage.setItem('footprint-sign-in', JSON.stringify(BEGUN));
  comingBack('error=access_denied&state=s', { outcome: 'refused' });
  render(<CouncilSignIn />);
  expect(await screen.findByText(/^You were not signed in\. Everything is safe/)).toBeVisible();
  begin.mockResolvedValue(undefined);
  await userEvent.click(await button());
  expect(await screen.findByText(/page does not answer\. Everything is safe/)).toBeVisible();
});

it('a token counts no longer than was said', async () => {
  sessionStorage.setItem('footprint-sign-in', JSON.stringify(BEGUN));
  const signedIn = { token: 'secret', untilMs: Date.now() - 1 };
  comingBack('code=c&state=s', { outcome: 'signedIn', signedIn });
  render(<CouncilSignIn />);
  await vi.waitFor(async () => expect(await button()).toBeEnabled());
  expect(finish).toHaveBeenCalled();
  expect(signedInNow()).toBeUndefined();
});
