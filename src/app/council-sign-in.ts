import type { SignedIn, SignInBegun, SignInEnd, SignInSettings } from '#sync/sign-in.ts';
import { ports } from './ports.ts';

/**
 * The council's sign-in in this tab. The token is in memory alone: locking reloads the page, and it is gone.
 * On the way to the council's page and back nothing is kept but the numbers of that one sign-in, which are
 * random, and are removed on the way back.
 */
let signedIn: SignedIn | undefined;

const BEGUN = 'footprint-sign-in';
const ASKED = 'footprint-sign-in-asked';
/** Locking takes a moment. What was asked longer ago than that was not followed by it. */
const ASKED_MS = 60_000;

/** Undefined where whoever built this copy set none (OIDC_ISSUER). */
export function signInSettings(): SignInSettings | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="sign-in"]')?.content;
  const { issuer, clientId, scope } = Object.fromEntries(new URLSearchParams(meta));
  return issuer && clientId && scope ? { issuer, clientId, scope } : undefined;
}

/** Who is signed in in this tab, while that counts. */
export function signedInNow(): SignedIn | undefined {
  return signedIn && signedIn.untilMs > ports.nowMs() ? signedIn : undefined;
}

/** The endpoint does not take it any more. */
export function forgetSignIn(): void {
  signedIn = undefined;
}

/** The next lock screen of this tab goes to the council's page by itself. */
export function askToSignIn(): void {
  sessionStorage.setItem(ASKED, `${ports.nowMs()}`);
}

/** Whether it was asked just now; once. */
export function wasAskedToSignIn(): boolean {
  const askedMs = Number(sessionStorage.getItem(ASKED) ?? 0);
  sessionStorage.removeItem(ASKED);
  return Math.abs(ports.nowMs() - askedMs) < ASKED_MS;
}

/** Leaves for the council's page. False where it cannot be reached: then nothing happens. */
export async function leaveToSignIn(settings: SignInSettings): Promise<boolean> {
  const { beginSignIn } = await import('#sync/sign-in.ts');
  const next = await beginSignIn(settings, `${location.origin}/`);
  if (!next) return false;
  sessionStorage.setItem(BEGUN, JSON.stringify(next.begun));
  location.assign(next.address);
  return true;
}

/** Back from the council's page: what it said leaves the address at once. Undefined where it is no such way. */
export async function comeBack(settings: SignInSettings): Promise<SignInEnd | undefined> {
  const returned = new URL(location.href);
  const isBack = ['code', 'error'].some((name) => returned.searchParams.has(name));
  if (!isBack || !returned.searchParams.has('state')) return undefined;
  history.replaceState(null, '', '/');
  const begun = sessionStorage.getItem(BEGUN);
  sessionStorage.removeItem(BEGUN);
  if (begun === null) return { outcome: 'failed' };
  const { finishSignIn } = await import('#sync/sign-in.ts');
  const end = await finishSignIn(settings, JSON.parse(begun) as SignInBegun, returned, ports.nowMs); // as leaveToSignIn wrote it
  if (end.outcome === 'signedIn') signedIn = end.signedIn;
  return end;
}
