import type { RecordId, StaffRef } from '#domain/ids.ts';
import { ExtraRequest } from '#domain/records/response.ts';
import { type OpenRequest, openRequests } from '#domain/supervision/extra-supervision.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, todayIn, updated } from '#storage/writes.ts';

/**
 * Asks my supervisor for extra supervision. It is shared as it is made: it goes with the next file for
 * them, whatever becomes of the preparation. Throws StorageError.
 */
export async function askForExtra(workspace: Workspace, why: string): Promise<void> {
  const { me, supervisorRef } = settingsOf(workspace);
  const id = workspace.ports.newId() as RecordId; // a port makes ids
  await workspace.change(() => {
    // A second press, once the form is empty again or before: it was asked already.
    const isAsked = myRequests(workspace).some(
      ({ request }) =>
        request.supervisorRef === supervisorRef && ['', request.why.trim()].includes(why.trim()),
    );
    if (isAsked) return [];
    const at = workspace.now;
    const body = ExtraRequest.parse({
      ...{ id, kind: 'extraSupervision', why, sharedAt: at, createdAt: at, createdBy: me },
      superviseeRef: me,
      supervisorRef: supervisorRef as StaffRef, // a reference in settings
    });
    return [created('responses', id, body)];
  });
}

/** Taken back, which goes with the next file too. Nothing that was typed is thrown away. */
export async function takeBackRequest(workspace: Workspace, id: string): Promise<void> {
  await workspace.change((set) => {
    const record = set.find('responses', id);
    if (record?.body.kind !== 'extraSupervision' || record.body.withdrawnAt !== '') return [];
    return [updated(record, { ...record.body, withdrawnAt: workspace.now }, 'replaced')];
  });
}

/** Asked of me, and not answered yet. */
export const requestsOfMe = (workspace: Workspace): readonly OpenRequest[] =>
  openOnes(workspace, ({ supervisorRef }, mine) => mine.includes(supervisorRef));

/** Asked by me, and not answered yet. */
export const myRequests = (workspace: Workspace): readonly OpenRequest[] =>
  openOnes(workspace, ({ superviseeRef }, mine) => mine.includes(superviseeRef));

function openOnes(
  workspace: Workspace,
  isOurs: (request: ExtraRequest, mine: readonly string[]) => boolean,
): readonly OpenRequest[] {
  const { me, alsoMe } = settingsOf(workspace);
  const requests = bodies(workspace, 'responses').flatMap((response) =>
    response.kind === 'extraSupervision' && isOurs(response, [me, ...alsoMe]) ? [response] : [],
  );
  const sessions = bodies(workspace, 'sessions');
  return openRequests({ requests, sessions, today: todayIn(workspace) });
}
