import type { HandoverNote } from '#domain/records/handover-note.ts';
import { DoneButton, DraftForm, useDraftForm } from '#exchange/draft/draft-form.tsx';
import { DraftFrame } from '#exchange/draft/draft-frame.tsx';
import {
  finaliseHandoverNote,
  handoverFacts,
  missingForNoteOf,
} from '#storage/handover/handover-notes.ts';
import { unfinishedOf } from '#storage/handover/supervisee-unfinished.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { Destination } from '#ui/destination.tsx';
import type { FormValues } from '#ui/form-values.ts';
import { Link } from '#ui/link.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { WarningText } from '#ui/warning-text.tsx';
import { NoteSections } from './handover-note-read.tsx';

interface HandoverNoteFormProps {
  readonly record: OpenRecord<'handoverNotes'>;
}

/** The note while it is written, by one tab at a time. */
export function HandoverNoteForm({ record }: HandoverNoteFormProps) {
  // Everything that the note lists.
  useAll('sessions');
  useAll('discussions');
  useAll('notes');
  useAll('entryDrafts');
  useAll('observations');
  useAll('monitoring');
  useAll('cancellations');
  useAll('childActions');
  useAll('childActionEvents');
  useAll('staffActions');
  useAll('staffActionEvents');
  useAll('agreements');
  useAll('responses');
  useAll('childEntries');
  return (
    <>
      <p className="govuk-body">
        <Destination file="staff" /> What is outstanding is listed for you. Children stand in it by
        their reference and not by name.
      </p>
      <DraftFrame
        collection="handoverNotes"
        id={record.id}
        body={record.body}
        formId="handing"
        before="before the file is made"
      >
        <NoteFields record={record} />
      </DraftFrame>
    </>
  );
}

type Values = FormValues<HandoverNote>;

function NoteFields({ record }: HandoverNoteFormProps) {
  const workspace = useWorkspace();
  const draft = useDraftForm({
    collection: 'handoverNotes',
    record: record.body,
    formId: 'handing',
    bodyOf: noteOf,
    missing: (body) => missingForNoteOf(workspace, body),
    finish: () => finaliseHandoverNote(workspace, record.id),
  });
  const { register, formState } = draft.form;
  const { errors } = formState;
  const facts = handoverFacts(workspace, record.body.superviseeRef);
  return (
    <DraftForm draft={draft}>
      <TextField
        label="Who is the new supervisor?"
        hint="The name as it stands on their own device."
        error={errors.toName?.message}
        {...register('toName')}
      />
      <TextAreaField
        label="What should the new supervisor know?"
        hint="For example, what has worked, what is agreed and not written down, what to ask about first."
        rows={6}
        grow
        error={errors.whatToKnow?.message}
        {...register('whatToKnow')}
      />
      <Unfinished record={record} />
      {facts.unfinished.length > 0 && (
        <CheckboxField
          label="Hand over without them"
          hint="They stay on this device, are named in the note, and can be finished here later. Then make the file again."
          error={errors.withUnfinished?.message}
          {...register('withUnfinished')}
        />
      )}
      <h2 className="govuk-heading-m">What the note will list</h2>
      <NoteSections note={{ ...facts, whatToKnow: '' }} listedOnly />
      <DoneButton draft={draft}>Finish the note</DoneButton>
    </DraftForm>
  );
}

const noteOf = (values: Values): HandoverNote => structuredClone(values) as HandoverNote; // made from a HandoverNote

function Unfinished({ record }: HandoverNoteFormProps) {
  const workspace = useWorkspace();
  const unfinished = unfinishedOf(workspace, record.body.superviseeRef);
  if (unfinished.length === 0) return null;
  return (
    <>
      <WarningText>Finish these first. What is not finished is in no file.</WarningText>
      <ul className="govuk-list govuk-list--bullet">
        {unfinished.map(({ what, href }) => (
          <li key={`${what} ${href}`}>
            <Link href={href}>{what}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
