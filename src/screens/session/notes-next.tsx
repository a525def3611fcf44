import { useFormContext, useWatch } from 'react-hook-form';
import { type CalendarDate, formatDate, formatLongDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import type { Session } from '#domain/records/session.ts';
import { nextDueAfter } from '#storage/staff-file/staff-notes.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { DateTextField } from '#ui/date-text-field.tsx';
import { WarningText } from '#ui/warning-text.tsx';
import { NotesSection } from './notes-section.tsx';
import type { NoteValues } from './notes-values.ts';

interface NotesNextProps {
  readonly session: Session;
  readonly meetingOn: CalendarDate;
}

/** The next meeting, with the day it is due by beside it. A later day is warned of and never refused. */
export function NotesNext({ session, meetingOn }: NotesNextProps) {
  const workspace = useWorkspace();
  const { control, register } = useFormContext<NoteValues>();
  const [typed, type] = useWatch({ control, name: ['nextMeetingOn', 'sessionType'] });
  const due = nextDueAfter(workspace, session, type);
  const read = readTypedDate(typed, meetingOn);
  const isLate = due !== undefined && read.outcome === 'read' && read.date > due.dueOn;
  const echo =
    read.outcome === 'read'
      ? formatLongDate(read.date)
      : read.outcome === 'unreadable'
        ? read.reason
        : undefined;
  return (
    <NotesSection title="Next meeting">
      <DateTextField
        label="Date of the next meeting"
        hint={due && `${due.words.replace(/^Due by/, 'Supervision is next due by')}.`}
        echo={echo}
        {...register('nextMeetingOn')}
      />
      <div aria-live="polite">
        {isLate && (
          <WarningText>
            That is after {formatDate(due.dueOn)}, when supervision is due. It can stay like this.
          </WarningText>
        )}
      </div>
    </NotesSection>
  );
}
