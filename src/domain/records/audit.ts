import * as z from 'zod/mini';
import { RecordId } from '#domain/ids.ts';

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
  ]),
  recordId: z._default(z.string(), ''),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
