import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decode, guessEncoding, sliceDecoder } from './decode.ts';

const name = 'Zoë Łukasz, Renée – “ok”';
const utf8 = new TextEncoder().encode(name);
const utf16 = (text: string, mark: boolean, bigEndian: boolean) => {
  const units = [...(mark ? [0xfeff] : []), ...Array.from(text, (_, i) => text.charCodeAt(i))];
  return new Uint8Array(
    units.flatMap((unit) => (bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])),
  );
};
const western = (text: string) =>
  new Uint8Array(
    Array.from(text, (char) => ({ '“': 0x93, '”': 0x94, '€': 0x80 })[char] ?? char.charCodeAt(0)),
  );

it('UTF-8 with a mark and without, which is not part of the text', () => {
  expect(decode(utf8)).toEqual({ text: name, encoding: 'UTF-8' });
  expect(decode(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]))).toEqual({
    text: name,
    encoding: 'UTF-8',
  });
});

it('UTF-16 in either order of bytes, with a mark and without', () => {
  const text = 'Reference,Name\r\n1001,Zoë Łukasz\r\n';
  for (const mark of [true, false])
    for (const big of [true, false])
      expect(decode(utf16(text, mark, big))).toEqual({
        text,
        encoding: big ? 'UTF-16 BE' : 'UTF-16 LE',
      });
});

it('Windows-1252 where the bytes are not UTF-8, with its own quotation marks', () => {
  expect(decode(western('Zoë “Z” Stone, 5 €'))).toEqual({
    text: 'Zoë “Z” Stone, 5 €',
    encoding: 'Windows-1252',
  });
});

it('a control character of zero in a name does not make a file UTF-16', () => {
  expect(guessEncoding(new TextEncoder().encode('Reference,Name\n1,A\u0000my\n')).encoding).toBe(
    'UTF-8',
  );
});

it('any bytes decode to something', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(typeof decode(new Uint8Array(bytes)).text).toBe('string');
    }),
  );
});

it('in slices of any size the text is the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 7 }), (text, size) => {
      const bytes = new TextEncoder().encode(text);
      const decoder = sliceDecoder('UTF-8');
      let read = '';
      for (let at = 0; at < bytes.length; at += size)
        read += decoder.decode(bytes.slice(at, at + size), at + size >= bytes.length);
      expect(read).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
    }),
  );
});
