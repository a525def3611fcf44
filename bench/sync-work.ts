/** Footprint’s side of `sync-ratio.mjs`: the client as it is, on a sealed workspace of its own. */
import '#app/zod-config.ts'; // as the policy of the app's page makes it
import { Settings } from '#domain/records/settings.ts';
import { FootprintDb, noRows } from '#storage/db.ts';
import { codeOf, openRow } from '#storage/open-record.ts';
import { openWorkspace } from '#storage/open-workspace.ts';
import { created, updated } from '#storage/writes.ts';
import { syncOnce } from '#sync/cycle.ts';
import { fetchNet } from '#sync/fetch-net.ts';
import { pushAll } from '#sync/push.ts';
import { newMasterKey, openVault } from '#vault/vault.ts';
import { changed, ME } from './sync-change.ts';
import type { Side, Sizes } from './sync-side.ts';

const ports = { nowMs: () => Date.now(), newId: () => crypto.randomUUID() };

export async function open({ origin }: Sizes): Promise<Side> {
  const vault = await openVault(crypto.randomUUID(), newMasterKey());
  const db = new FootprintDb(vault.id);
  const workspace = await openWorkspace(db, vault, noRows, ports);
  const settings = await vault.referenceId('settings', 'own');
  const mine = Settings.parse({ me: ME, profileId: 'islington-001' });
  await workspace.change(() => [created('settings', settings, mine)]);
  const syncing = {
    ...{ workspace, net: fetchNet(origin), clientId: crypto.randomUUID(), token: 'pilot-token' },
    ...{ appVersion: 'bench', signal: new AbortController().signal },
  };
  const waiting = () => db.outbox.count();

  return {
    async pull() {
      const end = await syncOnce(syncing);
      if (end.outcome !== 'done') throw new Error(`the cycle ended: ${end.outcome}`);
    },
    async held(id) {
      const rows = await db.rows.toArray();
      const of = rows.filter(({ c }) => c === codeOf('discussions'));
      const row = of.find((each) => each.id === id);
      const record = row && (await openRow(vault, row));
      if (workspace.set.all('discussions').size !== of.length) throw new Error('not all in memory');
      return { count: of.length, one: record?.body };
    },
    async change(ids) {
      await workspace.change((set) =>
        ids.map((id) => {
          const record = set.find('discussions', id);
          if (!record) throw new Error(`${id} is not here`);
          return updated(record, changed(record.body));
        }),
      );
      if ((await waiting()) !== ids.length) throw new Error('not all of it waits');
    },
    async push() {
      const end = await pushAll(syncing);
      if (end.outcome !== 'done') throw new Error(`the push ended: ${end.outcome}`);
      if ((await waiting()) !== 0) throw new Error('something still waits');
    },
  };
}
