/** Counted in bytes of UTF-8, of what is sent (design section 7; reference 1.1). */
export const PROTOCOL = 1;
/** The shape of the records that this app writes. An endpoint that knows more refuses nothing older. */
export const SCHEMA = 1;
export const MAX_BODY_BYTES = 1024 * 1024;
export const MAX_RECORD_BYTES = 768 * 1024;
export const MAX_MUTATIONS = 100;
export const MAX_PAGE = 500;
export const MAX_GET = 200;
