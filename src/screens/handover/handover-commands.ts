import type { ReadHandoverFile } from '#exchange/handover/handover-file-form.tsx';
import type { MadeHandover } from '#exchange/handover/make-handover.ts';

/** What the app hands to these pages: sealing and opening need the key maker, which is not theirs. */
export interface HandoverCommands {
  readonly make: (otherRef: string) => Promise<MadeHandover>;
  readonly read: ReadHandoverFile;
}
