import { isEntry } from '#domain/records/on-child-file.ts';
import { recordingQueue } from '#storage/child-file/recording-queue.ts';
import { finishQueue } from '#storage/session/finish-queue.ts';
import { useWorkspace } from '#storage/use-workspace.ts';

/**
 * Beside the warning that records are due: what the policy gives hours for, by its time. It stands here
 * because Home fetches it only where something is due.
 */
export function DueInHours() {
  const workspace = useWorkspace();
  const inHours = [
    ...finishQueue(workspace),
    ...recordingQueue(workspace).filter(({ record }) => !isEntry(record)),
  ]
    .filter(({ hours }) => hours !== undefined)
    .filter(({ state }) => state.status === 'due_today' || state.status === 'overdue');
  // Each once: two of one session are mostly due at the same minute.
  const words = [...new Set(inHours.map(({ countdown }) => countdown))];
  return <>{words.map((each) => ` ${each}.`)}</>;
}
