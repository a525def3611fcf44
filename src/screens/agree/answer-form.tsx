import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { missingInAnswer, stanceChoices } from '#domain/agreeing/agreeing-words.ts';
import type { RecordResponse } from '#domain/records/response.ts';
import type { Session } from '#domain/records/session.ts';
import { DraftFrame } from '#exchange/draft/draft-frame.tsx';
import {
  answerRecords,
  findAnswerDraft,
  newAnswer,
  recordsAwaiting,
} from '#storage/agreeing/agreeing.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { Destination } from '#ui/destination.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { RadiosField } from '#ui/radios-field.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';

/** The practitioner's answer while it is written. It becomes a record with the first key. */
export function AnswerWriting({ session }: { readonly session: Session }) {
  const workspace = useWorkspace();
  const [fresh] = useState(() => newAnswer(workspace, session));
  const stored = findAnswerDraft(workspace, session.id)?.body as RecordResponse | undefined; // found by its kind
  const answer = stored ?? fresh;
  return (
    <section aria-labelledby="answer-heading">
      <h2 className="govuk-heading-m" id="answer-heading">
        Your answer
      </h2>
      <p className="govuk-body">
        <Destination file="staff" /> Your supervisor reads it. It is on no child’s record.
      </p>
      <AnswerEditing key={answer.id} answer={answer} />
    </section>
  );
}

function AnswerEditing({ answer }: { readonly answer: RecordResponse }) {
  const { id } = answer;
  return (
    <DraftFrame
      collection="responses"
      id={id}
      body={answer}
      formId="answer"
      before="before you answer"
    >
      <AnswerForm answer={answer} />
    </DraftFrame>
  );
}

function AnswerForm({ answer }: { readonly answer: RecordResponse }) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const { id, sessionId } = answer;
  const unsaved = workspace.queue.unsaved(id)?.body as RecordResponse | undefined; // drafts of this id are answers
  const { register, handleSubmit, subscribe, setError, formState, watch } = useForm<RecordResponse>(
    {
      defaultValues: unsaved ?? answer,
      shouldFocusError: false,
      reValidateMode: 'onSubmit',
    },
  );
  const { errors } = formState;
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) =>
          workspace.draft({ collection: 'responses', id, body: structuredClone(values) }),
      }),
    [subscribe, workspace, id],
  );
  const saveNow = { onBlur: () => void workspace.queue.flushOne(id) };
  const missing = (field: 'stance' | 'because') => (_: unknown, values: RecordResponse) =>
    missingInAnswer(values)[field] ?? true;

  const submit = handleSubmit(async () => {
    const shown = recordsAwaiting(workspace, sessionId).map((each) => each.id);
    const said = await answerRecords(workspace, id, shown);
    if (said.outcome === 'answered') announce('Your answer is kept on this device');
    // Not of any field: what changed beside the form since it was drawn.
    const message = said.outcome === 'missing' ? said.missing.twoVersions : undefined;
    if (message) setError('root.twoVersions', { type: 'twoVersions', message });
  });
  return (
    <Form id="answer" onSubmit={(event) => void submit(event)}>
      <ErrorSummary {...useFormErrors('answer', formState)} />
      <TextAreaField
        label="Comments (optional)"
        hint="Anything to add. Saved as you type."
        rows={3}
        grow
        {...register('comments', saveNow)}
      />
      <RadiosField
        legend="Do you agree?"
        options={stanceChoices}
        error={errors.stance?.message}
        {...register('stance', { validate: missing('stance') })}
      />
      {watch('stance') === 'notAgreed' && (
        <TextAreaField
          label="Because"
          rows={3}
          grow
          error={errors.because?.message}
          {...register('because', { ...saveNow, validate: missing('because') })}
        />
      )}
      <Button type="submit">Answer</Button>
    </Form>
  );
}
