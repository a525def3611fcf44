/** What `import-ratio.mjs` measures: SYNTHETIC tables of the dataset, parsed alone and imported whole. */
import 'fake-indexeddb/auto';
import 'temporal-polyfill/global';
import Papa from 'papaparse';
import { toCalendarDate } from '#domain/calendar-date.ts';
import { answerRequest } from '#exchange/caseload/answer-request.ts';
import { bringIn } from '#exchange/caseload/bring-in.ts';
import { restrictToWorkers } from '#exchange/caseload/choose-workers.ts';
import { differenceOf } from '#exchange/caseload/difference.ts';
import { FaultList } from '#exchange/caseload/fault-list.ts';
import type { ImportedCaseload } from '#exchange/caseload/imported-caseload.ts';
import { readTable } from '#exchange/caseload/read-table.ts';
import { createAccount } from '#storage/accounts.ts';
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

/** The rest: compared with the list, and every child sealed and written. */
export async function writeAll(workspace: Workspace, caseload: ImportedCaseload): Promise<number> {
  const workers = caseload.staff.map(({ ref }) => ref);
  const chosen = { staffRefs: workers, withoutWorker: true, listed: [] };
  const imported = restrictToWorkers(caseload, chosen);
  const { changes } = differenceOf({
    ...{ children: [], allocations: [], staff: [], imported, chosen: workers, today },
    profile: profileOf(workspace),
  });
  await bringIn(workspace, { imported, changes, sameAs: new Map(), workers });
  return workspace.set.all('children').size;
}

export function close(workspace: Workspace): void {
  workspace.tabs.close();
  workspace.db.close();
}
