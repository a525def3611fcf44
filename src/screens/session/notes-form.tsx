import { useEffect, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { RecordId } from '#domain/ids.ts';
import type { Session } from '#domain/records/session.ts';
import type { StaffNote } from '#domain/records/staff-note.ts';
import { sessionDate } from '#domain/session/session-days.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { responseBefore } from '#storage/preparation/preparation-reads.ts';
import { gapBeforeSession } from '#storage/session/gaps.ts';
import { staffName } from '#storage/settings.ts';
import { staffReviewFor } from '#storage/staff-file/staff-actions.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Form } from '#ui/form.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { NotesAbsences } from './notes-absences.tsx';
import { NotesActions } from './notes-actions.tsx';
import { NotesAgenda } from './notes-agenda.tsx';
import { NotesAspects } from './notes-aspects.tsx';
import { NotesForStage } from './notes-for-stage.tsx';
import { NotesGap } from './notes-gap.tsx';
import { NotesLastActions } from './notes-last-actions.tsx';
import { NotesMeeting } from './notes-meeting.tsx';
import { NotesMore } from './notes-more.tsx';
import { NotesNext } from './notes-next.tsx';
import { NotesSection } from './notes-section.tsx';
import { type NoteValues, noteValues } from './notes-values.ts';
import { usePersonalAsked } from './use-personal-asked.ts';

interface NotesFormProps {
  readonly session: Session;
  readonly record: OpenRecord<'notes'>;
}

/** The notes of one session. The form owns the whole record while it is mounted. */
export function NotesForm({ session, record }: NotesFormProps) {
  const workspace = useWorkspace();
  const { id } = record;
  const newId = () => workspace.ports.newId() as RecordId; // a port makes ids
  const unsaved = workspace.queue.unsaved(id)?.body as StaffNote | undefined; // drafts of this id are notes
  const toReview = staffReviewFor(workspace, session);
  const [defaultValues] = useState(() => {
    // Not as it was handed down: that is drawn in time, and may be one save old.
    const stored = workspace.set.find('notes', id)?.body;
    return noteValues(unsaved ?? stored ?? record.body, toReview, newId);
  });
  const form = useForm<NoteValues>({ defaultValues });
  const { register, subscribe } = form;
  const who = staffName(workspace, session.superviseeRef);
  const response = responseBefore(workspace, session);
  const asked = usePersonalAsked(session, form, response);
  const meetingOn = sessionDate(session) ?? todayIn(workspace);

  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) =>
          workspace.draft({ collection: 'notes', id, body: structuredClone(values) as StaffNote }), // made from a StaffNote
      }),
    [subscribe, workspace, id],
  );
  return (
    <FormProvider {...form}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: leaving any field saves at once */}
      <div onBlur={() => void workspace.queue.flushOne(id)}>
        <Form id="personal" onSubmit={(event) => event.preventDefault()}>
          <NotesMeeting session={session} />
          <NotesAgenda session={session} who={who} />
          {asked.with !== undefined && (
            <p className="govuk-body">
              Personal supervision of {who} is with {asked.with}. It is not asked for here.
            </p>
          )}
          {asked.absences && (
            <NotesAbsences who={who} response={response} meetingOn={meetingOn} newId={newId} />
          )}
          <NotesGap gap={gapBeforeSession(workspace, session)} />
          <NotesLastActions toReview={toReview} />
          {asked.aspects && (
            <NotesAspects session={session} meetingOn={meetingOn} who={who} response={response} />
          )}
          {asked.stage && <NotesForStage session={session} meetingOn={meetingOn} />}
          <NotesMore meetingOn={meetingOn} />
          <NotesActions meetingOn={meetingOn} />
          <NotesSection title="Any other business">
            <TextAreaField
              label="Notes"
              hint="Anything else that was discussed."
              rows={4}
              grow
              {...register('text')}
            />
          </NotesSection>
          <NotesNext session={session} meetingOn={meetingOn} />
        </Form>
      </div>
    </FormProvider>
  );
}
