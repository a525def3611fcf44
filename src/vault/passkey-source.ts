import { type Bytes, fromBase64, randomBytes, toBase64 } from './bytes.ts';
import { type PasskeyAnswer, type PasskeySlot, PRF_BYTES, prfQuestion } from './passkey.ts';
import type { PasskeyKey, PasskeyParams } from './slots.ts';

/** What may happen in normal use: the sentence is for the person. */
export interface NoPasskey {
  readonly outcome: 'none';
  readonly reason: string;
}

export type Made =
  | ({ readonly outcome: 'made' } & PasskeyAnswer & Omit<PasskeyParams, 'salt' | 'createdOn'>)
  | NoPasskey;
export type Answered = ({ readonly outcome: 'answered' } & PasskeyAnswer) | NoPasskey;

export interface NewPasskey {
  readonly vaultId: string;
  /** What tells these records from another person's on this device; it names nobody. */
  readonly mark: string;
  /** Refused by the browser: one passkey is one way in. */
  readonly known: readonly PasskeySlot[];
}

export interface PasskeySource {
  /** Why no passkey can be used in this browser or at this address; undefined where one can. */
  readonly refusal: string | undefined;
  readonly make: (wanted: NewPasskey) => Promise<Made>;
  /** Asks one of these passkeys to answer. */
  readonly ask: (vaultId: string, known: readonly PasskeySlot[]) => Promise<Answered>;
  /** One touch of this passkey, and of no other, that signs the challenge. */
  readonly sign: (known: PasskeySlot, challenge: Bytes) => Promise<Touched>;
}

/** As the browser gave them, base64: [Note: Signed with a passkey] in ./assertion.ts. */
export type Touched =
  | {
      readonly outcome: 'signed';
      readonly signature: string;
      readonly authenticatorData: string;
      readonly clientData: string;
    }
  | NoPasskey;

/** Two minutes: a person may have to look for a security key. */
const TIMEOUT_MS = 120_000;
/** By their numbers in COSE; RS256 for older Windows Hello. */
const ALGORITHMS: Readonly<Record<number, PasskeyKey['alg']>> = { [-7]: 'ES256', [-257]: 'RS256' };
const WANTED = [-7, -257];
/** Of the flags in authenticator data, at byte 32: the passkey may be copied to other devices. */
const FLAGS_AT = 32;
const BACKUP_ELIGIBLE = 0x08;

const words = {
  noBrowser: 'This browser cannot use Windows Hello or another passkey',
  notMade:
    'No passkey was made. It was cancelled, took too long, or could not check that it is you. You can try again',
  notAnswered:
    'No passkey answered. It was cancelled, took too long, could not check that it is you, or is not on this device. Try again, or use your passphrase',
  notSigned:
    'Not signed. The passkey was cancelled, took too long, could not check that it is you, or is not on this device. Try again, or sign with your passphrase',
  alreadyAdded: 'That passkey is already one of your ways in',
  noKey:
    'That passkey cannot open records: it gives no key, or this browser or version of Windows does not pass one on. It was not added. You can delete it where your passkeys are kept',
  noAnswer:
    'That passkey was found but gave no key: this browser or version of Windows may not pass one on. Use your passphrase',
  refused: 'This browser or device refused to use a passkey. Your other ways in still work',
};

const notHere = (hostname: string) =>
  `On this address (${hostname}) Windows Hello and other passkeys cannot be used: browsers allow them only where an address has a name and https. On a council’s https address they can be used`;

const none = (reason: string): NoPasskey => ({ outcome: 'none', reason });

/** 127.0.0.1 and [::1]: no browser takes a number for the name of a website. */
const isNumber = (hostname: string) => /^[\d.]+$/.test(hostname) || hostname.startsWith('[');

/** The passkeys of a browser. `credentials` is undefined where it has none; `hostname` is ours. */
export function passkeysOf(
  credentials: Pick<CredentialsContainer, 'create' | 'get'> | undefined,
  hostname: string,
): PasskeySource {
  const refusal = isNumber(hostname)
    ? notHere(hostname)
    : credentials
      ? undefined
      : words.noBrowser;

  const ask = async (vaultId: string, known: readonly Known[]): Promise<Answered> => {
    if (refusal !== undefined || !credentials) return none(refusal ?? words.noBrowser);
    const publicKey: PublicKeyCredentialRequestOptions = {
      rpId: hostname,
      challenge: randomBytes(32),
      allowCredentials: known.map(descriptor),
      userVerification: 'required',
      timeout: TIMEOUT_MS,
      extensions: { prf: { eval: { first: prfQuestion(vaultId) } } },
    };
    const got = await tried(() => credentials.get({ publicKey }), {
      NotAllowedError: words.notAnswered,
    });
    if ('outcome' in got) return got;
    const output = outputOf(got);
    return output ? { outcome: 'answered', credentialId: idOf(got), output } : none(words.noAnswer);
  };

  const make = async (wanted: NewPasskey): Promise<Made> => {
    if (refusal !== undefined || !credentials) return none(refusal ?? words.noBrowser);
    const publicKey = newPasskey(wanted, hostname);
    const made = await tried(() => credentials.create({ publicKey }), {
      NotAllowedError: words.notMade,
      InvalidStateError: words.alreadyAdded,
    });
    if ('outcome' in made) return made;
    if (made.getClientExtensionResults().prf?.enabled !== true) return none(words.noKey);
    const passkey = { rpId: hostname, credentialId: idOf(made), ...tellingOf(made) };
    const output = outputOf(made);
    if (output) return { outcome: 'made', ...passkey, output };
    // Many answer only once they exist: a second look or touch.
    const answer = await ask(wanted.vaultId, [passkey]);
    return answer.outcome === 'none' ? answer : { ...passkey, ...answer, outcome: 'made' };
  };

  const sign = async (known: PasskeySlot, challenge: Bytes): Promise<Touched> => {
    if (refusal !== undefined || !credentials) return none(refusal ?? words.noBrowser);
    const publicKey: PublicKeyCredentialRequestOptions = {
      rpId: hostname,
      challenge,
      allowCredentials: [descriptor(known)],
      userVerification: 'required',
      timeout: TIMEOUT_MS,
    };
    const got = await tried(() => credentials.get({ publicKey }), {
      NotAllowedError: words.notSigned,
    });
    return 'outcome' in got ? got : { outcome: 'signed', ...touchOf(got) };
  };

  return { refusal, make, ask, sign };
}

export const browserPasskeys = (): PasskeySource =>
  passkeysOf(
    'PublicKeyCredential' in globalThis ? navigator.credentials : undefined,
    location.hostname,
  );

type Known = Pick<PasskeySlot, 'credentialId' | 'transports'>;

const descriptor = ({ credentialId, transports }: Known): PublicKeyCredentialDescriptor => ({
  type: 'public-key',
  id: fromBase64(credentialId) ?? new Uint8Array(),
  // The browser's own words, kept since it made the passkey.
  transports: [...transports] as AuthenticatorTransport[],
});

function newPasskey(
  { vaultId, mark, known }: NewPasskey,
  hostname: string,
): PublicKeyCredentialCreationOptions {
  // Windows and password managers show this, and may send it to an account: no name of a person.
  const name = `Footprint records ${mark}`;
  return {
    rp: { id: hostname, name: 'Footprint' },
    // New each time: an authenticator replaces its passkey of the same person at the same website, and a
    // way in of another device, which an account copies here, would be gone.
    user: { id: randomBytes(16), name, displayName: name },
    challenge: randomBytes(32),
    pubKeyCredParams: WANTED.map((alg) => ({ type: 'public-key', alg })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    excludeCredentials: known.map(descriptor),
    attestation: 'none',
    timeout: TIMEOUT_MS,
    extensions: { prf: { eval: { first: prfQuestion(vaultId) } } },
  };
}

/** The credential, or why there is none. What is no answer of a browser is thrown on. */
async function tried(
  request: () => Promise<Credential | null>,
  reasons: Readonly<Record<string, string>>,
): Promise<PublicKeyCredential | NoPasskey> {
  try {
    const credential = await request();
    // Only public keys were asked for.
    return credential ? (credential as PublicKeyCredential) : none(words.refused);
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause;
    return none(reasons[cause.name] ?? words.refused);
  }
}

const idOf = (credential: PublicKeyCredential) => toBase64(new Uint8Array(credential.rawId));

function outputOf(credential: PublicKeyCredential): Bytes | undefined {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (!first) return undefined;
  const bytes = ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength)
    : new Uint8Array(first);
  return bytes.length === PRF_BYTES ? bytes.slice() : undefined;
}

function tellingOf(
  made: PublicKeyCredential,
): Pick<PasskeyParams, 'transports' | 'kept' | 'signs'> {
  const response = made.response as AuthenticatorAttestationResponse; // it was just created
  const flags = new Uint8Array(response.getAuthenticatorData())[FLAGS_AT] ?? 0;
  const here = made.authenticatorAttachment === 'platform' ? 'thisDevice' : 'securityKey';
  // Null where the browser does not know the kind of key: then it opens records, and signs none.
  const publicKey = response.getPublicKey();
  const alg = ALGORITHMS[response.getPublicKeyAlgorithm()];
  return {
    transports: response.getTransports(),
    kept: (flags & BACKUP_ELIGIBLE) !== 0 ? 'copied' : here,
    ...(publicKey && alg ? { signs: { alg, publicKey: toBase64(new Uint8Array(publicKey)) } } : {}),
  };
}

function touchOf(got: PublicKeyCredential) {
  const response = got.response as AuthenticatorAssertionResponse; // it was just asked for
  const text = (buffer: ArrayBuffer) => toBase64(new Uint8Array(buffer));
  return {
    signature: text(response.signature),
    authenticatorData: text(response.authenticatorData),
    clientData: text(response.clientDataJSON),
  };
}
