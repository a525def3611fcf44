import { useEffect, useRef } from 'react';
import { useForm } from 'react-hook-form';
import { type ActionCommand, readDoneOn } from '#domain/actions/action-change.ts';
import { actionEventTitles } from '#domain/actions/action-words.ts';
import { childLabel } from '#domain/caseload/child-label.ts';
import { formatDate, formatLongDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { sayOfAction } from '#storage/actions/action-events.ts';
import { daysOfSessions, nextSessionAfter } from '#storage/session/next-session.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { ByWhenField } from '#ui/by-when-field.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { Destination } from '#ui/destination.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';
import type { AnyRow } from './action-rows.ts';

interface ActionFormProps {
  readonly row: AnyRow;
  readonly command: ActionCommand;
  readonly title: string;
  readonly onCancel: () => void;
  readonly onSaid: (words: string) => void;
}

const reasonLabels: Readonly<Record<ActionCommand, string>> = {
  done: 'What difference it made (optional)',
  carried: 'Why it is not done yet',
  noLongerNeeded: 'Why it is no longer needed',
  changed: 'Reason (optional)',
  saidDone: 'What happened (optional)',
  saidNotDone: 'Why it is not done (optional)',
};

/** Few fields, under the action itself: what is missing is said there, and nothing is left half said. */
export function ActionForm({ row, command, title, onCancel, onSaid }: ActionFormProps) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const today = todayIn(workspace);
  const { id: actionId, owner, byWhen, dueOn } = row.state.action;
  const due = parseCalendarDate(dueOn);
  const form = useForm({
    defaultValues: {
      on: formatDate(today),
      reason: '',
      owner,
      // The day itself: "2 weeks" would be counted again, from today.
      byWhen: command === 'carried' ? '' : due ? formatDate(due) : byWhen,
    },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { register, handleSubmit, formState, setError, watch } = form;
  const { errors } = formState;
  const formId = `say-${actionId}`;
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    fields.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, []);

  const submit = handleSubmit(async (values) => {
    const about = { file: row.file, actionId };
    const answer = await sayOfAction(workspace, about, command, values);
    if (answer.outcome === 'missing') {
      for (const { field, message } of answer.missing) setError(field, { type: 'said', message });
      return;
    }
    const words =
      answer.outcome === 'said' ? actionEventTitles[command] : 'It was settled meanwhile';
    announce(words);
    onSaid(words);
  });
  const doneOn = readDoneOn(watch('on'), today);
  const day = (
    <ByWhenField
      label={command === 'carried' ? 'New day' : 'By when'}
      typed={watch('byWhen')}
      agreedOn={today}
      nextSessionOn={nextSessionAfter(daysOfSessions(workspace), row.worker, today)}
      error={errors.byWhen?.message}
      {...register('byWhen')}
    />
  );
  return (
    <div ref={fields} className="fp-narrow">
      <ErrorSummary {...useFormErrors(formId, formState)} heading="h5" />
      <p className="govuk-body">
        {row.file === 'child' ? (
          <Destination file="child" name={childLabel(row.child)} />
        ) : (
          <Destination file="staff" />
        )}
      </p>
      <Form id={formId} onSubmit={(event) => void submit(event)}>
        {command === 'done' && (
          <DateTextField
            label="Done on"
            hint="21 11 2026, today, yesterday or last friday."
            echo={doneOn.outcome === 'read' ? formatLongDate(doneOn.date) : undefined}
            error={errors.on?.message}
            {...register('on')}
          />
        )}
        {command === 'changed' && (
          <TextField
            label="Owner"
            width="20"
            error={errors.owner?.message}
            {...register('owner')}
          />
        )}
        {command === 'changed' && day}
        <TextAreaField
          label={reasonLabels[command]}
          rows={2}
          grow
          error={errors.reason?.message}
          {...register('reason')}
        />
        {command === 'carried' && day}
        <ButtonGroup>
          <Button type="submit">
            Save<span className="govuk-visually-hidden">: {title}</span>
          </Button>
          <Button variant="link" onClick={onCancel}>
            Cancel
          </Button>
        </ButtonGroup>
      </Form>
    </div>
  );
}
