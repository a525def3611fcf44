import { useEffect, useRef, useState } from 'react';
import type { ActionCommand } from '#domain/actions/action-change.ts';
import { actionEventTitles } from '#domain/actions/action-words.ts';
import { childLabel } from '#domain/caseload/child-label.ts';
import { carriedWords } from '#domain/count-words.ts';
import { undoable, undoLast } from '#storage/actions/action-events.ts';
import { onlySays } from '#storage/actions/action-list-for.ts';
import type { ActionOrigin } from '#storage/actions/action-origin.ts';
import { staffName } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { Link } from '#ui/link.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { Tag } from '#ui/tag.tsx';
import { ActionForm } from './action-form.tsx';
import { ActionHistory } from './action-history.tsx';
import type { AnyRow, SaidHere } from './action-rows.ts';

export interface ItemHandlers {
  readonly originOf: (row: AnyRow) => ActionOrigin;
  readonly lastSaid: SaidHere | undefined;
  readonly onSaid: (said: SaidHere) => void;
}

interface ActionItemProps extends ItemHandlers {
  readonly row: AnyRow;
}

const commandLabels: Readonly<Record<ActionCommand, string>> = {
  done: 'Done',
  carried: 'Not done: carry on',
  noLongerNeeded: 'No longer needed',
  changed: 'Change owner or date',
  saidDone: 'Say it is done',
  saidNotDone: 'Say it is not done',
};

/** One action: what, by when, whose; what has become of it; and what can be said of it. */
export function ActionItem({ row, originOf, lastSaid, onSaid }: ActionItemProps) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const [command, setCommand] = useState<ActionCommand>();
  const buttons = useRef<HTMLDivElement>(null);
  const { file, state, due } = row;
  const { id: actionId, what } = state.action;
  const about = { file, actionId };
  const isOpen = state.status === 'open';
  const commands = isOpen ? commandsFor(file, onlySays(workspace, row)) : [];
  const last = onlySays(workspace, row) ? undefined : undoable(workspace, about);

  function close() {
    setCommand(undefined);
    buttons.current?.querySelector('button')?.focus();
  }
  async function undo() {
    const isUndone = await undoLast(workspace, about);
    const words = isUndone ? 'Undone' : 'Something else was said of it since';
    announce(words);
    onSaid({ actionId, words });
  }
  return (
    <li className="fp-repeat">
      <h4 className="govuk-heading-s fp-text">{what || 'No words'}</h4>
      <p className="govuk-body">
        <strong>{due.by}</strong>{' '}
        {isOpen && due.when === 'overdue' && <Tag tone="red">{due.words}</Tag>}
        {isOpen && due.when !== 'overdue' && due.words && <Tag tone="yellow">{due.words}</Tag>}{' '}
        {!isOpen && <Tag tone="grey">{actionEventTitles[state.status as 'done']}</Tag>}
        <br />
        <Whose row={row} />
        {state.carried > 0 && `. ${capitalised(carriedWords(state.carried))}`}
        {'. '}
        <Origin origin={originOf(row)} />
      </p>
      {isOpen && state.said && (
        <p className="govuk-body fp-text">
          {staffName(workspace, state.said.by)} says it is{' '}
          {state.said.outcome === 'saidDone' ? 'done' : 'not done'}
          {state.said.reason.trim() && `: ${state.said.reason}`}
        </p>
      )}
      {lastSaid?.actionId === actionId && <JustSaid key={lastSaid.words} said={lastSaid} />}
      <div className="fp-actions" ref={buttons}>
        {commands.map((each) => (
          <Button
            key={each}
            variant="link"
            aria-expanded={command === each}
            onClick={() => setCommand(command === each ? undefined : each)}
          >
            {commandLabels[each]}
            <span className="govuk-visually-hidden">: {what}</span>
          </Button>
        ))}
        {last && (
          <Button variant="link" onClick={() => void undo()}>
            Undo “{actionEventTitles[last.outcome].toLowerCase()}”
            <span className="govuk-visually-hidden">: {what}</span>
          </Button>
        )}
      </div>
      {command && (
        <ActionForm
          key={command}
          row={row}
          command={command}
          title={commandLabels[command]}
          onCancel={close}
          onSaid={(words) => {
            setCommand(undefined);
            onSaid({ actionId, words });
          }}
        />
      )}
      <ActionHistory row={row} />
    </li>
  );
}

/** Hers to say something of and not to settle (ACT4); about her own work her supervisor settles it. */
function commandsFor(file: AnyRow['file'], saysOnly: boolean): readonly ActionCommand[] {
  if (!saysOnly) return ['done', 'carried', 'noLongerNeeded', 'changed'];
  return file === 'child' ? ['saidDone', 'saidNotDone'] : [];
}

function Whose({ row }: { readonly row: AnyRow }) {
  const workspace = useWorkspace();
  const owner = row.state.action.owner.trim();
  if (row.file === 'staff') {
    return (
      <>
        About {staffName(workspace, row.worker)}
        {owner && `. Owner: ${owner}`}
      </>
    );
  }
  const worker = row.worker === '' ? 'nobody allocated' : staffName(workspace, row.worker);
  return (
    <>
      <Link href={`/children/${row.childRowId}`}>{childLabel(row.child)}</Link>{' '}
      {row.isClosed && <Tag tone="grey">Child closed</Tag>} (worker: {worker})
      {owner && `. Owner: ${owner}`}
    </>
  );
}

function Origin({ origin: { words, recordId } }: { readonly origin: ActionOrigin }) {
  return recordId === '' ? words : <Link href={`/records/${recordId}`}>{words}</Link>;
}

/** Takes the focus where the form was: the action may stand under another heading now. */
function JustSaid({ said }: { readonly said: SaidHere }) {
  const line = useRef<HTMLParagraphElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each thing said takes the focus once
  useEffect(() => line.current?.focus(), [said]);
  return (
    <p className="govuk-body" ref={line} tabIndex={-1}>
      <strong>{said.words}</strong>
    </p>
  );
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
