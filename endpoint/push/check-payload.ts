import { createHash } from 'node:crypto';
import { type CollectionName, collectionNames } from '#domain/collections.ts';
import { headerOf, type RecordHeader } from '#domain/record-header.ts';
import { recordSchemas } from '#domain/records/every-schema.ts';
import { MAX_RECORD_BYTES, SCHEMA } from '#sync/wire/limits.ts';
import type { Mutation, refusals } from '#sync/wire/push.ts';

export interface Refusal {
  readonly outcome: 'refuse';
  readonly code: (typeof refusals)[number];
  /** For a person. Says where it is wrong and never what stands there. */
  readonly message: string;
}

export interface CheckedPayload {
  readonly outcome: 'checked';
  readonly header: RecordHeader;
  readonly body: Readonly<Record<string, unknown>>;
  readonly bytes: number;
}

export const refuse = (code: Refusal['code'], message: string): Refusal => ({
  outcome: 'refuse',
  code,
  message,
});

/** SRV4: what is stored under an id is a record of its type, whole, and the bytes that were sent. */
export function checkPayload(mutation: Mutation): CheckedPayload | Refusal {
  const { payload, payloadHash, payloadSchema, type, recordId } = mutation;
  if (payload === null) return refuse('not_a_record', 'There is no text to store.');
  const bytes = Buffer.byteLength(payload);
  if (bytes > MAX_RECORD_BYTES) return refuse('too_large', 'The record is larger than 768 KB.');
  // A lone half of a character would be stored as another one.
  if (!isWhole(payload)) return refuse('not_a_record', 'The text holds half of a character.');
  if (sha256(payload) !== payloadHash)
    return refuse('hash_mismatch', 'The text is not the one that its hash was made of.');
  if (payloadSchema > SCHEMA)
    return refuse('newer_schema', 'It was written by an app that is newer than the endpoint.');
  const body = objectIn(payload);
  if (body === undefined || !isCollection(type))
    return refuse('not_a_record', 'It is not a record that the endpoint knows.');
  if ('id' in body && body.id !== recordId)
    return refuse('not_a_record', 'The record has another id than the change.');
  const wrong = recordSchemas[type].safeParse(body).error?.issues[0];
  if (wrong) return refuse('not_a_record', `Of ${type}, "${pathOf(wrong.path)}" is not right.`);
  const header = headerOf(type, body);
  if (header === undefined) return refuse('not_a_record', `${type} is not sent.`);
  return { outcome: 'checked', header, body, bytes };
}

const names: readonly string[] = collectionNames;
export const isCollection = (type: string): type is CollectionName => names.includes(type);

const isWhole = (text: string) =>
  !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** Keys of a map that people fill are not said: only names of fields and numbers of items. */
const pathOf = (path: readonly PropertyKey[]) => String(path[0] ?? 'the record');

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Readonly<Record<string, unknown>>) : undefined; // just looked at
  } catch {
    return undefined; // not JSON: said as "not a record"
  }
}
