import { useMemo, useState } from 'react';
import { countOf } from '#domain/count-words.ts';
import { formatDate, formatLongDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import type { ChildRef } from '#domain/ids.ts';
import { bringIn } from '#exchange/caseload/bring-in.ts';
import type { Change, ChangeKind } from '#exchange/caseload/changes.ts';
import { restrictToWorkers } from '#exchange/caseload/choose-workers.ts';
import type { Mapping } from '#exchange/caseload/csv-mapping.ts';
import { differenceOf } from '#exchange/caseload/difference.ts';
import type { Fault, ImportedCaseload } from '#exchange/caseload/imported-caseload.ts';
import { listedRefs } from '#exchange/caseload/listed-child.ts';
import { profileOf, staffName } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, todayIn } from '#storage/writes.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { Link } from '#ui/link.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { WarningText } from '#ui/warning-text.tsx';
import { changeText } from './change-text.ts';
import { mappingToKeep } from './map-columns.tsx';

interface PreviewImportProps {
  readonly read: ImportedCaseload;
  readonly workers: readonly string[];
  readonly withoutWorker: boolean;
  readonly mapping?: Mapping;
  readonly headings?: readonly string[];
  readonly onDone: () => void;
}

const kindWords: Record<ChangeKind, string> = {
  new: 'New on your list',
  reappeared: 'Back in the file',
  missing: 'Not in this file: they stay open',
  closed: 'Closed in the file',
  worker: 'Another worker',
  twoWorkers: 'Two workers at once',
  status: 'Another status',
  field: 'Another name, date or reference',
  facts: 'Newer dates',
  twoReferences: 'Two references in the file',
};

/** Everything that would change, to accept or to leave, row by row. Nothing is written before. */
export function PreviewImport(props: PreviewImportProps) {
  const { read, workers, withoutWorker, mapping, headings, onDone } = props;
  const workspace = useWorkspace();
  const { imported, changes, counts } = useMemo(
    () => compare(workspace, read, workers, withoutWorker),
    [workspace, read, workers, withoutWorker],
  );
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [same, setSame] = useState<ReadonlyMap<string, ChildRef>>(new Map());
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const [typedAsAt, setTypedAsAt] = useState(() => dayText(imported.asAt));
  const today = todayIn(workspace);
  const readAsAt = readTypedDate(typedAsAt, today, { prefer: 'past' });
  const asAt = readAsAt.outcome === 'read' && readAsAt.date <= today ? readAsAt.date : undefined;
  const accepted = changes.filter(({ id }) => !left.has(id));

  async function confirm() {
    setState('busy');
    try {
      await bringIn(workspace, {
        imported: { ...imported, asAt: asAt ?? imported.asAt },
        changes: accepted,
        sameAs: same,
        workers,
        ...(headings ? { headings } : {}),
        ...(mapping ? { mapping: mappingToKeep(mapping) } : {}),
      });
      onDone();
    } catch {
      setState('failed');
    }
  }
  const toggle = (id: string, isAccepted: boolean) => {
    const next = new Set(left);
    if (isAccepted) next.delete(id);
    else next.add(id);
    setLeft(next);
  };
  const columns: readonly Column<Change>[] = [
    {
      key: 'accept',
      header: 'Accept',
      render: ({ id, name }) => (
        <CheckboxField
          name={`accept ${id}`}
          small
          label={<span className="govuk-visually-hidden">Accept for {name}</span>}
          checked={!left.has(id)}
          onChange={(event) => toggle(id, event.currentTarget.checked)}
        />
      ),
    },
    { key: 'name', header: 'Child', rowHeader: true, render: ({ name }) => name || 'No name held' },
    {
      key: 'what',
      header: 'What changes',
      render: (change) => (
        <>
          {changeText(change, (ref) => staffName(workspace, ref))}
          {change.kind === 'new' && change.maybe.length > 0 && (
            <SameChild
              change={change}
              isSame={same.has(change.child.ref)}
              onSame={(ref) => setSame(withMatch(same, change.child.ref, ref))}
            />
          )}
        </>
      ),
    },
  ];
  const kinds = Object.entries(counts).filter(([, count]) => count > 0) as [ChangeKind, number][]; // the keys are kinds
  return (
    <>
      {state === 'failed' && (
        <WarningText>
          Nothing was brought in, because this browser did not store it. Your list is as it was. Try
          again.
        </WarningText>
      )}
      <p className="govuk-body">
        {countOf(imported.children.length, 'child').replace('childs', 'children')} of the chosen
        workers. {countOf(accepted.length, 'change')} to bring in.
      </p>
      <DateTextField
        name="asAt"
        label="Caseload as at"
        hint="The day the file was made. It is shown on every agenda."
        echo={asAt && formatLongDate(asAt)}
        error={asAt ? undefined : 'Enter the day the file was made, today or in the past'}
        value={typedAsAt}
        onChange={(event) => setTypedAsAt(event.currentTarget.value)}
      />
      <SummaryList
        rows={kinds.map(([kind, count]) => ({ key: kindWords[kind], value: String(count) }))}
      />
      <Faults faults={imported.faults} />
      {kinds.map(([kind]) => (
        <DataTable
          key={kind}
          caption={kindWords[kind]}
          columns={columns}
          rows={changes.filter((change) => change.kind === kind)}
          rowKey={({ id }) => id}
          compact
        />
      ))}
      {changes.length === 0 && <p className="govuk-body">Nothing differs from your list.</p>}
      <ButtonGroup>
        <Button disabled={state === 'busy' || !asAt} onClick={() => void confirm()}>
          {state === 'busy' ? 'Bringing in' : 'Bring in'}
        </Button>
        <Link href="/children">Leave everything as it is</Link>
      </ButtonGroup>
    </>
  );
}

function dayText(iso: string): string {
  const date = parseCalendarDate(iso);
  return date ? formatDate(date) : '';
}

function withMatch(
  same: ReadonlyMap<string, ChildRef>,
  fileRef: string,
  ref: ChildRef | undefined,
): ReadonlyMap<string, ChildRef> {
  const next = new Map(same);
  if (ref) next.set(fileRef, ref);
  else next.delete(fileRef);
  return next;
}

function compare(
  workspace: Workspace,
  read: ImportedCaseload,
  workers: readonly string[],
  withoutWorker: boolean,
) {
  const children = bodies(workspace, 'children');
  const imported = restrictToWorkers(read, {
    staffRefs: workers,
    withoutWorker,
    listed: listedRefs(children),
  });
  const { changes, counts } = differenceOf({
    children,
    allocations: bodies(workspace, 'allocations'),
    staff: bodies(workspace, 'staff'),
    imported,
    chosen: workers,
    profile: profileOf(workspace),
    today: todayIn(workspace),
  });
  return { imported, changes, counts };
}

interface SameChildProps {
  readonly change: Extract<Change, { kind: 'new' }>;
  readonly isSame: boolean;
  readonly onSame: (ref: ChildRef | undefined) => void;
}

/** The same name and date of birth as a child added by hand: only a person says that it is one child. */
function SameChild({ change, isSame, onSame }: SameChildProps) {
  const [first] = change.maybe;
  return (
    <CheckboxField
      name={`same ${change.child.ref}`}
      small
      label={`This is the ${change.name} I added by hand`}
      checked={isSame}
      onChange={(event) => onSame(event.currentTarget.checked ? first : undefined)}
    />
  );
}

function Faults({ faults }: { readonly faults: readonly Fault[] }) {
  if (faults.length === 0) return null;
  const out = faults.filter(({ kept }) => !kept).length;
  const columns: readonly Column<Fault>[] = [
    {
      key: 'where',
      header: 'Where',
      rowHeader: true,
      render: ({ file, line }) => (line > 0 ? `${file}, row ${line}` : file),
    },
    { key: 'field', header: 'Column', render: ({ field }) => field },
    { key: 'value', header: 'Found', render: ({ value }) => value },
    { key: 'problem', header: 'What is wrong', render: ({ problem }) => problem },
    { key: 'right', header: 'What would be right', render: ({ wouldBeRight }) => wouldBeRight },
    { key: 'kept', header: 'Came in', render: ({ kept }) => (kept ? 'Yes' : 'No, stays listed') },
  ];
  return (
    <>
      {out > 0 && (
        <WarningText>
          {countOf(out, 'row')} cannot be brought in. They stay listed until you settle each.
        </WarningText>
      )}
      <DataTable
        caption={`${countOf(faults.length, 'thing')} to check in the file`}
        columns={columns}
        rows={faults}
        rowKey={(fault) => JSON.stringify([fault.file, fault.line, fault.field, fault.value])}
        compact
      />
    </>
  );
}
