import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { childLabel } from '#domain/caseload/child-label.ts';
import { countOf } from '#domain/count-words.ts';
import { notDiscussedReasons } from '#domain/session/end-session.ts';
import { endSession, setNotDiscussed } from '#storage/session/sessions.ts';
import { profileOf, staffName } from '#storage/settings.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { CheckboxesField, CheckboxField } from '#ui/checkbox-field.tsx';
import { Destination } from '#ui/destination.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { Link, useGoTo } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { RadiosField } from '#ui/radios-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';
import { WarningText } from '#ui/warning-text.tsx';
import { type AgendaItem, agendaOf, isAccounted } from './agenda.ts';
import { NotYetRevisited } from './not-yet-revisited.tsx';
import { sessionLabel } from './session-label.ts';

/** Ending is never refused: it asks once about children left out, and then ends as it is. */
export function EndSessionScreen({ sessionId }: { readonly sessionId: string }) {
  const workspace = useWorkspace();
  useAll('discussions');
  const session = useRecord('sessions', sessionId)?.body;
  if (!session || session.status === 'planned' || session.status === 'cancelled') {
    return (
      <Page title="Nothing to end" width="text">
        <p className="govuk-body">
          This session has not started. <Link href="/sessions">All sessions</Link>
        </p>
      </Page>
    );
  }
  const leftOut = agendaOf(workspace, session).filter((item) => !isAccounted(item));
  return (
    <Page
      title={`End: ${sessionLabel(workspace, session)}`}
      documentTitle="End the session"
      back={<BackLink href={`/sessions/${sessionId}`}>Back to the session</BackLink>}
      width="text"
    >
      {leftOut.length > 0 ? (
        <LeftOut sessionId={sessionId} leftOut={leftOut} />
      ) : (
        <p className="govuk-body">Every child is accounted for.</p>
      )}
      <NotYetRevisited session={session} />
      <EndForm
        sessionId={sessionId}
        supervisee={staffName(workspace, session.superviseeRef)}
        isIncomplete={leftOut.length > 0}
      />
    </Page>
  );
}

function LeftOut({ sessionId, leftOut }: { sessionId: string; leftOut: readonly AgendaItem[] }) {
  const workspace = useWorkspace();
  const { everyOpenCaseEachSession, source } = profileOf(workspace);
  const { register, handleSubmit, formState, reset } = useForm<{ refs: string[]; reason: string }>({
    defaultValues: { refs: [], reason: '' },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { errors } = formState;
  const submit = handleSubmit(async ({ refs, reason }) => {
    const label = notDiscussedReasons.find(({ value }) => value === reason)?.label ?? '';
    await setNotDiscussed(workspace, sessionId, refs, label);
    reset();
  });
  return (
    <>
      <ErrorSummary {...useFormErrors('left', formState)} />
      <WarningText>
        {countOf(leftOut.length, 'child').replace('childs', 'children')} not accounted for.
        {everyOpenCaseEachSession && ` ${source.name} asks for every open case in each session.`}
      </WarningText>
      <Form id="left" onSubmit={(event) => void submit(event)}>
        <CheckboxesField
          legend="Not discussed this time"
          hint="Choose the children who share a reason. They stay due."
          small
          options={leftOut.map(({ child, status }) => ({
            value: child.ref,
            label: `${childLabel(child)}${status === 'inProgress' ? ', started and not marked as discussed' : ''}`,
          }))}
          error={errors.refs?.message}
          {...register('refs', {
            validate: (refs) => refs.length > 0 || 'Choose the children this reason is for',
          })}
        />
        <RadiosField
          legend="Reason"
          hint="Neutral words: they may go on a child’s file."
          small
          options={notDiscussedReasons}
          error={errors.reason?.message}
          {...register('reason', { required: 'Choose a reason' })}
        />
        <Button type="submit" variant="secondary">
          Use this reason for these children
        </Button>
      </Form>
    </>
  );
}

interface EndFormProps {
  readonly sessionId: string;
  readonly supervisee: string;
  readonly isIncomplete: boolean;
}

function EndForm({ sessionId, supervisee, isIncomplete }: EndFormProps) {
  const workspace = useWorkspace();
  const goTo = useGoTo();
  const [problem, setProblem] = useState(false);
  const { register, handleSubmit, formState } = useForm({
    defaultValues: { practitionerPresent: true, supervisorPresent: true, othersPresent: '' },
  });
  const submit = handleSubmit(async (attendance) => {
    try {
      await endSession(workspace, sessionId, attendance);
      goTo(`/sessions/${sessionId}/finish`);
    } catch {
      setProblem(true);
    }
  });
  return (
    <Form id="end" onSubmit={(event) => void submit(event)}>
      <h2 className="govuk-heading-m">Who was there</h2>
      <p className="govuk-body">
        <Destination file="staff" />
      </p>
      <CheckboxField small label={supervisee} {...register('practitionerPresent')} />
      <CheckboxField small label="You" {...register('supervisorPresent')} />
      <TextField label="Anyone else" width="20" {...register('othersPresent')} />
      {isIncomplete && (
        <InsetText>
          You can end now. The session will say “incomplete” wherever it is shown, and the children
          left out stay due.
        </InsetText>
      )}
      {problem && (
        <WarningText>
          The session was not ended, because this browser did not store it. Your notes are safe. Try
          again.
        </WarningText>
      )}
      <ButtonGroup>
        <Button type="submit" disabled={formState.isSubmitting}>
          {isIncomplete ? 'End the session as incomplete' : 'End the session'}
        </Button>
        <Link href={`/sessions/${sessionId}`}>Go on with the session</Link>
      </ButtonGroup>
    </Form>
  );
}
