import { useEffect } from 'react';
import type { AgendaDepth } from '#domain/agenda/agenda.ts';
import { childLabel } from '#domain/caseload/child-label.ts';
import type { Session } from '#domain/records/session.ts';
import { TwoVersions } from '#exchange/parts/two-versions.tsx';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { preparationFor } from '#storage/preparation/preparation-reads.ts';
import { staffName } from '#storage/settings.ts';
import { useEditing } from '#storage/use-editing.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { OpenElsewhere } from '#ui/open-elsewhere.tsx';
import { AgendaForm } from './agenda-form.tsx';
import { depthWords, wantsLabel } from './agenda-words.ts';
import { PreparationState } from './preparation-state.tsx';
import { ReadAgenda } from './read-agenda.tsx';
import { StartButtons } from './start-buttons.tsx';

interface HeldAgendaProps {
  readonly record: OpenRecord<'sessions'>;
  readonly onStarting: (starting: boolean) => void;
}

/** The supervisor's side. It can be started from either tab, and changed in one. */
export function HeldAgenda({ record, onStarting }: HeldAgendaProps) {
  const workspace = useWorkspace();
  useAll('preparations');
  const { id, body: session } = record;
  const { status, takeOver } = useEditing('sessions', id);
  const { clashes = [] } = session as Session & { clashes?: readonly unknown[] };
  // Before the answer comes it is written in already, as in the session.
  const isEditing = status !== 'elsewhere';
  // A choice between two versions is a change from outside: the form is drawn afresh for it.
  const shown = `${id} ${clashes.length}`;
  useEffect(() => {
    // What the new form shows is what its edits are measured against.
    if (isEditing && shown && !workspace.queue.unsaved(id)) workspace.openDraft('sessions', id);
  }, [workspace, id, isEditing, shown]);

  const preparation = preparationFor(workspace, session.superviseeRef);
  const who = staffName(workspace, session.superviseeRef);
  if (!isEditing) {
    return (
      <ReadAgenda session={session} preparation={preparation?.body} asksHeader={`${who} asks`}>
        <OpenElsewhere onTakeOver={takeOver} />
        <StartButtons session={session} onStarting={onStarting} />
        <PreparationState preparation={preparation} who={who} />
      </ReadAgenda>
    );
  }
  return (
    <>
      <TwoVersions
        collection="sessions"
        id={id}
        body={session}
        before="the one that counts"
        other={{ key: 'The other', keep: 'Keep the other' }}
        labelOf={(path) => labelOf(workspace, path)}
        wordsOf={(path, value) =>
          path.endsWith('.depth') ? depthWords(value as AgendaDepth, 'Not chosen yet') : undefined
        }
      />
      <AgendaForm
        key={shown}
        record={record}
        preparation={preparation}
        who={who}
        onStarting={onStarting}
      />
    </>
  );
}

/** What the field of a clash is called: `agenda.<child>.reason`. A reference may hold dots. */
function labelOf(workspace: Workspace, path: string): string {
  if (path === 'minutes') return 'Length of this session in minutes';
  const [, childRef = '', field] = /^agenda\.(.*)\.(\w+)$/.exec(path) ?? [];
  if (field === undefined) return path === 'supervisorWants' ? wantsLabel : 'The agenda';
  const child = findChild(workspace, childRef)?.body;
  const what = field === 'depth' ? 'Depth' : 'Reason';
  return child ? `${what} for ${childLabel(child)}` : what;
}
