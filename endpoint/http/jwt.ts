import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import * as z from 'zod/mini';
import type { Relations } from '../directory/relations.ts';
import { Refused } from './refusal.ts';

export interface JwtSettings {
  readonly issuer: string;
  readonly audience: string;
}

const Discovery = z.looseObject({ issuer: z.string(), jwks_uri: z.url() });

/** Signatures that only the issuer can make: no shared secret, and not "none". */
const algorithms = ['RS256', 'ES256', 'PS256'];

const RETRY_AFTER_SECONDS = 30;

/**
 * ACL21: a token of the council's sign-in: its issuer's signature, for this endpoint, not expired. The
 * person is whoever the directory lists its subject for, and nobody where it lists none.
 */
export function makeJwtSignIn({ issuer, audience }: JwtSettings) {
  let keys: ReturnType<typeof createRemoteJWKSet> | undefined;

  /** Found with the first token: the endpoint starts while the sign-in is down. */
  async function issuerKeys() {
    keys ??= createRemoteJWKSet(new URL(await discoverKeys(issuer)));
    return keys;
  }

  return async (token: string, relations: Relations, now: Date): Promise<string | undefined> => {
    try {
      const options = { issuer, audience, algorithms, currentDate: now, requiredClaims: ['exp'] };
      const { payload } = await jwtVerify(token, await issuerKeys(), options);
      return personOf(payload, relations);
    } catch (cause) {
      // Whose fault it is: the token's, or that the issuer cannot be asked.
      if (isOfToken(cause)) return undefined;
      throw new Refused('unavailable', RETRY_AFTER_SECONDS);
    }
  };
}

function personOf({ sub, oid }: JWTPayload, { directory }: Relations): string | undefined {
  const subjects = [sub, oid].filter((subject) => typeof subject === 'string' && subject !== '');
  return directory.staff.find((one) => one.subjects.some((known) => subjects.includes(known)))?.id;
}

async function discoverKeys(issuer: string): Promise<string> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) });
  const found = Discovery.parse(await answer.json());
  if (found.issuer !== issuer) throw new Error('The issuer calls itself something else');
  return found.jwks_uri;
}

const ofIssuer = [errors.JWKSTimeout, errors.JWKSInvalid];

const isOfToken = (cause: unknown): boolean =>
  cause instanceof errors.JOSEError &&
  cause.code !== 'ERR_JOSE_GENERIC' && // the keys could not be fetched
  !ofIssuer.some((kind) => cause instanceof kind);
