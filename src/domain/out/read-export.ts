import { EXPORT_FORMAT, EXPORT_VERSION, ExportFile, hasOnlyKnownFields } from './export-file.ts';

/**
 * What a file may hold at most (reference/security.md 4.2). A record is at most 768 KB (design section 7),
 * in place of the 100 KB for one text: a finished text cannot be cut.
 */
export const exportLimits = {
  bytes: 10_000_000,
  records: 5_000,
  depth: 12,
  recordBytes: 768 * 1024,
  zipEntries: 50,
  zipBytes: 50_000_000,
  zipRatio: 100,
} as const;

export type ReadExport =
  | { readonly outcome: 'read'; readonly file: ExportFile }
  | { readonly outcome: 'unreadable'; readonly reason: string };

export const nothingChanged = 'Nothing on this device has been changed.';

export const unreadable = (reason: string) =>
  ({ outcome: 'unreadable', reason: `${reason} ${nothingChanged}` }) as const;

const notOurs = 'This is not a Footprint export. Choose a file that ends in .json.';

/** OUT5: the shape of a file, whatever is in it. Nothing is stored, and nothing of it is run. */
export function readExport(text: string): ReadExport {
  if (text.length > exportLimits.bytes) return unreadable('This file is larger than 10 MB.');
  const outer = parsed(text);
  if (outer.outcome === 'no') return unreadable(outer.reason || notOurs);
  const { format, version } = fieldsOf(outer.value);
  if (format !== EXPORT_FORMAT) return unreadable(notOurs);
  if (typeof version === 'number' && version > EXPORT_VERSION)
    return unreadable(
      'This file was made by a newer version of Footprint. Update Footprint first.',
    );
  const file = ExportFile.safeParse(outer.value);
  if (!file.success || !hasOnlyKnownFields(outer.value as object))
    // an object, or it were no export
    return unreadable('This file is damaged: part of it is not as it should be.');
  const { records } = file.data;
  if (records.length > exportLimits.records)
    return unreadable('This file holds more than 5,000 records.');
  for (const { text: record } of records) {
    if (record.length > exportLimits.recordBytes)
      return unreadable('A record in this file is larger than a record can be.');
    const inner = parsed(record);
    if (inner.outcome === 'no')
      return unreadable(inner.reason || 'This file is damaged: a record cannot be read.');
  }
  return { outcome: 'read', file: file.data };
}

type Parsed =
  | { readonly outcome: 'yes'; readonly value: unknown }
  /** '' where it is not JSON at all. */
  | { readonly outcome: 'no'; readonly reason: string };

function parsed(text: string): Parsed {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { outcome: 'no', reason: '' }; // an answer, since the file may be anything
  }
  const reason = refused(value);
  return reason === undefined ? { outcome: 'yes', value } : { outcome: 'no', reason };
}

const poison: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** Walked without recursion: a file of ten thousand brackets must not end the page. */
function refused(root: unknown): string | undefined {
  const left: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 1 }];
  for (let at = left.pop(); at; at = left.pop()) {
    const { value, depth } = at;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > exportLimits.depth) return 'This file is nested deeper than a record can be.';
    if (!Array.isArray(value) && Object.keys(value).some((key) => poison.includes(key)))
      return 'This file holds a name that no record has.';
    for (const each of Object.values(value)) left.push({ value: each, depth: depth + 1 });
  }
  return undefined;
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
