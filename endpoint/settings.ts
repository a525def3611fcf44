import type { JwtSettings } from './http/jwt.ts';

/** Where the records are: a folder of this machine, or a PostgreSQL server. */
type Store =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'server'; readonly url: string };

export interface Settings {
  readonly port: number;
  /** Of this machine alone, unless it is said: what comes from outside comes through a proxy with TLS. */
  readonly listenOn: string;
  readonly store: Store;
  readonly origins: readonly string[];
  readonly directoryFile: string;
  readonly signIn: JwtSettings | undefined;
}

export type ReadSettings =
  | { readonly outcome: 'read'; readonly settings: Settings }
  | { readonly outcome: 'wrong'; readonly sentences: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

/** SRV19: all of it or no start. Each missing or wrong setting is named in a sentence; no value is said back. */
export function readSettings(environment: Environment): ReadSettings {
  const sentences: string[] = [];
  const given = (name: string) => environment[name]?.trim() || undefined;
  const wrong = (sentence: string) => {
    sentences.push(sentence);
    return undefined;
  };

  const port = portIn(given('PORT')) ?? wrong('PORT must be a number from 1 to 65535.');
  const store = storeIn(given('DATA_DIR'), given('DATABASE_URL'), wrong);
  const origins = originsIn(given('ORIGINS'), wrong);
  const directoryFile =
    given('DIRECTORY_FILE') ??
    wrong('DIRECTORY_FILE must name the file that says who works with whom.');
  const signIn = signInOf(given('OIDC_ISSUER'), given('OIDC_AUDIENCE'), wrong);

  const isWhole = port !== undefined && store !== undefined && origins !== undefined;
  if (!isWhole || directoryFile === undefined || sentences.length > 0)
    return { outcome: 'wrong', sentences };
  return {
    outcome: 'read',
    settings: {
      port,
      listenOn: given('LISTEN_ON') ?? '127.0.0.1',
      store,
      origins,
      directoryFile,
      signIn,
    },
  };
}

type Wrong = (sentence: string) => undefined;

function portIn(text: string | undefined): number | undefined {
  const port = /^\d{1,5}$/.test(text ?? '') ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : undefined;
}

function storeIn(
  folder: string | undefined,
  url: string | undefined,
  wrong: Wrong,
): Store | undefined {
  if ((folder === undefined) === (url === undefined))
    return wrong(
      'Set DATA_DIR, a folder for the records, or DATABASE_URL, a PostgreSQL server: one of the two.',
    );
  if (folder !== undefined) return { kind: 'folder', path: folder };
  const { protocol } = urlIn(url) ?? {};
  return protocol === 'postgres:' || protocol === 'postgresql:'
    ? { kind: 'server', url: url ?? '' }
    : wrong('DATABASE_URL must start with postgresql:// and be an address.');
}

/** An origin is scheme, host and port: a path, or a star, would not be what a browser sends. */
function originsIn(text: string | undefined, wrong: Wrong): readonly string[] | undefined {
  const origins = (text ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  if (origins.length === 0)
    return wrong(
      'ORIGINS must name the address that the app is served from, as https://footprint.example.',
    );
  const isExact = (origin: string) =>
    /^https?:$/.test(urlIn(origin)?.protocol ?? '') && urlIn(origin)?.origin === origin;
  return origins.every(isExact)
    ? origins
    : wrong(
        'ORIGINS must be exact, as https://footprint.example: no star, no path and no slash at the end.',
      );
}

function signInOf(issuer: string | undefined, audience: string | undefined, wrong: Wrong) {
  if (issuer === undefined && audience === undefined) return undefined;
  if (issuer === undefined || audience === undefined)
    return wrong('OIDC_ISSUER and OIDC_AUDIENCE belong together: set both or neither.');
  const url = urlIn(issuer);
  const isHere = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1';
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere);
  return isSafe ? { issuer, audience } : wrong('OIDC_ISSUER must be an https:// address.');
}

function urlIn(text: string | undefined): URL | undefined {
  return text !== undefined && URL.canParse(text) ? new URL(text) : undefined;
}
