import type { Net } from './net.ts';

/** A network that has not answered by then is one that does not. */
const TIMEOUT_MS = 30_000;

/** Requests to one endpoint, without cookies and without a copy in the browser's cache. */
export const fetchNet =
  (origin: string): Net =>
  async ({ method, path, headers, body }) => {
    const answer = await fetch(`${origin}${path}`, {
      ...{ method, headers, ...(body === undefined ? {} : { body }) },
      ...{
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return {
      status: answer.status,
      retryAfter: answer.headers.get('Retry-After') ?? '',
      text: await answer.text(),
    };
  };
