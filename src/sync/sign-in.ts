import * as oauth from 'oauth4webapi';

/** The council's sign-in, as this copy of the app was built. */
export interface SignInSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
}

/** What has to be known again when the person comes back: random, used once, and no secret of theirs. */
export interface SignInBegun {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

export interface SignedIn {
  /** For the endpoint. Kept in memory and nowhere else. */
  readonly token: string;
  readonly untilMs: number;
}

export type SignInEnd =
  | { readonly outcome: 'signedIn'; readonly signedIn: SignedIn }
  /** The council's page said no, or the person went back. */
  | { readonly outcome: 'refused' }
  /** No answer, or one that is not of the sign-in that was begun here. */
  | { readonly outcome: 'failed' };

/** A network that has not answered by then is one that does not. */
const TIMEOUT_MS = 15_000;
/** Where the sign-in does not say how long its token counts. */
const SHORTEST_SECONDS = 300;

/**
 * Where to send the person, and what to remember until they are back: authorization code with PKCE
 * (RFC 7636, RFC 9700). Undefined where the council's sign-in cannot be reached.
 */
export async function beginSignIn(
  settings: SignInSettings,
  redirectUri: string,
): Promise<{ readonly address: string; readonly begun: SignInBegun } | undefined> {
  const server = await discovered(settings).catch(() => undefined);
  if (server?.authorization_endpoint === undefined) return undefined;
  const begun = {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
    redirectUri,
  };
  const address = new URL(server.authorization_endpoint);
  const asked = {
    ...{ client_id: settings.clientId, redirect_uri: redirectUri, response_type: 'code' },
    ...{ scope: settings.scope, state: begun.state, nonce: begun.nonce },
    ...{ code_challenge_method: 'S256' },
    code_challenge: await oauth.calculatePKCECodeChallenge(begun.verifier),
  };
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  return { address: address.href, begun };
}

/** The person is back at `returned`: the code is changed for a token. Never throws. */
export async function finishSignIn(
  settings: SignInSettings,
  begun: SignInBegun,
  returned: URL,
  nowMs: () => number,
): Promise<SignInEnd> {
  const client = { client_id: settings.clientId };
  try {
    const server = await discovered(settings);
    const parameters = oauth.validateAuthResponse(server, client, returned, begun.state);
    const askedAtMs = nowMs();
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      parameters,
      begun.redirectUri,
      begun.verifier,
      options(settings),
    );
    const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
      expectedNonce: begun.nonce,
      requireIdToken: true,
    });
    const seconds = tokens.expires_in ?? SHORTEST_SECONDS;
    const signedIn = { token: tokens.access_token, untilMs: askedAtMs + seconds * 1000 };
    return { outcome: 'signedIn', signedIn };
  } catch (cause) {
    if (cause instanceof oauth.AuthorizationResponseError) return { outcome: 'refused' };
    console.warn('The sign-in did not come to an end', cause);
    return { outcome: 'failed' };
  }
}

async function discovered(settings: SignInSettings): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(settings.issuer);
  const response = await oauth.discoveryRequest(issuer, options(settings));
  return oauth.processDiscoveryResponse(issuer, response);
}

/** http is for a sign-in on this machine: another one is refused when the app is built. */
const options = ({ issuer }: SignInSettings) => ({
  [oauth.allowInsecureRequests]: new URL(issuer).protocol === 'http:',
  signal: () => AbortSignal.timeout(TIMEOUT_MS),
});
