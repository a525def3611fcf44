import workerUrl from './argon2.worker.ts?worker&url';
import { type Argon2Params, ensureSafeParams } from './argon2-params.ts';
import type { Bytes } from './bytes.ts';
import { scriptUrl } from './script-url.ts';

/** The same 32 bytes as `deriveFromPassphrase`, off the main thread. The worker ends with its answer. */
export async function deriveInWorker(passphrase: string, params: Argon2Params): Promise<Bytes> {
  ensureSafeParams(params); // here too: an error from a worker would lose its reason
  const worker = new Worker(scriptUrl(workerUrl), { type: 'module' });
  try {
    return await new Promise<Bytes>((resolve, reject) => {
      worker.onmessage = (event: MessageEvent<{ bytes?: Bytes; error?: string }>) => {
        if (event.data.bytes) resolve(event.data.bytes);
        else reject(new Error(event.data.error ?? 'argon2id worker gave no answer'));
      };
      worker.onerror = (event) => reject(new Error(`argon2id worker failed: ${event.message}`));
      worker.postMessage({ passphrase, params });
    });
  } finally {
    worker.terminate();
  }
}
