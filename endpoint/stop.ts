import type { ServerType } from '@hono/node-server';
import { kindOf, type Log } from './http/log.ts';

interface Ending {
  readonly close: () => Promise<void>;
  readonly log: Log;
}

/** A request that hangs does not keep a machine from going down. */
const LONGEST_MS = 15_000;

/** SRV21: no new requests, those in flight are finished and answered, then the database is closed. */
export function stopOn(signals: readonly NodeJS.Signals[], server: ServerType, ending: Ending) {
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    ending.log({ level: 'info', what: 'stopping' });
    setTimeout(() => process.exit(1), LONGEST_MS).unref();
    server.close(() => {
      ending
        .close()
        .then(() => process.exit(0))
        .catch((cause: unknown) => {
          ending.log({ level: 'error', what: 'failed to close', kind: kindOf(cause) });
          process.exit(1);
        });
    });
    // Connections that wait for a next request would keep it open.
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  };
  for (const signal of signals) process.once(signal, stop);
}
