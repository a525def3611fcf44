import { useEffect } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { Clashed } from '#domain/discussion-progress.ts';
import type { HandoverNote } from '#domain/records/handover-note.ts';
import { TwoVersions } from '#exchange/two-versions.tsx';
import { finaliseHandoverNote, handoverFacts, missingForNoteOf } from '#storage/handover-notes.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { unfinishedOf } from '#storage/supervisee-unfinished.ts';
import { useEditing } from '#storage/use-editing.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { Destination } from '#ui/destination.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import type { FormValues } from '#ui/form-values.ts';
import { Link } from '#ui/link.tsx';
import { OpenElsewhere } from '#ui/open-elsewhere.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';
import { WarningText } from '#ui/warning-text.tsx';
import { NoteSections } from './handover-note-read.tsx';

interface HandoverNoteFormProps {
  readonly record: OpenRecord<'handoverNotes'>;
}

/** The note while it is written, by one tab at a time. */
export function HandoverNoteForm({ record }: HandoverNoteFormProps) {
  const workspace = useWorkspace();
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
  const { id, body } = record;
  const { status, takeOver } = useEditing('handoverNotes', id);
  const { clashes = [] } = body as HandoverNote & Clashed;
  const isEditing = status !== 'elsewhere';
  const version = isEditing ? `editing ${clashes.length}` : body.savedAt;
  useEffect(() => {
    if (isEditing && version && !workspace.queue.unsaved(id))
      workspace.openDraft('handoverNotes', id);
  }, [workspace, id, isEditing, version]);
  return (
    <>
      <p className="govuk-body">
        <Destination file="staff" /> What is outstanding is listed for you. Children stand in it by
        their reference and not by name.
      </p>
      {!isEditing && <OpenElsewhere onTakeOver={takeOver} />}
      <TwoVersions
        collection="handoverNotes"
        id={id}
        body={body}
        before="before the file is made"
        other={{ key: 'The other', keep: 'Keep the other' }}
      />
      <fieldset className="fp-plain" disabled={!isEditing}>
        <NoteFields key={version} record={record} />
      </fieldset>
    </>
  );
}

type Values = FormValues<HandoverNote>;

function NoteFields({ record }: HandoverNoteFormProps) {
  const workspace = useWorkspace();
  const { id } = record;
  const unsaved = workspace.queue.unsaved(id)?.body as HandoverNote | undefined; // drafts of this id are notes
  const form = useForm<Values>({
    defaultValues: structuredClone(unsaved ?? record.body),
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { register, subscribe, handleSubmit, getValues, setError, formState } = form;
  const { errors } = formState;
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) =>
          workspace.draft({ collection: 'handoverNotes', id, body: noteOf(values) }),
      }),
    [subscribe, workspace, id],
  );
  const submit = handleSubmit(async () => {
    const body = noteOf(getValues());
    const missing = missingForNoteOf(workspace, body);
    for (const { path, message } of missing) {
      setError(path as 'toName', { type: 'missing', message }); // a path of the note
    }
    if (missing.length > 0) return;
    workspace.draft({ collection: 'handoverNotes', id, body });
    await finaliseHandoverNote(workspace, id);
  });
  const facts = handoverFacts(workspace, record.body.superviseeRef);
  return (
    <FormProvider {...form}>
      <ErrorSummary {...useFormErrors('handing', formState)} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: leaving a field saves it; nothing to press */}
      <div onBlur={() => void workspace.queue.flushOne(id)}>
        <Form id="handing" onSubmit={(event) => void submit(event)}>
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
          <Button type="submit" disabled={formState.isSubmitting}>
            Finish the note
          </Button>
        </Form>
      </div>
    </FormProvider>
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
