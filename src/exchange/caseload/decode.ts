export type Encoding = 'UTF-8' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252';

/** How a table was written, for a person to know. */
export type WrittenAs = Encoding | 'Excel workbook';

export interface Marked {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark at the start. */
  readonly markLength: number;
}

/** Half of the bytes of Western text in UTF-16 are zero; of any other text, none. */
const enoughZeros = 0.3;

/**
 * The encoding as the first bytes of a file show it. UTF-8 is assumed until a byte proves otherwise:
 * then the file is Windows-1252, which can be any bytes at all.
 */
export function guessEncoding(start: Uint8Array): Marked {
  const [a, b, c] = start;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'UTF-8', markLength: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'UTF-16 LE', markLength: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'UTF-16 BE', markLength: 2 };
  const zeros = [0, 0];
  for (const [i, byte] of start.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > start.length * enoughZeros && even < odd / 10)
    return { encoding: 'UTF-16 LE', markLength: 0 };
  if (even > start.length * enoughZeros && odd < even / 10)
    return { encoding: 'UTF-16 BE', markLength: 0 };
  return { encoding: 'UTF-8', markLength: 0 };
}

/** Where Windows-1252 differs from ISO 8859-1, whose control codes some decoders give instead. */
const between80and9f = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const c1 = /[\x80-\x9f]/g;

const labels = {
  'UTF-8': 'utf-8',
  'UTF-16 LE': 'utf-16le',
  'UTF-16 BE': 'utf-16be',
  'Windows-1252': 'windows-1252',
} as const;

export interface SliceDecoder {
  /** Throws TypeError where the bytes are not UTF-8; other encodings never fail. */
  decode(bytes: Uint8Array, isLast: boolean): string;
}

/** Decodes a file in slices: a letter cut in two by a slice comes with the next one. */
export function sliceDecoder(encoding: Encoding): SliceDecoder {
  // The mark is skipped by the reader, so a second one inside the file stays text.
  const decoder = new TextDecoder(labels[encoding], {
    fatal: encoding === 'UTF-8',
    ignoreBOM: true,
  });
  return {
    decode(bytes, isLast) {
      const text = decoder.decode(bytes, { stream: !isLast });
      if (encoding !== 'Windows-1252') return text;
      return text.replace(c1, (char) => between80and9f[char.charCodeAt(0) - 0x80] ?? char);
    },
  };
}

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

/** A whole file at once, saying in which encoding it was. Never fails: Windows-1252 reads any bytes. */
export function decode(bytes: Uint8Array): Decoded {
  const { encoding, markLength } = guessEncoding(bytes.subarray(0, 4096));
  const body = bytes.subarray(markLength);
  try {
    return { text: sliceDecoder(encoding).decode(body, true), encoding };
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    return { text: sliceDecoder('Windows-1252').decode(bytes, true), encoding: 'Windows-1252' };
  }
}
