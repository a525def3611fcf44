import { childLabel } from '#domain/caseload/child-label.ts';
import { preparedStatusWords, preparedWords } from '#domain/preparation/preparation.ts';
import { AlsoSupervised } from '#exchange/parts/also-supervised.tsx';
import { settingsOf, staffName } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { ButtonGroup } from '#ui/button.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Link } from '#ui/link.tsx';
import { PageHeading } from '#ui/page.tsx';
import { AwayFields } from './away-fields.tsx';
import type { PrepareRecords } from './prepare-forms.ts';
import { type PrepareItem, pageOf } from './prepare-list.ts';
import { PreviousAndNext } from './previous-and-next.tsx';
import { SharePreparation } from './share-preparation.tsx';
import { WantsFields } from './wants-fields.tsx';
import { WorriesList } from './worries-list.tsx';

interface PrepareOverviewProps extends PrepareRecords {
  readonly items: readonly PrepareItem[];
  readonly next: string | undefined;
}

const depthWords = { '': 'Not said', brief: 'Brief check-in', inDepth: 'In depth' } as const;

const columns: readonly Column<PrepareItem>[] = [
  {
    key: 'child',
    header: 'Child',
    rowHeader: true,
    render: ({ rowId, child }) => <Link href={pageOf(rowId)}>{childLabel(child)}</Link>,
  },
  { key: 'status', header: 'Status', render: ({ status }) => preparedStatusWords[status] },
  { key: 'depth', header: 'Depth asked', render: ({ depth }) => depthWords[depth] },
  { key: 'worry', header: 'Worry', render: ({ worry }) => worry },
];

/** How far everything is, what is about me, and sharing. Nothing here is required. */
export function PrepareOverview({ items, next, ...records }: PrepareOverviewProps) {
  const workspace = useWorkspace();
  const supervisor = staffName(workspace, settingsOf(workspace).supervisorRef);
  const isShared = records.preparation.body.sharedAt !== '';
  return (
    <>
      <PageHeading focusKey="overview">Prepare for supervision</PageHeading>
      <p className="govuk-body">
        {preparedWords(items.map(({ status }) => status))}. Nothing here is required.
        {!isShared && ` Only you can see it until you share it with ${supervisor}.`}
      </p>
      <ButtonGroup>
        <PreviousAndNext previous={undefined} next={next} />
      </ButtonGroup>
      <DataTable
        caption="Every open child"
        columns={columns}
        rows={items}
        rowKey={({ rowId }) => rowId}
        emptyText="No open children on your list."
        compact
      />
      <WorriesList />
      <h2 className="govuk-heading-m">What I want from supervision</h2>
      <WantsFields />
      <h2 className="govuk-heading-m">Absences and wellbeing</h2>
      <AwayFields />
      <SharePreparation {...records} supervisor={supervisor} />
      <AlsoSupervised />
    </>
  );
}
