import * as z from 'zod/mini';
import { RecordId } from '#domain/ids.ts';
import { typed } from './typed.ts';

/** Who did what to keys, copies and files, and when. Never content. */
export const AuditEntry = z.looseObject({
  id: RecordId,
  at: z.string(),
  by: z.string(),
  what: z.enum([
    'copied',
    'printed',
    'backedUp',
    'restored',
    'passphraseChanged',
    'passkeyAdded',
    'passkeyRemoved',
    'handoverMade',
    'handoverTakenIn',
    'handoverAccepted',
    'superviseeRemoved',
    'exported',
    'exportTakenIn',
    'recordsRemoved',
  ]),
  recordId: z._default(z.string(), ''),
  /** Of files that left or came in: what kind, for which purpose (a code of ours), and how many. */
  about: z.optional(z.looseObject({ kind: typed, purpose: typed, records: z.number() })),
  /** Ids of signatures that came in a file anybody could have made: their key is not known by them. */
  unvouched: z.optional(z.array(z.string())),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
