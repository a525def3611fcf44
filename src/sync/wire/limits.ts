/** Counted in bytes of UTF-8, of what is sent (design section 7; reference 1.1). */
export const PROTOCOL = 1;
/** The shape of the records that this app writes. An endpoint that knows more refuses nothing older. */
export const SCHEMA = 1;
export const MAX_BODY_BYTES = 1024 * 1024;
export const MAX_RECORD_BYTES = 768 * 1024;
export const MAX_MUTATIONS = 100;
export const MAX_PAGE = 500;
export const MAX_GET = 200;

/** Whether a text is longer than so many bytes: a unit of it takes three at most, so most need no counting. */
export const isLonger = (text: string, bytes: number): boolean =>
  3 * text.length > bytes && new TextEncoder().encode(text).length > bytes;
