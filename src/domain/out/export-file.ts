import * as z from 'zod/mini';
import type { CollectionName } from '#domain/collections.ts';

/**
 * [Note: The export file] Records as JSON, for another program or to be read in again. Each is its stored
 * text to the letter with the SHA-256 of it: a finished one is canonical JSON (RFC 8785) and is never
 * serialised again, so that hash and signature hold. It is not sealed: whoever has the file reads it.
 */
export const EXPORT_FORMAT = 'footprint-export';
export const EXPORT_VERSION = 1;

/** Of the list: who the records are about. An id of theirs is local to a device. */
export const exportedReference = [
  'staff',
  'children',
  'allocations',
  'priorDiscussions',
  'absences',
] as const satisfies readonly CollectionName[];

/** On the child's file. */
const ofChildFile = [
  'childRecords',
  'childEntries',
  'childStubs',
  'childAmendments',
  'childMarks',
  'childSignatures',
  'childActions',
  'childActionEvents',
  'decisions',
  'decisionRevisits',
  'childBroughtIn',
] as const satisfies readonly CollectionName[];

const ofStaffFile = [
  'sessions',
  'notes',
  'agreements',
  'responses',
  'groups',
  'observations',
  'monitoring',
  'cancellations',
  'entitlements',
  'staffActions',
  'staffActionEvents',
  'staffAmendments',
  'staffMarks',
  'staffStubs',
  'staffSignatures',
  'staffBroughtIn',
] as const satisfies readonly CollectionName[];

const working = [
  'discussions',
  'groupDiscussions',
  'preparations',
  'entryDrafts',
] as const satisfies readonly CollectionName[];

/**
 * What is of this device or this council alone: settings, how long things are kept, what went to and fro,
 * imports, rows that were not read, the audit; and the policy and bank holidays, which have files of their own.
 */
export const leftOutCollections = [
  'settings',
  'keeping',
  'unreadRows',
  'imports',
  'handovers',
  'handoverNotes',
  'exchanged',
  'profiles',
  'holidays',
  'audit',
] as const satisfies readonly CollectionName[];

/** All that goes out and comes back. */
export const exportedCollections = [
  ...exportedReference,
  ...ofChildFile,
  ...ofStaffFile,
  ...working,
] as const;
export type ExportedCollection = (typeof exportedCollections)[number];

const upTo = (length: number) => z.string().check(z.refine((text) => text.length <= length));

/** Parts of zod that are used before Home alone: another one would be fetched with it. */
export const ExportRow = z.object({
  collection: z.enum(exportedCollections),
  id: upTo(200).check(z.minLength(1)),
  /** Of the UTF-8 bytes of `text`, hex. */
  sha256: z.string().check(z.refine((text) => /^[0-9a-f]{64}$/.test(text))),
  text: z.string(),
});
export type ExportRow = z.infer<typeof ExportRow>;

const shortText = upTo(2_000);

const header = {
  format: z.literal(EXPORT_FORMAT),
  version: z.literal(EXPORT_VERSION),
  exportedAt: shortText,
  /** `everything` on a device, or some finished records of one file. */
  scope: z.enum(['everything', 'child', 'staff']),
  /** Of the example caseload: it is taken in nowhere. */
  synthetic: z.boolean(),
  /** Which records these were among, so that ids of the list can be told; '' where nothing of it is in. */
  vault: shortText,
  /** Who made it, by the reference that the records have for them. */
  madeBy: z.object({ ref: shortText, name: shortText }),
  /** A large export is several files. */
  part: z.object({ number: z.number(), of: z.number() }),
};
export const ExportHeader = z.object(header);
export type ExportHeader = z.infer<typeof ExportHeader>;

export const ExportFile = z.object({ ...header, records: z.array(ExportRow) });
export type ExportFile = z.infer<typeof ExportFile>;

/** A field that no export has makes it none. What is inside the text of a record is its own. */
export const hasOnlyKnownFields = (file: object): boolean =>
  sameShape(file, ExportFile.parse(file));

function sameShape(one: unknown, known: unknown): boolean {
  if (Array.isArray(one)) return one.every((each, at) => sameShape(each, (known as unknown[])[at]));
  if (typeof one !== 'object' || one === null) return true;
  const shape = known as Readonly<Record<string, unknown>>; // what was read of this very object
  return Object.entries(one).every(([key, each]) => key in shape && sameShape(each, shape[key]));
}

/** The file piece by piece, each record on a line of its own: nothing is held twice in memory. */
export function* exportPieces(of: ExportHeader, rows: readonly ExportRow[]): Generator<string> {
  yield `${JSON.stringify(of).slice(0, -1)},"records":[`;
  for (const [at, { collection, id, sha256, text }] of rows.entries())
    yield `${at === 0 ? '' : ','}\n${JSON.stringify({ collection, id, sha256, text })}`;
  yield '\n]}\n';
}
