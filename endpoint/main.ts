import 'temporal-polyfill/global';
import { stat } from 'node:fs/promises';
import { serve } from '@hono/node-server';
import { dateInLondon, toInstant } from '#domain/dates/calendar-date.ts';
import { createEndpoint } from './app.ts';
import { takeDataFolder } from './data-folder-lock.ts';
import { startNewEpoch } from './database/meta.ts';
import { migrate } from './database/migrations.ts';
import { openEmbedded, openServer } from './database/open-database.ts';
import { openDirectoryFile } from './directory/directory-file.ts';
import { kindOf, logTo } from './http/log.ts';
import { readSettings, type Settings } from './settings.ts';
import { stopOn } from './stop.ts';

const now = () => new Date().toISOString();
const log = logTo((line) => process.stdout.write(`${line}\n`), now);

/** For whoever starts it: a sentence, and no stack. */
function refuseToStart(sentences: readonly string[]): never {
  for (const sentence of sentences)
    process.stderr.write(`The endpoint did not start. ${sentence}\n`);
  process.exit(1);
}

async function openStore({ store }: Settings) {
  if (store.kind === 'server') {
    const db = await openServer(store.url, (cause) =>
      log({ level: 'error', what: 'database', kind: kindOf(cause) }),
    );
    return { db, release: async () => undefined };
  }
  const folder = await takeDataFolder(store.path);
  if (folder.outcome === 'inUse')
    return refuseToStart([`Another endpoint is using the folder ${store.path}. Stop it first.`]);
  log({
    level: 'warn',
    what: 'The records in DATA_DIR can be read by anybody who can read the folder.',
  });
  return { db: await openEmbedded(`${store.path}/database`), release: folder.release };
}

async function start(settings: Settings): Promise<void> {
  await stat(settings.directoryFile).catch(() =>
    refuseToStart(['DIRECTORY_FILE names a file that cannot be read.']),
  );
  const directory = await openDirectoryFile({
    path: settings.directoryFile,
    today: () => dateInLondon(toInstant(now())),
    onWrong: (why) =>
      log({ level: 'error', what: 'DIRECTORY_FILE cannot be used; the last good one counts', why }),
  }).catch((cause: Error) => refuseToStart([cause.message]));
  const { db, release } = await openStore(settings);
  const close = async () => {
    await db.destroy();
    await release();
  };
  await migrate(db, now()).catch(async (cause: unknown) => {
    await close();
    refuseToStart([`The database could not be opened (${kindOf(cause)}).`]);
  });
  if (process.argv.includes('--restored')) {
    await startNewEpoch(db);
    await close();
    log({ level: 'info', what: 'A new epoch was started: every device compares all it has.' });
    return;
  }
  const { signIn, origins, port, listenOn } = settings;
  const app = createEndpoint({ db, directory, now, origins, log, ...(signIn ? { signIn } : {}) });
  const server = serve({ fetch: app.fetch, port, hostname: listenOn }, () =>
    log({ level: 'info', what: 'listening', port }),
  );
  server.on('error', (cause) => refuseToStart([`PORT ${port} cannot be used (${kindOf(cause)}).`]));
  stopOn(['SIGTERM', 'SIGINT'], server, { close, log });
}

const read = readSettings(process.env);
if (read.outcome === 'wrong') refuseToStart(read.sentences);
await start(read.settings);
