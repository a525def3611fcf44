import type { Net, NetAnswer, NetRequest } from '#sync/net.ts';

/** What happens to one request on its way. */
export const faults = [
  'none',
  'dropRequest',
  'dropAnswer',
  'sendTwice',
  /** Given up by who sent it; the endpoint has it after a later one. */
  'late',
  /** From here on there is no network in this cycle. */
  'partition',
  'portal',
  'signedOut',
  'busy',
  'broken',
  'crashBefore',
  'crashAfter',
  'typeMeanwhile',
  /** The disk fails at the next write of that. */
  'rowFails',
  'outboxFails',
  /** The browser closes the database under the page. */
  'connectionLost',
] as const;
export type Fault = (typeof faults)[number];

export type Fetch = (request: Request) => Response | Promise<Response>;
/** Requests that are on their way still. */
export type Late = (() => Promise<unknown>)[];

interface Happens {
  readonly fetch: Fetch;
  /** One for each request; none once they run out. */
  readonly faults: readonly Fault[];
  /** The person goes on typing while the request is on its way. */
  readonly type: () => Promise<void>;
  /** The process ends: nothing is done after it. */
  readonly crash: () => void;
  readonly failDisk: (table: 'rows' | 'outbox') => void;
  readonly loseConnection?: () => void;
  readonly late?: Late;
  /** What an app of another version reads. */
  readonly reads?: (text: string) => string;
  readonly isDead?: () => boolean;
  readonly meets?: (fault: Fault) => void;
}

/** The real endpoint, at the end of a network that does what it is told. */
export function networkTo(happens: Happens): Net {
  const { fetch, type, crash, failDisk, loseConnection, late = [], meets } = happens;
  const { reads = (text) => text, isDead = () => false } = happens;
  const left = [...happens.faults];
  let isDown = false;

  async function deliver({ method, path, headers, body }: NetRequest): Promise<NetAnswer> {
    const init = { method, headers, ...(body === undefined ? {} : { body }) };
    const answer = await fetch(new Request(`http://endpoint.example${path}`, init));
    return {
      status: answer.status,
      retryAfter: answer.headers.get('Retry-After') ?? '',
      text: reads(await answer.text()),
    };
  }

  return async (request) => {
    const fault = left.shift() ?? 'none';
    if (isDown || isDead()) throw new TypeError('nobody asks any more');
    meets?.(fault);
    const before = late.splice(0);
    const send = async () => {
      const answer = await deliver(request);
      for (const arrive of before.splice(0)) await arrive();
      return answer;
    };
    switch (fault) {
      case 'late':
        late.push(...before, () => deliver(request));
        throw new TypeError('no answer in time');
      case 'dropRequest':
      case 'partition':
        late.push(...before);
        isDown = fault === 'partition';
        throw new TypeError('no network');
      case 'crashBefore':
      case 'crashAfter':
        crash();
        isDown = true;
        if (fault === 'crashAfter') await send();
        throw new TypeError('the process ended');
      case 'portal':
        return { status: 200, retryAfter: '', text: '<h1>Welcome</h1>' };
      case 'busy':
        return { status: 503, retryAfter: '1', text: '' };
      case 'broken':
        return { status: 500, retryAfter: '', text: '' };
      case 'signedOut':
        return deliver({
          ...request,
          headers: { ...request.headers, Authorization: 'Bearer old' },
        });
      case 'sendTwice':
        await send();
        return send();
      case 'dropAnswer':
        await send();
        throw new TypeError('the connection went');
      case 'connectionLost':
        loseConnection?.();
        return send();
      case 'typeMeanwhile':
        await type();
        return send();
      case 'rowFails':
        failDisk('rows');
        return send();
      case 'outboxFails':
        failDisk('outbox');
        return send();
      case 'none':
        return send();
    }
  };
}
