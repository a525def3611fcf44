import * as z from 'zod/mini';
import type { OutboxRow, Row, Version } from '#storage/db.ts';
import { type Bytes, fromBase64, toBase64 } from '#vault/bytes.ts';
import type { Slot } from '#vault/slots.ts';

/**
 * [Note: The backup file] One JSON text a line: a header with the recovery key's slot, then every row
 * as it is sealed in the database, then an end line sealed under the same key with the number of lines
 * and their hash. The recovery key opens it and nothing else does; no passphrase slot is in it. A line
 * changed, moved, missing or added is found before anything is written.
 */
export const BACKUP_FORMAT = 'footprint-backup';
export const BACKUP_VERSION = 1;

export type RecoverySlot = Extract<Slot, { type: 'recovery' }>;

const bytes = z.pipe(
  z.string(),
  z.transform((text, context) => {
    const decoded = fromBase64(text);
    if (!decoded) context.issues.push({ code: 'custom', message: 'not base64', input: text });
    return decoded ?? (new Uint8Array(0) as Bytes); // refused by the issue above
  }),
);

/** What every version's first line has: a newer one may differ in all the rest. */
const Format = z.object({ format: z.literal(BACKUP_FORMAT), version: z.number() });

const Header = z.object({
  ...Format.shape,
  vaultId: z.uuid(),
  slot: z.object({ id: z.string(), salt: z.string(), iv: bytes, ct: bytes }),
});
export type BackupHeader = z.infer<typeof Header>;

const sealed = { kid: z.number(), iv: bytes, ct: bytes };
const place = { id: z.string(), c: z.number(), v: z.number() };
const Line = z.discriminatedUnion('t', [
  z.object({ t: z.literal('row'), ...place, rev: z.nullable(z.number()), ...sealed }),
  z.object({
    t: z.literal('version'),
    ...place,
    why: z.enum(['base', 'sent', 'left', 'timer', 'replaced', 'final', 'beside']),
    ...sealed,
  }),
  z.object({
    t: z.literal('outbox'),
    id: z.string(),
    mutationId: z.string(),
    state: z.enum(['waiting', 'sending', 'clash', 'refused']),
    again: z.literal([0, 1]),
    ...sealed,
  }),
]);

const End = z.object({ t: z.literal('end'), ...sealed });
export type BackupEnd = z.infer<typeof End>;

export interface BackupRows {
  readonly rows: readonly Row[];
  readonly versions: readonly Version[];
  readonly outbox: readonly OutboxRow[];
}

const sealedText = ({ kid, iv, ct }: { kid: number; iv: Bytes; ct: Bytes }) => ({
  kid,
  iv: toBase64(iv),
  ct: toBase64(ct),
});

export function headerLine(vaultId: string, { id, salt, iv, ct }: RecoverySlot): string {
  const slot = { id, salt, iv: toBase64(iv), ct: toBase64(ct) };
  return JSON.stringify({ format: BACKUP_FORMAT, version: BACKUP_VERSION, vaultId, slot });
}

export function* bodyLines({ rows, versions, outbox }: BackupRows): Generator<string> {
  for (const { id, c, v, rev, ...row } of rows) {
    yield JSON.stringify({ t: 'row', id, c, v, rev, ...sealedText(row) });
  }
  for (const { id, c, v, why, ...row } of versions) {
    yield JSON.stringify({ t: 'version', id, c, v, why, ...sealedText(row) });
  }
  for (const { id, mutationId, state, again, ...row } of outbox) {
    yield JSON.stringify({ t: 'outbox', id, mutationId, state, again, ...sealedText(row) });
  }
}

export const endLine = (end: { kid: number; iv: Bytes; ct: Bytes }): string =>
  JSON.stringify({ t: 'end', ...sealedText(end) });

export type ReadBackup =
  | {
      readonly outcome: 'read';
      readonly header: BackupHeader;
      readonly rows: BackupRows;
      readonly end: BackupEnd;
      /** Everything the end line vouches for: each line before it, with its line break. */
      readonly body: string;
      readonly lineCount: number;
    }
  | { readonly outcome: 'unreadable'; readonly reason: string };

const nothingChanged = 'Nothing on this device has been changed.';

/** Reads the file's shape. What is sealed is not opened here. */
export function readBackup(text: string): ReadBackup {
  const lines = text.split('\n').filter((line) => line !== '');
  const format = parseLine(lines[0], Format);
  if (!format) {
    return unreadable(
      'This file is not a Footprint backup. Choose a file that ends in .footprint.',
    );
  }
  if (format.version > BACKUP_VERSION) {
    return unreadable(
      'This backup was made by a newer version of Footprint. Update Footprint first.',
    );
  }
  const header = parseLine(lines[0], Header);
  if (!header) {
    return unreadable(
      'This backup is damaged: its first line cannot be read. Choose another copy.',
    );
  }
  const end = parseLine(lines.at(-1), End);
  if (!end) return unreadable('This backup is cut short: its end is missing. Choose another copy.');

  const rows: Row[] = [];
  const versions: Version[] = [];
  const outbox: OutboxRow[] = [];
  for (const line of lines.slice(1, -1)) {
    const read = parseLine(line, Line);
    if (!read)
      return unreadable('This backup is damaged: a line cannot be read. Choose another copy.');
    const { t, ...row } = read;
    if (t === 'row')
      rows.push(row as Row); // each by its own tag
    else if (t === 'version') versions.push(row as Version);
    else outbox.push(row as OutboxRow);
  }
  const vouchedFor = lines.slice(0, -1);
  return {
    outcome: 'read',
    header,
    rows: { rows, versions, outbox },
    end,
    body: `${vouchedFor.join('\n')}\n`,
    lineCount: vouchedFor.length,
  };
}

export const unreadable = (reason: string) =>
  ({ outcome: 'unreadable', reason: `${reason} ${nothingChanged}` }) as const;

function parseLine<T extends z.ZodMiniType>(
  line: string | undefined,
  schema: T,
): z.infer<T> | undefined {
  try {
    const result = schema.safeParse(JSON.parse(line ?? ''));
    return result.success ? result.data : undefined;
  } catch {
    return undefined; // not JSON: an answer, since the file may be anything
  }
}
