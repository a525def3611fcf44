import type { ReactNode, Ref } from 'react';
import { formatDate } from '#domain/dates/calendar-date.ts';
import { readRecordedOn } from '#domain/recording/recorded-on.ts';
import type { OnChildFile } from '#domain/records/on-child-file.ts';
import { DayDoneForm } from '#exchange/parts/day-done-form.tsx';
import { forgetClipboard } from '#exchange/text/copied-text.ts';
import { markRecorded } from '#storage/child-file/child-records.ts';
import { settingsOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { useAnnounce } from '#ui/status-region.tsx';

interface RecordedFormProps {
  readonly record: OnChildFile;
  readonly about: string;
  readonly name: string;
  /** The steps that come first, in the same row. */
  readonly before: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly onSaving: () => void;
  readonly onRecorded: () => void;
}

/** "Recorded in Mosaic on …", of one record. */
export function RecordedForm(props: RecordedFormProps) {
  const { record, about, name, before, ref, onSaving, onRecorded } = props;
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const { caseSystem } = settingsOf(workspace);
  return (
    <DayDoneForm
      id={`record-${record.id}`}
      words={{
        done: 'Recorded',
        about,
        day: `Recorded in ${caseSystem} on`,
        reference: `${caseSystem} reference (optional)`,
      }}
      before={before}
      ref={ref}
      readDay={(typed, today) => readRecordedOn(typed, record, today)}
      mark={(said) => markRecorded(workspace, record, { state: 'recorded', ...said })}
      onSaving={onSaving}
      onMarked={(on) => {
        void forgetClipboard();
        announce(`${name}: recorded in ${caseSystem} on ${formatDate(on)}`);
        onRecorded();
      }}
    />
  );
}
