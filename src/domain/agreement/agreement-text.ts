import canonicalize from 'canonicalize';
import { assert } from '#domain/assert.ts';
import { Agreement } from '#domain/records/agreement.ts';
import { hasLoneSurrogate } from '#domain/records/child-record.ts';

/**
 * What is about the record and not agreed in it: signatures, reviews, what replaced it, when it was
 * saved. References too: the id says which agreement it is, and another device may know the two people
 * by other references.
 */
const notAgreed = new Set([
  'superviseeRef',
  'supervisorRef',
  'supervisorSignedBy',
  'supervisorSignedAt',
  'supervisorSignedHash',
  'supervisorSignedText',
  'reviews',
  'replacedById',
  'createdAt',
  'createdBy',
  'savedAt',
  'clashes',
]);

const isEmpty = (value: unknown): boolean =>
  value === '' ||
  value === false ||
  value === undefined ||
  (Array.isArray(value) && value.length === 0);

/** Every field that both agree to, and that says anything. */
export function agreedEntries(agreement: Agreement): readonly (readonly [string, unknown])[] {
  return Object.entries(agreement).filter(
    // AGREE6: an empty field is as good as none, so that one added by a later version voids no signature.
    ([key, value]) => !notAgreed.has(key) && !isEmpty(value),
  );
}

/** Half of a two-part character anywhere in it: such a text has no canonical form (FIN6). */
export function isBroken(value: unknown): boolean {
  if (typeof value === 'string') return hasLoneSurrogate(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(isBroken);
}

/**
 * The text that both sign (AGREE6): canonical JSON, RFC 8785, the same on both devices. Undefined where
 * it holds a character that cannot be stored in one; such a text is signed by nobody.
 */
export function sharedTextOf(agreement: Agreement): string | undefined {
  const agreed = agreedEntries(agreement);
  if (agreed.some(([, value]) => isBroken(value))) return undefined;
  const text = canonicalize(Object.fromEntries(agreed));
  assert(text, `agreement ${agreement.id} has no canonical form`);
  return text;
}

const ownKeys = new Set([...Object.keys(Agreement.shape), 'clashes']);

/** Design section 3: nobody signs a record whose schema is newer than their app. */
export const isFromNewerVersion = (agreement: Agreement): boolean =>
  agreedEntries(agreement).some(([key]) => !ownKeys.has(key));
