import { cohortOptions } from '#domain/policies/policy-profile.ts';
import { bringIn } from '#exchange/caseload/bring-in.ts';
import { restrictToWorkers } from '#exchange/caseload/choose-workers.ts';
import { differenceOf } from '#exchange/caseload/difference.ts';
import type { ImportedCaseload } from '#exchange/caseload/imported-caseload.ts';
import { listedRefs } from '#exchange/caseload/listed-child.ts';
import { profileOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, todayIn } from '#storage/writes.ts';
import { csvOf, fileOf, readCsvFile } from '../caseload-files.ts';
import { CHILDREN, PRIYA } from './people.ts';

/** SYNTHETIC. What the council's system says of her children, with one whom its directory does not name. */
export const IN_EXTRACT = [...CHILDREN, 'C3'] as const;
const columns = { reference: 0, name: 1, dateOfBirth: 2, status: 3, worker: 4 };

let read: Promise<ImportedCaseload> | undefined;
function readExtract(workspace: Workspace): Promise<ImportedCaseload> {
  const rows = IN_EXTRACT.map((ref) => [ref, `Child ${ref}`, '05/05/2015', 'CIN', PRIYA]);
  const head = ['Reference', 'Name', 'Date of birth', 'Status', 'Worker'];
  const file = fileOf('extract.csv', csvOf([head, ...rows]));
  const statuses = cohortOptions(profileOf(workspace));
  read ??= readCsvFile(file, { mapping: { columns, firstRowIsData: false }, statuses });
  return read;
}

/** As the screen does it, with everything accepted: the real reader, comparison and writing. */
export async function bringInExtract(workspace: Workspace): Promise<void> {
  const caseload = await readExtract(workspace);
  const children = bodies(workspace, 'children');
  const choice = { staffRefs: [PRIYA], withoutWorker: false, listed: listedRefs(children) };
  const imported = restrictToWorkers(caseload, choice);
  const { changes } = differenceOf({
    ...{ children, imported, chosen: [PRIYA], today: todayIn(workspace) },
    allocations: bodies(workspace, 'allocations'),
    staff: bodies(workspace, 'staff'),
    profile: profileOf(workspace),
  });
  await bringIn(workspace, { imported, changes, sameAs: new Map(), workers: [PRIYA] });
}
