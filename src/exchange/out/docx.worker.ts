import type { PrintDocument } from '#exchange/print/document.ts';
import { docxOf } from './docx.ts';

/** Makes Word files off the page's thread: one takes a frame or two, and a batch is hundreds. */
addEventListener('message', ({ data }: MessageEvent<PrintDocument>) => {
  docxOf(data).then(
    (bytes) => postMessage(bytes, { transfer: [bytes.buffer] }),
    // Its kind and never its words: they could hold a text of the record.
    (cause: unknown) => postMessage(cause instanceof Error ? cause.name : 'Error'),
  );
});
