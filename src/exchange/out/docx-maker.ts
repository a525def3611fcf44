import type { PrintDocument } from '#exchange/print/document.ts';
import type { Bytes } from '#vault/bytes.ts';
import { scriptUrl } from '#vault/script-url.ts';
import workerUrl from './docx.worker.ts?worker&url';

/** Makes one Word file after the other. `end` lets the worker go. */
export interface DocxMaker {
  readonly make: (document: PrintDocument) => Promise<Bytes>;
  readonly end: () => void;
}

/** In a worker, begun with the first file that is asked for. */
export function docxMaker(): DocxMaker {
  let worker: Worker | undefined;
  return {
    make: (document) => {
      worker ??= new Worker(scriptUrl(workerUrl), { type: 'module' });
      return answerOf(worker, document);
    },
    end: () => worker?.terminate(),
  };
}

const answerOf = (worker: Worker, document: PrintDocument): Promise<Bytes> =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Bytes | string>) => {
      if (typeof data === 'string') reject(new Error(`the Word file was not made: ${data}`));
      else resolve(data);
    };
    worker.onerror = () => reject(new Error('the worker for Word files did not start'));
    worker.postMessage(document);
  });
