import { scriptUrl } from '#vault/script-url.ts';
import type { CaseloadRequest, Look } from './answer-request.ts';
import workerUrl from './caseload.worker.ts?worker&url';
import { partsJoiner, type WorkerMessage } from './caseload-parts.ts';
import type { ImportedCaseload } from './imported-caseload.ts';
import type { Progress } from './read-table.ts';

export type Outcome<T> =
  | { readonly outcome: 'read'; readonly result: T }
  | { readonly outcome: 'cancelled' }
  /** The browser could not read a file (moved, or open elsewhere), or it ran out of memory. */
  | { readonly outcome: 'failed'; readonly reason: string };

export interface ReadControls {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** Shows the columns and the kind of some files. Reads only their beginnings. */
export function lookInWorker(
  request: Omit<Extract<CaseloadRequest, { kind: 'look' }>, 'kind'>,
  controls: ReadControls = {},
): Promise<Outcome<Look>> {
  return inWorker<Look>({ kind: 'look', ...request }, controls);
}

/** Reads caseload files off the main thread. Aborting ends the worker at once. */
export function readInWorker(
  request: Exclude<CaseloadRequest, { kind: 'look' }>,
  controls: ReadControls = {},
): Promise<Outcome<ImportedCaseload>> {
  return inWorker<ImportedCaseload>(request, controls);
}

async function inWorker<T extends Look | ImportedCaseload>(
  request: CaseloadRequest,
  { onProgress, signal }: ReadControls,
): Promise<Outcome<T>> {
  if (signal?.aborted) return { outcome: 'cancelled' };
  const worker = new Worker(scriptUrl(workerUrl), { type: 'module' });
  const listening = new AbortController();
  try {
    return await new Promise<Outcome<T>>((resolve) => {
      const join = partsJoiner();
      const onAbort = () => resolve({ outcome: 'cancelled' });
      signal?.addEventListener('abort', onAbort, { once: true, signal: listening.signal });
      worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
        if (data.kind === 'progress') onProgress?.(data.progress);
        if (data.kind === 'failed') resolve({ outcome: 'failed', reason: data.reason });
        const result = join(data);
        // A look is answered with a look and a read with a caseload: `answerRequest` sees to it.
        if (result) resolve({ outcome: 'read', result: result as T });
      };
      worker.onerror = () => resolve({ outcome: 'failed', reason: 'WorkerError' });
      worker.postMessage(request);
    });
  } finally {
    worker.terminate();
    listening.abort();
  }
}
