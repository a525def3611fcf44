import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { currentAllocation, isOpenOn } from '#domain/caseload/caseload.ts';
import { childLabel } from '#domain/caseload/child-label.ts';
import { countOf } from '#domain/count-words.ts';
import { formatDate, formatLongDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { Child } from '#domain/records/child.ts';
import type { PriorDiscussion } from '#domain/records/prior-discussion.ts';
import { pastedColumn, readLastDiscussed } from '#exchange/caseload/pasted-dates.ts';
import {
  type PriorAnswer,
  priorOf,
  savePriorDiscussions,
} from '#storage/caseload/prior-discussions.ts';
import { staffName } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { Details } from '#ui/details.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { NotificationBanner } from '#ui/notification-banner.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';

interface Values {
  readonly rows: { typed: string }[];
}

/** One grid, children down, one date each. What nobody knows stays "No date held". */
export function LastDiscussedScreen() {
  const workspace = useWorkspace();
  const children = sortedOpen(workspace, useAll('children'));
  useAll('priorDiscussions');
  const today = todayIn(workspace);
  const [saved, setSaved] = useState('');
  const form = useForm<Values>({
    defaultValues: { rows: children.map((child) => ({ typed: typedOf(workspace, child) })) },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { register, handleSubmit, formState, setError, setValue, getValues, watch } = form;
  const rows = watch('rows');

  const submit = handleSubmit(async (values) => {
    const answers: PriorAnswer[] = [];
    let unread = 0;
    for (const [i, child] of children.entries()) {
      const read = readLastDiscussed(values.rows[i]?.typed ?? '', today);
      if (read.outcome === 'date')
        answers.push({ childRef: child.ref, answer: 'date', on: read.on });
      if (read.outcome === 'answer') answers.push({ childRef: child.ref, answer: read.answer });
      if (read.outcome !== 'unreadable') continue;
      unread += 1;
      setError(`rows.${i}.typed`, {
        type: 'date',
        message: `${childLabel(child)}: ${read.reason}`,
      });
    }
    await savePriorDiscussions(workspace, answers);
    setSaved(`${countOf(answers.length, 'date')} kept${unread > 0 ? `, ${unread} to mend` : ''}.`);
  });

  const fill = (typed: string) => {
    for (const [i] of getValues('rows').entries()) {
      if (getValues(`rows.${i}.typed`).trim() === '') setValue(`rows.${i}.typed`, typed);
    }
  };
  const paste = (text: string) => {
    for (const [i, typed] of pastedColumn(text).entries()) {
      if (i < children.length) setValue(`rows.${i}.typed`, typed);
    }
  };
  return (
    <Page
      title="When was each child last discussed?"
      documentTitle="Last discussed"
      back={<BackLink href="/children">My list</BackLink>}
      above={
        <>
          <ErrorSummary {...useFormErrors('last', formState)} />
          {saved && (
            <NotificationBanner title="Saved">
              <p className="govuk-body">{saved}</p>
            </NotificationBanner>
          )}
        </>
      }
      compact
    >
      <p className="govuk-body">
        From before Footprint. Leave a row empty where you do not know yet: it says “No date held”
        and is never called overdue for it.
      </p>
      <FillForms onFill={fill} onPaste={paste} />
      <Form id="last" onSubmit={(event) => void submit(event)}>
        <table className="govuk-table">
          <caption className="govuk-table__caption govuk-table__caption--s">
            {countOf(children.length, 'open case')}
          </caption>
          <thead className="govuk-table__head">
            <tr className="govuk-table__row">
              <th scope="col" className="govuk-table__header">
                Child
              </th>
              <th scope="col" className="govuk-table__header">
                Worker
              </th>
              <th scope="col" className="govuk-table__header">
                Last discussed
              </th>
              <th scope="col" className="govuk-table__header">
                Read as
              </th>
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            {children.map((child, i) => (
              <tr key={child.ref} className="govuk-table__row">
                <th scope="row" className="govuk-table__header">
                  {childLabel(child)}
                </th>
                <td className="govuk-table__cell">{workerOf(workspace, child)}</td>
                <td className="govuk-table__cell">
                  <TextField
                    label={`Last discussed, ${childLabel(child)}`}
                    labelHidden
                    width="10"
                    error={formState.errors.rows?.[i]?.typed?.message}
                    {...register(`rows.${i}.typed`)}
                  />
                </td>
                <td className="govuk-table__cell">{readAs(rows[i]?.typed ?? '', today)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <Button type="submit">Keep these dates</Button>
      </Form>
    </Page>
  );
}

function FillForms({
  onFill,
  onPaste,
}: {
  readonly onFill: (typed: string) => void;
  readonly onPaste: (text: string) => void;
}) {
  const [same, setSame] = useState('');
  const [column, setColumn] = useState('');
  return (
    <>
      <TextField
        name="same"
        label="The same date for all that are empty"
        width="10"
        value={same}
        onChange={(event) => setSame(event.currentTarget.value)}
      />
      <ButtonGroup>
        <Button variant="secondary" onClick={() => onFill(same)} disabled={same.trim() === ''}>
          Same date for all
        </Button>
        <Button variant="secondary" onClick={() => onFill('do not know')}>
          Do not know, for all that are empty
        </Button>
      </ButtonGroup>
      <Details summary="Paste a column">
        <TextAreaField
          name="column"
          label="Dates, one line for each child in this order"
          rows={4}
          value={column}
          onChange={(event) => setColumn(event.currentTarget.value)}
        />
        <Button variant="secondary" onClick={() => onPaste(column)}>
          Fill in from the column
        </Button>
      </Details>
    </>
  );
}

function sortedOpen(workspace: Workspace, children: readonly Child[]): readonly Child[] {
  const today = todayIn(workspace);
  const key = (child: Child) => `${workerOf(workspace, child)}\n${child.name}`.toLowerCase();
  return children
    .filter((child) => isOpenOn(child, today))
    .toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

function workerOf(workspace: Workspace, child: Child): string {
  const allocations = [...workspace.set.all('allocations').values()].map(({ body }) => body);
  const current = currentAllocation(child.ref, allocations, todayIn(workspace));
  return current ? staffName(workspace, current.staffRef) : 'Unallocated';
}

const answerWords: Record<PriorDiscussion['answer'], string> = {
  date: '',
  unknown: 'do not know',
  never: 'never',
};

function typedOf(workspace: Workspace, child: Child): string {
  const prior = priorOf(workspace, child.ref)?.body;
  const on = parseCalendarDate(prior?.on ?? '');
  return prior ? (on ? formatDate(on) : answerWords[prior.answer]) : '';
}

function readAs(typed: string, today: ReturnType<typeof todayIn>): string {
  const read = readLastDiscussed(typed, today);
  if (read.outcome === 'date') return formatLongDate(read.on);
  if (read.outcome === 'answer') return read.answer === 'never' ? 'Never' : 'Do not know';
  return read.outcome === 'empty' ? 'No date held' : read.reason;
}
