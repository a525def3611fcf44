import { finalisedNote } from '#domain/finalise-note.ts';
import { noteOf } from './session-reads.ts';
import type { Workspace } from './workspace.ts';
import { updated } from './writes.ts';

/** Finalises the personal notes of a session. Returns what to do where it cannot be done yet. */
export async function finaliseNote(
  workspace: Workspace,
  sessionId: string,
): Promise<string | undefined> {
  let problem: string | undefined;
  await workspace.change(() => {
    const record = noteOf(workspace, sessionId);
    if (record?.body.finalisedAt !== '') return [];
    const final = finalisedNote(record.body, workspace.now);
    if (final.outcome === 'missing') {
      problem = final.message;
      return [];
    }
    return [{ ...updated(record, final.note, 'final'), text: final.text }];
  });
  return problem;
}
