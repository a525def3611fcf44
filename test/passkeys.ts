import { type Bytes, randomBytes, toBase64, utf8 } from '#vault/bytes.ts';
import { checkedThePerson, newPasskeyPair, spkiOf, touched } from './authenticator.ts';

interface FakeOptions {
  readonly hasPrf?: boolean;
  /** Some answer the question while they are made, others only when asked afterwards. */
  readonly answersAtOnce?: boolean;
  readonly attachment?: 'platform' | 'cross-platform';
  /** An account copies its passkeys to other devices. */
  readonly isCopied?: boolean;
  /** Browsers tell the public key of the kinds they know. */
  readonly tellsKey?: boolean;
  /** What it says of the person when it signs. */
  readonly flags?: number;
}

type Bits = ArrayBuffer | ArrayBufferView<ArrayBuffer>;

function bytesOf(bits: Bits | undefined): Bytes {
  if (!bits) return new Uint8Array();
  return ArrayBuffer.isView(bits)
    ? new Uint8Array(bits.buffer, bits.byteOffset, bits.byteLength)
    : new Uint8Array(bits);
}

async function prf(secret: Bytes, question: Bits | undefined): Promise<ArrayBuffer> {
  const key = await crypto.subtle.importKey(
    'raw',
    secret,
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  return crypto.subtle.sign('HMAC', key, bytesOf(question));
}

/**
 * Stands in for the browser and an authenticator behind it: keeps passkeys, refuses one it has, and
 * answers the same question with the same bytes. It proves nothing about a real one.
 */
export class FakePasskeys {
  readonly created: PublicKeyCredentialCreationOptions[] = [];
  readonly asked: PublicKeyCredentialRequestOptions[] = [];
  /** What the next request is answered with instead: a DOMException's name. */
  failing: string | undefined;
  private readonly secrets = new Map<string, Bytes>();
  private readonly pairs = new Map<string, Promise<CryptoKeyPair>>();

  constructor(private readonly options: FakeOptions = {}) {}

  /** The passkeys are gone, as on another device. */
  forget(): void {
    this.secrets.clear();
  }

  /** The same passkeys, which answer something else: another authenticator behind the same ids. */
  swap(): void {
    for (const id of this.secrets.keys()) {
      this.secrets.set(id, randomBytes(32));
      this.pairs.set(id, newPasskeyPair());
    }
  }

  readonly create = async (options?: CredentialCreationOptions): Promise<Credential> => {
    const publicKey = options?.publicKey as PublicKeyCredentialCreationOptions; // the code asks for no other
    this.created.push(publicKey);
    const known = publicKey.excludeCredentials?.map(({ id }) => toBase64(bytesOf(id))) ?? [];
    this.ensureNotFailing(known.some((id) => this.secrets.has(id)) ? 'InvalidStateError' : '');
    const id = randomBytes(16);
    const secret = randomBytes(32);
    this.secrets.set(toBase64(id), secret);
    const pair = newPasskeyPair();
    this.pairs.set(toBase64(id), pair);
    const spki = await spkiOf(await pair);
    const { hasPrf = true, answersAtOnce = true, attachment = 'platform', isCopied } = this.options;
    const flags = isCopied ? 0x5d : 0x45;
    const first = await prf(secret, publicKey.extensions?.prf?.eval?.first as Bits);
    return {
      rawId: id.buffer,
      authenticatorAttachment: attachment,
      response: {
        getAuthenticatorData: () => Uint8Array.from({ length: 37 }, () => flags).buffer,
        getPublicKey: () => (this.options.tellsKey === false ? null : spki.buffer),
        getPublicKeyAlgorithm: () => -7,
        getTransports: () => (attachment === 'platform' ? ['internal'] : ['usb']),
      },
      getClientExtensionResults: () => ({
        prf: { enabled: hasPrf, ...(hasPrf && answersAtOnce ? { results: { first } } : {}) },
      }),
    } as unknown as Credential; // as much of one as is read
  };

  readonly get = async (options?: CredentialRequestOptions): Promise<Credential> => {
    const publicKey = options?.publicKey as PublicKeyCredentialRequestOptions;
    this.asked.push(publicKey);
    const allowed = publicKey.allowCredentials?.map(({ id }) => toBase64(bytesOf(id))) ?? [];
    const id = allowed.find((each) => this.secrets.has(each));
    const secret = this.secrets.get(id ?? '');
    this.ensureNotFailing(secret ? '' : 'NotAllowedError');
    const first = await prf(secret ?? utf8(''), publicKey.extensions?.prf?.eval?.first as Bits);
    const pair = await this.pairs.get(id ?? '');
    const challenge = bytesOf(publicKey.challenge as Bits);
    const { flags = checkedThePerson } = this.options;
    const site = publicKey.rpId ?? '';
    const answer = pair && (await touched({ pair, challenge, site, flags }));
    return {
      response: {
        authenticatorData: answer?.authenticatorData.buffer,
        clientDataJSON: answer?.clientData.buffer,
        signature: answer?.signature.buffer,
      },
      rawId: Uint8Array.from(atob(id ?? ''), (char) => char.charCodeAt(0)).buffer,
      getClientExtensionResults: () =>
        this.options.hasPrf === false ? {} : { prf: { results: { first } } },
    } as unknown as Credential;
  };

  private ensureNotFailing(otherwise: string): void {
    const name = this.failing ?? otherwise;
    this.failing = undefined;
    if (name) throw new DOMException('as a browser says it', name);
  }
}
