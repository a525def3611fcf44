/** What `import-ratio.mjs` measures: SYNTHETIC tables of the dataset, parsed alone and imported whole. */
import Papa from 'papaparse';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import { answerRequest } from '#exchange/caseload/answer-request.ts';
import { bringIn } from '#exchange/caseload/bring-in.ts';
import { restrictToWorkers } from '#exchange/caseload/choose-workers.ts';
import { type Difference, differenceOf } from '#exchange/caseload/difference.ts';
import { FaultList } from '#exchange/caseload/fault-list.ts';
import type { ImportedCaseload } from '#exchange/caseload/imported-caseload.ts';
import { readTable } from '#exchange/caseload/read-table.ts';
import { createAccount } from '#storage/keys/accounts.ts';
import { profileOf, startFor } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import type { Bytes } from '#vault/bytes.ts';

const CHILDREN = 2_000;
const VISITS = 40_000;
const WORKERS = 100;
const today = toCalendarDate('2026-11-20');

const day = (i: number) => String((i % 27) + 1).padStart(2, '0');
const table = (name: string, head: string, count: number, rowOf: (i: number) => string) =>
  new File([[head, ...Array.from({ length: count }, (_, i) => rowOf(i))].join('\r\n')], `${name}.csv`);

export const files: readonly File[] = [
  table('ssd_person', 'pers_person_id,pers_forename,pers_surname,pers_dob', CHILDREN, (i) => `CH${i},SYNTHETIC,Child ${i},2016-03-${day(i)}T00:00:00`),
  table('ssd_involvements', 'invo_person_id,invo_professional_id,invo_professional_role_id,invo_involvement_start_date,invo_involvement_end_date', CHILDREN, (i) => `CH${i},W${i % WORKERS},ALLOCATED CASE WORKER,2026-01-${day(i)}T00:00:00,`),
  table('ssd_professionals', 'prof_professional_id,prof_professional_name,prof_professional_job_title,prof_professional_department', WORKERS, (i) => `W${i},SYNTHETIC Worker ${i},Social worker,T1`),
  table('ssd_cin_plans', 'cinp_person_id,cinp_cin_plan_start_date,cinp_cin_plan_end_date', CHILDREN, (i) => `CH${i},2026-02-${day(i)}T00:00:00,`),
  table('ssd_cin_visits', 'cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date,cinv_cin_visit_seen,cinv_cin_visit_seen_alone', VISITS, (i) => `V${i},CH${i % CHILDREN},2026-${String((i % 10) + 1).padStart(2, '0')}-${day(i)}T00:00:00,Y,N`),
];
export const said = `${CHILDREN} children, ${VISITS} visits`;

/** The rows out of the texts, and nothing made of them. */
export async function parseAlone(): Promise<number> {
  let rows = 0;
  for (const file of files) {
    Papa.parse<string[]>(await file.text(), {
      delimiter: ',',
      newline: '\n',
      step: () => {
        rows += 1;
      },
    });
  }
  return rows;
}

const pace = { progress: () => {}, pause: async () => {} };

/** The same by the reader of the app: decoded in slices, no row lost to a quotation mark that is not closed. */
export async function parseAsApp(): Promise<number> {
  let rows = 0;
  for (const file of files)
    rows += (await readTable(file, new FaultList(), pace))?.rows.length ?? 0;
  return rows;
}

/** As far as the page that asks whose children they are. */
export const read = async (): Promise<ImportedCaseload> =>
  (await answerRequest({ kind: 'ssd', files, options: { today } }, pace)) as ImportedCaseload; // a read is answered with one

/** A new person's records, each time: everything is new. */
export async function aNewWorkspace(): Promise<Workspace> {
  const workspace = await createAccount({
    passphrase: 'otter lamp winter gravel',
    recoverySecret: new Uint8Array(16).fill(7) as Bytes,
    derive: async () => new Uint8Array(32).fill(3) as Bytes, // stretching is not measured
    ports: { nowMs: () => Date.parse('2026-11-20T10:00:00Z'), newId: () => crypto.randomUUID() },
  });
  await startFor(workspace, {
    name: 'SYNTHETIC Supervisor',
    role: 'Practice supervisor',
    profileId: 'islington-001',
    caseSystem: 'Mosaic',
    synthetic: false,
  });
  return workspace;
}

export interface Compared {
  readonly imported: ImportedCaseload;
  readonly workers: readonly string[];
  readonly changes: Difference['changes'];
}

/** Restricted to the chosen workers, here all of them, and compared with the list. */
export function compare(workspace: Workspace, caseload: ImportedCaseload): Compared {
  const workers = caseload.staff.map(({ ref }) => ref);
  const chosen = { staffRefs: workers, withoutWorker: true, listed: [] };
  const imported = restrictToWorkers(caseload, chosen);
  const { changes } = differenceOf({
    ...{ children: [], allocations: [], staff: [], imported, chosen: workers, today },
    profile: profileOf(workspace),
  });
  return { imported, workers, changes };
}

/** As many rows of the same size, with the same promise of the disk, and nothing else. */
async function onDiskAlone(workspace: Workspace): Promise<() => Promise<void>> {
  const rows = await workspace.db.rows.toArray();
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('disk-alone', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: 'id' });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  return () =>
    new Promise((resolve, reject) => {
      const transaction = db.transaction('rows', 'readwrite', { durability: 'strict' });
      const store = transaction.objectStore('rows');
      for (const row of rows) store.put(row);
      transaction.onerror = () => reject(transaction.error);
      transaction.oncomplete = () => {
        db.close();
        resolve();
      };
    });
}

const timed = async <T>(work: () => T | Promise<T>): Promise<{ ms: number; result: T }> => {
  const from = performance.now();
  const result = await work();
  return { ms: performance.now() - from, result };
};

async function parseRound() {
  const { ms: parse } = await timed(parseAlone);
  const { ms: parsed } = await timed(parseAsApp);
  return { parse, parsed };
}

async function importRound() {
  const workspace = await aNewWorkspace();
  const { ms: readMs, result: caseload } = await timed(read);
  const { ms: compareMs, result: compared } = await timed(() => compare(workspace, caseload));
  const { ms: writeMs } = await timed(() =>
    bringIn(workspace, { ...compared, sameAs: new Map(), workers: compared.workers }),
  );
  const written = workspace.set.all('children').size + workspace.set.all('allocations').size;
  const disk = await timed(await onDiskAlone(workspace));
  workspace.tabs.close();
  workspace.db.close();
  for (const name of [workspace.db.name, 'disk-alone']) await remove(name);
  return {
    read: readMs,
    compared: readMs + compareMs,
    imported: readMs + compareMs + writeMs,
    disk: disk.ms,
    written,
  };
}

const remove = (name: string) =>
  new Promise<void>((resolve) => {
    const removing = indexedDB.deleteDatabase(name);
    removing.onsuccess = () => resolve();
    removing.onerror = () => resolve(); // the profile goes with the browser
  });

type Round = Awaited<ReturnType<typeof parseRound>> & Awaited<ReturnType<typeof importRound>>;

/** Two rounds before are for the engine to warm up; the other way round each time. */
export async function measure(count: number): Promise<{ rounds: readonly Round[]; said: string }> {
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
  const rounds: Round[] = [];
  for (let i = -2; i < count; i++) {
    const first = i % 2 ? await parseRound() : undefined;
    const imported = await importRound();
    const parsed = first ?? (await parseRound());
    if (i >= 0) rounds.push({ ...parsed, ...imported });
  }
  return { rounds, said };
}
