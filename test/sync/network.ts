import type { Net } from '#sync/net.ts';

/** What happens to one request on its way. */
export const faults = [
  'none',
  'dropRequest',
  'dropAnswer',
  'sendTwice',
  'portal',
  'busy',
  'broken',
  'crashBefore',
  'crashAfter',
  'typeMeanwhile',
  'diskFails',
] as const;
export type Fault = (typeof faults)[number];

export type Fetch = (request: Request) => Response | Promise<Response>;

interface Happens {
  readonly fetch: Fetch;
  /** One for each request; none once they run out. */
  readonly faults: readonly Fault[];
  /** The person goes on typing while the request is on its way. */
  readonly type: () => Promise<void>;
  /** The process ends: nothing is done after it. */
  readonly crash: () => void;
  readonly failDisk: () => void;
}

/** The real endpoint, at the end of a network that does what it is told. */
export function networkTo({ fetch, faults: planned, type, crash, failDisk }: Happens): Net {
  const left = [...planned];
  let isDown = false;
  return async ({ method, path, headers, body }) => {
    const fault = left.shift() ?? 'none';
    const send = async () => {
      const init = { method, headers, ...(body === undefined ? {} : { body }) };
      const answer = await fetch(new Request(`http://endpoint.example${path}`, init));
      return {
        status: answer.status,
        retryAfter: answer.headers.get('Retry-After') ?? '',
        text: await answer.text(),
      };
    };
    if (fault.startsWith('crash')) {
      crash();
      isDown = true;
    }
    if (fault === 'crashAfter') await send();
    if (isDown) throw new TypeError('the process ended');
    if (fault === 'dropRequest') throw new TypeError('no network');
    if (fault === 'portal') return { status: 200, retryAfter: '', text: '<h1>Welcome</h1>' };
    if (fault === 'busy') return { status: 503, retryAfter: '1', text: '' };
    if (fault === 'broken') return { status: 500, retryAfter: '', text: '' };
    if (fault === 'typeMeanwhile') await type();
    const answer = await send();
    if (fault === 'sendTwice') return send();
    if (fault === 'diskFails') failDisk();
    if (fault === 'dropAnswer') throw new TypeError('the connection went');
    return answer;
  };
}
