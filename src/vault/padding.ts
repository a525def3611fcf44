import { assert } from '#domain/assert.ts';
import type { Bytes } from './bytes.ts';

const steps = [512, 1024, 2048, 4096, 8192];
const HEADER = 4;

/** Size buckets (security.md 2.2): the length of a row tells no more than roughly how long it is. */
export function bucketFor(length: number): number {
  const last = steps[steps.length - 1] ?? 8192;
  return steps.find((step) => step >= length) ?? Math.ceil(length / last) * last;
}

/** Four bytes of length, the body, zeros up to the bucket. */
export function pad(body: Uint8Array): Bytes {
  const padded = new Uint8Array(bucketFor(body.length + HEADER));
  new DataView(padded.buffer).setUint32(0, body.length);
  padded.set(body, HEADER);
  return padded;
}

export function unpad(padded: Uint8Array): Uint8Array {
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  assert(length + HEADER <= padded.length, 'padded body is shorter than it says');
  return padded.subarray(HEADER, HEADER + length);
}
