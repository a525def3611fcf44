import { headersFor } from '../../scripts/headers.mjs';
import { serve } from '../../scripts/static-server.mjs';

/** Footprint under production headers, on a port of its own. */
export interface Site {
  readonly url: string;
  /** True once the server was stopped: from then on a browser may say that it cannot reach it. */
  readonly wasStopped: boolean;
  /** Really stopped: its port refuses. */
  stop(): Promise<void>;
  /** On the same port again, and so the same origin; another folder is another version. */
  start(root?: string): Promise<void>;
}

/**
 * `name` is what the browser calls the same server: passkeys want a name and not a number. `others` are
 * the other addresses that the page may ask.
 */
export async function openSite(
  root = 'dist',
  name = '127.0.0.1',
  others: readonly string[] = [],
): Promise<Site> {
  let wasStopped = false;
  const headers = (path: string, status: number) => headersFor(path, status, others);
  let server: Awaited<ReturnType<typeof serve>> | undefined = await serve({ root, headers });
  const { port } = server;
  return {
    url: `http://${name}:${port}`,
    get wasStopped() {
      return wasStopped;
    },
    async stop() {
      wasStopped = true;
      await server?.stop();
      server = undefined;
    },
    async start(folder = root) {
      await server?.stop();
      server = await serve({ root: folder, port, headers });
    },
  };
}
