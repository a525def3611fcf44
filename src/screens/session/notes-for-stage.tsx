import { useFormContext } from 'react-hook-form';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import {
  asksAboutTeam,
  caseSupervisionAnswers,
  coversThresholds,
} from '#domain/notes/note-fields.ts';
import type { Session } from '#domain/records/session.ts';
import { profileOn } from '#storage/policies/profiles.ts';
import { findStaff } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { RadiosField } from '#ui/radios-field.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { NotesSection } from './notes-section.tsx';
import type { NoteValues } from './notes-values.ts';
import { useStays } from './use-stays.ts';

interface NotesForStageProps {
  readonly session: Session;
  readonly meetingOn: CalendarDate;
}

/** What is asked of a manager, or of somebody without cases; and whatever was written of either. */
export function NotesForStage({ session, meetingOn }: NotesForStageProps) {
  const workspace = useWorkspace();
  const { getValues } = useFormContext<NoteValues>();
  const stage = findStaff(workspace, session.superviseeRef)?.body.stage ?? 'default';
  const [check, note, thresholds] = getValues([
    'caseSupervisionCheck',
    'caseSupervisionNote',
    'thresholdDecisions',
  ]);
  const team = useStays(asksAboutTeam(stage) || check !== '' || note !== '');
  const isWithoutCases = coversThresholds(profileOn(workspace, meetingOn), stage);
  const cases = useStays(isWithoutCases || thresholds !== '');
  return (
    <>
      {team && <TeamFields />}
      {cases && <ThresholdFields />}
    </>
  );
}

function TeamFields() {
  const { register } = useFormContext<NoteValues>();
  return (
    <NotesSection title="Case supervision in the team">
      <RadiosField
        legend="Is case supervision happening in the team?"
        inline
        small
        options={caseSupervisionAnswers}
        {...register('caseSupervisionCheck')}
      />
      <TextAreaField
        label="How that is known"
        hint="Dates held, records seen, what stands in the way."
        rows={2}
        grow
        {...register('caseSupervisionNote')}
      />
    </NotesSection>
  );
}

function ThresholdFields() {
  const { register } = useFormContext<NoteValues>();
  return (
    <NotesSection title="Threshold decisions">
      <TextAreaField
        label="Decisions on thresholds in cases"
        hint="Children by their reference and not by name."
        rows={4}
        grow
        {...register('thresholdDecisions')}
      />
    </NotesSection>
  );
}
