import { type Bytes, randomBytes } from './bytes.ts';

/** Crockford's base32: no I, L, O or U, so that a key read aloud or off paper comes back the same. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BYTES = 16;
const CHECK_CHARS = 2;
const GROUP = 4;

/** 128 random bits. */
export const newRecoverySecret = (): Bytes => randomBytes(BYTES);

/** Seven groups of four: 26 characters of key and 2 of checksum. */
export function formatRecoveryKey(secret: Uint8Array): string {
  const text = encode(secret) + checksum(secret);
  return text.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? text;
}

export type RecoveryKeyRead =
  | { readonly outcome: 'read'; readonly secret: Bytes }
  | { readonly outcome: 'unreadable'; readonly reason: string };

/** Reads a key as people type it: any case, spaces or hyphens, O for 0, I or L for 1. */
export function readRecoveryKey(typed: string): RecoveryKeyRead {
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const expected = Math.ceil((BYTES * 8) / 5) + CHECK_CHARS;
  const unknown = [...text].find((char) => !ALPHABET.includes(char));
  if (unknown) return { outcome: 'unreadable', reason: `A recovery key has no “${unknown}” in it` };
  if (text.length !== expected) {
    return {
      outcome: 'unreadable',
      reason: `A recovery key has ${expected} letters and numbers; this has ${text.length}`,
    };
  }
  const secret = decode(text.slice(0, -CHECK_CHARS));
  if (encode(secret) + checksum(secret) !== text) {
    return {
      outcome: 'unreadable',
      reason: 'One or more characters of the recovery key are wrong',
    };
  }
  return { outcome: 'read', secret };
}

function encode(bytes: Uint8Array): string {
  let bits = 0;
  let value = 0;
  let out = '';
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      out += ALPHABET[(value >>> (bits - 5)) & 31];
      bits -= 5;
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? out + ALPHABET[(value << (5 - bits)) & 31] : out;
}

function decode(text: string): Bytes {
  const bytes = new Uint8Array(BYTES);
  let bits = 0;
  let value = 0;
  let at = 0;
  for (const char of text) {
    value = (value << 5) | ALPHABET.indexOf(char);
    bits += 5;
    if (bits >= 8 && at < BYTES) {
      bytes[at++] = (value >>> (bits - 8)) & 255;
      bits -= 8;
    }
    value &= (1 << bits) - 1;
  }
  return bytes;
}

/** Weighted sum mod 1021 (the largest prime under 32²): finds every single wrong or swapped character. */
function checksum(secret: Uint8Array): string {
  let sum = 0;
  const chars = encode(secret);
  for (let i = 0; i < chars.length; i++) sum += (i + 1) * ALPHABET.indexOf(chars[i] ?? '0');
  const check = sum % 1021;
  return `${ALPHABET[check >>> 5]}${ALPHABET[check & 31]}`;
}
