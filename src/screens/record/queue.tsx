import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { useSitting } from '#exchange/sitting/use-sitting.ts';
import { recordingQueue, type ToRecord } from '#storage/child-file/recording-queue.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { QueueItem } from './queue-item.tsx';
import type { Visit } from './use-visit.ts';

export interface QueueFocus {
  /** To the first record that waits. */
  readonly focusFirst: () => void;
}

interface QueueProps {
  readonly visit: Visit;
  readonly ref?: Ref<QueueFocus>;
}

/**
 * One after the other: recorded, and the focus is on the next one's Copy. Nobody is moved on by a key that
 * is held down, and what was recorded stays in its place, so that nothing jumps under the eye.
 */
export function Queue({ visit, ref }: QueueProps) {
  const workspace = useWorkspace();
  const isOpen = useSitting() !== undefined;
  const starts = useRef(new Map<string, HTMLElement>());
  const lines = recordingQueue(workspace, visit.recorded);

  const wanted = useRef<string>(undefined);

  /** At once, or as soon as it is drawn. */
  const focusOn = (id: string) => {
    wanted.current = id;
    focusWanted();
  };
  const focusWanted = () => {
    const start = starts.current.get(wanted.current ?? '');
    if (!start) return;
    wanted.current = undefined;
    start.focus();
  };
  useEffect(focusWanted);
  const waits = ({ mark }: ToRecord) => mark === undefined;
  /** The next that waits, or the first that was passed over. */
  const goOn = (id: string) => {
    const others = (line: ToRecord) => line.id !== id && waits(line);
    const at = lines.findIndex((line) => line.id === id);
    const next = lines.slice(at).find(others) ?? lines.find(others);
    if (next) focusOn(next.id);
    else visit.progress.current?.focus();
  };
  useImperativeHandle(ref, () => ({
    focusFirst: () => focusOn(lines.find(waits)?.id ?? ''),
  }));

  return (
    <ol className="govuk-list" aria-label="To record, the most pressing first" onKeyDown={noRepeat}>
      {lines.map((line) => (
        <QueueItem
          key={line.id}
          line={line}
          isOpen={isOpen}
          start={(element) => {
            if (element) starts.current.set(line.id, element);
            else starts.current.delete(line.id);
          }}
          onSaving={() => visit.noteRecorded(line.id)}
          onRecorded={() => goOn(line.id)}
          onUndone={() => focusOn(line.id)}
        />
      ))}
    </ol>
  );
}

/** A held key would press the next record's button, and the next. */
function noRepeat(event: KeyboardEvent) {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
}
