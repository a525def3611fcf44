import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { coveredFor } from '#storage/handover/cover.ts';
import { settingsOf } from '#storage/settings.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import type { HandoverCommands } from './handover-commands.ts';
import { NotInTheExample } from './handover-screen.tsx';
import { MakeFile } from './make-handover-screen.tsx';

interface CoverBackScreenProps {
  /** The row of whoever I cover for. */
  readonly rowId: string;
  readonly commands: HandoverCommands;
}

/** What I did while I covered goes back to whoever asked. */
export function CoverBackScreen({ rowId, commands }: CoverBackScreenProps) {
  const workspace = useWorkspace();
  useAll('staff');
  const colleague = useRecord('staff', rowId)?.body;
  if (settingsOf(workspace).synthetic) return <NotInTheExample />;
  const covered = colleague ? coveredFor(workspace, colleague.ref) : [];
  if (!colleague || covered.length === 0) {
    return (
      <Page title="Not found" width="text">
        <p className="govuk-body">
          You cover for nobody here. <Link href="/handover">Files</Link>
        </p>
      </Page>
    );
  }
  return (
    <Page
      title={`A file for ${colleague.name}`}
      documentTitle="What a cover did"
      width="text"
      back={<BackLink href="/handover">Files</BackLink>}
    >
      <p className="govuk-body">
        It holds the sessions you held, and the records, decisions and actions you made, for:
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {covered.map(({ staff, relation }) => {
          const to = parseCalendarDate(relation.to);
          return (
            <li key={staff.ref}>
              {staff.name}
              {to && `, until ${formatDate(to)}`}
            </li>
          );
        })}
      </ul>
      <p className="govuk-body">Drafts are not in it. Finish them first, or make it again later.</p>
      <MakeFile name={colleague.name} make={() => commands.coverBack(colleague.ref)} />
    </Page>
  );
}
