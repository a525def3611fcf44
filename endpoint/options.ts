import type { Kysely } from 'kysely';
import type { Asker } from './asker.ts';
import type { Meta } from './database/meta.ts';
import type { Tables } from './database/tables.ts';
import type { Directory } from './directory/directory.ts';
import type { JwtSettings } from './http/jwt.ts';
import type { Log } from './http/log.ts';
import type { Rate } from './http/rate.ts';

export interface EndpointOptions {
  readonly db: Kysely<Tables>;
  /** Asked with each request: who left is out with the next one. */
  readonly directory: () => Directory | Promise<Directory>;
  /** The moment, ISO. The only clock; nothing is ordered by it. */
  readonly now: () => string;
  /** The addresses that the app is served from, exact. */
  readonly origins: readonly string[];
  readonly signIn?: JwtSettings;
  readonly log?: Log;
  readonly rate?: Rate;
}

/** What the steps before an answer leave for it. */
export interface Env {
  Variables: {
    readonly meta: Meta;
    readonly asker: Asker;
    /** For the log: how much was asked and answered, and never what. */
    readonly counts: Readonly<Record<string, number>>;
  };
}
