import { download } from '#exchange/download.ts';
import type { Bytes } from '#vault/bytes.ts';

/** A file that is being written. Nothing of it is there before `close`. */
export interface FileSink {
  readonly write: (chunk: Bytes) => Promise<void>;
  readonly close: () => Promise<void>;
  readonly abort: () => Promise<void>;
}

interface FileKind {
  readonly fileName: string;
  readonly type: string;
}

/** What browsers that can stream to disk have, and the type library does not know yet. */
type ShowSaveFilePicker = (options: {
  suggestedName: string;
}) => Promise<{ createWritable: () => Promise<FileSystemWritableFileStream> }>;

/**
 * A place for a file: where the browser asks for one it is written piece by piece to a temporary file, else
 * gathered and handed to the browser at the end. Called by a click, before anything else is awaited.
 * Undefined where the person closed the question.
 */
export async function placeForFile({ fileName, type }: FileKind): Promise<FileSink | undefined> {
  const { showSaveFilePicker } = window as { showSaveFilePicker?: ShowSaveFilePicker };
  if (!showSaveFilePicker) return gathered({ fileName, type });
  try {
    const handle = await showSaveFilePicker.call(window, { suggestedName: fileName });
    return streamed(await handle.createWritable());
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') return undefined;
    // A policy of the device or a folder that is not writable: the browser's own download is left.
    console.warn('the file could not be written where it was asked for', cause);
    return gathered({ fileName, type });
  }
}

const streamed = (file: FileSystemWritableFileStream): FileSink => ({
  write: (chunk) => file.write(chunk),
  close: () => file.close(),
  abort: () => file.abort(),
});

function gathered({ fileName, type }: FileKind): FileSink {
  const chunks: Bytes[] = [];
  return {
    write: async (chunk) => {
      chunks.push(chunk);
    },
    close: async () => download(fileName, new Blob(chunks, { type })),
    abort: async () => {
      chunks.length = 0;
    },
  };
}
