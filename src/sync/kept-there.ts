import type { KeptText, KeptThere } from '#storage/sync/use-sync.ts';
import { ask, type Net } from './net.ts';
import { VersionsAnswer } from './wire/changes.ts';
import { routes } from './wire/routes.ts';

interface Connection {
  readonly net: Net;
  readonly clientId: string;
  readonly token: string;
}

/** SENT9: asks for the texts that stood against each other, as far as this person may read them. Never throws. */
export async function askKept(connection: Connection, id: string): Promise<KeptThere> {
  if (connection.token === '') return { outcome: 'signedOut' };
  const asked = await ask(connection, {
    ...{ method: 'GET', path: routes.versions(id), schema: VersionsAnswer },
  });
  if (asked.outcome === 'answered')
    return { outcome: 'read', texts: stoodAgainst(asked.answer.versions) };
  if (asked.outcome === 'offline') return { outcome: 'offline' };
  if (asked.status === 401) return { outcome: 'signedOut' };
  return { outcome: asked.status === 404 ? 'notThere' : 'later' };
}

/**
 * Each text that lost (SRV6: it has no revision), and the one it lost against: a person may have chosen
 * either of them since. Oldest first, each once.
 */
export function stoodAgainst(versions: VersionsAnswer['versions']): readonly KeptText[] {
  const kept = new Map<string, KeptText>();
  let counts: KeptText | undefined;
  for (const { rev, payload, at } of versions) {
    const version = payload === null ? undefined : { text: payload, at };
    if (rev !== null) counts = version;
    else for (const each of [counts, version]) if (each) kept.set(each.text, each);
  }
  return [...kept.values()];
}
