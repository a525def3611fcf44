import type { OutFile } from '#domain/out/kinds.ts';
import type { Purpose } from '#domain/out/purposes.ts';
import { noteExport } from '#storage/audit-files.ts';
import { closeSitting } from '#storage/signing/sitting.ts';
import { sittingUntilMs } from '#storage/signing/sitting-clock.ts';
import type { Workspace } from '#storage/workspace.ts';
import type { BatchControls } from './make-batch.ts';
import { Cancelled } from './pace.ts';
import { type FileSink, placeForFile } from './save-to-disk.ts';

/** A file that is about to be made: what it is called, and what is noted of it. */
export interface OutgoingFile {
  readonly fileName: string;
  readonly type: string;
  readonly kind: OutFile | 'everything' | 'accessPack' | 'keptTexts';
  readonly records: number;
  readonly write: (sink: FileSink, controls: BatchControls) => Promise<unknown>;
}

export type LetOut =
  | { readonly outcome: 'saved' }
  /** Nobody proved who they are, or it is too long ago. */
  | { readonly outcome: 'notAsked' }
  /** The person closed the browser's question where to. */
  | { readonly outcome: 'closed' }
  | { readonly outcome: 'cancelled' }
  | { readonly outcome: 'failed' };

interface LettingOut extends BatchControls {
  readonly purpose: Purpose;
  /** In bulk or of the supervision file each time; one child's record goes with a sitting. */
  readonly asks: 'sitting' | 'eachTime';
  readonly place?: typeof placeForFile;
}

/**
 * OUT8: the one way by which records leave in a file. It asks whether a sitting is open at the moment they
 * leave, ends it where each file asks for its own, and notes what left before the file is there: what cannot
 * be noted does not leave. Called by a click, before anything is awaited: browsers ask for that.
 */
export async function letOut(
  workspace: Workspace,
  file: OutgoingFile,
  { purpose, asks, place = placeForFile, ...controls }: LettingOut,
): Promise<LetOut> {
  if (sittingUntilMs(workspace) === undefined) return { outcome: 'notAsked' };
  const sink = await place(file);
  if (!sink) return { outcome: 'closed' };
  if (asks === 'eachTime') closeSitting(workspace);
  try {
    await file.write(sink, controls);
    await noteExport(workspace, { kind: file.kind, purpose, records: file.records });
    await sink.close();
    return { outcome: 'saved' };
  } catch (cause) {
    await sink.abort().catch(() => console.warn('what was begun of the file could not be removed'));
    if (cause instanceof Cancelled) return { outcome: 'cancelled' };
    console.warn('the file was not made', cause);
    return { outcome: 'failed' };
  }
}
