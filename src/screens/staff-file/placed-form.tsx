import type { ReactNode } from 'react';
import { formatDate } from '#domain/dates/calendar-date.ts';
import { readPlacedOn } from '#domain/staff-file/placed.ts';
import { DayDoneForm } from '#exchange/parts/day-done-form.tsx';
import { markPlaced, type ToPlace } from '#storage/staff-file/staff-file.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { useAnnounce } from '#ui/status-region.tsx';

interface PlacedFormProps {
  readonly text: ToPlace;
  readonly about: string;
  /** What comes first, in the same row. */
  readonly before: ReactNode;
  readonly onSaving: () => void;
  readonly onPlaced: () => void;
}

/** "Placed on file on …", of one text. */
export function PlacedForm({ text, about, before, onSaving, onPlaced }: PlacedFormProps) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  return (
    <DayDoneForm
      id={`place-${text.id}`}
      words={{
        done: 'Placed on file',
        about,
        day: 'Placed on file on',
        reference: 'Reference (optional)',
      }}
      before={before}
      readDay={(typed, today) => readPlacedOn(typed, text.finishedOn, today)}
      mark={(said) => markPlaced(workspace, text, { state: 'placed', ...said })}
      onSaving={onSaving}
      onMarked={(on) => {
        announce(`${text.name}: placed on file on ${formatDate(on)}`);
        onPlaced();
      }}
    />
  );
}
