import type { StaffRef } from '#domain/ids.ts';
import type { ReadHandoverFile } from '#exchange/handover/handover-file-form.tsx';
import type { CoverAsked } from '#exchange/handover/make-cover.ts';
import type { MadeHandover } from '#exchange/handover/make-handover.ts';

/** What the app hands to these pages: sealing and opening need the key maker, which is not theirs. */
export interface HandoverCommands {
  readonly make: (otherRef: string) => Promise<MadeHandover>;
  readonly handOver: (superviseeRef: StaffRef, noteId: string) => Promise<MadeHandover>;
  readonly cover: (cover: CoverAsked) => Promise<MadeHandover>;
  readonly coverBack: (coveredRef: StaffRef) => Promise<MadeHandover>;
  readonly read: ReadHandoverFile;
}
