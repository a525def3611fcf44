import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { checkWords } from '#domain/caseload/field-words.ts';
import { countOf } from '#domain/count-words.ts';
import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { cohortOptions } from '#domain/policies/policy-profile.ts';
import {
  onceEach,
  type PastedChild,
  type PasteRead,
  pasteColumns,
  readPastedRows,
  referencesTwice,
} from '#exchange/caseload/pasted-rows.ts';
import { addChildren, settleUnreadRow } from '#storage/caseload/caseload.ts';
import { practitioners, unsettledRows } from '#storage/caseload/caseload-reads.ts';
import { profileOf, settingsOf, superviseeTerm } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { bodies, todayIn } from '#storage/writes.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { DatalistField } from '#ui/datalist-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { useGoTo } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';
import { WarningText } from '#ui/warning-text.tsx';
import { NotInTheExample } from './not-in-the-example.tsx';
import { toAdd } from './pasted-to-add.ts';

/** Rows from a spreadsheet: read, shown, and brought in only when a person says so. */
export function PasteRowsScreen() {
  const workspace = useWorkspace();
  useAll('staff');
  useAll('children');
  useAll('unreadRows');
  const [read, setRead] = useState<PasteRead>();
  const unread = unsettledRows(workspace);
  const settings = profileOf(workspace);
  const { register, handleSubmit, formState } = useForm({
    defaultValues: { rows: '', worker: '' },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { errors } = formState;
  const submit = handleSubmit(({ rows, worker }) =>
    setRead(readPastedRows(rows, todayIn(workspace), cohortOptions(settings), worker.trim())),
  );
  const summary = useFormErrors('paste', formState);
  if (settingsOf(workspace).synthetic) return <NotInTheExample title="The example takes no rows" />;
  if (read) return <Preview read={read} onBack={() => setRead(undefined)} />;

  return (
    <Page
      title="Paste rows from a spreadsheet"
      back={<BackLink href="/children">My list</BackLink>}
      above={<ErrorSummary {...summary} />}
    >
      {unread.length > 0 && (
        <>
          <WarningText>
            {countOf(unread.length, 'row')} could not be brought in. Add the child by hand or paste
            the row again, then settle it here.
          </WarningText>
          <DataTable
            caption="Rows not brought in"
            columns={[
              { key: 'text', header: 'Row', rowHeader: true, render: ({ text }) => text },
              { key: 'problem', header: 'Why', render: ({ problem }) => problem },
              {
                key: 'go',
                header: 'Settle',
                render: ({ key, text }) => (
                  <Button variant="link" onClick={() => void settleUnreadRow(workspace, key)}>
                    Settled<span className="govuk-visually-hidden">: {text}</span>
                  </Button>
                ),
              },
            ]}
            rows={unread}
            rowKey={({ key }) => key}
            compact
          />
        </>
      )}
      <p className="govuk-body">
        Copy rows with their headings and paste them here. Headings Footprint knows:{' '}
        {pasteColumns.map(({ label }) => label).join(', ')}. Without headings, the columns are read
        in that order.
      </p>
      <Form id="paste" onSubmit={(event) => void submit(event)}>
        <TextAreaField
          label="Rows"
          rows={10}
          error={errors.rows?.message}
          {...register('rows', {
            validate: (rows) => rows.trim() !== '' || 'Paste at least one row',
          })}
        />
        <DatalistField
          label={`${superviseeTerm(workspace)}, where a row names none`}
          width="20"
          suggestions={practitioners(workspace).map(({ name }) => name)}
          {...register('worker')}
        />
        <Button type="submit">Look at the rows</Button>
      </Form>
    </Page>
  );
}

function Preview({ read, onBack }: { readonly read: PasteRead; readonly onBack: () => void }) {
  const workspace = useWorkspace();
  const goTo = useGoTo();
  const [problem, setProblem] = useState(false);
  const [busy, setBusy] = useState(false);
  const held = new Set(
    bodies(workspace, 'children').flatMap(({ aliases, removed }) => (removed ? [] : aliases)),
  );
  const isHeld = ({ reference }: PastedChild) => reference !== '' && held.has(reference);
  const twice = referencesTwice(read.children);
  const fresh = read.children.filter((child) => !isHeld(child));
  const statuses = cohortOptions(profileOf(workspace));

  const columns: readonly Column<PastedChild>[] = [
    { key: 'name', header: 'Name', rowHeader: true, render: ({ name }) => name || 'No name' },
    {
      key: 'reference',
      header: 'Reference',
      render: ({ reference }) => reference || 'Not known yet',
    },
    {
      key: 'born',
      header: 'Born or expected',
      render: ({ dateOfBirth, expectedOn }) => {
        const date = parseCalendarDate(dateOfBirth || expectedOn);
        return date ? `${expectedOn ? 'Expected ' : ''}${formatDate(date)}` : '';
      },
    },
    {
      key: 'status',
      header: 'Status',
      render: ({ status }) => statuses.find(({ code }) => code === status)?.label ?? '',
    },
    { key: 'worker', header: superviseeTerm(workspace), render: ({ worker }) => worker },
    {
      key: 'check',
      header: 'To check',
      render: (child) =>
        [
          ...(isHeld(child) ? ['Already on your list: left as it is'] : []),
          ...(twice.has(child.reference) ? ['The same reference twice'] : []),
          ...child.checks.map(checkWords),
        ].join('. '),
    },
  ];
  async function bringIn() {
    setBusy(true);
    try {
      const { children, unread } = toAdd(workspace, onceEach({ ...read, children: fresh }));
      await addChildren(workspace, children, unread);
      goTo('/children');
    } catch {
      setProblem(true);
      setBusy(false);
    }
  }
  return (
    <Page title="Check the rows" focusKey="preview">
      {problem && (
        <WarningText>
          The rows were not brought in, because this browser did not store them. Nothing was
          changed. Try again.
        </WarningText>
      )}
      <p className="govuk-body">
        {countOf(fresh.length, 'row')} to bring in, {read.children.length - fresh.length} already on
        your list, {read.unread.length} that cannot be read.
      </p>
      {read.unread.length > 0 && (
        <InsetText>
          These rows stay listed until you settle them:
          <ul className="govuk-list govuk-list--bullet">
            {read.unread.map(({ line, text, problem: why }) => (
              <li key={line}>
                Row {line}: {text}. {why}.
              </li>
            ))}
          </ul>
        </InsetText>
      )}
      <DataTable
        caption="Rows"
        columns={columns}
        rows={read.children}
        rowKey={({ line }) => String(line)}
        compact
      />
      <ButtonGroup>
        <Button disabled={busy} onClick={() => void bringIn()}>
          Bring in {countOf(fresh.length, 'row')}
        </Button>
        <Button variant="secondary" onClick={onBack}>
          Go back
        </Button>
      </ButtonGroup>
    </Page>
  );
}
